"""Lots, criteria, rules and bids of a file."""

from procurement.language import Text
from tenders.scoring.awards import AWARDS
from tenders.scoring.files.fields import Fields, decimal, entries, shown, text
from tenders.scoring.files.parameters import read_parameters
from tenders.scoring.method import Parameter
from tenders.scoring.methods import METHODS
from tenders.scoring.model import (
    Account,
    AwardRule,
    Bid,
    BidValue,
    Combination,
    Criterion,
    Direction,
    FallingAway,
    Kind,
    Level,
    Lot,
    Requirement,
    RoundAt,
    Rounding,
    TieBreak,
    TieRule,
    ZeroPrice,
    ZeroPriceRule,
)
from tenders.scoring.numbers import ZERO
from tenders.scoring.problem import Problem
from tenders.scoring.stated import states_code

DEEPEST_TREE = 10

_TOO_DEEP = Text(
    nl="De boom van criteria is te diep. Gebruik hooguit 10 lagen.",
    en="The tree of criteria is too deep. Use at most 10 layers.",
)
_UNKNOWN_METHOD = Text(
    nl="De methode ‘{code}’ bestaat niet. Kies uit: {known}.",
    en="The method ‘{code}’ does not exist. Choose from: {known}.",
)


def read_lot(value: object, place: str, problems: list[Problem]) -> Lot:
    fields = Fields(value, place, problems)
    criteria = fields.list("criteria", lambda entry, at: _criterion(entry, at, problems, depth=1))
    award = _award(fields.take("award", required=True), fields.at("award"), problems)
    numeric = {leaf.code: not states_code(leaf) for criterion in criteria for leaf in criterion.leaves()}
    lot = Lot(
        code=fields.text("code", required=True),
        title=fields.text("title", required=True),
        criteria=criteria,
        award=award,
        requirements=fields.list("requirements", lambda entry, at: _requirement(entry, at, problems)),
        bids=fields.list("bids", lambda entry, at: _bid(entry, at, problems, numeric)),
        draw=fields.texts("draw"),
        later_draws=fields.list("later_draws", lambda entry, at: _draw(entry, at, problems)),
    )
    fields.close()
    return lot


def _draw(value: object, place: str, problems: list[Problem]) -> tuple[str, ...]:
    return entries(value, place, problems, lambda entry, at: text(entry, at, problems))


def _criterion(value: object, place: str, problems: list[Problem], depth: int) -> Criterion:
    fields = Fields(value, place, problems)
    if depth > DEEPEST_TREE:
        fields.wrong("", _TOO_DEEP)
        return Criterion(code="", title="", weight=ZERO)
    method = fields.text("method")
    criterion = Criterion(
        code=fields.text("code", required=True),
        title=fields.text("title", required=True),
        weight=fields.number("weight"),
        kind=fields.choice("kind", Kind),
        method=method,
        parameters=read_parameters(fields, _declared(fields, method), method),
        direction=fields.choice("direction", Direction),
        unit=fields.text("unit"),
        levels=fields.list("levels", lambda entry, at: _level(entry, at, problems)),
        accepted_labels=fields.texts("accepted_labels"),
        minimum=fields.number_or_none("minimum"),
        account=_account(fields.take("account"), fields.at("account"), problems),
        children=fields.list("children", lambda entry, at: _criterion(entry, at, problems, depth + 1)),
    )
    fields.close()
    return criterion


def _declared(fields: Fields, method: str) -> tuple[Parameter, ...]:
    if method in METHODS:
        return METHODS[method].parameters
    if method:
        fields.wrong("method", _UNKNOWN_METHOD.format(code=shown(method), known=", ".join(METHODS.codes)))
    return ()


def _level(value: object, place: str, problems: list[Problem]) -> Level:
    fields = Fields(value, place, problems)
    level = Level(
        code=fields.text("code", required=True),
        title=fields.text("title"),
        share=fields.number("share"),
        description=fields.text("description"),
    )
    fields.close()
    return level


def _account(value: object, place: str, problems: list[Problem]) -> Account:
    if value is None:
        return Account()
    fields = Fields(value, place, problems)
    account = Account(
        description=fields.text("description"),
        proof=fields.text("proof"),
        verification=fields.text("verification"),
        link=fields.text("link"),
        basis=fields.texts("basis"),
    )
    fields.close()
    return account


def _requirement(value: object, place: str, problems: list[Problem]) -> Requirement:
    fields = Fields(value, place, problems)
    requirement = Requirement(
        code=fields.text("code", required=True),
        title=fields.text("title", required=True),
        text=fields.text("text"),
        proof=fields.text("proof"),
        basis=fields.texts("basis"),
    )
    fields.close()
    return requirement


def _award(value: object, place: str, problems: list[Problem]) -> AwardRule:
    fields = Fields(value, place, problems)
    method = fields.text("method", required=True)
    if method and method not in AWARDS:
        fields.wrong("method", _UNKNOWN_METHOD.format(code=shown(method), known=", ".join(AWARDS.codes)))
    declared = AWARDS[method].parameters if method in AWARDS else ()
    award = AwardRule(
        method=method,
        parameters=read_parameters(fields, declared, method),
        points=fields.number("points"),
        rounding=_rounding(fields.take("rounding", required=True), fields.at("rounding"), problems),
        ties=fields.list("ties", lambda entry, at: _tie(entry, at, problems)),
        zero_price=_zero_price(fields.take("zero_price"), fields.at("zero_price"), problems),
        combination=fields.choice("combination", Combination),
        falling_away=fields.choice("falling_away", FallingAway),
    )
    fields.close()
    return award


def _rounding(value: object, place: str, problems: list[Problem]) -> Rounding:
    fields = Fields(value, place, problems)
    rounding = Rounding(
        places=fields.whole_number("places"),
        at=fields.choice("at", RoundAt, required=True) or RoundAt.CRITERION,
    )
    fields.close()
    return rounding


def _tie(value: object, place: str, problems: list[Problem]) -> TieRule:
    fields = Fields(value, place, problems)
    by = fields.choice("by", TieBreak, required=True) or TieBreak.DRAW
    rule = TieRule(by=by, criterion=fields.text("criterion", required=by is TieBreak.CRITERION))
    fields.close()
    return rule


def _zero_price(value: object, place: str, problems: list[Problem]) -> ZeroPriceRule | None:
    if value is None:
        return None
    fields = Fields(value, place, problems)
    rule = ZeroPriceRule(
        rule=fields.choice("rule", ZeroPrice, required=True) or ZeroPrice.EXCLUDE,
        amount=fields.number_or_none("amount"),
    )
    fields.close()
    return rule


def _bid(value: object, place: str, problems: list[Problem], numeric: dict[str, bool]) -> Bid:
    fields = Fields(value, place, problems)

    def stated(code: str, entry: object, at: str) -> BidValue | tuple[BidValue, ...]:
        if isinstance(entry, list | tuple):
            return entries(entry, at, problems, lambda part, where: one(code, part, where))
        return one(code, entry, at)

    def one(code: str, entry: object, at: str) -> BidValue:
        if numeric.get(code):
            return decimal(entry, at, problems) or ZERO
        return text(entry, at, problems)

    bid = Bid(
        code=fields.text("code", required=True),
        name=fields.text("name", required=True),
        values=fields.mapping("values", stated),
        failed=fields.mapping("failed", lambda _, entry, at: text(entry, at, problems)),
        motivations=fields.mapping("motivations", lambda _, entry, at: text(entry, at, problems)),
        fallen=fields.text("fallen"),
    )
    fields.close()
    return bid

"""The rules of the award: method, points, rounding, ties, zero prices. Nothing is filled in by default."""

from collections.abc import Iterator
from decimal import Decimal

from procurement.language import Text
from tenders.scoring.award import AwardMethod
from tenders.scoring.awards import award_method
from tenders.scoring.method import Verdict
from tenders.scoring.methods import METHODS
from tenders.scoring.model import Kind, Lot, TieBreak, TieRule, ZeroPrice
from tenders.scoring.numbers import ZERO, exactly
from tenders.scoring.parameters import wrong_parameters
from tenders.scoring.problem import Problem
from tenders.scoring.tree import price_of, prices_of

MOST_PLACES = 10
MOST_POINTS = Decimal(1_000_000_000)

_UNKNOWN = Text(
    nl="De gunningsmethode ‘{code}’ bestaat niet. Kies er een uit de lijst.",
    en="The award method ‘{code}’ does not exist. Choose one from the list.",
)
_POINTS = Text(
    nl="Het totaal aantal punten moet meer dan 0 en hooguit 1.000.000.000 zijn.",
    en="The total of points must be above 0 and at most 1,000,000,000.",
)
_PLACES = Text(
    nl="Rond af op 0 tot en met 10 cijfers achter de komma.", en="Round to 0 up to and including 10 decimals."
)
_TIE_CRITERION = Text(
    nl="Het criterium ‘{code}’ voor gelijke stand bestaat niet of krijgt geen punten.",
    en="The tie-break criterion ‘{code}’ does not exist or earns no points.",
)
_TIE_PRICE = Text(
    nl="Beslissen op laagste prijs kan alleen met precies één prijscriterium.",
    en="Deciding on lowest price is only possible with exactly one price criterion.",
)
_TIE_QUALITY = Text(
    nl="Beslissen op kwaliteit kan hier niet: geen enkel kwaliteitscriterium krijgt punten.",
    en="Deciding on quality is not possible here: no quality criterion earns points.",
)
_TIE_TWICE = Text(nl="Deze regel staat er al. Haal er een weg.", en="This rule is already there. Remove one.")
_TIE_NO_CRITERION = Text(
    nl="Alleen de regel ‘criterium’ noemt een criterium. Haal ‘{code}’ hier weg.",
    en="Only the rule ‘criterion’ names a criterion. Remove ‘{code}’ here.",
)
_DRAW_LAST = Text(
    nl="Loting beslist altijd. Zet loting als laatste.", en="A draw always decides. Put the draw last."
)
_NO_ZERO_RULE = Text(
    nl="De formule voor de prijs kan geen prijs van 0 aan. Maak bekend wat er dan gebeurt: de inschrijving "
    "valt af, of telt als een vast bedrag.",
    en="The price formula cannot take a price of 0. Publish what happens then: the bid is set aside, or "
    "counts as a fixed amount.",
)
_ZERO_AMOUNT = Text(
    nl="Noem het bedrag boven 0 waarvoor een prijs van 0 telt.",
    en="State the amount above 0 that a price of 0 counts as.",
)
_NO_AMOUNT = Text(
    nl="Bij uitsluiten hoort geen bedrag. Haal het weg.",
    en="Setting aside goes without an amount. Remove it.",
)


def rule_problems(lot: Lot) -> tuple[Problem, ...]:
    with exactly():
        found = [*_method(lot), *_points(lot), *_zero_price(lot)]
        for index, rule in enumerate(lot.award.ties):
            place = f"award.ties[{index}]"
            found += [Problem(place, message) for message in _tie(lot, rule)]
            found += [Problem(place, message) for message in _order(lot, index)]
        return tuple(found)


def _method(lot: Lot) -> Iterator[Problem]:
    method = award_method(lot.award.method)
    if method is None:
        yield Problem("award.method", _UNKNOWN.format(code=lot.award.method))
        return
    if method.verdict is Verdict.REFUSED:
        yield Problem("award.method", method.remark)
        return
    wrong = tuple(wrong_parameters(method.parameters, lot.award.parameters))
    for parameter in wrong:
        yield Problem(f"award.parameters.{parameter.name}", parameter.message)
    if not wrong:
        yield from method.check(lot)


def _points(lot: Lot) -> Iterator[Problem]:
    if not (lot.award.points.is_finite() and ZERO < lot.award.points <= MOST_POINTS):
        yield Problem("award.points", _POINTS)
    if not 0 <= lot.award.rounding.places <= MOST_PLACES:
        yield Problem("award.rounding.places", _PLACES)


def _zero_price(lot: Lot) -> Iterator[Problem]:
    rule = lot.award.zero_price
    if rule is None:
        if _needs_zero_rule(lot):
            yield Problem("award.zero_price", _NO_ZERO_RULE)
    elif rule.rule is ZeroPrice.TREAT_AS:
        if rule.amount is None or not (rule.amount.is_finite() and rule.amount > ZERO):
            yield Problem("award.zero_price.amount", _ZERO_AMOUNT)
    elif rule.amount is not None:
        yield Problem("award.zero_price.amount", _NO_AMOUNT)


def _needs_zero_rule(lot: Lot) -> bool:
    method = award_method(lot.award.method)
    if method and method.above_zero:
        return True
    return any(price.method in METHODS and METHODS[price.method].above_zero for price in prices_of(lot))


def _tie(lot: Lot, rule: TieRule) -> Iterator[Text]:
    method = award_method(lot.award.method)
    if rule.by is TieBreak.CRITERION and not _scored(lot, method, rule.criterion):
        yield _TIE_CRITERION.format(code=rule.criterion)
    if rule.by is not TieBreak.CRITERION and rule.criterion:
        yield _TIE_NO_CRITERION.format(code=rule.criterion)
    if rule.by is TieBreak.PRICE and price_of(lot) is None:
        yield _TIE_PRICE
    if rule.by is TieBreak.QUALITY and not _quality(lot, method):
        yield _TIE_QUALITY


def _scored(lot: Lot, method: AwardMethod | None, code: str) -> bool:
    """Is every leaf under this node scored?"""
    node = next((node for node in lot.nodes() if node.code == code), None)
    return node is not None and (method is None or all(method.scores(leaf) for leaf in node.leaves()))


def _quality(lot: Lot, method: AwardMethod | None) -> bool:
    return any(
        leaf.kind is not Kind.PRICE and (method is None or method.scores(leaf)) for leaf in lot.leaves()
    )


def _order(lot: Lot, index: int) -> Iterator[Text]:
    ties = lot.award.ties
    if ties[index] in ties[:index]:
        yield _TIE_TWICE
    if ties[index].by is TieBreak.DRAW and index != len(ties) - 1:
        yield _DRAW_LAST

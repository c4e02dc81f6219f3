"""L45: a contract changes without a new procedure only on a ground of the act."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from procurement.citations import cite
from procurement.language import Text
from tenders.lint.answers import Wanted, against, is_blank, missing, wrong
from tenders.lint.draft import Draft
from tenders.lint.draft.agreement import ChangeGround, ContractChange
from tenders.lint.draft.contract import Nature
from tenders.lint.finding import Finding
from tenders.lint.law import threshold
from tenders.lint.rule import Rule
from tenders.lint.severity import CheckedBy, Moment, Severity
from tenders.lint.shown import number

_SMALL = Decimal("0.10")  # of the original value; supplies and services, art. 2.163b lid 1
_SMALL_WORKS = Decimal("0.15")
_HALF = Decimal("0.50")  # art. 2.163d and 2.163e

_KEEPS_NATURE = Wanted(
    "keeps_nature",
    True,
    Text(
        nl="De wijziging verandert de algemene aard van de opdracht.",
        en="The change alters the general nature of the contract.",
    ),
    Text(
        nl="Besteed dit opnieuw aan.",
        en="Start a new procedure for this.",
    ),
)
_ANNOUNCED = Wanted(
    "notice_published",
    True,
    Text(
        nl="De wijziging is niet aangekondigd.",
        en="No notice of the change was published.",
    ),
    Text(
        nl="Kondig de wijziging aan op TenderNed.",
        en="Publish a notice of the change on TenderNed.",
    ),
)
_PROMISE = Text(
    nl="De wijziging verlaagt een belofte die punten opleverde. Dat is vermoedelijk wezenlijk: een "
    "ander had dan kunnen winnen.",
    en="The change lowers a promise that earned points. That is presumably substantial: another could "
    "then have won.",
)
_HOLD = Text(
    nl="Houd de contractant aan de belofte, of besteed opnieuw aan.",
    en="Hold the contractor to the promise, or start a new procedure.",
)
_TOO_LARGE = Text(
    nl="Alle wijzigingen samen zijn € {total}; klein is minder dan € {limit}.",
    en="All changes together are €{total}; small is less than €{limit}.",
)
_OVER_HALF = Text(
    nl="Deze wijziging is € {value}; het is hooguit 50% van de opdracht (€ {limit}).",
    en="This change is €{value}; it is 50% of the contract at most (€{limit}).",
)
_OTHER_GROUND = Text(
    nl="Kies een andere grond of besteed opnieuw aan.",
    en="Choose another ground or start a new procedure.",
)
_NO_CLAUSE = Text(
    nl="De bepaling ‘{clause}’ staat niet in het contract.",
    en="The clause ‘{clause}’ is not in the contract.",
)
_NAME_CLAUSE = Text(
    nl="Noem de herzieningsbepaling zoals zij in het contract heet.",
    en="Name the review clause as the contract calls it.",
)
_NO_THRESHOLD = Text(
    nl="De drempel voor deze opdracht op {day} is niet bekend.",
    en="The threshold for this contract on {day} is not known.",
)
_LOOK_UP = Text(
    nl="Vul dienst en aard van de opdracht in, en zoek de drempel van die dag op.",
    en="Fill in authority and nature of the contract, and look up the threshold of that day.",
)


def _check(draft: Draft) -> Iterator[Finding]:
    for index, change in enumerate(draft.legal.agreement.changes):
        place = f"legal.agreement.changes[{index}]"
        yield from missing(change, place, "title", "ground", "lowers_promise")
        yield from _promise(change, place)
        match change.ground:
            case ChangeGround.SMALL:
                yield from _small(draft, change, place)
            case ChangeGround.REVIEW_CLAUSE:
                yield from _clause(draft, change, place)
            case ChangeGround.ADDITIONAL | ChangeGround.UNFORESEEN:
                yield from _half(change, place)
            case ChangeGround.SUCCESSION | ChangeGround.NOT_SUBSTANTIAL:
                yield from missing(change, place, "reason")


def _promise(change: ContractChange, place: str) -> Iterator[Finding]:
    """A review clause may foresee it; a ground that forbids substantial change may not carry it."""
    if not change.lowers_promise or change.ground is ChangeGround.REVIEW_CLAUSE:
        return
    forbidden = change.ground in (None, ChangeGround.SUCCESSION, ChangeGround.NOT_SUBSTANTIAL)
    severity = Severity.BLOCKING if forbidden else Severity.MOTIVATE
    yield wrong(f"{place}.lowers_promise", _PROMISE, _HOLD, severity=severity, quote=change.title)


def _small(draft: Draft, change: ContractChange, place: str) -> Iterator[Finding]:
    yield from missing(change, place, "cumulative", "original")
    yield from against(change, place, (_KEEPS_NATURE,))
    level = threshold(draft.legal.contract, draft.on)
    if level is None or level.value is None:
        yield wrong(f"{place}.ground", _NO_THRESHOLD.format(day=f"{draft.on:%d-%m-%Y}"), _LOOK_UP)
    elif change.cumulative is not None and change.original is not None:
        works = draft.legal.contract.nature is Nature.WORKS
        limit = min(level.value, change.original * (_SMALL_WORKS if works else _SMALL))
        if abs(change.cumulative) >= limit:
            message = _TOO_LARGE.format(total=number(change.cumulative), limit=number(limit))
            yield wrong(f"{place}.cumulative", message, _OTHER_GROUND)


def _clause(draft: Draft, change: ContractChange, place: str) -> Iterator[Finding]:
    yield from against(change, place, (_KEEPS_NATURE,))
    titles = {each.title.strip().casefold() for each in draft.legal.agreement.review_clauses}
    if is_blank(change.clause) or change.clause.strip().casefold() not in titles:
        yield wrong(f"{place}.clause", _NO_CLAUSE.format(clause=change.clause.strip()), _NAME_CLAUSE)


def _half(change: ContractChange, place: str) -> Iterator[Finding]:
    """Each change on its own; only the unforeseen one must keep the nature of the contract."""
    yield from missing(change, place, "value", "original", "reason")
    yield from against(change, place, (_ANNOUNCED,))
    if change.ground is ChangeGround.UNFORESEEN:
        yield from against(change, place, (_KEEPS_NATURE,))
    if change.value is not None and change.original is not None and change.value > change.original * _HALF:
        message = _OVER_HALF.format(value=number(change.value), limit=number(change.original * _HALF))
        yield wrong(f"{place}.value", message, _OTHER_GROUND)


RULE = Rule(
    code="L45",
    title=Text(
        nl="Een contract wijzigt alleen op een grond uit de wet",
        en="A contract changes only on a ground of the act",
    ),
    severities=frozenset({Severity.BLOCKING, Severity.MOTIVATE}),
    checked_by=frozenset({CheckedBy.DATA, CheckedBy.PERSON}),
    moment=Moment.CHANGE,
    basis=(
        cite("aw2012:2.163a"),
        cite("aw2012:2.163b"),
        cite("aw2012:2.163c"),
        cite("aw2012:2.163d"),
        cite("aw2012:2.163e"),
        cite("aw2012:2.163f"),
        cite("aw2012:2.163g"),
        cite("aw2012:2.163g(3)"),
        cite("dir2014-24:72"),
    ),
    wrong=Text(
        nl="Een wijziging past niet bij haar grond, is te groot, of verlaagt een belofte waarmee de "
        "inschrijving won.",
        en="A change does not fit its ground, is too large, or lowers a promise with which the bid won.",
    ),
    why=Text(
        nl="Een wezenlijke wijziging is een nieuwe opdracht. Zonder nieuwe procedure kan alleen: klein "
        "(onder de drempel en onder 10%, bij werken 15%, alle wijzigingen samen), volgens een "
        "herzieningsbepaling, noodzakelijk of onvoorzien tot 50% per wijziging met een aankondiging, "
        "rechtsopvolging, of niet wezenlijk. Wie een belofte verlaagt die punten opleverde, maakt "
        "mogelijk dat een ander had gewonnen.",
        en="A substantial change is a new contract. Without a new procedure it must be: small (below "
        "the threshold and below 10%, works 15%, all changes together), by a review clause, "
        "necessary or unforeseen up to 50% each with a notice, succession, or not substantial. "
        "Lowering a promise that earned points means that another might have won.",
    ),
    instead=Text(
        nl="Kies de grond, toets zijn grenzen, en houd de contractant aan beloften die punten opleverden.",
        en="Choose the ground, test its limits, and hold the contractor to promises that earned points.",
    ),
    bad=Text(
        nl="De beloofde 35% refurbished wordt 10%, want de markt is krap.",
        en="The promised 35% refurbished becomes 10%, because the market is tight.",
    ),
    good=Text(
        nl="Er komen 60 laptops bij volgens optie 3 van het contract, tegen de prijs uit het prijzenblad.",
        en="60 laptops are added under option 3 of the contract, at the price of the price sheet.",
    ),
    ours=Text(
        nl="Dat het verlagen van een beloofde score vermoedelijk wezenlijk is, is onze lezing van art. "
        "2.163g lid 3 onder a en b.",
        en="That lowering a scored promise is presumably substantial is our reading of art. 2.163g(3) "
        "under a and b.",
    ),
    review_by=date(2027, 1, 1),
    check=_check,
)

"""L02: a weight that is a range fits, and an order without weights has an objective reason."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from procurement.citations import cite
from procurement.language import Text
from procurement.numbers import plain
from tenders.lint.answers import missing, wrong
from tenders.lint.draft import Draft
from tenders.lint.draft.award import WeightRange, Weights, WeightStyle
from tenders.lint.draft.procedure import AwardBasis
from tenders.lint.finding import Finding, Screen
from tenders.lint.rule import Rule
from tenders.lint.severity import CheckedBy, Severity
from tenders.lint.shown import number
from tenders.scoring.model import Lot

_WIDEST = Decimal(10)  # percentage points; our reading of a fitting spread
_HUNDRED = Decimal(100)

_OPEN = Text(
    nl="Voor perceel {lot} is niet gezegd hoe de gewichten in de stukken staan.",
    en="For lot {lot} nobody said how the documents state the weights.",
)
_BOUNDS = Text(
    nl="De marge loopt niet van een lager naar een hoger getal tussen 0 en 100.",
    en="The range does not run from a lower to a higher number between 0 and 100.",
)
_OUTSIDE = Text(
    nl="Het gewicht {weight}% valt buiten de marge.",
    en="The weight {weight}% lies outside the range.",
)
_WIDE = Text(
    nl="De marge is {spread} procentpunt breed.",
    en="The range is {spread} percentage points wide.",
)
_UNKNOWN = Text(
    nl="Het criterium ‘{code}’ bestaat niet in dit perceel.",
    en="The criterion ‘{code}’ does not exist in this lot.",
)
_SUM = Text(
    nl="Met deze marges kan het totaal geen 100% zijn: samen {least}% tot {most}%.",
    en="With these ranges the total cannot be 100%: together {least}% to {most}%.",
)
_ORDER = Text(
    nl="De criteria staan niet in aflopende volgorde van belang.",
    en="The criteria do not stand in descending order of importance.",
)
_NARROW = Text(
    nl="Geef één gewicht, of een marge van hooguit 10 procentpunt waar het gewicht in past.",
    en="State one weight, or a range of at most 10 percentage points that holds the weight.",
)
_STATE = Text(
    nl="Zeg of de stukken een vast gewicht, een marge of alleen een volgorde geven.",
    en="Say whether the documents give a fixed weight, a range or an order only.",
)
_SORT = Text(
    nl="Zet het zwaarste criterium vooraan.",
    en="Put the heaviest criterion first.",
)


def _check(draft: Draft) -> Iterator[Finding]:
    stated = draft.legal.award.weights
    for lot in draft.tender.lots:
        if lot.code not in [each.lot for each in stated]:
            yield wrong("legal.award.weights", _OPEN.format(lot=lot.code), _STATE, quote=lot.code)
        for index, each in enumerate(stated):
            if each.lot == lot.code:
                yield from _of_lot(lot, each, f"legal.award.weights[{index}]")


def _of_lot(lot: Lot, weights: Weights, place: str) -> Iterator[Finding]:
    yield from missing(weights, place, "style")
    if weights.style is WeightStyle.ORDER:
        yield from missing(weights, place, "order_reason")
        tops = [node.weight for node in lot.criteria]
        if tops != sorted(tops, reverse=True):
            yield wrong(place, _ORDER, _SORT, screen=Screen.CRITERIA)
    if weights.style is WeightStyle.RANGE:
        yield from missing(weights, place, "ranges")
        for index, each in enumerate(weights.ranges):
            yield from _range(lot, each, f"{place}.ranges[{index}]")
        yield from _total(lot, weights.ranges, place)


def _range(lot: Lot, each: WeightRange, place: str) -> Iterator[Finding]:
    node = next((node for node in lot.nodes() if node.code == each.criterion), None)
    if node is None:
        yield wrong(f"{place}.criterion", _UNKNOWN.format(code=each.criterion), _STATE)
    if each.least is None or each.most is None:
        yield from missing(each, place, "least", "most")
        return
    if not 0 <= each.least < each.most <= _HUNDRED:
        yield wrong(place, _BOUNDS, _NARROW)
    elif node and not each.least <= node.weight <= each.most:
        yield wrong(place, _OUTSIDE.format(weight=number(node.weight)), _NARROW)
    elif each.most - each.least > _WIDEST:
        spread = each.most - each.least
        message, quote = _WIDE.format(spread=number(spread)), plain(spread)
        yield wrong(place, message, _NARROW, severity=Severity.MOTIVATE, quote=quote)


def _total(lot: Lot, ranges: tuple[WeightRange, ...], place: str) -> Iterator[Finding]:
    """The criteria at the top of the tree; one without a range counts with its weight."""
    bounds = {each.criterion: (each.least, each.most) for each in ranges}
    sides = [bounds.get(node.code, (node.weight, node.weight)) for node in lot.criteria]
    least = sum((low for low, _ in sides if low is not None), Decimal(0))
    most = sum((high for _, high in sides if high is not None), Decimal(0))
    if not least <= _HUNDRED <= most:
        yield wrong(f"{place}.ranges", _SUM.format(least=number(least), most=number(most)), _NARROW)


def _applies(draft: Draft) -> bool:
    return draft.legal.course.award_basis in (None, AwardBasis.BEST_PRICE_QUALITY)


RULE = Rule(
    code="L02",
    title=Text(
        nl="Een gewicht dat een marge is, past; een volgorde zonder gewicht heeft een reden",
        en="A weight that is a range fits; an order without weights has a reason",
    ),
    severities=frozenset({Severity.BLOCKING, Severity.MOTIVATE}),
    checked_by=frozenset({CheckedBy.DATA, CheckedBy.PERSON}),
    basis=(
        cite("aw2012:2.115(4)"),
        cite("aw2012:2.115(5)"),
        cite("dir2014-24:67(5)"),
    ),
    wrong=Text(
        nl="Een marge klopt niet of is te ruim, of de stukken geven alleen een volgorde zonder te "
        "zeggen waarom.",
        en="A range is not right or is too wide, or the documents give an order only and do not say why.",
    ),
    why=Text(
        nl="Een gewicht mag een marge zijn, met een passend verschil tussen minimum en maximum. Alleen "
        "als wegen om objectieve redenen niet kan, volstaat een volgorde van belang. Anders weet een "
        "inschrijver niet wat telt.",
        en="A weight may be a range, with a fitting spread between minimum and maximum. An order of "
        "importance is enough only where weighting is impossible for objective reasons. Otherwise a "
        "bidder does not know what counts.",
    ),
    instead=Text(
        nl="Geef liefst één gewicht. Geef anders een smalle marge waar het gewicht in past en die samen "
        "100% toelaat.",
        en="Preferably state one weight. Otherwise state a narrow range that holds the weight and lets "
        "all make 100%.",
    ),
    bad=Text(
        nl="Kwaliteit weegt tussen 20% en 60%.",
        en="Quality weighs between 20% and 60%.",
    ),
    good=Text(
        nl="Kwaliteit weegt tussen 30% en 35%, prijs tussen 65% en 70%.",
        en="Quality weighs between 30% and 35%, price between 65% and 70%.",
    ),
    ours=Text(
        nl="De wet noemt geen getal voor een passend verschil. Dat een marge van meer dan 10 "
        "procentpunt een reden van een jurist vraagt, en dat de marges samen 100% toelaten, zijn "
        "regels van dit programma.",
        en="The act gives no number for a fitting spread. That a range of more than 10 percentage "
        "points asks a lawyer's reason, and that the ranges together allow 100%, are rules of this "
        "product.",
    ),
    review_by=date(2027, 1, 1),
    applies=_applies,
    check=_check,
)

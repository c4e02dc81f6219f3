"""Published parameters as tables: bands, steps, points of a line, levels with their full text."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from procurement.documents.compose import column, numbers, row, table
from procurement.documents.model import Block, Table
from procurement.language import Text
from tenders.reports.vocabulary import amount
from tenders.reports.wording import Wording
from tenders.scoring.method import Parameter, ParameterKind
from tenders.scoring.model import Criterion, Kind, Knot, LevelAmount, Parameters, ParameterValue, Step

_PARAMETER = Text(nl="Vastgelegd", en="Published")
_SYMBOL = Text(nl="Teken", en="Symbol")
_VALUE = Text(nl="Waarde", en="Value")
_PARAMETERS = Text(nl="Vastgelegde waarden bij de formule", en="Published values of the formula")
_FROM = Text(nl="Vanaf (telt mee)", en="From (included)")
_UP_TO = Text(nl="Tot (telt niet mee)", en="To (not included)")
_SHARE = Text(nl="Deel van de hoogste score", en="Share of the highest score")
_NO_LIMIT = Text(nl="geen grens", en="no limit")
_PLACE = Text(nl="Plaats", en="Place")
_LAST_PLACE = Text(nl="{place} en lager", en="{place} and below")
_LEVEL = Text(nl="Niveau", en="Level")
_LEVELS = Text(nl="Niveaus", en="Levels")
_DESCRIPTION = Text(nl="Wat de beoordelaar ziet", en="What the assessor sees")
_DISCOUNT = Text(nl="Korting", en="Discount")


def parameter_blocks(
    declared: Sequence[Parameter], given: Parameters, criterion: Criterion | None, say: Wording
) -> Iterator[Block]:
    """First the single values in one table, then each list in a table of its own."""
    singles = [each for each in declared if each.kind in (ParameterKind.NUMBER, ParameterKind.CHOICE)]
    if singles:
        yield _singles(singles, given, criterion, say)
    for parameter in declared:
        if parameter not in singles:
            yield _listed(parameter, given[parameter.name], criterion, say)


def _singles(
    declared: Sequence[Parameter], given: Parameters, criterion: Criterion | None, say: Wording
) -> Table:
    return table(
        (column(say(_PARAMETER), 5), column(say(_SYMBOL), 2), numbers(say(_VALUE), 4)),
        (
            row(say(each.title), each.symbol or "–", _single(each, given[each.name], criterion, say))
            for each in declared
        ),
        alt=say(_PARAMETERS),
    )


def _single(parameter: Parameter, value: ParameterValue, criterion: Criterion | None, say: Wording) -> str:
    if isinstance(value, Decimal):
        if parameter.name == "value_per_percent":
            return say.euro(value)
        in_unit = criterion is not None and parameter.name in ("floor", "ceiling")
        return amount(criterion, value, say) if criterion and in_unit else say.number(value)
    words = dict(parameter.choices).get(str(value))
    return say(words) if words else str(value)


def _listed(parameter: Parameter, value: ParameterValue, criterion: Criterion | None, say: Wording) -> Table:
    entries = value if isinstance(value, tuple) else ()
    steps = [each for each in entries if isinstance(each, Step)]
    knots = [each for each in entries if isinstance(each, Knot)]
    shares = [each for each in entries if isinstance(each, Decimal)]
    discounts = [each for each in entries if isinstance(each, LevelAmount)]
    caption = say(parameter.title)
    if steps:
        return _steps(steps, criterion, caption, say)
    if knots:
        return _knots(knots, criterion, caption, say)
    if shares:
        return _ladder(shares, caption, say)
    return _discounts(discounts, caption, say)


def _steps(steps: Sequence[Step], criterion: Criterion | None, caption: str, say: Wording) -> Table:
    return table(
        (numbers(say(_FROM), 3), numbers(say(_UP_TO), 3), numbers(say(_SHARE), 2)),
        (
            row(_limit(step.lower, criterion, say), _limit(step.upper, criterion, say), say.share(step.share))
            for step in steps
        ),
        caption=caption,
    )


def _limit(value: Decimal | None, criterion: Criterion | None, say: Wording) -> str:
    if value is None:
        return say(_NO_LIMIT)
    return amount(criterion, value, say) if criterion else say.number(value)


def _knots(knots: Sequence[Knot], criterion: Criterion | None, caption: str, say: Wording) -> Table:
    return table(
        (numbers(say(_VALUE), 3), numbers(say(_SHARE), 2)),
        (row(_limit(knot.value, criterion, say), say.share(knot.share)) for knot in knots),
        caption=caption,
    )


def _ladder(shares: Sequence[Decimal], caption: str, say: Wording) -> Table:
    places = [str(place) for place in range(1, len(shares) + 1)]
    places[-1] = say(_LAST_PLACE, place=places[-1])
    return table(
        (column(say(_PLACE), 3), numbers(say(_SHARE), 2)),
        (row(place, say.share(share)) for place, share in zip(places, shares, strict=True)),
        caption=caption,
    )


def _discounts(discounts: Sequence[LevelAmount], caption: str, say: Wording) -> Table:
    return table(
        (column(say(_LEVEL), 3), numbers(say(_DISCOUNT), 2)),
        (row(each.level, say.number(each.amount)) for each in discounts),
        caption=caption,
    )


def levels_table(criterion: Criterion, say: Wording) -> Table | None:
    if criterion.kind is not Kind.SCALE:
        return None
    return table(
        (column(say(_LEVEL), 3), numbers(say(_SHARE), 2), column(say(_DESCRIPTION), 9)),
        (row(level.title, say.share(level.share), level.description or "–") for level in criterion.levels),
        caption=f"{say(_LEVELS)} – {criterion.title}",
    )

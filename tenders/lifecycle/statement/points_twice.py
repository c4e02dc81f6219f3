"""What one criterion gives points for earns no points by another criterion as well."""

from collections.abc import Iterator, Mapping

from procurement.language import Text
from tenders.lifecycle.circularity.indicator import Indicator
from tenders.lifecycle.cost.kind import Measure
from tenders.lifecycle.plan.plan import Plan
from tenders.lifecycle.statement.figures import CircularityFigure, Figure, IndicatorFigure, LadderFigure
from tenders.scoring.model import Lot
from tenders.scoring.problem import Problem

_TWICE = Text(
    nl="‘{title}’ en ‘{other}’ geven allebei punten voor hetzelfde: {what}. Haal het uit een van beide.",
    en="‘{title}’ and ‘{other}’ both give points for the same thing: {what}. Take it out of one of them.",
)

Counted = Mapping[str, Text]  # by a key that is the same for what is the same


def problems_of_points_twice(lot: Lot, plan: Plan | None, figures: Mapping[str, Figure]) -> Iterator[Problem]:
    """Each criterion is held against those before it; places are by the code of the criterion."""
    before: list[tuple[str, Counted]] = []
    for node in lot.leaves():
        figure = figures.get(node.code)
        counted = _counted(figure, plan) if figure is not None and not figure.is_price else {}
        for other, earlier in before:
            shared = [each for key, each in counted.items() if key in earlier]
            if shared:
                yield Problem(node.code, _TWICE.format(title=node.title, other=other, what=_joined(shared)))
        before.append((node.title, counted))


def _counted(figure: Figure, plan: Plan | None) -> Counted:
    if isinstance(figure, IndicatorFigure):
        return _indicators([figure.indicator])
    if isinstance(figure, CircularityFigure):
        return _indicators(
            [each.indicator for each in plan.circularity.parts] if plan and plan.circularity else []
        )
    if isinstance(figure, LadderFigure):
        return {figure.code: figure.title}
    return {_of_use(each): each.label for each in sorted(figure.measures)}


def _indicators(indicators: list[Indicator]) -> Counted:
    return {f"indicator {each}": each.measure.label for each in indicators}


def _of_use(measure: Measure) -> str:
    """Energy and the CO2e of use are one thing: the one is the other times a published factor."""
    return min(measure, measure.same_as or measure)


def _joined(parts: list[Text]) -> Text:
    return Text(nl=", ".join(each.nl for each in parts), en=", ".join(each.en for each in parts))

"""The ranking of a lot as the result page shows it: lines, totals per group, chart, differences."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from procurement.numbers import in_both
from procurement.words import words
from tenders.charts.bars import Bar, Part, stacked_bars
from tenders.charts.svg import Svg
from tenders.scoring.awards import AWARDS
from tenders.scoring.model import Criterion, TieBreak
from tenders.scoring.numbers import ZERO, exactly
from tenders.scoring.result import BidResult, LotResult


@dataclass(frozen=True, slots=True)
class Line:
    """One bid in the ranking. `behind` is the difference to the winner, in the unit of the total."""

    found: BidResult
    groups: tuple[Decimal, ...]
    behind: Decimal

    @property
    def is_first(self) -> bool:
        return self.found.rank == 1


@dataclass(frozen=True, slots=True)
class Standings:
    """`in_euros`: the totals are evaluation prices, and the lowest is first."""

    result: LotResult
    groups: tuple[Criterion, ...]  # the top of the tree, without what this award method does not score
    lines: tuple[Line, ...]
    in_euros: bool
    lower_wins: bool

    @property
    def places(self) -> int:
        return self.result.lot.award.rounding.places

    @property
    def has_price(self) -> bool:
        return any(line.found.price is not None for line in self.lines)


def standings_of(result: LotResult) -> Standings:
    method = AWARDS[result.lot.award.method]
    scored = set(result.ranking[0].scores) if result.ranking else set()
    groups = tuple(node for node in result.lot.criteria if any(leaf.code in scored for leaf in node.leaves()))
    lines = tuple(_line(result, found, groups) for found in result.ranking)
    return Standings(result, groups, lines, method.in_euros, method.lower_wins)


def _line(result: LotResult, found: BidResult, groups: Sequence[Criterion]) -> Line:
    points = result.node_points(found.bid.code)
    with exactly():
        behind = abs(found.total - result.ranking[0].total)
    return Line(found, tuple(points[group.code] for group in groups), behind)


def chart_of(standings: Standings) -> Svg | None:
    """Bars of what each group earned; None where the award method scores nothing but the price."""
    if not standings.groups:
        return None
    scores = standings.lines[0].found.scores.values()
    with exactly():
        maximum = sum((score.worth for score in scores), ZERO)
    return stacked_bars(
        name="ranking",
        title=_("Waarde per groep criteria") if standings.in_euros else _("Punten per groep criteria"),
        description=_("Dezelfde cijfers staan in de tabel hierboven."),
        series=[group.title for group in standings.groups],
        bars=[_bar(standings, line) for line in standings.lines],
        maximum=maximum,
    )


def _bar(standings: Standings, line: Line) -> Bar:
    parts = tuple(Part(points, shown(points, standings.places)) for points in line.groups)
    with exactly():
        together = sum(line.groups, ZERO)
    name = f"{line.found.rank}. {line.found.bid.code}"
    return Bar(name, parts, shown(together, standings.places))


def shown(value: Decimal, places: int | None) -> str:
    """In the notation of the reader; all digits when `places` is None."""
    return words(in_both(value, places))


def titles_of(result: LotResult) -> Mapping[str, str]:
    """What a code in the result stands for: a criterion, a group or a requirement."""
    nodes = {node.code: node.title for node in result.lot.nodes()}
    return nodes | {requirement.code: requirement.title for requirement in result.lot.requirements}


def tie_rules(result: LotResult) -> list[str]:
    """The published order in which equal totals are decided."""
    titles = titles_of(result)
    names = {
        TieBreak.QUALITY: _("de hoogste score voor kwaliteit"),
        TieBreak.PRICE: _("de laagste prijs"),
        TieBreak.DRAW: _("loting"),
    }
    return [
        names.get(rule.by, _("de hoogste score voor %(title)s") % {"title": titles.get(rule.criterion, "")})
        for rule in result.lot.award.ties
    ]

"""The tree of award criteria as one table with weights and the most that each can earn."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from procurement.documents.compose import column, content, numbers, row, table
from procurement.documents.model import Row, Table
from procurement.language import Text
from tenders.reports.wording import Wording
from tenders.scoring.award import AwardMethod, points_worth
from tenders.scoring.awards import AWARDS
from tenders.scoring.model import Criterion, Kind, Lot
from tenders.scoring.numbers import exactly

_CODE = Text(nl="Code", en="Code")
_CRITERION = Text(nl="Gunningscriterium", en="Award criterion")
_WEIGHT = Text(nl="Gewicht", en="Weight")
_POINTS = Text(nl="Hoogste score (punten)", en="Highest score (points)")
_EUROS = Text(nl="Hoogste score (euro)", en="Highest score (euros)")
_TOTAL = Text(nl="Totaal", en="Total")
_CAPTION = Text(nl="Gunningscriteria en gewichten", en="Award criteria and weights")
_INDENT = "\u2003"  # em space: a child stands further to the right


def tree_table(lot: Lot, say: Wording) -> Table:
    award = AWARDS[lot.award.method]
    most = _EUROS if worth_in_euros(award) else _POINTS
    scored = award.scores_price or award.scores_quality
    columns = [column(say(_CODE), 2), column(say(_CRITERION), 7), numbers(say(_WEIGHT), 2)]
    return table(
        [*columns, numbers(say(most), 3)] if scored else columns,
        [*_rows(lot, lot.criteria, say, scored=scored), _total(lot, say, scored=scored)],
        caption=say(_CAPTION),
    )


def worth_in_euros(award: AwardMethod) -> bool:
    """Is a criterion worth an amount of money instead of points?"""
    return award.worth is not points_worth


def most_of(lot: Lot, criterion: Criterion) -> Decimal:
    """What 100% of a criterion earns: points, or euros under award on value."""
    with exactly():
        return AWARDS[lot.award.method].worth(lot.award, criterion)


def shown_worth(lot: Lot, value: Decimal, say: Wording) -> str:
    return say.euro(value) if worth_in_euros(AWARDS[lot.award.method]) else say.number(value)


def _rows(
    lot: Lot, criteria: Sequence[Criterion], say: Wording, *, scored: bool, depth: int = 0
) -> Iterator[Row]:
    for node in criteria:
        cells = [
            content(node.code),
            content(f"{_INDENT * depth}{node.title}"),
            content(say.percent(node.weight)),
        ]
        if scored:
            cells.append(content(_most(lot, node, say)))
        yield row(*cells, emphasis=bool(node.children))
        yield from _rows(lot, node.children, say, scored=scored, depth=depth + 1)


def _most(lot: Lot, node: Criterion, say: Wording) -> str:
    """A dash where the award method takes the price as it is."""
    scored = sum((most_of(lot, leaf) for leaf in node.leaves() if _is_scored(lot, leaf)), Decimal(0))
    return shown_worth(lot, scored, say) if any(_is_scored(lot, leaf) for leaf in node.leaves()) else "–"


def _is_scored(lot: Lot, leaf: Criterion) -> bool:
    award = AWARDS[lot.award.method]
    return award.scores_price if leaf.kind is Kind.PRICE else award.scores_quality


def _total(lot: Lot, say: Wording, *, scored: bool) -> Row:
    weight = sum((node.weight for node in lot.criteria), Decimal(0))
    cells = [content(""), content(say(_TOTAL)), content(say.percent(weight))]
    if scored:
        leaves = [leaf for leaf in lot.leaves() if _is_scored(lot, leaf)]
        cells.append(content(shown_worth(lot, sum((most_of(lot, leaf) for leaf in leaves), Decimal(0)), say)))
    return row(*cells, emphasis=True)

"""The scoring grid as the templates show it: rows of the tree, cells, and how far the work is."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.forms.boundfield import BoundField

from tenders.forms.scores import Cell, ScoreForm
from tenders.forms.values import NUMBER_KINDS
from tenders.models import Bid, Criterion, Lot, RequirementOutcome
from tenders.scorecard.verified import Verified
from tenders.services.scores import CellKey
from tenders.views.proof import Proof
from tenders.views.readings import Reading


@dataclass(frozen=True, slots=True)
class ShownCell:
    """A cell with its two fields. `echo` says how a number was read."""

    cell: Cell
    value: BoundField
    motivation: BoundField
    echo: str
    is_filled: bool
    is_needed: bool  # not for a bid that failed a requirement: it is set aside unscored
    proof: Proof | None  # what the evidence says, where the criterion rests on evidence

    @property
    def is_number(self) -> bool:
        return self.cell.criterion.kind in NUMBER_KINDS


@dataclass(frozen=True, slots=True)
class Row:
    """One node of the tree; a group has neither cells nor a reading."""

    criterion: Criterion
    depth: int
    cells: tuple[ShownCell, ...]
    reading: Reading | None = None


@dataclass(frozen=True, slots=True)
class BidColumn:
    bid: Bid
    filled: int
    is_needed: bool


@dataclass(frozen=True, slots=True)
class Grid:
    bids: Sequence[Bid]
    rows: tuple[Row, ...]

    @property
    def leaves(self) -> list[Row]:
        return [row for row in self.rows if row.cells]

    @property
    def cells(self) -> list[ShownCell]:
        return [cell for row in self.rows for cell in row.cells]

    @property
    def total(self) -> int:
        return sum(cell.is_needed for cell in self.cells)

    @property
    def filled(self) -> int:
        return sum(cell.is_filled for cell in self.cells if cell.is_needed)

    @property
    def columns(self) -> list[BidColumn]:
        return [self._column(place, bid) for place, bid in enumerate(self.bids)]

    def _column(self, place: int, bid: Bid) -> BidColumn:
        cells = [row.cells[place] for row in self.leaves]
        return BidColumn(bid, sum(cell.is_filled for cell in cells), all(cell.is_needed for cell in cells))


def bids_of(lot: Lot) -> list[Bid]:
    return sorted(
        lot.bids.select_related("supplier").prefetch_related("evidence"), key=lambda bid: (bid.code, bid.pk)
    )


def failed_bids(lot: Lot) -> set[int]:
    """The bids that do not meet a requirement; they are set aside, so their values are not asked for."""
    unmet = RequirementOutcome.objects.filter(bid__lot=lot, met=False)
    return set(unmet.values_list("bid", flat=True))


def tree_of(lot: Lot) -> list[tuple[Criterion, int]]:
    """Every node with its depth, parents before children, in published order."""
    children: defaultdict[int | None, list[Criterion]] = defaultdict(list)
    for criterion in lot.criteria.prefetch_related("levels"):
        children[criterion.parent_id].append(criterion)

    def under(parent: int | None, depth: int) -> Iterator[tuple[Criterion, int]]:
        for node in children[parent]:
            yield node, depth
            yield from under(node.pk, depth + 1)

    return list(under(None, 0))


def leaves_of(tree: Sequence[tuple[Criterion, int]]) -> list[Criterion]:
    parents = {criterion.parent_id for criterion, _ in tree}
    return [criterion for criterion, _ in tree if criterion.pk not in parents]


def cells_of(leaves: Sequence[Criterion], bids: Sequence[Bid]) -> list[Cell]:
    return [Cell(bid, criterion) for criterion in leaves for bid in bids]


def grid_of(
    form: ScoreForm,
    tree: Sequence[tuple[Criterion, int]],
    bids: Sequence[Bid],
    failed: Collection[int],
    verified: Mapping[CellKey, Verified],
    readings: Mapping[int, Reading],
) -> Grid:
    """The rows of `tree` with the cells that `form` holds; `failed`: bids that are set aside."""
    cells: defaultdict[int, list[ShownCell]] = defaultdict(list)
    for cell in form.cells:
        cells[cell.criterion.pk].append(_shown(form, cell, failed, verified.get(cell.key)))
    rows = (
        Row(criterion, depth, tuple(cells[criterion.pk]), readings.get(criterion.pk))
        for criterion, depth in tree
    )
    return Grid(bids, tuple(rows))


def _shown(form: ScoreForm, cell: Cell, failed: Collection[int], verified: Verified | None) -> ShownCell:
    return ShownCell(
        cell=cell,
        value=form.value_of(cell),
        motivation=form.motivation_of(cell),
        echo=form.echo(cell),
        is_filled=form.is_filled(cell),
        is_needed=cell.bid.pk not in failed,
        proof=Proof(cell.criterion, verified, form.entered(cell)) if verified else None,
    )

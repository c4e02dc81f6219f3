"""Where the scores sheet of a lot holds what: one block of rows a criterion, one row a bid within it."""

from collections.abc import Mapping
from dataclasses import dataclass

from procurement.documents.formulas import area, cell
from tenders.scoring.awards import AWARDS
from tenders.scoring.model import Criterion, Lot

VALUE, SHARE, POINTS = 4, 5, 6  # columns D, E and F, after code, bidder and status
FIRST_BLOCK = 4  # the row of the first block; above it the title and an explanation
ABOVE_BIDS = 3  # rows of a block before its bids: the title with the worth, the formula, the headings
_PAGE = 48  # rows of a printed page, below the repeated title


@dataclass(frozen=True, slots=True)
class Block:
    """The rows of one criterion: its title at `top`, then the formula, headings and bids."""

    top: int
    bids: int

    @property
    def rows(self) -> range:
        return range(self.top + ABOVE_BIDS, self.top + ABOVE_BIDS + self.bids)

    @property
    def worth(self) -> str:
        """What 100% earns, a fixed cell."""
        return cell(POINTS, self.top, fixed_column=True, fixed_row=True)

    @property
    def values(self) -> str:
        """The values of all bids; empty for a bid that is set aside."""
        return area((VALUE, self.rows.start), (VALUE, self.rows.stop - 1), fixed=True)

    @property
    def all_points(self) -> str:
        """The scores of all bids, in the same order."""
        return area((POINTS, self.rows.start), (POINTS, self.rows.stop - 1), fixed=True)

    def points(self, place: int) -> str:
        """The score of the bid at this place, from 0."""
        return cell(POINTS, self.rows[place])


def scored_leaves(lot: Lot) -> tuple[Criterion, ...]:
    award = AWARDS[lot.award.method]
    return tuple(leaf for leaf in lot.leaves() if award.scores(leaf))


def blocks_of(lot: Lot) -> Mapping[str, Block]:
    height = ABOVE_BIDS + len(lot.bids) + 1
    return {
        leaf.code: Block(FIRST_BLOCK + place * height, len(lot.bids))
        for place, leaf in enumerate(scored_leaves(lot))
    }


def page_starts(lot: Lot) -> tuple[int, ...]:
    """The rows at which a page begins in print, so that no block is cut where a page can hold it."""
    blocks = tuple(blocks_of(lot).values())
    a_page = max(1, _PAGE // (ABOVE_BIDS + len(lot.bids) + 1))
    return tuple(block.top for block in blocks[a_page::a_page])

"""The sheet with the text of every level, from which the lists of the assessment sheet take their choices."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from procurement.documents.formulas import area, on_sheet
from procurement.documents.workbook import Column, Sheet, Style
from procurement.language import Text
from tenders.reports.matrix.grid import Grid, across
from tenders.reports.wording import Wording
from tenders.workbooks.assessed import Criterion, level_labels

_SHEET = Text(nl="Schalen", en="Scales")
_TITLE = Text(nl="Wat elk niveau betekent", en="What each level means")
_HEADINGS = (Text(nl="Niveau", en="Level"), Text(nl="Wat u daarvoor ziet", en="What you see for it"))
_COLUMNS = (Column(30, Style.WRAPPED), Column(100, Style.WRAPPED))
_HEADING_ROW = 2


@dataclass(frozen=True, slots=True)
class Scales:
    """`headings` has the row of each criterion, `choices` the range of its levels, by code."""

    sheet: Sheet
    headings: Mapping[str, int]
    choices: Mapping[str, str]


def scales_of(criteria: Sequence[Criterion], say: Wording) -> Scales:
    grid, headings, choices = Grid(), {}, {}
    grid.title(say(_TITLE))
    grid.headings(*(say(text) for text in _HEADINGS))
    for criterion in criteria:
        headings[criterion.code] = grid.section(criterion.title, 2)
        if criterion.description.strip():
            grid.add(*across(criterion.description, Style.WRAPPED, 2))
        names = level_labels(criterion)
        first = grid.next
        for level in criterion.levels:
            grid.add(names[level.code], level.description)
        choices[criterion.code] = on_sheet(say(_SHEET), area((1, first), (1, grid.next - 1), fixed=True))
    sheet = Sheet(
        title=say(_SHEET),
        rows=tuple(grid.rows),
        columns=_COLUMNS,
        frozen=f"A{_HEADING_ROW + 1}",
        title_rows=(_HEADING_ROW, _HEADING_ROW),
        landscape=True,
        protected=True,
    )
    return Scales(sheet, headings, choices)

"""Names of sheets. They are ours alone: no title typed by a person can spoil a formula that names a sheet."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from procurement.documents.formulas import on_sheet
from procurement.language import Text
from tenders.reports.edition import Assessment, Edition
from tenders.reports.wording import Wording

GUIDE = Text(nl="Leeswijzer", en="Guide")
CRITERIA = Text(nl="Criteria en regels", en="Criteria and rules")
SUPPLIERS = Text(nl="Leveranciers", en="Suppliers")
_INPUT = Text(nl="Invoer {number}", en="Input {number}")
_SCORES = Text(nl="Scores {number}", en="Scores {number}")
_TOTAL = Text(nl="Totaal {number}", en="Totals {number}")
_WHAT_IF = Text(nl="Wat als {number}", en="What if {number}")
_COMPARISON = Text(nl="Vergelijking {number}", en="Comparison {number}")


@dataclass(frozen=True, slots=True)
class LotSheets:
    """The sheets of the n-th lot, counted from 1 whatever its code is."""

    number: int
    input: str
    scores: str
    totals: str
    what_if: str
    comparison: str

    @property
    def all(self) -> tuple[str, ...]:
        """In the order of the workbook."""
        return (self.input, self.scores, self.totals, self.comparison, self.what_if)

    def on_input(self, reference: str) -> str:
        return on_sheet(self.input, reference)

    def on_scores(self, reference: str) -> str:
        return on_sheet(self.scores, reference)

    def on_totals(self, reference: str) -> str:
        return on_sheet(self.totals, reference)


def sheets_of(number: int, say: Wording) -> LotSheets:
    titles = (_INPUT, _SCORES, _TOTAL, _WHAT_IF, _COMPARISON)
    return LotSheets(number, *(say(text, number=str(number)) for text in titles))


def lots_in(
    edition: Edition, assessments: Sequence[Assessment], say: Wording
) -> Iterator[tuple[LotSheets, Assessment]]:
    """The assessed lots with their sheets, whose number is the place of the lot in the tender."""
    assessed = {each.lot.code: each for each in assessments}
    for number, lot in enumerate(edition.tender.lots, start=1):
        if lot.code in assessed:
            yield sheets_of(number, say), assessed[lot.code]

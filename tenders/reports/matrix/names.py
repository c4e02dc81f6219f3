"""Names of sheets. They are ours alone: no title typed by a person can spoil a formula that names a sheet."""

from dataclasses import dataclass

from procurement.documents.formulas import on_sheet
from procurement.language import Text
from tenders.reports.wording import Wording

GUIDE = Text(nl="Leeswijzer", en="Guide")
CRITERIA = Text(nl="Criteria en regels", en="Criteria and rules")
SUPPLIERS = Text(nl="Leveranciers", en="Suppliers")
_INPUT = Text(nl="Invoer {number}", en="Input {number}")
_SCORES = Text(nl="Scores {number}", en="Scores {number}")
_TOTAL = Text(nl="Totaal {number}", en="Totals {number}")


@dataclass(frozen=True, slots=True)
class LotSheets:
    """The three sheets of the n-th lot, counted from 1 whatever its code is."""

    number: int
    input: str
    scores: str
    totals: str

    def on_input(self, reference: str) -> str:
        return on_sheet(self.input, reference)

    def on_scores(self, reference: str) -> str:
        return on_sheet(self.scores, reference)


def sheets_of(number: int, say: Wording) -> LotSheets:
    return LotSheets(number, *(say(text, number=str(number)) for text in (_INPUT, _SCORES, _TOTAL)))

"""What a person can pick for a stated criterion, and the formula that turns the pick into its share.

The pick is compared with EXACT and not with MATCH: MATCH ignores capitals and reads * and ? as wildcards.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from procurement.documents.formulas import area, on_sheet
from tenders.reports.vocabulary import shown_value
from tenders.reports.wording import Wording
from tenders.scoring.model import Criterion
from tenders.scoring.stated import shares, states_code

LABELS, CODES, SHARES = 1, 6, 7


@dataclass(frozen=True, slots=True)
class Choice:
    code: str
    label: str
    share: Decimal


@dataclass(frozen=True, slots=True)
class ChoiceTable:
    """Rows `first` to `last` of a sheet: labels in column A, codes in F, shares in G."""

    sheet: str
    first: int
    last: int

    def column(self, number: int) -> str:
        return on_sheet(self.sheet, area((number, self.first), (number, self.last), fixed=True))

    @property
    def labels(self) -> str:
        return self.column(LABELS)

    def share_of(self, cell: str) -> str:
        """The share of the label in `cell`; #N/A for a text that is not in the table."""
        found = f"--EXACT({self.labels},{cell})"
        return f"IF(SUMPRODUCT({found})=1,SUMPRODUCT({found},{self.column(SHARES)}),NA())"

    def code_of(self, cell: str) -> str:
        found = f"--EXACT({self.labels},{cell})"
        place = f"SUMPRODUCT({found},ROW({self.labels})-{self.first - 1})"
        return f"INDEX({self.column(CODES)},{place})"


def choices_of(criterion: Criterion, say: Wording) -> tuple[Choice, ...]:
    """A title that occurs twice carries its code, so that each label names one level."""
    titles = {code: shown_value(criterion, code, say) for code in shares(criterion)}
    times = Counter(titles.values())
    return tuple(
        Choice(code, titles[code] if times[titles[code]] == 1 else f"{titles[code]} ({code})", share)
        for code, share in shares(criterion).items()
    )


def labels_of(criterion: Criterion, say: Wording) -> Mapping[str, str]:
    """By code; empty where a bid states a number."""
    if not states_code(criterion):
        return {}
    return {choice.code: choice.label for choice in choices_of(criterion, say)}

"""The cells of the evaluation workbook that a person may fill in, for whoever reads the file back.

`blanks_of` gives what bids offer or were given; `trial_blanks_of` the weights of the what-if sheets, which
count for nothing. Status and draw are unlocked as well, but what they say is recorded elsewhere: changing
them in a file that is sent in is a change to a cell that stands fixed.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from procurement.documents.formulas import cell
from procurement.language import Text
from procurement.returned_sheets.blanks import Blank, BlankKind
from tenders.reports.edition import Assessment, Edition
from tenders.reports.matrix.choices import choices_of
from tenders.reports.matrix.inputs import LARGEST, input_columns, rows_of
from tenders.reports.matrix.names import LotSheets, lots_in
from tenders.reports.matrix.trial import FIRST_WEIGHT, OWN_ROW, weighed
from tenders.reports.wording import Wording
from tenders.scoring.model import Bid, Criterion, Kind
from tenders.scoring.numbers import HUNDRED
from tenders.scoring.stated import states_code

_BY_ASSESSOR = Text(nl="{what}, beoordelaar {number}", en="{what}, assessor {number}")
_TRIAL = Text(
    nl="Uw gewicht voor {criterion} (telt niet mee)", en="Your weight for {criterion} (does not count)"
)


@dataclass(frozen=True, slots=True)
class InputBlank:
    """One cell of an input sheet. `codes`: what each choice stands for; empty for a number."""

    blank: Blank
    lot: str
    bid: str
    criterion: str
    assessor: int  # from 1
    codes: Mapping[str, str]


def blanks_of(edition: Edition, assessments: Sequence[Assessment]) -> tuple[InputBlank, ...]:
    """In the order of the lots, the bids and the columns."""
    say = Wording(edition.language)
    return tuple(
        found for names, each in lots_in(edition, assessments, say) for found in _of_lot(names, each, say)
    )


def trial_blanks_of(edition: Edition, assessments: Sequence[Assessment]) -> tuple[Blank, ...]:
    say = Wording(edition.language)
    return tuple(
        found for names, each in lots_in(edition, assessments, say) for found in _weights(names, each)
    )


def _of_lot(names: LotSheets, each: Assessment, say: Wording) -> Iterator[InputBlank]:
    columns = input_columns(each.lot).leaves
    labels = {
        leaf.code: {choice.label: choice.code for choice in choices_of(leaf, say)}
        for leaf in each.lot.leaves()
        if states_code(leaf)
    }
    for row, bid in zip(rows_of(each.lot), each.lot.bids, strict=True):
        for leaf in each.lot.leaves():
            codes = labels.get(leaf.code, {})
            for assessor, column in enumerate(columns[leaf.code], start=1):
                shared = len(columns[leaf.code]) > 1
                blank = Blank(
                    key=json.dumps(["value", each.lot.code, bid.code, leaf.code, assessor]),
                    sheet=names.input,
                    at=cell(column, row),
                    kind=BlankKind.CHOICE if codes else BlankKind.NUMBER,
                    title=_title(bid, leaf, assessor if shared else None),
                    choices=tuple(codes),
                    lowest=None if codes else Decimal(0) if leaf.kind is Kind.PRICE else -LARGEST,
                    highest=None if codes else LARGEST,
                )
                yield InputBlank(blank, each.lot.code, bid.code, leaf.code, assessor, codes)


def _title(bid: Bid, leaf: Criterion, assessor: int | None) -> Text:
    what = f"{bid.code} {bid.name}: {leaf.title}"
    if assessor is None:
        return Text(nl=what, en=what)
    return _BY_ASSESSOR.format(what=what, number=str(assessor))


def _weights(names: LotSheets, each: Assessment) -> Iterator[Blank]:
    for column, leaf in enumerate(weighed(each.lot), start=FIRST_WEIGHT):
        yield Blank(
            key=json.dumps(["trial", each.lot.code, leaf.code]),
            sheet=names.what_if,
            at=cell(column, OWN_ROW),
            kind=BlankKind.NUMBER,
            title=_TRIAL.format(criterion=leaf.title),
            lowest=Decimal(0),
            highest=HUNDRED,
        )

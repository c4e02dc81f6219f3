"""The sheet with the evidence of each supplier, weighed on the deadline: proof beside the ranking."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from procurement.documents.workbook import CellLike, Column, Sheet, Style
from procurement.language import Text
from tenders.reports.award.suppliers import counts, reasons, until, used_evidence
from tenders.reports.matrix.grid import Grid
from tenders.reports.matrix.names import SUPPLIERS
from tenders.reports.proof import SupplierProof
from tenders.reports.vocabulary import LOT_SHORT
from tenders.reports.wording import Wording
from tenders.scorecard.uses import USES

_TITLE = Text(nl="Bewijs van de leveranciers op {day}", en="Evidence of the suppliers on {day}")
_LOT = Text(nl="Perceel", en="Lot")
_WORDS = (
    _LOT,
    Text(nl="Inschrijver", en="Bidder"),
    Text(nl="Onderdeel", en="Part"),
    Text(nl="Waarom", en="Why"),
    Text(nl="Bewijs", en="Evidence"),
    Text(nl="Geldig tot en met", en="Valid until"),
    Text(nl="Telt", en="Counts"),
)
_COLUMNS = (
    Column(11),
    Column(28, Style.WRAPPED),
    Column(27, Style.WRAPPED),
    Column(52, Style.WRAPPED),
    Column(30, Style.WRAPPED),
    Column(26, Style.WRAPPED),
    Column(16, Style.WRAPPED),
)


def supplier_sheet(
    proofs: Mapping[str, Sequence[SupplierProof]], contract_end: date | None, say: Wording
) -> Sheet | None:
    """`proofs` by lot code; None where no evidence is known."""
    cards = [(lot, proof) for lot, found in proofs.items() for proof in found]
    if not cards:
        return None
    grid = Grid()
    grid.title(say(_TITLE, day=say.day(cards[0][1].card.on)))
    grid.note(say(USES["proof"].explanation), _COLUMNS)
    grid.headings(*(say(text) for text in _WORDS))
    for lot, proof in cards:
        for line in _lines(lot, proof, contract_end, say):
            grid.add(*line)
    return Sheet(
        title=say(SUPPLIERS),
        rows=grid.rows,
        columns=_COLUMNS,
        frozen="C4",
        title_rows=(3, 3),
        landscape=True,
        protected=True,
    )


def _lines(
    lot: str, proof: SupplierProof, contract_end: date | None, say: Wording
) -> Iterator[tuple[CellLike, ...]]:
    for line in proof.card.lines:
        yield (
            say(LOT_SHORT, code=lot),
            f"{proof.name} ({proof.bid})",
            say(line.title),
            reasons(line, say),
            used_evidence(line),
            until(line, contract_end, say),
            counts(line, say),
        )

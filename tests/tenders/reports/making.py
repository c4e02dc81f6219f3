"""Short constructors for the tests of reports."""

from datetime import UTC, date, datetime

from procurement.documents.model import (
    Block,
    Clause,
    Document,
    Heading,
    Listing,
    Note,
    Paragraph,
    Provision,
    Table,
    plain,
)
from procurement.language import Language, Text
from tenders.reports.edition import Assessment, Edition, Particulars
from tenders.reports.vocabulary import NATURES, PROCEDURES
from tenders.scoring.evaluate import evaluate
from tenders.scoring.model import Lot, Tender

MADE = datetime(2026, 11, 21, 12, tzinfo=UTC)


def edition(tender: Tender, language: Language = "nl") -> Edition:
    return Edition(
        tender=tender,
        particulars=Particulars(
            nature=NATURES["supplies"],
            procedure=PROCEDURES["open"],
            deadline=MADE,
            contract_start=date(2027, 2, 1),
            contract_end=date(2031, 1, 31),
        ),
        language=language,
        version=Text(nl="versie 1 van 7 september 2026", en="version 1 of 7 September 2026"),
        digest="0123456789abcdef" * 4,
        created=MADE,
    )


def tender_of(lots: tuple[Lot, ...]) -> Tender:
    return Tender(
        reference="2026-001",
        title="Laptops & <docks>",
        authority="Ministerie (voorbeeld)",
        lots=lots,
        subject="Levering van laptops.",
    )


def assessed(lot: Lot) -> Assessment:
    return Assessment(lot=lot, result=evaluate(lot), number=1, digest="f" * 64, made_at=MADE)


def texts(document: Document) -> list[str]:
    """Every line of words in the document, cell by cell."""
    return [text for block in document.blocks for text in _texts(block) if text]


def headings(document: Document) -> list[str]:
    return [plain(block.content) for block in document.blocks if isinstance(block, Heading)]


def tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def _texts(block: Block) -> list[str]:
    match block:
        case Heading() | Paragraph() | Note():
            return [plain(block.content)]
        case Listing():
            return [plain(item.content) for item in block.items]
        case Table():
            return [plain(cell) for row in block.rows for cell in row.cells]
        case Clause():
            return [plain(part.content) for part in block.body if isinstance(part, Provision)]
        case _:
            return []

"""The records of a tender as they are drawn up when its dossier is written; no assessor is named in them."""

from collections.abc import Iterator

from procurement.documents.writers.docx import docx_bytes
from procurement.language import Language
from tenders.dossier.manifest import RECORD, File
from tenders.models import Tender
from tenders.services.consensus_record import consensus_record, recorded_lots
from tenders.services.records import Recorded, made_record, records_of

LANGUAGE: Language = "nl"


def record_documents(tender: Tender) -> Iterator[File]:
    """Of the openings, the award and the consensus meeting, as Word files in Dutch."""
    for each in records_of(tender):
        made = made_record(each.lot, each.name, LANGUAGE) if isinstance(each, Recorded) else None
        if made is not None:
            yield File(_path(each.lot.number, each.name), RECORD, docx_bytes(made))
    for lot in recorded_lots(tender):
        content = consensus_record(lot=lot, language=LANGUAGE, with_names=False)
        yield File(_path(lot.number, "consensus"), RECORD, content)


def _path(lot: int, name: str) -> str:
    return f"documents/lot-{lot}/{name}.docx"

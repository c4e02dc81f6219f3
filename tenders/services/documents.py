"""The documents of a tender as files, each from the frozen version and nothing else."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from clauses.assembly.assemble import Assembly, applicable, assemble
from clauses.assembly.clause import LibraryClause
from clauses.assembly.facts import Facts, facts
from clauses.assembly.library import newest, read_library
from clauses.assembly.register import clause_sheet
from clauses.drafts import read_draft
from clauses.models import ContractDraft
from procurement.audit.log import head
from procurement.documents.model import Document
from procurement.documents.workbook import Sheet, Workbook
from procurement.documents.writers.docx import docx_bytes
from procurement.documents.writers.odt import odt_bytes
from procurement.documents.writers.xlsx import xlsx_bytes
from procurement.language import Language
from procurement.returned_pages import sheet_key
from procurement.workbook_files import WORKBOOK_FILES
from tenders.models import Evaluation, Publication, PublishedDocument, Tender
from tenders.reports.annex.document import award_annex
from tenders.reports.award.document import award_report
from tenders.reports.contract.document import contract_document
from tenders.reports.contract.offered import without_empty_promises
from tenders.reports.contract.securing import answers
from tenders.reports.contract.subject import ContractFor
from tenders.reports.contract.values import Values, contract_values
from tenders.reports.edition import Assessment, Edition
from tenders.reports.files import safe, snapshot_name
from tenders.reports.matrix.suppliers import supplier_sheet
from tenders.reports.wording import Wording
from tenders.scoring.model import Lot
from tenders.services.contract_texts import contract_draft_of
from tenders.services.editions import assessments_of, edition_of, origin_of, proofs_of
from tenders.services.evaluation_sheet import issued as issued_evaluation
from tenders.services.price_sheets import is_price_sheet, lot_of_sheet, price_sheet, price_sheet_names

CRITERIA = "gunningscriteria.docx"
CONTRACT = "overeenkomst.docx"
REPORT = "gunningsadvies.docx"
WORKBOOK = "beoordeling.xlsx"
OPEN_WORKBOOK = "beoordeling.ods"

_LOT_CONTRACT = re.compile(r"overeenkomst-perceel-([1-9][0-9]*)\.docx")
_LOT_SNAPSHOT = re.compile(r"momentopname-perceel-([1-9][0-9]{0,8})\.json")
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
OPEN_DOCUMENT = "application/vnd.oasis.opendocument.text"


class UnknownDocument(LookupError):
    """There is no document with this name for this tender."""


def document_names(tender: Tender) -> tuple[str, ...]:
    """Every document that can be made now; one contract a lot where there are several lots."""
    evaluated = tender.lots.filter(evaluations__isnull=False).order_by("number").distinct()
    snapshots = [snapshot_name(str(number)) for number in evaluated.values_list("number", flat=True)]
    return (*bidder_documents(tender), *((REPORT, WORKBOOK, *snapshots) if snapshots else ()))


def bidder_documents(tender: Tender) -> tuple[str, ...]:
    """What bidders get at publication."""
    numbers = list(tender.lots.order_by("number").values_list("number", flat=True))
    contracts = [f"overeenkomst-perceel-{number}.docx" for number in numbers] if len(numbers) > 1 else []
    return (CRITERIA, CONTRACT, *contracts, *price_sheet_names(tender))


def bidder_document(publication: Publication, name: str, language: Language) -> bytes:
    """As it goes to bidders with this version: nothing of a bid is in it."""
    tender = publication.tender
    if is_price_sheet(name):
        return xlsx_bytes(price_sheet(lot_of_sheet(tender, name), language, publication))
    edition = edition_of(tender, language=language, publication=publication)
    if name == CRITERIA:
        return docx_bytes(award_annex(edition))
    return docx_bytes(_contract(tender, name, edition, {}))


def document_bytes(*, tender: Tender, name: str, language: Language) -> tuple[str, str, bytes]:
    """File name, content type and content. Raises `UnknownDocument`, and `NotReady` for a faulty draft."""
    filename = f"{file_stem(tender)}-{name}"
    if (number := snapshot_of(name)) is not None:
        return filename, "application/json", _snapshot(tender, number)
    if name in (WORKBOOK, OPEN_WORKBOOK):
        file = WORKBOOK_FILES[name.rpartition(".")[2]]
        return filename, file.content_type, file.write(_workbook(tender, language))
    if is_price_sheet(name):
        file = WORKBOOK_FILES["xlsx"]
        made = _kept(tender, name, language)
        sheet = file.write(price_sheet(lot_of_sheet(tender, name), language)) if made is None else made
        return filename, file.content_type, sheet
    if name == CRITERIA:
        return filename, WORD, _criteria(tender, language)
    return filename, WORD, docx_bytes(_text(tender, name, language))


def open_document_names(tender: Tender) -> tuple[str, ...]:
    """Everything that there is in Word or Excel is there as OpenDocument too."""
    return tuple(filter(None, map(open_document_name, document_names(tender))))


def open_document_name(name: str) -> str:
    """Of the Word or Excel file with this name; empty for other files."""
    if name == WORKBOOK or is_price_sheet(name):
        return f"{name.removesuffix('.xlsx')}.ods"
    return f"{name.removesuffix('.docx')}.odt" if name.endswith(".docx") else ""


def open_document_bytes(*, tender: Tender, name: str, language: Language) -> tuple[str, str, bytes]:
    """As `document_bytes`; made anew from the same frozen version. What was published is the other file."""
    if name == OPEN_WORKBOOK:
        return document_bytes(tender=tender, name=name, language=language)
    if name.endswith(".ods"):
        lot, file = lot_of_sheet(tender, f"{name.removesuffix('.ods')}.xlsx"), WORKBOOK_FILES["ods"]
        content = file.write(price_sheet(lot, language))
        return f"{file_stem(tender)}-{name}", file.content_type, content
    content = odt_bytes(_text(tender, f"{name.removesuffix('.odt')}.docx", language))
    return f"{file_stem(tender)}-{name}", OPEN_DOCUMENT, content


def _text(tender: Tender, name: str, language: Language) -> Document:
    """The tree of a document that Word and OpenDocument both render."""
    edition = edition_of(tender, language=language)
    if name == CRITERIA:
        return award_annex(edition)
    assessments = assessments_of(tender)
    if name == REPORT:
        return award_report(edition, assessments, proofs_of(tender), head(tender.organisation))
    return _contract(tender, name, edition, {each.lot.code: each for each in assessments})


def file_stem(tender: Tender) -> str:
    """The safe part of the reference, else the number of the row."""
    return safe(tender.reference) or str(tender.pk)


def snapshot_of(name: str) -> int | None:
    """The number of the lot where this is the name of a snapshot."""
    found = _LOT_SNAPSHOT.fullmatch(name)
    return int(found[1]) if found else None


def _snapshot(tender: Tender, number: int) -> bytes:
    """The bytes whose SHA-256 the award report prints: those of the newest calculation of the lot."""
    found = Evaluation.objects.filter(lot__tender=tender, lot__number=number).order_by("-number").first()
    if found is None:
        raise UnknownDocument(snapshot_name(str(number)))
    return found.snapshot.encode()


def _workbook(tender: Tender, language: Language) -> Workbook:
    edition, say = edition_of(tender, language=language), Wording(language)
    suppliers = supplier_sheet(proofs_of(tender), edition.particulars.contract_end, say)
    subject = ContractFor(edition=edition, lots=edition.tender.lots, awarded={}, origin=origin_of(tender))
    annexes: list[Sheet] = [suppliers] if suppliers is not None else []
    annexes.append(clause_sheet(_assembly(tender, subject)))
    return issued_evaluation(tender, edition, assessments_of(tender), annexes, sheet_key())


def _criteria(tender: Tender, language: Language) -> bytes:
    kept = _kept(tender, CRITERIA, language)
    return docx_bytes(_text(tender, CRITERIA, language)) if kept is None else kept


def _kept(tender: Tender, name: str, language: Language) -> bytes | None:
    """The very bytes that were published, where they were kept."""
    kept = PublishedDocument.objects.filter(publication__tender=tender, name=name, language=language)
    found = kept.order_by("-publication__version").first()
    return None if found is None else bytes(found.content)


def _contract(tender: Tender, name: str, edition: Edition, awarded: Mapping[str, Assessment]) -> Document:
    """For several lots it is a model: what a winner promised stands in the contract of that lot alone."""
    lots = _lots_of(edition.tender.lots, name)
    draft = _draft_of(tender, lots)
    subject = ContractFor(
        edition=edition,
        lots=lots,
        awarded=awarded if len(lots) == 1 else {},
        origin=origin_of(tender),
        drafted_at=draft.created_at if draft is not None else None,
    )
    return contract_document(subject, _assembly(tender, subject))


def _lots_of(lots: Sequence[Lot], name: str) -> tuple[Lot, ...]:
    """All lots for the contract of the tender, else the one that the name asks for."""
    if name == CONTRACT:
        return tuple(lots)
    asked = _LOT_CONTRACT.fullmatch(name)
    found = tuple(lot for lot in lots if asked and lot.code == asked[1])
    if not found:
        raise UnknownDocument(name)
    return found


def _draft_of(tender: Tender, lots: Sequence[Lot]) -> ContractDraft | None:
    """That of the only lot this contract is for, where it has its own; else that of the tender."""
    own = tender.lots.filter(number=int(lots[0].code)).first() if len(lots) == 1 else None
    return (contract_draft_of(tender, own) if own is not None else None) or contract_draft_of(tender)


def _assembly(tender: Tender, subject: ContractFor) -> Assembly:
    """The clauses of the newest contract draft of this tender, else those that its facts ask for."""
    draft = _draft_of(tender, subject.lots)
    known = _facts(tender, subject, draft)
    awarded = _awarded(subject)
    chosen = tuple(_clauses(draft, known))
    if draft is None:
        chosen = tuple(without_empty_promises(chosen, subject.origin, awarded))
    values = contract_values(subject.edition, subject.lots, chosen, subject.origin, awarded)
    if draft is not None:
        values = _merged(values, draft)
    return assemble(chosen, known, values, subject.edition.language)


def _awarded(subject: ContractFor) -> Assessment | None:
    """The assessment whose winner this contract is with; none where it is a model for several lots."""
    return subject.awarded.get(subject.lots[0].code) if len(subject.lots) == 1 else None


def _facts(tender: Tender, subject: ContractFor, draft: ContractDraft | None) -> Facts:
    if draft is not None and draft.facts:
        return facts(draft.facts)
    services = tender.nature == Tender.Nature.SERVICES
    return facts(answers(subject.edition, subject.lots, subject.origin, services=services))


def _clauses(draft: ContractDraft | None, known: Facts) -> Iterator[LibraryClause]:
    if draft is None:
        yield from applicable(_library(), known)
        return
    yield from read_draft(draft).clauses


@cache
def _library() -> tuple[LibraryClause, ...]:
    """The reviewed files, read once."""
    return newest(read_library())


def _merged(values: Values, draft: ContractDraft) -> Values:
    """What a person filled in goes before what the tender and the bid say."""
    merged = dict(values)
    for code, filled_in in read_draft(draft).values.items():
        merged[code] = {**merged.get(code, {}), **filled_in}
    return merged

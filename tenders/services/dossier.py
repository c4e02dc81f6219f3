"""Writing the dossier of a tender: what was published, calculated, decided and sent, with its log."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from itertools import chain

from django.contrib.auth.models import User
from django.db import transaction

from procurement.audit.chain import Link
from procurement.audit.lines import text_of, withheld
from procurement.audit.log import head, links_of, record
from procurement.audit.models import Event
from procurement.language import Text
from tenders.dossier.checks import WRITTEN
from tenders.dossier.manifest import (
    DOCUMENT,
    EVALUATION,
    EVENTS,
    LETTER,
    LOG,
    PUBLICATION,
    About,
    File,
    seal_of,
)
from tenders.dossier.subjects import is_about
from tenders.dossier.writing import dossier_bytes
from tenders.models import Evaluation, Letter, Lot, Publication, PublishedDocument, SentNotice, Tender
from tenders.procedure.phases import PRICES_SEALED, TITLES, Phase
from tenders.reports.files import safe
from tenders.services.dossier_documents import record_documents
from tenders.services.dossier_records import moment, record_files
from tenders.services.phases import Refused, phases_of

NO_LOT = Text(
    nl="Deze aanbesteding heeft nog geen perceel. Er is nog geen dossier.",
    en="This tender has no lot yet. There is no dossier yet.",
)
TOO_EARLY = Text(
    nl="Perceel {lot} is in de fase ‘{phase}’. Het dossier kan vanaf de rangorde, als de prijzen open zijn.",
    en="Lot {lot} is in the phase ‘{phase}’. The dossier can be made from the evaluation on, when prices are "
    "open.",
)


def reasons_against_dossier(tender: Tender) -> list[Text]:
    """While one lot still has sealed prices there is no dossier at all."""
    lots = list(tender.lots.order_by("number"))
    phases = phases_of(lots)
    early = [lot for lot in lots if phases[lot.pk] in PRICES_SEALED]
    return [_too_early(lot, phases[lot.pk]) for lot in early] if lots else [NO_LOT]


@transaction.atomic
def write_dossier(*, tender: Tender, at: datetime, actor: User | None) -> bytes:
    """The dossier as one zip. Its last event seals all other files. Raises `Refused`."""
    list(Lot.objects.select_for_update(no_key=True).filter(tender=tender).order_by("pk"))
    reasons = reasons_against_dossier(tender)
    if reasons:
        raise Refused(reasons)
    drawn_up = record_documents(tender)
    files, about_it = [*_frozen_files(tender), *record_files(tender), *drawn_up], _about_it(tender)
    record(
        organisation=tender.organisation,
        at=at,
        actor=actor,
        action=WRITTEN,
        subject=tender.reference,
        details={
            "seal": seal_of(files, _told(tender, about_it)),
            "files": len(files),
            "organisation": tender.organisation.name,
            "title": tender.title,
        },
    )
    about = About(
        organisation=tender.organisation.name,
        tender=tender.reference,
        title=tender.title,
        made_at=moment(at),
        head=str(head(tender.organisation)),
    )
    return dossier_bytes(about, [*files, File(EVENTS, LOG, text_of(_log(tender, about_it)).encode())])


def dossier_name(tender: Tender) -> str:
    return f"{safe(tender.reference) or tender.pk}-dossier.zip"


def _too_early(lot: Lot, phase: Phase) -> Text:
    return TOO_EARLY.format(lot=str(lot.number), phase=TITLES[phase])


def _about_it(tender: Tender) -> Callable[[str], bool]:
    """Whether an event with this subject is about this tender; the others of the organisation count too."""
    references = Tender.objects.filter(organisation=tender.organisation).values_list("reference", flat=True)
    known = list(references)
    return lambda subject: is_about(subject, tender.reference, known)


def _told(tender: Tender, about_it: Callable[[str], bool]) -> list[int]:
    rows = Event.objects.filter(organisation=tender.organisation).values_list("sequence", "subject")
    return [sequence for sequence, subject in rows if about_it(subject)]


def _log(tender: Tender, about_it: Callable[[str], bool]) -> Iterator[Link]:
    """The whole chain of the organisation; what is about other tenders is withheld."""
    for link in links_of(tender.organisation):
        told = link.content is not None and about_it(link.content.subject)
        yield link if told else withheld(link)


def _frozen_files(tender: Tender) -> Iterable[File]:
    return chain(
        _publications(tender), _evaluations(tender), _documents(tender), _letters(tender), _notices(tender)
    )


def _publications(tender: Tender) -> Iterator[File]:
    for row in Publication.objects.filter(tender=tender).order_by("version"):
        yield File(f"publications/{row.version}.json", PUBLICATION, row.snapshot.encode())


def _evaluations(tender: Tender) -> Iterator[File]:
    rows = Evaluation.objects.filter(lot__tender=tender).select_related("lot")
    for row in rows.order_by("lot__number", "number"):
        yield File(f"evaluations/lot-{row.lot.number}/{row.number}.json", EVALUATION, row.snapshot.encode())


def _documents(tender: Tender) -> Iterator[File]:
    rows = PublishedDocument.objects.filter(publication__tender=tender).select_related("publication")
    for row in rows.order_by("pk"):
        stem, _, suffix = row.name.rpartition(".")
        name = f"{safe(stem).lower() or row.pk}-{row.language}.{suffix.lower()}"
        path = f"documents/version-{row.publication.version}/{name}"
        yield File(path, DOCUMENT, bytes(row.content))


def _letters(tender: Tender) -> Iterator[File]:
    rows = Letter.objects.filter(decision__lot__tender=tender).select_related("decision__lot", "bid")
    for row in rows.order_by("pk"):
        folder = f"letters/lot-{row.decision.lot.number}/decision-{row.decision.number}"
        name = f"{safe(row.bid.code).lower() or row.pk}-{row.pk}"
        yield File(f"{folder}/{name}.docx", LETTER, bytes(row.word))
        yield File(f"{folder}/{name}.odt", LETTER, bytes(row.open_document))


def _notices(tender: Tender) -> Iterator[File]:
    """Of each withdrawn decision and of the end, as they were sent."""
    rows = SentNotice.objects.filter(bid__lot__tender=tender).select_related("decision", "bid__lot")
    for row in rows.order_by("pk"):
        about = f"withdrawal-{row.decision.number}" if row.decision else "end"
        folder = f"notices/lot-{row.bid.lot.number}/{about}"
        name = f"{safe(row.bid.code).lower() or row.bid_id}-{row.pk}"
        yield File(f"{folder}/{name}.docx", LETTER, bytes(row.word))
        yield File(f"{folder}/{name}.odt", LETTER, bytes(row.open_document))

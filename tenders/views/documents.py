"""The documents of a tender: what each is for, and its download in Dutch or English."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from clauses.access import EDITORS as DRAFT_EDITORS
from procurement.documents.errors import DocumentError
from procurement.organisations.access import has_role
from procurement.words import asked_language
from tenders.models import Lot, Tender
from tenders.reports.files import snapshot_name
from tenders.scoring.files import UnreadableTender
from tenders.scoring.problem import Problem
from tenders.services.check import calculation_problems
from tenders.services.consensus_record import recorded_lots
from tenders.services.contract_start import awarded_lots
from tenders.services.contract_texts import contract_draft_of
from tenders.services.documents import (
    CONTRACT,
    CRITERIA,
    REPORT,
    WORKBOOK,
    document_bytes,
    document_names,
    open_document_bytes,
    open_document_name,
    open_document_names,
    snapshot_of,
)
from tenders.services.editions import NotReady
from tenders.services.frozen import is_published
from tenders.services.price_sheets import is_price_sheet
from tenders.services.records import records_of
from tenders.stages import progress_of_one
from tenders.views.access import reads_checklist, tender_or_404
from tenders.views.problem_links import obstacles
from tenders.views.published_documents import versions_of


@dataclass(frozen=True, slots=True)
class Offered:
    """`name` is the last part of its address. Without `available` a ranking must be calculated first.

    A file that is not `in_languages` is the same for every reader.
    """

    name: str
    title: str | Promise
    purpose: str | Promise
    kind: str
    available: bool
    in_languages: bool

    @property
    def open_document(self) -> str:
        """The last part of the address of the same as OpenDocument; empty for other files."""
        return open_document_name(self.name)

    @property
    def is_evaluation(self) -> bool:
        """Only this one can be held against what is recorded when it comes back."""
        return self.name == WORKBOOK

    @property
    def open_kind(self) -> str:
        return self.open_document.rpartition(".")[2].upper()


ANNEX = (
    gettext_lazy("Bijlage gunningscriteria"),
    gettext_lazy("Criteria, wegingen, schalen, formules met rekenvoorbeeld, afronding en gelijke stand."),
)
ADVICE = (
    gettext_lazy("Gunningsadvies"),
    gettext_lazy("De rangorde met de uitleg en de motivering per inschrijver."),
)
SCORING = (
    gettext_lazy("Werkmap beoordeling"),
    gettext_lazy("Elke score, elk totaal en elke plaats als levende formule, met dezelfde cijfers als hier."),
)
AGREEMENT = (
    gettext_lazy("Conceptovereenkomst"),
    gettext_lazy("De gekozen clausules, genummerd door Word. Wat nog open staat, is gemarkeerd."),
)
SNAPSHOT = (
    gettext_lazy("Momentopname van de berekening"),
    gettext_lazy("Het vastgelegde bestand waarmee u de rangorde narekent, met alle inschrijvingen."),
)
PRICES = (
    gettext_lazy("Prijzenblad"),
    gettext_lazy(
        "Voor inschrijvers: zij vullen de gele cellen in. Een ingevuld blad leest u in bij Inschrijvingen."
    ),
)
KNOWN = {CRITERIA: ANNEX, CONTRACT: AGREEMENT, REPORT: ADVICE, WORKBOOK: SCORING}
LANGUAGES = (("nl", gettext_lazy("Nederlands")), ("en", gettext_lazy("Engels")))


@login_required
@require_safe
def documents(request: HttpRequest, pk: int) -> HttpResponse:
    return _page(request, tender_or_404(request.user, pk))


@login_required
@require_safe
def document(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """One document as a download, in the asked language, else in that of the reader."""
    tender = tender_or_404(request.user, pk)
    known, open_known = document_names(tender), open_document_names(tender)
    if name not in (*known, *open_known):
        raise Http404
    made = open_document_bytes if name in open_known else document_bytes
    try:
        filename, content_type, content = made(tender=tender, name=name, language=asked_language(request))
    except NotReady as faulty:
        return _page(request, tender, problems=faulty.problems, status=409)
    except DocumentError as refused:
        return _page(request, tender, refused=refused.place or name, status=409)
    response = HttpResponse(content, content_type=content_type)
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=filename) or ""
    return response


def _faults(tender: Tender) -> tuple[Problem, ...]:
    """What keeps a document of this draft from being made; what is not lawful yet can be read."""
    try:
        return calculation_problems(tender)
    except UnreadableTender as unreadable:
        return unreadable.problems


def _page(
    request: HttpRequest,
    tender: Tender,
    *,
    problems: Sequence[Problem] = (),
    refused: str = "",
    status: int = 200,
) -> HttpResponse:
    lots, published = list(tender.lots.order_by("number")), is_published(tender)
    if not published:
        problems = _faults(tender)
    may_start = has_role(request.user, tender.organisation, *DRAFT_EDITORS)
    context = {
        "title": _("Documenten: %(tender)s") % {"tender": tender.title},
        "tender": tender,
        "lot": lots[0] if lots else None,
        "offered": list(_offered(tender, lots)),
        "languages": LANGUAGES,
        "obstacles": obstacles(lots[0], problems) if lots else [],
        "refused": refused,
        "is_published": published,
        "is_faulty": bool(problems) and not published,  # no document of this draft can be made
        "versions": versions_of(tender),
        "records": recorded_lots(tender),
        "procedure_records": records_of(tender),
        "draft": contract_draft_of(tender),
        "may_start": may_start,
        "may_start_for": awarded_lots(tender) if may_start else [],
        "reads_checklist": reads_checklist(request.user, tender.organisation),
        "stepper": progress_of_one(tender, now=timezone.now()),
    }
    return render(request, "tenders/documents.html", context, status=status)


def _offered(tender: Tender, lots: Sequence[Lot]) -> Iterator[Offered]:
    """All that there is, also what cannot be made yet: the page says what it waits for."""
    available = document_names(tender)
    for name in dict.fromkeys((*available, REPORT, WORKBOOK)):
        snapshot = snapshot_of(name) is not None
        sheet = is_price_sheet(name)
        title, purpose = PRICES if sheet else SNAPSHOT if snapshot else KNOWN.get(name, AGREEMENT)
        kind = "Excel" if sheet or name == WORKBOOK else "JSON" if snapshot else "Word"
        yield Offered(name, _of_lot(title, name, lots), purpose, kind, name in available, not snapshot)


def _of_lot(title: str | Promise, name: str, lots: Sequence[Lot]) -> str:
    """A contract, a price sheet or a snapshot of one lot says which."""
    for lot in lots:
        of_lot = (f"overeenkomst-perceel-{lot.number}.docx", f"prijzenblad-perceel-{lot.number}.xlsx")
        if name in (*of_lot, snapshot_name(str(lot.number))):
            return f"{title}: {lot}"
    return str(title)

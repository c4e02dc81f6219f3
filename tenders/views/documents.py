"""The documents of a tender: what each is for, and its download in Dutch or English."""

from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.http import content_disposition_header
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from procurement.language import Language
from tenders.stages import progress_of_one
from tenders.views.access import tender_or_404


@dataclass(frozen=True, slots=True)
class Offered:
    """`name` is also the last part of its address; `needs_ranking`: it is made from a calculated lot."""

    name: str
    title: str | Promise
    purpose: str | Promise
    kind: str
    needs_ranking: bool


DOCUMENTS = (
    Offered(
        "gunningscriteria.docx",
        gettext_lazy("Bijlage gunningscriteria"),
        gettext_lazy("Criteria, wegingen, schalen, formules met rekenvoorbeeld, afronding en gelijke stand."),
        "Word",
        needs_ranking=False,
    ),
    Offered(
        "overeenkomst.docx",
        gettext_lazy("Conceptovereenkomst"),
        gettext_lazy("De gekozen clausules, genummerd door Word. Wat nog open staat, is gemarkeerd."),
        "Word",
        needs_ranking=False,
    ),
    Offered(
        "beoordeling.xlsx",
        gettext_lazy("Werkmap beoordeling"),
        gettext_lazy(
            "Elke score, elk totaal en elke plaats als levende formule, met dezelfde cijfers als hier."
        ),
        "Excel",
        needs_ranking=True,
    ),
    Offered(
        "gunningsadvies.docx",
        gettext_lazy("Gunningsadvies"),
        gettext_lazy("De rangorde met de uitleg en de motivering per inschrijver."),
        "Word",
        needs_ranking=True,
    ),
)
LANGUAGES = (("nl", gettext_lazy("Nederlands")), ("en", gettext_lazy("Engels")))


@login_required
@require_safe
def documents(request: HttpRequest, pk: int) -> HttpResponse:
    tender = tender_or_404(request.user, pk)
    lots = list(tender.lots.order_by("number"))
    context = {
        "title": _("Documenten: %(tender)s") % {"tender": tender.title},
        "tender": tender,
        "lot": lots[0] if lots else None,
        "offered": DOCUMENTS,
        "languages": LANGUAGES,
        "has_ranking": tender.lots.filter(evaluations__isnull=False).exists(),
        "is_published": tender.publications.exists(),
        "stepper": progress_of_one(tender, now=timezone.now()),
    }
    return render(request, "tenders/documents.html", context)


@login_required
@require_safe
def document(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """One document as a download, in the asked language, else in that of the reader."""
    tender = tender_or_404(request.user, pk)
    offered = next((each for each in DOCUMENTS if each.name == name), None)
    if offered is None:
        raise Http404
    from tenders.services.documents import document_bytes

    language = request.GET.get("language", "")
    chosen: Language = "en" if (language or get_language() or "nl").startswith("en") else "nl"
    filename, content_type, content = document_bytes(tender=tender, name=name, language=chosen)
    response = HttpResponse(content, content_type=content_type)
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=filename) or ""
    return response

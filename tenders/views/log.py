"""The log of an organisation: what happened, by whom, and the head with which it can be checked."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from procurement.organisations.access import organisations_with_role
from procurement.organisations.models import Organisation
from tenders.models import Tender
from tenders.services.log_pages import events_of, head_of, lines_of, sealed_subjects
from tenders.views.access import LOG_READERS

EVENTS_ON_A_PAGE = 50
ALL = ""


@login_required
@require_safe
def log(request: HttpRequest) -> HttpResponse:
    """Filtered by `organisation` (where somebody has several) and by `tender`, both keys."""
    organisations = list(organisations_with_role(request.user, *LOG_READERS).order_by("name", "pk"))
    organisation = _chosen(organisations, request.GET.get("organisation", ALL))
    tenders = Tender.objects.filter(organisation=organisation).order_by("-pk")
    tender = _tender(tenders, request.GET.get("tender", ALL))
    return render(
        request, "tenders/log.html", _context(request, organisations, organisation, tenders, tender)
    )


def _context(
    request: HttpRequest,
    organisations: list[Organisation],
    organisation: Organisation,
    tenders: QuerySet[Tender],
    tender: Tender | None,
) -> dict[str, Any]:
    sealed = sealed_subjects(organisation)
    pages = Paginator(events_of(organisation, tender, sealed), EVENTS_ON_A_PAGE)
    page = pages.get_page(request.GET.get("page"))
    return {
        "organisations": organisations,
        "organisation": organisation,
        "tenders": tenders,
        "tender": tender,
        "page": page,
        "lines": lines_of(list(page.object_list), organisation, request.user),
        "head": head_of(organisation, is_sealed=bool(sealed)),
        "is_sealed": bool(sealed),
    }


def _chosen(organisations: list[Organisation], key: str) -> Organisation:
    for each in organisations:
        if key in (ALL, str(each.pk)):
            return each
    raise Http404


def _tender(tenders: QuerySet[Tender], key: str) -> Tender | None:
    if key == ALL:
        return None
    found = tenders.filter(pk=int(key)).first() if key.isascii() and key.isdigit() and len(key) < 10 else None
    if found is None:
        raise Http404
    return found

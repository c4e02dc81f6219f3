"""The comply-or-explain register of an organisation, its workbook, and the report for the board."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from procurement.words import asked_language
from procurement.workbook_files import asked_file, workbook_response
from tenders.forms.deviations import DeviationsFilter, PeriodForm
from tenders.reports.register import register_workbook
from tenders.services.board import BOARD_FILES, board_file
from tenders.services.deviations import Asked, choices_of, deviations, entries_of, reasons_of
from tenders.views.documents import LANGUAGES
from tenders.views.one_organisation import POLICY_READERS, Seat, seat_of

ON_A_PAGE = 50
FILES = (("docx", "Word"), ("odt", "OpenDocument (ODT)"), ("xlsx", "Excel"), ("ods", "OpenDocument (ODS)"))


@login_required
@require_safe
def register(request: HttpRequest) -> HttpResponse:
    seat = _seat(request)
    return _page(request, seat, PeriodForm.of_year(timezone.localdate()))


@login_required
@require_safe
def workbook(request: HttpRequest) -> HttpResponse:
    """What the page shows, on all its pages."""
    seat, now, kind = _seat(request), timezone.localtime(), asked_file(request)
    asked = _asked(request, seat)[1]
    found = deviations(reasons_of(seat.organisation, asked), on=now.date())
    made = register_workbook(
        entries_of(found), authority=seat.organisation.name, made_at=now, language=asked_language(request)
    )
    return workbook_response(made, _("afwijkingen.xlsx"), kind)


@login_required
@require_safe
def board_report(request: HttpRequest) -> HttpResponse:
    """Over the days `start` to `end`, as the `file` that was asked for."""
    seat, form = _seat(request), PeriodForm(request.GET)
    if not form.is_valid():
        return _page(request, seat, form, status=422)
    kind = request.GET.get("file", BOARD_FILES[0])
    if kind not in BOARD_FILES:
        raise Http404
    made = board_file(
        organisation=seat.organisation,
        period=form.period(),
        kind=kind,
        language=asked_language(request),
        at=timezone.localtime(),
    )
    return _download(made.name, made.content_type, made.content)


def _seat(request: HttpRequest) -> Seat:
    return seat_of(request.user, request.GET.get("organisation", ""), *POLICY_READERS)


def _asked(request: HttpRequest, seat: Seat) -> tuple[DeviationsFilter, Asked]:
    """Raises Http404 for what this organisation does not have."""
    form = DeviationsFilter(request.GET, choices_of(seat.organisation))
    if not form.is_valid():
        raise Http404
    return form, form.asked()


def _page(request: HttpRequest, seat: Seat, period: PeriodForm, *, status: int = 200) -> HttpResponse:
    form, asked = _asked(request, seat)
    page = Paginator(reasons_of(seat.organisation, asked), ON_A_PAGE).get_page(request.GET.get("page"))
    context: dict[str, Any] = {
        "title": _("Register van afwijkingen"),
        "seat": seat,
        "organisation": seat.organisation,
        "form": form,
        "period": period,
        "page": page,
        "deviations": deviations(page.object_list, on=timezone.localdate()),
        "languages": LANGUAGES,
        "files": FILES,
    }
    return render(request, "tenders/deviations.html", context, status=status)


def _download(name: str, content_type: str, content: bytes) -> HttpResponse:
    response = HttpResponse(content, content_type=content_type)
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or ""
    return response

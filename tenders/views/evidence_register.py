"""The register of evidence of an organisation, with its workbook."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_safe

from procurement.numbers import NotANumber, parse
from procurement.words import asked_language
from procurement.workbook_files import asked_file, workbook_response
from tenders.forms.evidence_register import EvidenceFilter
from tenders.models import EvidenceCheck, Supplier
from tenders.reports.evidence import Entry, Used, evidence_workbook
from tenders.services.evidence_register import Asked, Line, evidence_of, lines_of
from tenders.views.access import READERS, takes_part
from tenders.views.documents import LANGUAGES
from tenders.views.one_organisation import Seat, seat_of

ON_A_PAGE = 50


@login_required
@require_safe
def register(request: HttpRequest) -> HttpResponse:
    seat = _seat(request)
    form, asked = _asked(request, seat)
    page = Paginator(evidence_of(seat.organisation, asked), ON_A_PAGE).get_page(request.GET.get("page"))
    context: dict[str, Any] = {
        "title": _("Register van bewijsmiddelen"),
        "seat": seat,
        "organisation": seat.organisation,
        "form": form,
        "page": page,
        "lines": lines_of(page.object_list, today=timezone.localdate()),
        "languages": LANGUAGES,
        "may_edit": takes_part(request.user, seat.organisation),
    }
    return render(request, "tenders/evidence_register.html", context)


@login_required
@require_safe
def workbook(request: HttpRequest) -> HttpResponse:
    """What the page shows, on all its pages."""
    seat, now, language = _seat(request), timezone.localtime(), asked_language(request)
    kind = asked_file(request)
    lines = lines_of(evidence_of(seat.organisation, _asked(request, seat)[1]), today=now.date())
    with override(language):
        made = evidence_workbook(
            list(_entries(lines)), authority=seat.organisation.name, made_at=now, language=language
        )
        name = _("bewijsmiddelen.xlsx")
    return workbook_response(made, name, kind)


def _seat(request: HttpRequest) -> Seat:
    return seat_of(request.user, request.GET.get("organisation", ""), *READERS)


def _asked(request: HttpRequest, seat: Seat) -> tuple[EvidenceFilter, Asked]:
    """Raises Http404 for what this organisation does not have."""
    suppliers = Supplier.objects.filter(organisation=seat.organisation).order_by("name", "pk")
    form = EvidenceFilter(request.GET, suppliers)
    if not form.is_valid():
        raise Http404
    return form, form.asked()


def _entries(lines: Iterable[Line]) -> Iterator[Entry]:
    for line in lines:
        row = line.row
        yield Entry(
            supplier=row.supplier.name,
            kind=row.get_kind_display(),
            title=row.title,
            number=row.number,
            body=row.body,
            accredited=row.accredited,
            accreditation=" ".join(filter(None, (row.accreditor, row.accreditation))),
            standard=" ".join(filter(None, (row.standard, row.standard_version))),
            scope=row.scope,
            products=tuple(row.products),
            value=_figure(row.value),
            valid_from=row.valid_from,
            valid_until=row.valid_until,
            equivalent_of=row.equivalent_of,
            equivalence=row.equivalence,
            checked_on=row.checked_on,
            check=_outcome(row.last_outcome, row.checked_on),  # type: ignore[attr-defined]  # of `evidence_of`
            files=row.file_count,  # type: ignore[attr-defined]
            used=tuple(_used(line)),
        )


def _outcome(last: str | None, checked_on: date | None) -> str:
    """That a piece is right counts for what it says now: a later description has no day of checking."""
    is_earlier = last == EvidenceCheck.Outcome.RIGHT and checked_on is None
    return "" if last is None or is_earlier else str(EvidenceCheck.Outcome(last).label)


def _used(line: Line) -> Iterator[Used]:
    for use in line.uses:
        yield Used(
            tender=use.bid.lot.tender.reference,
            lot=use.bid.lot.number,
            bid=use.bid.code,
            shelf_life=tuple(each.sentence for each in use.held),
        )


def _figure(value: str) -> Any:
    """None for what states no number."""
    try:
        return parse(value)
    except NotANumber:
        return None

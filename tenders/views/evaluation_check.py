"""Does an evaluation workbook that somebody has still say what is recorded? Nothing is taken over."""

from collections.abc import Iterator
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from procurement.returned_pages import sheet_key
from procurement.returned_pages.forms import ReturnedSheetForm
from procurement.returned_sheets import happened
from procurement.words import words
from tenders.models import Tender
from tenders.reports.matrix.compared import Line, Sort
from tenders.services.evaluation_sheet import LIMITS, RecordedComparison, compared_with_recorded
from tenders.views.access import tender_or_404

MOST_SHOWN = 50  # cells of one sort

Words = str | Promise

SECTIONS: dict[Sort, tuple[Words, Words]] = {
    Sort.INPUT: (
        gettext_lazy("Gewijzigde invoer"),
        gettext_lazy(
            "Wat per inschrijving, criterium en beoordelaar is vastgesteld, en wat in het bestand staat."
        ),
    ),
    Sort.WEIGHT: (
        gettext_lazy("Gewijzigde gewichten"),
        gettext_lazy(
            "Het bekendgemaakte gewicht, en wat in het bestand staat. Een bekendgemaakt gewicht geldt."
        ),
    ),
    Sort.FIXED: (
        gettext_lazy("Andere gewijzigde cellen"),
        gettext_lazy("Deze cellen horen te zeggen wat is vastgesteld."),
    ),
    Sort.RESULT: (
        gettext_lazy("Andere uitkomsten"),
        gettext_lazy(
            "Deze uitkomsten volgen niet uit wat is vastgesteld. Ook gewijzigde invoer verandert uitkomsten. "
            "Is er niets anders gewijzigd, dan is de uitkomst zelf veranderd."
        ),
    ),
    Sort.TRIAL: (
        gettext_lazy("Eigen gewichten op ‘Wat als’"),
        gettext_lazy("Die mag u wijzigen. Ze zijn niet bekendgemaakt en tellen niet mee."),
    ),
}


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest, pk: int) -> HttpResponse:
    """Choose a file, see whether it says what was recorded."""
    tender = tender_or_404(request.user, pk)
    if request.method != "POST":
        return _page(request, tender, ReturnedSheetForm(label=_("Werkmap beoordeling")))
    upload = ReturnedSheetForm(request.POST, request.FILES, label=_("Werkmap beoordeling"))
    found = upload.compared_by(lambda table: compared_with_recorded(tender, table, sheet_key()), LIMITS)
    is_right = found is not None and found.cells.is_recorded
    return _page(request, tender, upload, found, status=200 if is_right else 422)


def _page(
    request: HttpRequest,
    tender: Tender,
    upload: ReturnedSheetForm,
    found: RecordedComparison | None = None,
    status: int = 200,
) -> HttpResponse:
    context = {
        "title": _("Vergelijk een werkmap met de beoordeling"),
        "tender": tender,
        "upload": upload,
        "found": found,
        "sections": list(_sections(found)) if found else [],
        "problems": [(words(each.place), words(happened(each.text))) for each in found.cells.problems]
        if found
        else [],
    }
    return render(request, "tenders/evaluation_check.html", context, status=status)


def _sections(found: RecordedComparison) -> Iterator[dict[str, Any]]:
    for sort, (title, meaning) in SECTIONS.items():
        lines = found.cells.of(sort)
        if lines:
            yield {
                "sort": sort.value,
                "title": title,
                "meaning": meaning,
                "lines": [_words(line) for line in lines[:MOST_SHOWN]],
                "more": max(0, len(lines) - MOST_SHOWN),
            }


def _words(line: Line) -> dict[str, str]:
    return {name: words(getattr(line, name)) for name in ("place", "title", "recorded", "in_file")}

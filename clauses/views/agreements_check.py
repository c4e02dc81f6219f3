"""Is a workbook of clauses and obligations that somebody has still what was agreed? Nothing is taken over."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from clauses.access import drafts_for
from clauses.agreements import agreed
from clauses.agreements_sheet import STATE_WORDS, Comparison, State, compared
from clauses.models import ContractDraft
from procurement.returned_pages import sheet_key
from procurement.returned_pages.forms import ReturnedSheetForm
from procurement.returned_sheets import happened
from procurement.words import words

MOST_SHOWN = 50  # cells at a time


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest, pk: int) -> HttpResponse:
    """Choose a file, see what of it still holds."""
    draft = get_object_or_404(drafts_for(request.user), pk=pk)
    if request.method != "POST":
        return _page(request, draft, ReturnedSheetForm(label=_("Werkblad met afspraken")))
    upload = ReturnedSheetForm(request.POST, request.FILES, label=_("Werkblad met afspraken"))
    found = upload.compared_by(lambda table: compared(agreed(draft), table, sheet_key()))
    is_right = found is not None and not found.problems
    return _page(request, draft, upload, found, status=200 if is_right else 422)


def _page(
    request: HttpRequest,
    draft: ContractDraft,
    upload: ReturnedSheetForm,
    found: Comparison | None = None,
    status: int = 200,
) -> HttpResponse:
    problems = found.problems if found else ()
    context = {
        "title": _("Vergelijk clausules en afspraken"),
        "draft": draft,
        "upload": upload,
        "found": found,
        "language": draft.language,
        "clauses": [(each, words(STATE_WORDS[each.state])) for each in found.clauses] if found else [],
        "changed": sum(each.state is not State.SAME for each in found.clauses) if found else 0,
        "problems": [(words(each.place), words(happened(each.text))) for each in problems[:MOST_SHOWN]],
        "more": max(0, len(problems) - MOST_SHOWN),
    }
    return render(request, "clauses/agreements_check.html", context, status=status)

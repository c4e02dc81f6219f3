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
from procurement.incoming import Refused, read_rows
from procurement.returned_pages import sheet_key
from procurement.returned_pages.forms import ReturnedSheetForm
from procurement.returned_sheets import WrongSheet
from procurement.words import words

MOST_SHOWN = 50  # cells at a time


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest, pk: int) -> HttpResponse:
    """Choose a file, see what of it still holds."""
    draft = get_object_or_404(drafts_for(request.user), pk=pk)
    if request.method != "POST":
        return _page(request, draft, ReturnedSheetForm())
    upload = ReturnedSheetForm(request.POST, request.FILES)
    if not upload.is_valid():
        return _page(request, draft, upload, status=422)
    file = upload.cleaned_data["file"]
    try:
        found = compared(agreed(draft), read_rows(file.read(), file.name or ""), sheet_key())
    except Refused as refused:
        upload.add_error("file", words(refused.refusal.text))
    except WrongSheet as wrong:
        upload.add_error("file", words(wrong.text))
    else:
        return _page(request, draft, upload, found, status=422 if found.problems else 200)
    return _page(request, draft, upload, status=422)


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
        "clauses": [(each, words(STATE_WORDS[each.state])) for each in found.clauses] if found else [],
        "changed": sum(each.state is not State.SAME for each in found.clauses) if found else 0,
        "problems": [(words(each.place), words(each.text)) for each in problems[:MOST_SHOWN]],
        "more": max(0, len(problems) - MOST_SHOWN),
    }
    return render(request, "clauses/agreements_check.html", context, status=status)

"""Filling in the blanks of a draft, with the contract beside it; saved by the button or as somebody goes."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from clauses.access import EDITORS, drafts_for
from clauses.contract_page import contract_html
from clauses.drafts import read_draft
from clauses.forms.fill_in import FillInForm
from clauses.models import ContractDraft
from clauses.questionnaire import progress, questions
from clauses.services import DraftChanged, fill_in
from procurement.words import words

CONFLICT = 409
AS_YOU_GO = "as-you-go"
"""The field that the script sends: what is right is kept, what is not right is shown with its fault."""


@login_required
@require_http_methods(["GET", "POST"])
def fill(request: HttpRequest, pk: int) -> HttpResponse:
    draft = get_object_or_404(drafts_for(request.user), pk=pk)
    may_edit = drafts_for(request.user, *EDITORS).filter(pk=pk).exists()
    if request.method == "POST":
        if not may_edit:
            raise PermissionDenied
        return _saved(request, draft)
    return _page(request, draft, _form(draft) if may_edit else None)


def _saved(request: HttpRequest, draft: ContractDraft) -> HttpResponse:
    form = _form(draft, request)
    is_right = form.is_valid()
    if not is_right and (AS_YOU_GO not in request.POST or "revision" in form.errors):
        return _page(request, draft, form)
    try:
        fill_in(
            draft=draft,
            values=form.values(),
            revision=form.cleaned_data["revision"],
            at=timezone.now(),
            actor=request.user,  # type: ignore[arg-type]  # login_required
        )
    except DraftChanged:
        return _page(request, draft, _form(draft, request, newest=True), status=CONFLICT)
    if not is_right:
        return _page(request, draft, _form(draft, request, newest=True))
    if AS_YOU_GO not in request.POST:
        messages.success(request, _("Opgeslagen."))
    return redirect("clauses:fill_in", draft.pk)


def _form(draft: ContractDraft, request: HttpRequest | None = None, *, newest: bool = False) -> FillInForm:
    """`newest`: with the revision that is stored now, so that saving again is meant."""
    if newest:
        draft.refresh_from_db()
    typed = request.POST.copy() if request is not None else None
    if typed is not None and newest:
        typed["revision"] = str(draft.revision)
    return FillInForm(typed, questions=questions(read_draft(draft)), revision=draft.revision)


def _page(
    request: HttpRequest, draft: ContractDraft, form: FillInForm | None, status: int = 200
) -> HttpResponse:
    drafted = read_draft(draft)
    assembly, asked = drafted.assembly(), questions(drafted)
    context = {
        "draft": draft,
        "title": str(draft),
        "form": form,
        "contract": contract_html(draft, assembly),
        "progress": progress(asked),
        "assembly": assembly,
        "problems": [(problem, words(problem.message)) for problem in assembly.problems],
        "differences": _differences(form) if form is not None and status == CONFLICT else [],
    }
    return render(request, "clauses/fill_in.html", context, status=status)


def _differences(form: FillInForm) -> list[tuple[str, str, str, str]]:
    """Field, label, what somebody else stored, what was typed here."""
    return [
        (each.name, words(each.variable.label), stored, typed) for each, stored, typed in form.differences()
    ]

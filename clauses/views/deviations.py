"""Where a contract departs from the library: the list, recording one, and deciding about it."""

from dataclasses import dataclass

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from clauses.access import DEVIATION_READERS, EDITORS, deviations_for, drafts_for
from clauses.approvers import approver_words, may_approve_use
from clauses.assembly.assemble import assemble
from clauses.assembly.stored_text import from_data
from clauses.deviating import added_clause, added_in_force, in_force, outcome_of
from clauses.drafts import Drafted, clause_from, language_of, read_draft
from clauses.forms.deviation import DeviationForm
from clauses.models import ClauseDeviation, ContractDraft, DeviationDecision
from clauses.preview import Page, preview
from clauses.proposing import texts_in
from clauses.services import DeviationRefused, decide_deviation, record_deviation
from clauses.views.seat import reader

Outcome = DeviationDecision.Outcome


@dataclass(frozen=True, slots=True)
class Shown:
    """One deviation as the page tells it. `counts`: it stands in the contract as it is now."""

    row: ClauseDeviation
    outcome: str
    counts: bool
    approver: str
    may_decide: bool
    may_withdraw: bool
    may_end: bool
    text: tuple[Page, ...]


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def deviations(request: HttpRequest, pk: int) -> HttpResponse:
    draft = get_object_or_404(drafts_for(request.user, *DEVIATION_READERS), pk=pk)
    may_record = drafts_for(request.user, *EDITORS).filter(pk=pk).exists()
    if request.method == "POST" and not may_record:
        raise PermissionDenied
    drafted = read_draft(draft)
    form = DeviationForm(
        request.POST or None,
        chosen=drafted.chosen,
        added=[(code, each.title) for code, each in added_in_force(drafted.deviations).items()],
        initial=_model(request, drafted),
    )
    status = 200
    if request.method == "POST":
        if form.is_valid() and _recorded(request, draft, form):
            return redirect("clauses:deviations", draft.pk)
        status = 422
    context = {
        "title": _("Afwijkingen van de bibliotheek"),
        "draft": draft,
        "lines": _shown(drafted, reader(request)),
        "form": form if may_record else None,
        "reads_draft": drafts_for(request.user).filter(pk=pk).exists(),
    }
    return render(request, "clauses/deviations.html", context, status=status)


def _recorded(request: HttpRequest, draft: ContractDraft, form: DeviationForm) -> bool:
    given = form.cleaned_data
    is_added = given["kind"] == ClauseDeviation.Kind.ADDED
    try:
        record_deviation(
            draft=draft,
            clause_code="" if is_added else given["clause"],
            kind=given["kind"],
            reason=given["reason"],
            provisions=form.provisions(),
            title=given["title"],
            at=timezone.now(),
            actor=reader(request),
        )
    except DeviationRefused as refusal:
        form.add_error(None, str(refusal))
        return False
    messages.success(request, _("De afwijking is vastgelegd. Zij wacht op goedkeuring."))
    return True


def _model(request: HttpRequest, drafted: Drafted) -> dict[str, str]:
    """With `clausule` the form starts from the text of that clause."""
    code = request.GET.get("clausule", "")
    for each in drafted.chosen:
        if each.version.clause.code == code:
            nl, en = texts_in(each.version.source)
            clause = clause_from(each.version.source)
            kind = "changed" if clause.rung == "preferred" else "other-rung"
            if request.GET.get("terug"):
                return {"clause": code, "kind": ClauseDeviation.Kind.AS_MODEL}
            text = en if language_of(drafted.draft) == "en" else nl
            return {"clause": code, "kind": kind, "text": text if kind == "changed" else ""}
    return {}


def _shown(drafted: Drafted, user: User) -> list[Shown]:
    """The newest first."""
    force = set(in_force(drafted.deviations, drafted.models).values())
    rights: dict[str, bool] = {}
    lines = []
    for row in reversed(drafted.deviations):
        if row.approver not in rights:
            rights[row.approver] = may_approve_use(user, drafted.draft.organisation, row.approver)
        is_open, is_own = not outcome_of(row), row.recorded_by_id == user.pk
        lines.append(
            Shown(
                row=row,
                outcome=outcome_of(row),
                counts=row in force,
                approver=approver_words(row.approver),
                may_decide=is_open and not is_own and rights[row.approver],
                may_withdraw=is_open and is_own,
                may_end=not is_open and row in force and row.version_id is not None and _departs(row),
                text=_text(row),
            )
        )
    return lines


def _departs(row: ClauseDeviation) -> bool:
    return row.kind != ClauseDeviation.Kind.AS_MODEL


def _text(row: ClauseDeviation) -> tuple[Page, ...]:
    """The new text by itself, with its blanks and references marked."""
    if not row.provisions:
        return ()
    clause = added_clause(
        code=row.clause_code,
        title=row.title,
        approver=row.approver,
        provisions=from_data(row.provisions),
        digest=row.digest,
    )
    return preview(assemble([clause], None, {}, "nl"))


@login_required
@require_POST
def decide(request: HttpRequest, pk: int, deviation: int) -> HttpResponse:
    """`besluit`: approved, refused or withdrawn."""
    row = get_object_or_404(deviations_for(request.user), pk=deviation, draft=pk)
    outcome = request.POST.get("besluit", "")
    try:
        if outcome not in Outcome.values:
            raise DeviationRefused(_("Kies wat u besluit."))
        decide_deviation(
            deviation=row,
            outcome=outcome,
            reason=request.POST.get("reason", "")[:2000],
            at=timezone.now(),
            actor=reader(request),
        )
    except DeviationRefused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Het besluit is vastgelegd."))
    return redirect("clauses:deviations", pk)

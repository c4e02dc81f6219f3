"""Where a contract departs from the library: the list, recording one, and deciding about it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from clauses.access import DEVIATION_READERS, EDITORS, deviations_for, drafts_for
from clauses.deviating import added_in_force
from clauses.drafts import Drafted, clause_from, language_of, read_draft
from clauses.forms.deviation import DeviationForm
from clauses.models import ClauseDeviation, ContractDraft, DeviationDecision
from clauses.proposing import texts_in
from clauses.services import DeviationRefused, decide_deviation, record_deviation
from clauses.views.deviation_lines import shown
from clauses.views.seat import reader

Outcome = DeviationDecision.Outcome


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
        "lines": shown(drafted, reader(request)),
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

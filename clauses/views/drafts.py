"""Starting a draft, filling in its blanks with the contract beside it, and taking it along in Word."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from clauses.access import EDITORS, drafts_for
from clauses.drafts import read_draft
from clauses.forms.choose import ChooseClausesForm
from clauses.forms.start import StartDraftForm
from clauses.models import ContractDraft
from clauses.services import DraftChanged, ReasonNeeded, choose_clauses, draft_document, start_draft
from clauses.word_file import word_response
from procurement.organisations.access import organisations_with_role

STALE = gettext_lazy(
    "Iemand anders heeft dit concept net opgeslagen. Open de pagina opnieuw en doe het nog een keer."
)


@login_required
@require_http_methods(["GET", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    if not organisations_with_role(request.user, *EDITORS).exists():
        raise PermissionDenied
    form = StartDraftForm(request.POST or None, user=request.user, initial=_asked_for(request))
    if not form.is_valid():
        return render(request, "clauses/start.html", {"form": form, "title": _("Concept maken")})
    draft = start_draft(
        organisation=form.cleaned_data["organisation"],
        title=form.cleaned_data["title"],
        reference=form.cleaned_data["reference"],
        language=form.cleaned_data["language"],
        answers=form.answers(),
        at=timezone.now(),
        actor=request.user,  # type: ignore[arg-type]  # login_required
    )
    return redirect("clauses:fill_in", draft.pk)


def _asked_for(request: HttpRequest) -> dict[str, str]:
    """What the page of a tender already knows about its contract."""
    return {name: request.GET[name] for name in ("organisation", "title", "reference") if name in request.GET}


@login_required
@require_http_methods(["GET", "POST"])
def choose(request: HttpRequest, pk: int) -> HttpResponse:
    draft = get_object_or_404(drafts_for(request.user, *EDITORS), pk=pk)
    drafted = read_draft(draft)
    kept = {clause.code for clause in drafted.clauses}
    form = ChooseClausesForm(
        request.POST or None,
        chosen=[each.version for each in drafted.chosen],
        removed=[clause.code for clause in drafted.models if clause.code not in kept],
        day=timezone.localdate(),
        organisation=draft.organisation_id,
        revision=draft.revision,
    )
    if form.is_valid() and _rechosen(request, draft, form):
        return redirect("clauses:fill_in", draft.pk)
    return render(
        request, "clauses/choose.html", {"draft": draft, "form": form, "title": _("Clausules kiezen")}
    )


def _rechosen(request: HttpRequest, draft: ContractDraft, form: ChooseClausesForm) -> bool:
    try:
        left_out = choose_clauses(
            draft=draft,
            versions=form.versions(),
            revision=form.cleaned_data["revision"],
            reason=form.cleaned_data["reason"],
            at=timezone.now(),
            actor=request.user,  # type: ignore[arg-type]  # login_required
        )
    except DraftChanged:
        form.add_error(None, STALE)
        return False
    except ReasonNeeded as needed:
        form.ask_why(needed.clauses)
        return False
    if left_out:
        messages.success(request, _("Wat u weglaat, is vastgelegd als afwijking. Zij wacht op goedkeuring."))
    return True


@login_required
@require_GET
def word(request: HttpRequest, pk: int) -> HttpResponse:
    """The draft as .docx; a final contract stands on the page of final contracts."""
    draft = get_object_or_404(drafts_for(request.user), pk=pk)
    return word_response(draft_document(draft=draft, at=timezone.now()), draft)

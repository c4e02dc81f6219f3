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
from clauses.assembly.contract import NotFinal
from clauses.drafts import assembled, chosen_in, clause_from
from clauses.forms.choose import ChooseClausesForm
from clauses.forms.fill_in import FillInForm
from clauses.forms.start import StartDraftForm
from clauses.models import ContractDraft
from clauses.preview import preview
from clauses.services import DraftChanged, choose_clauses, draft_document, fill_in, start_draft
from clauses.word_file import word_response
from clauses.words import words
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
def fill(request: HttpRequest, pk: int) -> HttpResponse:
    draft = get_object_or_404(drafts_for(request.user), pk=pk)
    may_edit = drafts_for(request.user, *EDITORS).filter(pk=pk).exists()
    if request.method == "POST" and not may_edit:
        raise PermissionDenied
    form = _form(request, draft)
    if request.method == "POST" and form.is_valid() and _saved(request, draft, form):
        return redirect("clauses:fill_in", draft.pk)
    assembly = assembled(draft)
    context = {
        "draft": draft,
        "title": str(draft),
        "form": form if may_edit else None,
        "pages": preview(assembly),
        "assembly": assembly,
        "problems": [(problem, words(problem.message)) for problem in assembly.problems],
    }
    return render(request, "clauses/fill_in.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def choose(request: HttpRequest, pk: int) -> HttpResponse:
    draft = get_object_or_404(drafts_for(request.user, *EDITORS), pk=pk)
    chosen = [each.version for each in chosen_in(draft)]
    form = ChooseClausesForm(
        request.POST or None,
        chosen=chosen,
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
        choose_clauses(
            draft=draft,
            versions=form.versions(),
            revision=form.cleaned_data["revision"],
            at=timezone.now(),
            actor=request.user,  # type: ignore[arg-type]  # login_required
        )
    except DraftChanged:
        form.add_error(None, STALE)
        return False
    return True


def _form(request: HttpRequest, draft: ContractDraft) -> FillInForm:
    chosen = chosen_in(draft)
    return FillInForm(
        request.POST or None,
        clauses=[clause_from(each.version.source) for each in chosen],
        values={each.version.clause.code: each.values for each in chosen},
        revision=draft.revision,
    )


def _saved(request: HttpRequest, draft: ContractDraft, form: FillInForm) -> bool:
    try:
        fill_in(
            draft=draft,
            values=form.values(),
            revision=form.cleaned_data["revision"],
            at=timezone.now(),
            actor=request.user,  # type: ignore[arg-type]  # login_required
        )
    except DraftChanged:
        form.add_error(None, STALE)
        return False
    messages.success(request, _("Opgeslagen."))
    return True


@login_required
@require_GET
def word(request: HttpRequest, pk: int) -> HttpResponse:
    """The contract as .docx; with ?final=1 only when nothing is open."""
    draft = get_object_or_404(drafts_for(request.user), pk=pk)
    final = request.GET.get("final") == "1"
    try:
        document = draft_document(draft=draft, at=timezone.now(), final=final)
    except NotFinal as error:
        messages.error(request, words(error.message))
        return redirect("clauses:fill_in", draft.pk)
    return word_response(document, draft, final=final)

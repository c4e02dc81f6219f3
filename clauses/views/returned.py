"""A contract that comes back: drop it in, see per clause what is different, and decide."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from clauses.access import EDITORS, contracts_for, drafts_for
from clauses.forms.returned import DecisionForm, ReturnedForm
from clauses.models import ContractDraft
from clauses.redlines import against_model, against_version
from clauses.returned import Unusable
from clauses.returning import Findings, findings, opened, sealed
from clauses.services import DeviationRefused, DraftChanged
from clauses.services.taking_in import take_in
from clauses.views.drafts import STALE
from clauses.views.seat import reader
from clauses.word_file import WORD
from procurement.words import words


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def returned(request: HttpRequest, pk: int) -> HttpResponse:
    """First the file, which is read and not kept; then, with `findings`, what was decided about it."""
    draft = get_object_or_404(drafts_for(request.user, *EDITORS), pk=pk)
    if "findings" in request.POST:
        return _decided(request, draft)
    form = ReturnedForm(request.POST or None, request.FILES or None)
    if request.method != "POST":
        return _page(request, draft, form=form)
    if not form.is_valid():
        return _page(request, draft, form=form, status=422)
    try:
        found = _compared(request, draft, form)
        return _page(request, draft, decisions=DecisionForm(found=found), data=sealed(found))
    except Unusable as refusal:
        form.add_error("file", words(refusal.message))
        return _page(request, draft, form=form, status=422)


def _compared(request: HttpRequest, draft: ContractDraft, form: ReturnedForm) -> Findings:
    file = form.cleaned_data["file"]
    return findings(
        draft=draft,
        content=file.read(),
        name=file.name or "",
        user=reader(request).pk,
        at=timezone.now(),
    )


def _decided(request: HttpRequest, draft: ContractDraft) -> HttpResponse:
    data = request.POST["findings"]
    found = opened(data, draft=draft.pk, user=reader(request).pk)
    if found is None:
        messages.error(request, _("Deze vergelijking is verlopen. Kies het bestand opnieuw."))
        return redirect("clauses:returned", draft.pk)
    form = DecisionForm(request.POST, found=found)
    if not form.is_valid():
        return _page(request, draft, decisions=form, data=data, status=422)
    try:
        take_in(
            draft=draft,
            deviations=form.deviations(),
            values=form.values(),
            file_digest=found.digest,
            revision=found.revision,
            at=timezone.now(),
            actor=reader(request),
        )
    except DraftChanged:
        messages.error(request, str(STALE))
        return redirect("clauses:returned", draft.pk)
    except DeviationRefused as refusal:
        form.add_error(None, str(refusal))
        return _page(request, draft, decisions=form, data=data, status=422)
    messages.success(request, _("Het is overgenomen. Afwijkingen wachten op goedkeuring."))
    return redirect("clauses:deviations", draft.pk)


def _page(
    request: HttpRequest,
    draft: ContractDraft,
    *,
    form: ReturnedForm | None = None,
    decisions: DecisionForm | None = None,
    data: str = "",
    status: int = 200,
) -> HttpResponse:
    context = {
        "title": _("Contract terug"),
        "draft": draft,
        "form": form,
        "decisions": decisions,
        "found": decisions.found if decisions else None,
        "data": data,
        "versions": draft.versions.defer("form", "word").order_by("-number"),
    }
    return render(request, "clauses/returned.html", context, status=status)


@login_required
@require_safe
def redline(request: HttpRequest, pk: int, against: str) -> HttpResponse:
    """The draft in Word with its changes marked: against the texts of the library, or a final version."""
    draft = get_object_or_404(drafts_for(request.user), pk=pk)
    if against == "bibliotheek":
        content = against_model(draft, at=timezone.now())
    elif against.isascii() and against.isdigit() and len(against) < 6:
        version = get_object_or_404(contracts_for(request.user), draft=pk, number=int(against))
        content = against_version(draft, version, at=timezone.now())
    else:
        raise Http404
    response = HttpResponse(content, content_type=WORD)
    name = slugify(draft.reference) or str(draft.pk)
    response["Content-Disposition"] = f'attachment; filename="verschillen-{name}-{against}.docx"'
    return response

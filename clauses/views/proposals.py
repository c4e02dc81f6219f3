"""What is proposed and what waits; editing, handing in, and deciding about the text of somebody else."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from clauses.access import EDITORS, proposals_for
from clauses.approvers import may_approve_text
from clauses.assembly.assemble import assemble
from clauses.drafts import clause_from
from clauses.models import ClauseProposal
from clauses.preview import preview
from clauses.proposing import Editor, Place, editor, lost_words
from clauses.services import (
    ProposalRefused,
    approve,
    send_back,
    submit,
    withdraw,
    write_proposal,
)
from clauses.text_check import text_findings
from clauses.views.seat import reader, seat_of
from clauses.waiting import decidable, open_deviations
from procurement.organisations.access import has_role
from procurement.words import words

DRAFT, SUBMITTED = ClauseProposal.State.DRAFT, ClauseProposal.State.SUBMITTED


@login_required
@require_safe
def proposals(request: HttpRequest) -> HttpResponse:
    """What waits for this person, and what the organisation has in hand."""
    seat_of(request)
    user = reader(request)
    rows = proposals_for(user).exclude(state=ClauseProposal.State.WITHDRAWN)
    context = {
        "title": _("Voorstellen en goedkeuringen"),
        "decidable": decidable(user),
        "proposals": rows.order_by("-pk")[:100],
        "deviations": open_deviations(user),
    }
    return render(request, "clauses/proposals.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def proposal(request: HttpRequest, pk: int) -> HttpResponse:
    """The author edits a text that is in hand; everybody else reads it."""
    row = get_object_or_404(proposals_for(request.user), pk=pk)
    base = row.based_on.source if row.based_on else ""
    place = Place(row.code, row.number, base)
    if request.method != "POST":
        shown = editor(place, clause=clause_from(row.source), reason=row.reason, revision=row.revision)
        return _page(request, row, shown)
    if row.author_id != reader(request).pk:
        raise PermissionDenied
    typed = editor(place, data=request.POST)
    clause = typed.clause()
    if clause is None:
        return _page(request, row, typed, status=422)
    try:
        write_proposal(
            proposal=row,
            source=clause.source,
            reason=typed.form.cleaned_data["reason"],
            revision=typed.form.cleaned_data["revision"] or 0,
            at=timezone.now(),
            actor=reader(request),
        )
    except ProposalRefused as refusal:
        typed.form.add_error(None, str(refusal))
        return _page(request, row, typed, status=409)
    messages.success(request, _("Opgeslagen."))
    return redirect("clauses:proposal", row.pk)


def _page(request: HttpRequest, row: ClauseProposal, shown: Editor, *, status: int = 200) -> HttpResponse:
    user, clause = reader(request), clause_from(row.source)
    is_author = row.author_id == user.pk
    may_decide = row.state == SUBMITTED and not is_author and may_approve_text(user, row.organisation)
    context = {
        "title": words(clause.title),
        "proposal": row,
        "read": clause,
        "texts": [(language, preview(assemble([clause], None, {}, language))) for language in ("nl", "en")],
        "findings": [(each, words(each.message)) for each in text_findings(clause)],
        "lost": lost_words(row.based_on.source if row.based_on else "", clause),
        "decisions": row.decisions.select_related("decided_by"),
        "may_edit": is_author and row.state == DRAFT,
        "may_decide": may_decide,
        "waits_for_lawyer": row.state == SUBMITTED and not may_decide,
        "form": shown.form,
        "blanks": shown.blanks,
    }
    return render(request, "clauses/proposal.html", context, status=status)


@login_required
@require_POST
def proposal_step(request: HttpRequest, pk: int) -> HttpResponse:
    """`stap`: indienen, intrekken, goedkeuren or terugsturen."""
    row = get_object_or_404(proposals_for(request.user), pk=pk)
    if not has_role(request.user, row.organisation, *EDITORS):
        raise PermissionDenied
    try:
        said = _step(request, row)
    except ProposalRefused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, said)
    return redirect("clauses:proposal", row.pk)


def _step(request: HttpRequest, row: ClauseProposal) -> str:
    at, actor = timezone.now(), reader(request)
    digest, reason = request.POST.get("digest", ""), request.POST.get("reason", "")[:2000]
    match request.POST.get("stap"):
        case "indienen":
            submit(proposal=row, revision=_number(request.POST.get("revision", "")), at=at, actor=actor)
            return _("Ingediend. Een jurist van uw organisatie leest het voorstel.")
        case "intrekken":
            withdraw(proposal=row, at=at, actor=actor)
            return _("Het voorstel is ingetrokken.")
        case "goedkeuren":
            approve(proposal=row, digest=digest, reason=reason, at=at, actor=actor)
            return _("Vastgesteld. De tekst geldt vanaf de datum die erin staat.")
        case "terugsturen":
            send_back(proposal=row, digest=digest, reason=reason, at=at, actor=actor)
            return _("Teruggestuurd naar de auteur.")
    raise ProposalRefused(_("Kies wat er met het voorstel gebeurt."))


def _number(typed: str) -> int:
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 10 else 0

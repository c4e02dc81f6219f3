"""The editor of a new text, and the check of what somebody types in it."""

from collections.abc import Iterator

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from clauses.access import EDITORS, proposals_for, versions_for
from clauses.drafts import clause_from
from clauses.models import OWN, ClauseVersion
from clauses.proposing import Editor, Place, editor, lost_words
from clauses.services import ProposalRefused, start_proposal
from clauses.services.proposals import next_number
from clauses.text_check import text_findings
from clauses.views.seat import Seat, reader, seat_of
from procurement.words import words

LONGEST_CODE = 50


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def propose(request: HttpRequest) -> HttpResponse:
    """A new clause; with `van` an own version of the clause of that text."""
    seat = seat_of(request, *EDITORS)
    base = _base(request)
    place = _place(request, seat, base)
    if request.method != "POST":
        today = timezone.localdate()
        started = editor(place, clause=clause_from(base.source), valid_from=today) if base else editor(place)
        return _new(request, seat, base, started)
    typed = editor(place, data=request.POST)
    clause = typed.clause()
    if clause is None:
        return _new(request, seat, base, typed, status=422)
    try:
        row = start_proposal(
            organisation=seat.organisation,
            source=clause.source,
            reason=typed.form.cleaned_data["reason"],
            at=timezone.now(),
            actor=reader(request),
            based_on=base,
        )
    except ProposalRefused as refusal:
        typed.form.add_error(None, str(refusal))
        return _new(request, seat, base, typed, status=409)
    messages.success(request, _("Het voorstel is opgeslagen. Dien het in als het klaar is."))
    return redirect("clauses:proposal", row.pk)


def _base(request: HttpRequest) -> ClauseVersion | None:
    key = request.GET.get("van", "")
    if not key:
        return None
    return get_object_or_404(versions_for(request.user).select_related("clause"), pk=_key(key))


def _key(typed: str) -> int:
    """The key of a row. Raises Http404 for what cannot be one."""
    if not typed.isascii() or not typed.isdigit() or len(typed) > 18:
        raise Http404
    return int(typed)


def _place(request: HttpRequest, seat: Seat, base: ClauseVersion | None) -> Place:
    """An own version keeps the code; a new clause is called after its title."""
    if base is not None:
        return Place(base.clause.code, next_number(seat.organisation, base.clause.code), base.source)
    slug = slugify(request.POST.get("title_nl", ""))[:LONGEST_CODE].strip("-_").replace("_", "-")
    code = f"{OWN}{slug or 'clausule'}"
    return Place(code, next_number(seat.organisation, code))


def _new(
    request: HttpRequest, seat: Seat, base: ClauseVersion | None, shown: Editor, *, status: int = 200
) -> HttpResponse:
    context = {
        "title": _("Eigen versie van een clausule") if base else _("Nieuwe clausule"),
        "seat": seat,
        "organisation": seat.organisation,
        "base": base,
        "form": shown.form,
        "blanks": shown.blanks,
    }
    return render(request, "clauses/propose.html", context, status=status)


@login_required
@require_POST
def check_proposal(request: HttpRequest) -> HttpResponse:
    """What is wrong with what was typed so far, as a part of the page; nothing is saved."""
    place = _typed_place(request)
    typed = editor(place, data=request.POST)
    clause = typed.clause()
    findings = text_findings(clause) if clause else ()
    context = {
        "faults": list(_faults(typed)),
        "findings": [(each, words(each.message)) for each in findings],
        "lost": lost_words(place.base, clause) if clause else [],
    }
    return render(request, "clauses/_check.html", context)


def _typed_place(request: HttpRequest) -> Place:
    key = request.GET.get("voorstel", "")
    if not key:
        seat = seat_of(request, *EDITORS)
        return _place(request, seat, _base(request))
    row = get_object_or_404(proposals_for(request.user), pk=_key(key), author=reader(request))
    return Place(row.code, row.number, row.based_on.source if row.based_on else "")


def _faults(typed: Editor) -> Iterator[tuple[str, str]]:
    """The label of the field, if it is about one, and what is wrong there."""
    for form in (typed.form, *typed.blanks.forms):
        for name, faults in form.errors.items():
            label = str(form.fields[name].label) if name in form.fields else ""
            yield from ((label, str(fault)) for fault in faults)
    yield from (("", str(fault)) for fault in typed.blanks.non_form_errors())

"""The library as a list and one clause of it: what it says, why, since when, and where it is used."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from clauses.access import clauses_for
from clauses.approvers import approver_words
from clauses.assembly.assemble import assemble
from clauses.assembly.clause import LibraryClause
from clauses.drafts import clause_from, versions_valid_on
from clauses.forms.library import LibraryFilter
from clauses.models import Clause, ClauseVersion
from clauses.preview import Page, preview
from clauses.uses import Uses, uses_of
from clauses.views.seat import Seat, reader, seat_of
from clauses.waiting import decidable
from procurement.citations import cite
from procurement.organisations.models import Organisation
from procurement.words import words


@dataclass(frozen=True, slots=True)
class Line:
    """One clause with the text that held on the day that was asked for."""

    version: ClauseVersion
    clause: LibraryClause
    is_overdue: bool

    @property
    def approver(self) -> str:
        return approver_words(self.clause.approver)


def end_of(day: date) -> datetime:
    """The first moment of the next day: what was recorded before that was known on the day itself."""
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))


@login_required
@require_safe
def library(request: HttpRequest) -> HttpResponse:
    seat, today = seat_of(request), timezone.localdate()
    form = LibraryFilter(request.GET)
    lines = _lines(form, seat.organisation, today) if form.is_valid() else []
    context = {
        "seat": seat,
        "organisation": seat.organisation,
        "form": form,
        "lines": lines,
        "today": today,
        "may_propose": seat.may_propose(request),
        "waiting": len(decidable(reader(request)).proposals),
    }
    return render(request, "clauses/library.html", context, status=200 if form.is_valid() else 422)


def _lines(form: LibraryFilter, organisation: Organisation, today: date) -> list[Line]:
    day, known = form.on("day", today), end_of(form.on("known", today))
    versions = versions_valid_on(day, organisation, known=known)
    lines = (Line(each, clause_from(each.source), each.review_by < today) for each in versions)
    return [line for line in lines if _is_asked(line, form.cleaned_data)]


def _is_asked(line: Line, asked: dict[str, Any]) -> bool:
    return (
        asked["theme"] in ("", line.clause.theme)
        and asked["rung"] in ("", line.clause.rung)
        and line.clause.ambition >= int(asked["ambition"] or 0)
        and asked["whose"] in ("", "own" if line.version.is_own else "library")
        and (not asked["review"] or line.is_overdue)
    )


@dataclass(frozen=True, slots=True)
class Told:
    """One version in the history of a clause."""

    version: ClauseVersion
    uses: Uses
    is_current: bool


@login_required
@require_safe
def clause(request: HttpRequest, pk: int) -> HttpResponse:
    """`versie` asks for another text than the one that holds today."""
    seat, today = seat_of(request), timezone.localdate()
    row = get_object_or_404(clauses_for(request.user), pk=pk)
    if row.organisation is not None:
        seat = Seat(seat.every, row.organisation)
    current = next(
        (each for each in versions_valid_on(today, seat.organisation) if each.clause_id == pk), None
    )
    versions = _history(row, seat.organisation)
    shown = _asked(request, versions) or current or versions[0]
    uses = uses_of(versions, [seat.organisation])
    read = clause_from(shown.source)
    context = {
        "title": shown.title,
        "seat": seat,
        "organisation": seat.organisation,
        "clause": row,
        "version": shown,
        "read": read,
        "purpose": words(read.purpose),
        "approver": approver_words(read.approver),
        "kpi_title": words(read.kpi.title) if read.kpi else "",
        "kpi_unit": words(read.kpi.unit) if read.kpi else "",
        "basis": [(code, words(cite(code).label)) for code in read.basis],
        "texts": _both(read),
        "current": current,
        "is_current": shown == current,
        "is_overdue": shown == current and shown.review_by < today,
        "history": [Told(each, uses.get(each.pk, Uses()), each == current) for each in versions],
        "uses": uses.get(shown.pk, Uses()),
        "rungs": _ladder(read, seat.organisation, today),
        "may_propose": seat.may_propose(request),
    }
    return render(request, "clauses/clause.html", context)


def _history(row: Clause, organisation: Organisation) -> list[ClauseVersion]:
    """The texts of the library and those of this organisation, the newest first."""
    rows = row.versions.filter(organisation=None) | row.versions.filter(organisation=organisation)
    related = ("author", "approved_by", "clause", "proposal")
    return list(rows.select_related(*related).order_by("-recorded_at", "-number", "-pk"))


def _asked(request: HttpRequest, versions: list[ClauseVersion]) -> ClauseVersion | None:
    key = request.GET.get("versie", "")
    return next((each for each in versions if str(each.pk) == key), None)


def _both(read: LibraryClause) -> list[tuple[str, str, tuple[Page, ...]]]:
    """The text in Dutch and in English, with its language and title."""
    nl, en = (preview(assemble([read], None, {}, language)) for language in ("nl", "en"))
    return [("nl", read.title.nl, nl), ("en", read.title.en, en)]


def _ladder(read: LibraryClause, organisation: Organisation, today: date) -> list[Line]:
    """The rungs of the same place, from preferred down, each with who may approve it."""
    lines = (
        Line(each, clause_from(each.source), each.review_by < today)
        for each in versions_valid_on(today, organisation)
    )
    order = ("preferred", "acceptable", "last-resort")
    same = [line for line in lines if line.clause.place == read.place]
    return sorted(same, key=lambda line: order.index(line.clause.rung))

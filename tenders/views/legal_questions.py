"""The legal questions about a tender: a page for each topic."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import AnonymousUser, User
from django.core.exceptions import BadRequest, PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from procurement.language import Text
from procurement.words import words
from tenders.forms.legal.codes import Codes
from tenders.forms.legal.topic import TopicForm, with_rows_changed
from tenders.legal_draft import DERIVED
from tenders.legal_statements import stored_answers
from tenders.lint.asking import question_of, unanswered
from tenders.lint.draft import Draft
from tenders.lint.finding import Finding
from tenders.lint.questions import LATER, question_at, topic_of
from tenders.lint.run import Report
from tenders.models import Tender
from tenders.scoring.files import UnreadableTender
from tenders.services.frozen import FrozenTender, is_frozen, is_published
from tenders.services.legal_answers import TOPICS, answers_version, save_answers
from tenders.services.legality import checked
from tenders.services.phases import Refused
from tenders.stages import progress_of_one
from tenders.views.access import may_edit, require_editor, tender_or_404
from tenders.views.findings import what_cannot_be_read
from tenders.views.legal_links import Places
from tenders.views.legal_nodes import Around, nodes_of, notes_of
from tenders.views.lot_page import refuse_frozen

ASKED = tuple(topic for topic in TOPICS if topic not in LATER)
SENT_ON = "planning.notice_sent"  # asked until the notice has been sent, which the publication says


@dataclass(frozen=True, slots=True)
class Topic:
    """`open` counts the answers that the check misses; None while it cannot read the tender."""

    code: str
    title: Text
    open: int | None
    is_current: bool


@login_required
@require_http_methods(["GET", "POST"])
def legal_questions(request: HttpRequest, pk: int, topic: str) -> HttpResponse:
    tender = tender_or_404(request.user, pk)
    if topic not in ASKED:
        raise Http404(_("Dit onderwerp is er niet."))
    if request.method != "POST":
        return _page(request, tender, topic)
    refuse_frozen(_why_closed(request.user, tender))
    require_editor(request.user, tender.organisation)
    return _posted(request, tender, topic)


def _posted(request: HttpRequest, tender: Tender, topic: str) -> HttpResponse:
    if not {"act", "seen"} <= request.POST.keys():
        raise BadRequest("nothing to do")
    seen, changed = request.POST["seen"], with_rows_changed(request.POST)
    if changed is not None:
        return _page(request, tender, topic, form=_form(tender, topic, typed=changed), seen=seen)
    form = _form(tender, topic, data=request.POST)
    if not form.is_valid():
        return _page(request, tender, topic, form=form, seen=seen, status=422)
    try:
        _save(request, tender, topic, form)
    except Refused as refusal:
        return _refused(request, tender, topic, form, refusal)
    except FrozenTender as frozen:
        raise PermissionDenied(_why_closed(request.user, tender)) from frozen
    return _saved(request, tender, topic)


def _save(request: HttpRequest, tender: Tender, topic: str, form: TopicForm) -> None:
    assert isinstance(request.user, User)
    save_answers(
        tender=tender,
        topic=topic,
        answers=form.answers(),
        seen=request.POST["seen"],
        at=timezone.now(),
        actor=request.user,
    )


def _saved(request: HttpRequest, tender: Tender, topic: str) -> HttpResponse:
    title = words(question_of(f"legal.{topic}"))
    messages.success(request, _("De antwoorden bij ‘%(topic)s’ zijn bewaard.") % {"topic": title})
    following = _neighbour(topic, 1)
    if request.POST["act"] != "next":
        return redirect("tenders:legal_questions", pk=tender.pk, topic=topic)
    if following is None:
        return redirect("tenders:legality", pk=tender.pk)
    return redirect("tenders:legal_questions", pk=tender.pk, topic=following)


def _refused(
    request: HttpRequest, tender: Tender, topic: str, form: TopicForm, refusal: Refused
) -> HttpResponse:
    """What was typed stays, with what a colleague kept beside it: who saves again has read that."""
    return _page(request, tender, topic, form=form, refused=refusal.reasons, status=409)


def _form(tender: Tender, topic: str, **sent: Any) -> TopicForm:
    facts = DERIVED | {SENT_ON} if is_published(tender) else DERIVED
    stored = stored_answers(tender).get(topic, {})
    return TopicForm(topic=topic, stored=stored, codes=Codes.of(tender), facts=facts, **sent)


def _page(
    request: HttpRequest,
    tender: Tender,
    topic: str,
    *,
    form: TopicForm | None = None,
    seen: str | None = None,
    refused: Sequence[Text] = (),
    status: int = 200,
) -> HttpResponse:
    seen = answers_version(tender, topic) if seen is None else seen  # before the answers are read
    form, closed = form or _form(tender, topic), _why_closed(request.user, tender)
    draft, report, incomplete = _checked(tender)
    topics = _topics(report, topic)
    around = Around(
        draft=draft,
        notes=notes_of(report) if report else {},
        places=Places.of(tender, request.user),
        suitability=dict(Codes.of(tender).suitability),
        is_closed=bool(closed),
        kept=stored_answers(tender).get(topic, {}) if refused else None,
    )
    context = {
        "tender": tender,
        "stepper": progress_of_one(tender, now=timezone.now()),
        "topic": topic,
        "title": question_of(f"legal.{topic}"),
        "closed": closed,
        "form": form,
        "nodes": nodes_of(form, form.parts, around),
        "wrong": form.wrong() if form.is_bound else [],
        "seen": seen,
        "refused": refused,
        "topics": topics,
        "answered": sum(each.open == 0 for each in topics) if report else None,
        "incomplete": incomplete,
        "before": _neighbour(topic, -1),
        "following": _neighbour(topic, 1),
    }
    return render(request, "tenders/legal_questions.html", context, status=status)


def _checked(tender: Tender) -> tuple[Draft | None, Report | None, list[Any]]:
    """With what must be completed first where the check cannot read the tender yet."""
    try:
        return *checked(tender, at=timezone.now()), []
    except UnreadableTender as unreadable:
        return None, None, what_cannot_be_read(tender, unreadable.problems)


def _topics(report: Report | None, current: str) -> list[Topic]:
    missing: dict[str, set[str]] = {}
    for judged in report.judged if report else ():
        for finding in judged.open:
            if _asks_an_answer(finding):
                missing.setdefault(topic_of(finding.place), set()).add(finding.place)
    return [
        Topic(
            code,
            question_of(f"legal.{code}"),
            len(missing.get(code, ())) if report else None,
            code == current,
        )
        for code in ASKED
    ]


def _asks_an_answer(finding: Finding) -> bool:
    is_question = question_at(finding.place) is not None
    return is_question and finding == unanswered(finding.place, finding.severity)


def _neighbour(topic: str, step: int) -> str | None:
    place = ASKED.index(topic) + step
    return ASKED[place] if 0 <= place < len(ASKED) else None


def _why_closed(user: User | AnonymousUser, tender: Tender) -> str:
    """Empty where this user may answer."""
    if is_frozen(tender):
        return _("Deze aanbesteding is gepubliceerd. De antwoorden zijn bevroren.")
    if not may_edit(user, tender.organisation):
        return _("U kunt dit lezen. Alleen een inkoper van deze organisatie beantwoordt de vragen.")
    return ""

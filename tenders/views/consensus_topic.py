"""One criterion in the consensus meeting: reveal the scores together, then agree on each bid."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.contrib import messages
from django.contrib.auth.models import User
from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from procurement.language import Text
from tenders.assessment.meeting import Meeting, Topic
from tenders.assessment.meeting_words import spread_words
from tenders.forms.consensus import AgreementForm
from tenders.models import Criterion, Lot
from tenders.scoring.model import Combination
from tenders.services.consensus import StaleScore, StaleScores, WrongScores, agree, reveal
from tenders.services.jury import admitted_bids
from tenders.services.phases import Refused

Context = Mapping[str, Any]


def topic_page(request: HttpRequest, context: Context) -> HttpResponse:
    """`context`: what the overview shows too; its `meeting` is None where there was no meeting yet."""
    meeting: Meeting | None = context["meeting"]
    topic = _topic(meeting, request.GET["criterion"])
    form = AgreementForm(_data(request), topic=topic, agrees=meeting is not None and meeting.agrees)
    if request.method != "POST":
        return _page(request, context, topic, form)
    if request.POST.get("do") == "reveal":
        return _reveal(request, context, topic, form)
    if request.POST.get("do") == "agree":
        return _agree(request, context, topic, form)
    raise BadRequest("nothing to do")


def _data(request: HttpRequest) -> Any:
    return request.POST if request.POST.get("do") == "agree" else None


def _topic(meeting: Meeting | None, code: str) -> Topic:
    found = next((topic for topic in meeting.topics if topic.code == code), None) if meeting else None
    if found is None:
        raise Http404
    return found


def _reveal(request: HttpRequest, context: Context, topic: Topic, form: AgreementForm) -> HttpResponse:
    assert isinstance(request.user, User)
    lot: Lot = context["lot"]
    criterion = Criterion.objects.get(pk=topic.key)
    try:
        reveal(lot=lot, criterion=criterion, at=timezone.now(), actor=request.user)
    except Refused as refused:
        return _page(request, context, topic, form, reasons=refused.reasons, status=409)
    return redirect(request.get_full_path())


def _agree(request: HttpRequest, context: Context, topic: Topic, form: AgreementForm) -> HttpResponse:
    assert isinstance(request.user, User)
    lot: Lot = context["lot"]
    if not form.is_valid():
        return _page(request, context, topic, form, status=422)
    bids = {bid.pk: bid for bid in admitted_bids(lot)}
    criterion = Criterion.objects.get(pk=topic.key)
    agreements = form.agreements(bids)
    try:
        made = agree(
            lot=lot, criterion=criterion, agreements=agreements, at=timezone.now(), actor=request.user
        )
    except Refused as refused:
        return _page(request, context, topic, form, reasons=refused.reasons, status=409)
    except WrongScores as wrong:
        form.refuse(wrong.faults)
        return _page(request, context, topic, form, status=422)
    except StaleScores as stale:
        form.take_over({each.mine.bid.pk: each.stored.number for each in stale.conflicts})
        return _page(request, context, topic, form, conflicts=stale.conflicts, status=409)
    messages.success(request, _saved(len(made)))
    return redirect(request.get_full_path())


def _saved(count: int) -> str:
    if not count:
        return _("Er was niets veranderd. Alles staat zoals u het zag.")
    return ngettext("%(count)s score vastgesteld.", "%(count)s scores vastgesteld.", count) % {"count": count}


def _page(
    request: HttpRequest,
    context: Context,
    topic: Topic,
    form: AgreementForm,
    *,
    reasons: Sequence[Text] = (),
    conflicts: Sequence[StaleScore] = (),
    status: int = 200,
) -> HttpResponse:
    meeting: Meeting = context["meeting"]
    place = meeting.topics.index(topic)
    page = dict(context) | {
        "topic": topic,
        "form": form,
        "bids": [(talk, form.parts(talk), spread_words(talk)) for talk in topic.bids],
        "median": meeting.combination is Combination.MEDIAN,
        "wrong": form.wrong() if form.is_bound else [],
        "reasons": reasons,
        "conflicts": [_both(topic, each) for each in conflicts],
        "previous": meeting.topics[place - 1] if place > 0 else None,
        "next": meeting.topics[place + 1] if place + 1 < len(meeting.topics) else None,
    }
    return render(request, "tenders/consensus_criterion.html", page, status=status)


def _both(topic: Topic, conflict: StaleScore) -> dict[str, str]:
    """What was typed beside what a colleague saved."""
    titles = {level.code: level.title for level in topic.levels}
    return {
        "bid": conflict.mine.bid.code,
        "mine": titles.get(conflict.mine.value, ""),
        "my_reason": conflict.mine.reason,
        "stored": titles.get(conflict.stored.value, ""),
        "stored_reason": conflict.stored.reason,
    }

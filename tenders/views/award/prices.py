"""Prices that may be abnormally low: the signals, the questions to bidders and the judgements."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from procurement.citations import CITATIONS
from procurement.words import words
from tenders.forms.award import AnswerForm, JudgementForm, NoQuestionForm, PartForm, QuestionForm
from tenders.models import Inquiry, Lot, NoInquiry
from tenders.procedure.low_bids import BASIS, BELOW_ESTIMATE, BELOW_MEAN, BELOW_NEXT, QUESTION
from tenders.procedure.phases import Phase
from tenders.services.falling_away import admitted_bids
from tenders.services.inquiries import ask, inquiries_of, judge, leave_unasked, record_answer
from tenders.services.low_prices import price_columns
from tenders.services.phases import Refused
from tenders.views.access import lot_or_404
from tenders.views.award.page import page_of, person, require_actor, tell


@dataclass(frozen=True, slots=True)
class Line:
    """One question, with the forms for what is still to be done about it."""

    inquiry: Inquiry
    answer: AnswerForm
    judgement: JudgementForm


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def prices(request: HttpRequest, pk: int) -> HttpResponse:
    lot = lot_or_404(request.user, pk)
    if request.method != "POST":
        return _page(request, lot)
    require_actor(request, lot)
    form = _posted(request, lot)
    if not form.is_valid():
        return _page(request, lot, form=form, status=422)
    try:
        _done(request, lot, form)
    except Refused as refusal:
        tell(form, refusal)
        return _page(request, lot, form=form, status=409)
    return redirect("tenders:low_prices", lot.pk)


def _posted(request: HttpRequest, lot: Lot) -> PartForm:
    if "answer" in request.POST:
        return AnswerForm(request.POST, prefix=f"answer-{_inquiry(lot, request.POST['answer']).pk}")
    if "judge" in request.POST:
        return JudgementForm(request.POST, prefix=f"judge-{_inquiry(lot, request.POST['judge']).pk}")
    if "unasked" in request.POST:
        return NoQuestionForm(request.POST, bids=list(admitted_bids(lot)), prefix="unasked")
    return QuestionForm(request.POST, bids=list(admitted_bids(lot)), prefix="ask")


def _done(request: HttpRequest, lot: Lot, form: PartForm) -> None:
    given, now, actor = form.cleaned_data, timezone.now(), person(request)
    if isinstance(form, AnswerForm):
        inquiry = _inquiry(lot, request.POST["answer"])
        record_answer(inquiry=inquiry, answer=given["answer"], at=now, actor=actor)
        messages.success(request, _("De toelichting is vastgelegd."))
    elif isinstance(form, JudgementForm):
        inquiry = _inquiry(lot, request.POST["judge"])
        judge(inquiry=inquiry, outcome=given["outcome"], reason=given["reason"], at=now, actor=actor)
        messages.success(request, _judged(inquiry))
    elif isinstance(form, NoQuestionForm):
        leave_unasked(**given, at=now, actor=actor)
        messages.success(request, _("Vastgelegd."))
    else:
        ask(**given, at=now, actor=actor)
        messages.success(request, _("De vraag is vastgelegd. Stuur haar nu aan de inschrijver."))


def _judged(inquiry: Inquiry) -> str:
    if inquiry.is_rejected:
        return _("De inschrijving is afgewezen en vervallen. Bereken de rangorde opnieuw.")
    return _("De prijs is aanvaard.")


def _inquiry(lot: Lot, key: str) -> Inquiry:
    for inquiry in inquiries_of(lot):
        if str(inquiry.pk) == key:
            return inquiry
    raise Http404


def _page(request: HttpRequest, lot: Lot, *, form: PartForm | None = None, status: int = 200) -> HttpResponse:
    title = _("Lage prijzen: %(lot)s") % {"lot": lot}
    context = page_of(request, lot, title, "low_prices", Phase.EVALUATION)
    bound = {form.prefix: form} if form is not None else {}
    draft = {"question": words(QUESTION)}
    context |= {
        "columns": price_columns(lot),
        "limits": (BELOW_MEAN, BELOW_NEXT, BELOW_ESTIMATE),
        "basis": [CITATIONS[code] for code in BASIS],
        "inquiries": [_line(inquiry, bound) for inquiry in inquiries_of(lot)],
        "not_asked": NoInquiry.objects.filter(bid__lot=lot).select_related("bid__supplier", "made_by"),
        "unasked": bound.get("unasked") or NoQuestionForm(bids=list(admitted_bids(lot)), prefix="unasked"),
        "ask": bound.get("ask") or QuestionForm(bids=list(admitted_bids(lot)), prefix="ask", initial=draft),
    }
    return render(request, "tenders/low_prices.html", context, status=status)


def _line(inquiry: Inquiry, bound: Mapping[str | None, Any]) -> Line:
    answer, judgement = f"answer-{inquiry.pk}", f"judge-{inquiry.pk}"
    return Line(
        inquiry,
        bound.get(answer) or AnswerForm(prefix=answer, initial={"answer": inquiry.answer}),
        bound.get(judgement) or JudgementForm(prefix=judgement),
    )

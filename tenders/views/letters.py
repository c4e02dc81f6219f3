"""The letters about the award decision of a lot: preparing, previewing, sending, and what was sent."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from procurement.documents.writers.docx import docx_bytes
from procurement.documents.writers.odt import odt_bytes
from procurement.words import readers_language
from tenders.forms.letters import PreparationForm, SendingForm, initial_of
from tenders.models import AwardDecision, Letter, Lot
from tenders.procedure.phases import Phase
from tenders.procedure.standstill import sent_on, standstill
from tenders.procedure.transitions import TRANSITIONS
from tenders.reports.files import file_name
from tenders.reports.letters.derived import Derived, derived_values
from tenders.reports.letters.model import addressees
from tenders.reports.vocabulary import amount
from tenders.reports.wording import Wording
from tenders.scoring.model import Criterion
from tenders.services.decided import decision_of
from tenders.services.evaluations import stored_result
from tenders.services.letter_drafts import prepare_letters
from tenders.services.letters import (
    concept_letter,
    earlier_letters,
    left_out_in_vain,
    letter_draft,
    prospects,
    sent_letters,
)
from tenders.services.phases import Refused, phase_of, reasons_against
from tenders.services.signatures import may_take
from tenders.services.transitions import take_step
from tenders.stages import progress_of_one
from tenders.views.access import lot_or_404, may_edit
from tenders.views.notices import notices_on, send_all

SEND = TRANSITIONS["send-letters"]
WORD, OPEN_DOCUMENT = "docx", "odt"
TYPES = {
    WORD: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    OPEN_DOCUMENT: "application/vnd.oasis.opendocument.text",
}


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def letters(request: HttpRequest, pk: int) -> HttpResponse:
    lot = lot_or_404(request.user, pk)
    if request.method != "POST":
        return _page(request, lot)
    if "send" in request.POST:
        return _send(request, lot)
    if "notices" in request.POST:
        answer = send_all(request, lot)
        return _page(request, lot, refusal=answer, status=409) if isinstance(answer, Refused) else answer
    if not _may_prepare(request, lot):
        raise PermissionDenied
    return _prepare(request, lot)


@login_required
@require_safe
def letter(request: HttpRequest, pk: int, code: str, kind: str) -> HttpResponse:
    """The letter to one bidder: as it was sent, also about a withdrawn decision, else as a concept."""
    lot = lot_or_404(request.user, pk)
    if kind not in TYPES:
        raise Http404
    number = request.GET.get("decision", "")
    content = _about_withdrawn(lot, number, code, kind) if number else _about_standing(lot, code, kind)
    name = file_name(lot.tender.reference, f"brief-perceel-{lot.number}-{code}.{kind}")
    response = HttpResponse(content, content_type=TYPES[kind])
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or ""
    return response


def _about_withdrawn(lot: Lot, number: str, code: str, kind: str) -> bytes:
    rows = [each for each in earlier_letters(lot) if str(each.decision.number) == number]
    row = next((each for each in rows if each.bid.code == code), None)
    if row is None:
        raise Http404
    return _file(row, kind)


def _about_standing(lot: Lot, code: str, kind: str) -> bytes:
    decision = decision_of(lot)
    if decision is None:
        raise Http404
    return _as_sent(decision, code, kind) or _as_concept(decision, code, kind)


def _as_sent(decision: AwardDecision, code: str, kind: str) -> bytes:
    """Empty while the letters have not been sent."""
    row = Letter.objects.filter(decision=decision, bid__code=code).first()
    return b"" if row is None else _file(row, kind)


def _file(row: Letter, kind: str) -> bytes:
    return bytes(row.word if kind == WORD else row.open_document)


def _as_concept(decision: AwardDecision, code: str, kind: str) -> bytes:
    made = concept_letter(decision, code, at=timezone.now())
    if made is None:
        raise Http404
    return docx_bytes(made) if kind == WORD else odt_bytes(made)


def _may_prepare(request: HttpRequest, lot: Lot) -> bool:
    """Officers; who runs the site takes no part in a procedure."""
    return may_edit(request.user, lot.tender.organisation) and not request.user.is_superuser


def _prepare(request: HttpRequest, lot: Lot) -> HttpResponse:
    assert isinstance(request.user, User)
    decision = decision_of(lot)
    if decision is None:
        return _page(request, lot, status=409)
    form = _form(decision, request)
    if not form.is_valid():
        return _page(request, lot, form=form, status=422)
    try:
        prepare_letters(lot=lot, prepared=form.prepared(), at=timezone.now(), actor=request.user)
    except Refused as refusal:
        return _page(request, lot, form=form, refusal=refusal, status=409)
    messages.success(request, _("Opgeslagen. Lees de brieven na voordat u ze verzendt."))
    return redirect("tenders:letters", lot.pk)


def _send(request: HttpRequest, lot: Lot) -> HttpResponse:
    assert isinstance(request.user, User)
    if not may_take(request.user, SEND, lot.tender.organisation):
        raise PermissionDenied
    sending = SendingForm(request.POST, left_out=_left_out(lot))
    if not sending.is_valid():
        return _page(request, lot, sending=sending, status=422)
    try:
        take_step(lot=lot, code=SEND.code, at=timezone.now(), actor=request.user)
    except Refused as refusal:
        return _page(request, lot, refusal=refusal, status=409)
    messages.success(request, _("De brieven zijn vastgelegd. Plaats ze nu in TenderNed."))
    return redirect("tenders:letters", lot.pk)


def _left_out(lot: Lot) -> tuple[str, ...]:
    decision = decision_of(lot)
    return left_out_in_vain(decision) if decision is not None else ()


def _form(decision: AwardDecision, request: HttpRequest | None = None) -> PreparationForm:
    result = stored_result(decision.evaluation)
    leaves = tuple(result.lot.leaves())
    motivations = result.winner.bid.motivations if result.winner else {}
    data = request.POST if request is not None else None
    initial = initial_of(letter_draft(decision), leaves)
    derived = {code: _known(code, found, leaves) for code, found in derived_values(result).items()}
    bidders = {to.code: to.name for to in addressees(result)}
    return PreparationForm(
        data, initial=initial, leaves=leaves, motivations=motivations, derived=derived, bidders=bidders
    )


def _known(code: str, found: Derived | None, leaves: Sequence[Criterion]) -> str:
    """What a reader of the letter can work out."""
    if found is None:
        return _("Dit volgt al uit de punten van de winnaar. Weglaten houdt het niet geheim.")
    leaf = next(each for each in leaves if each.code == code)
    say = Wording(readers_language())
    text = _(
        "Uit de punten van de winnaar en de bekendgemaakte formule volgt dat dit ligt van %(low)s tot en met "
        "%(high)s. Weglaten houdt het niet geheim."
    )
    return text % {"low": amount(leaf, found.low, say), "high": amount(leaf, found.high, say)}


def _page(
    request: HttpRequest,
    lot: Lot,
    *,
    form: PreparationForm | None = None,
    sending: SendingForm | None = None,
    refusal: Refused | None = None,
    status: int = 200,
) -> HttpResponse:
    decision, now = decision_of(lot), timezone.now()
    context: dict[str, Any] = {
        "title": _("Brieven: %(lot)s") % {"lot": lot},
        "lot": lot,
        "tender": lot.tender,
        "decision": decision,
        "earlier": earlier_letters(lot),
        **notices_on(request, lot),
        "refusal": refusal,
        "may_write": _may_prepare(request, lot),
        "stepper": progress_of_one(lot.tender, now=now),
    }
    if decision is not None:
        context["sent"] = sent_letters(decision)
        if not context["sent"] and phase_of(lot) is Phase.AWARD:
            context |= _to_prepare(request, lot, decision, form)
            context["sending"] = sending or SendingForm(left_out=left_out_in_vain(decision))
    return render(request, "tenders/letters.html", context, status=status)


def _to_prepare(
    request: HttpRequest, lot: Lot, decision: AwardDecision, form: PreparationForm | None
) -> dict[str, Any]:
    assert isinstance(request.user, User)
    now = timezone.now()
    return {
        "prospects": prospects(decision),
        "form": form or _form(decision),
        "reasons": reasons_against(lot, SEND, at=now, actor=request.user),
        "term": standstill(sent_on(now), days=letter_draft(decision).days),
    }

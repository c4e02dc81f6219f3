"""The bids of a lot: taken in before the opening, listed after it, each with its checks."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from procurement.words import words
from tenders.forms.bids import EvidenceForm, OutcomeForm
from tenders.forms.values import value_shown
from tenders.models import Bid, Criterion, Lot
from tenders.procedure.phases import DRAFT, SEALED, Phase
from tenders.services.bids import record_outcomes
from tenders.services.opened import answers_of, files_of, receipts_of, stated_values
from tenders.services.phases import Refused, phase_of, why_not_in
from tenders.services.registration import CHOOSING, choose_evidence
from tenders.stages import progress_of_one
from tenders.views.access import lot_or_404
from tenders.views.bid_lines import lines_of
from tenders.views.late_price import LatePrice
from tenders.views.readmitting import Readmitting
from tenders.views.sealed_bids import may_register, sealed_page
from tenders.views.unread_bids import refuse_if_sealed
from tenders.views.version_question import VersionQuestion


@sensitive_post_parameters()
@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def bids(request: HttpRequest, pk: int) -> HttpResponse:
    lot = lot_or_404(request.user, pk)
    phase = phase_of(lot)
    if phase in DRAFT | SEALED:
        return sealed_page(request, lot, phase)
    if request.method == "POST" and not may_register(request.user, lot):
        raise PermissionDenied
    context = _context(request, lot) | {
        "lines": lines_of(lot),
        "receipts": receipts_of(lot),
        "is_refused": request.method == "POST",
    }
    return render(request, "tenders/bids.html", context, status=409 if request.method == "POST" else 200)


def _context(request: HttpRequest, lot: Lot) -> dict[str, Any]:
    return {
        "title": _("Inschrijvingen: %(lot)s") % {"lot": lot},
        "lot": lot,
        "tender": lot.tender,
        "may_edit": may_register(request.user, lot),
        "stepper": progress_of_one(lot.tender, now=timezone.now()),
    }


@sensitive_post_parameters()
@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def bid(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    refuse_if_sealed(request, pk)
    lot = lot_or_404(request.user, pk)
    rows = lot.bids.select_related("supplier", "sealed", "lot__tender__organisation")
    row = get_object_or_404(rows, code=code)
    data = request.POST if request.method == "POST" else None
    page = BidPage(request, lot, row, data)
    if data is None:
        return page.shown()
    assert isinstance(request.user, User)
    if not page.may_save():
        raise PermissionDenied
    if not page.is_valid():
        return page.shown(422)
    try:
        page.save(request.user)
    except Refused as refused:
        return page.shown(422 if page.late.is_sheet else 409, refused)
    return page.shown() if page.late.is_sheet else redirect("tenders:bids", lot.pk)


class BidPage:
    """One opened bid with its forms; a price that is missing may follow as long as the prices are sealed."""

    def __init__(self, request: HttpRequest, lot: Lot, bid: Bid, data: Any) -> None:
        self.request, self.lot, self.bid = request, lot, bid
        self.late = LatePrice(request, bid, phase_of(lot), data)
        self.version = VersionQuestion(request, bid, data)
        self.undo = Readmitting(request, bid, data)
        rest = None if self.late.is_sent or self.version.is_sent or self.undo.is_sent else data
        requirements, outcomes = list(lot.requirements.all()), list(bid.outcomes.all())
        self.evidence = EvidenceForm(rest, bid=bid, prefix="evidence")
        self.outcomes = OutcomeForm(rest, requirements=requirements, outcomes=outcomes, prefix="outcome")

    def may_save(self) -> bool:
        if self.late.is_sent:
            return self.bid.sealed is not None and self.late.may_sign()
        if self.undo.is_sent:
            return self.undo.may_sign
        return may_register(self.request.user, self.lot)

    def is_valid(self) -> bool:
        if self.late.is_sent:
            return self.late.is_valid()
        if self.version.is_sent:
            return self.version.is_valid()
        if self.undo.is_sent:
            return self.undo.is_valid()
        return self.evidence.is_valid() and self.outcomes.is_valid()

    def save(self, actor: User) -> None:
        """Raises `Refused`."""
        if self.late.is_sheet:
            self.late.read()
        elif self.late.is_sent:
            self.late.save()
        elif self.version.is_sent:
            self.version.save()
        elif self.undo.is_sent:
            self.undo.save()
        else:
            self._save_checks(actor)

    def _save_checks(self, actor: User) -> None:
        now, chosen = timezone.now(), self.evidence.cleaned_data["evidence"]
        if set(chosen) != set(self.bid.evidence.all()):
            choose_evidence(bid=self.bid, evidence=chosen, at=now, actor=actor)
        stored = list(self.bid.outcomes.values_list("requirement", "met", "reason"))
        changed = [outcome for outcome in self.outcomes.outcomes() if outcome not in stored]
        if changed:
            record_outcomes(bid=self.bid, outcomes=changed, at=now, actor=actor)
        messages.success(self.request, _("Opgeslagen: inschrijving %(code)s.") % {"code": self.bid.code})

    def shown(self, status: int = 200, refused: Refused | None = None) -> HttpResponse:
        judging = self.outcomes.fields and why_not_in(self.lot, Phase.OPENING)
        choosing = why_not_in(self.lot, *CHOOSING)
        context = _context(self.request, self.lot) | {
            "title": _("Inschrijving %(bid)s") % {"bid": self.bid},
            "bid": self.bid,
            "evidence": self.evidence,
            "outcomes": self.outcomes,
            "late": self.late,
            "version": self.version,
            "undo": self.undo,
            "files": files_of(self.lot).get(self.bid.pk, []),
            "stated": stated_of(self.lot, self.bid),
            "line": next(line for line in lines_of(self.lot) if line.bid.pk == self.bid.pk),
            "refused": [words(reason) for reason in refused.reasons] if refused else [],
            "why_not_judged": words(judging) if judging else "",
            "why_not_chosen": words(choosing) if choosing else "",
            "wrong": _wrong_fields(self.outcomes),
        }
        return render(self.request, "tenders/bids_one.html", context, status=status)


@dataclass(frozen=True, slots=True)
class Stated:
    """What the bid itself says about one criterion: a value in words, or an answer."""

    criterion: Criterion
    text: str


def stated_of(lot: Lot, bid: Bid) -> list[Stated]:
    values, answers = stated_values(bid), answers_of(lot).get(bid.pk, {})
    return [
        Stated(each, value_shown(values[each.code], each) if each.code in values else answers[each.code])
        for each in lot.criteria.prefetch_related("levels")
        if each.code in values or each.code in answers
    ]


def _wrong_fields(form: OutcomeForm) -> list[forms.BoundField]:
    return [form[name] for name in form.fields if form[name].errors] if form.is_bound else []

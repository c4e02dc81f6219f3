"""The bids of a lot: registration, evidence and the knock-out requirements."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import User
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from tenders.forms.bids import BidForm, EvidenceForm, OutcomeForm, PasteForm, moment_shown, next_code
from tenders.models import Bid, Lot, Supplier, Tender
from tenders.services.bids import record_outcomes
from tenders.services.decided import DecidedLot, decision_of, why_decided
from tenders.services.frozen import is_published
from tenders.services.registration import NewBid, NotPublished, TakenBid, choose_evidence, register_bids
from tenders.stages import progress_of_one
from tenders.views.access import lot_or_404, may_edit, require_editor
from tenders.views.grid import leaves_of, tree_of


@dataclass(frozen=True, slots=True)
class BidLine:
    """One bid in the list, with how far its checks are."""

    bid: Bid
    is_late: bool
    pieces: int
    judged: int
    unmet: int
    scored: int


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def bids(request: HttpRequest, pk: int) -> HttpResponse:
    lot = lot_or_404(request.user, pk)
    lines = lines_of(lot)
    one = BidForm(initial={"code": next_code({line.bid.code for line in lines})}, prefix="one")
    several = PasteForm(prefix="several")
    if request.method == "POST":
        assert isinstance(request.user, User)
        require_editor(request.user, lot.tender.organisation)
        form: BidForm | PasteForm
        if "paste" in request.POST:
            form = several = PasteForm(request.POST, prefix="several")
        else:
            form = one = BidForm(request.POST, prefix="one")
        if form.is_valid() and _registered(request, lot, form, request.user):
            return redirect("tenders:bids", lot.pk)
    context = _context(request, lot) | {"lines": lines, "one": one, "several": several}
    wrong = one.is_bound or several.is_bound
    return render(request, "tenders/bids.html", context, status=422 if wrong else 200)


def _registered(request: HttpRequest, lot: Lot, form: BidForm | PasteForm, actor: User) -> bool:
    new: list[NewBid] = form.cleaned_data["rows"] if isinstance(form, PasteForm) else [form.new_bid()]
    try:
        rows = register_bids(lot=lot, bids=new, at=timezone.now(), actor=actor)
    except TakenBid as taken:
        names = {"names": ", ".join(taken.names)}
        form.add_error(
            None, _("Staat al bij dit perceel: %(names)s. Kies een andere code of leverancier.") % names
        )
        return False
    except NotPublished:
        form.add_error(None, _("Inschrijvingen toevoegen kan pas als de criteria zijn gepubliceerd."))
        return False
    except DecidedLot as decided:
        form.add_error(None, str(decided))
        return False
    text = ngettext("%(count)s inschrijving toegevoegd.", "%(count)s inschrijvingen toegevoegd.", len(rows))
    messages.success(request, text % {"count": len(rows)})
    return True


def _context(request: HttpRequest, lot: Lot) -> dict[str, Any]:
    organisation, decided = lot.tender.organisation, why_decided(decision_of(lot))
    editor, published = may_edit(request.user, organisation), is_published(lot.tender)
    return {
        "title": _("Inschrijvingen: %(lot)s") % {"lot": lot},
        "lot": lot,
        "tender": lot.tender,
        "requirements": lot.requirements.count(),
        "criteria": len(leaves_of(tree_of(lot))),
        "suppliers": list(Supplier.objects.filter(organisation=organisation).values_list("name", flat=True)),
        "decided": decided,
        "may_edit": editor,
        "may_write": editor and published and not decided,
        "is_published": published,
        "is_early": is_before_deadline(lot.tender, timezone.now()),
        "stepper": progress_of_one(lot.tender, now=timezone.now()),
    }


def is_before_deadline(tender: Tender, now: datetime) -> bool:
    """As long as bidders may still come in, bids stay closed; the pages say so."""
    return tender.deadline is not None and now < tender.deadline


def lines_of(lot: Lot) -> list[BidLine]:
    counted = lot.bids.select_related("supplier").annotate(
        pieces=Count("evidence", distinct=True),
        judged=Count("outcomes", distinct=True),
        unmet=Count("outcomes", filter=Q(outcomes__met=False), distinct=True),
        scored=Count("values", distinct=True),
    )
    rows = sorted(counted, key=lambda row: (row.code, row.pk))
    return [_line(row, lot.tender.deadline) for row in rows]


def _line(row: Any, deadline: datetime | None) -> BidLine:
    late = deadline is not None and row.received_at > deadline
    return BidLine(row, late, row.pieces, row.judged, row.unmet, row.scored)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def bid(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    lot = lot_or_404(request.user, pk)
    row = get_object_or_404(lot.bids.select_related("supplier", "lot__tender__organisation"), code=code)
    data = request.POST if request.method == "POST" else None
    evidence = EvidenceForm(data, bid=row, prefix="evidence")
    requirements = list(lot.requirements.all())
    outcomes = OutcomeForm(
        data, requirements=requirements, outcomes=list(row.outcomes.all()), prefix="outcome"
    )
    status = 422 if data else 200
    if request.method == "POST":
        assert isinstance(request.user, User)
        require_editor(request.user, lot.tender.organisation)
        if decision_of(lot):
            status = 409
        elif evidence.is_valid() and outcomes.is_valid():
            _save(row, evidence, outcomes, request.user)
            messages.success(request, _("Opgeslagen: inschrijving %(code)s.") % {"code": row.code})
            return redirect("tenders:bids", lot.pk)
    context = _context(request, lot) | {
        "title": _("Inschrijving %(bid)s") % {"bid": row},
        "bid": row,
        "received": moment_shown(row.received_at),
        "evidence": evidence,
        "outcomes": outcomes,
        "wrong": _wrong_fields(outcomes),
    }
    return render(request, "tenders/bids_one.html", context, status=status)


def _save(row: Bid, evidence: EvidenceForm, outcomes: OutcomeForm, actor: User) -> None:
    now = timezone.now()
    choose_evidence(bid=row, evidence=evidence.cleaned_data["evidence"], at=now, actor=actor)
    changed = [outcome for outcome in outcomes.outcomes() if outcome not in _stored(row)]
    if changed:
        record_outcomes(bid=row, outcomes=changed, at=now, actor=actor)


def _stored(row: Bid) -> list[tuple[int, bool, str]]:
    return list(row.outcomes.values_list("requirement", "met", "reason"))


def _wrong_fields(form: OutcomeForm) -> list[forms.BoundField]:
    return [form[name] for name in form.fields if form[name].errors] if form.is_bound else []

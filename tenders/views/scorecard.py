"""The supplier scorecard beside the ranking: what each supplier's evidence is worth, why, and until when."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from procurement.citations import CITATIONS
from procurement.law import Citation
from tenders.forms.scorecard import CardRulesForm, initial_rules
from tenders.models import Bid, Lot
from tenders.scorecard.evaluate import scorecard as card_of
from tenders.scorecard.model import CardRules, Line, Scorecard
from tenders.scorecard.rules import STARTING_RULES
from tenders.scorecard.shelf_life import TenderDays
from tenders.scorecard.shortlist import Shortlist, shortlist, why_no_shortlist
from tenders.scorecard.span import whole_months
from tenders.scorecard.suitability import Fitness, suitability
from tenders.scorecard.told import accepted_words, level_words
from tenders.scorecard.uses import USES, Standing, Use
from tenders.services.evidence_register import days_known
from tenders.services.frozen import is_published
from tenders.services.scorecard import save_card_rules
from tenders.stages import progress_of_one
from tenders.supplier_evidence import evidence_of, reference_day, rules_of
from tenders.views.access import lot_or_404
from tenders.views.lot_page import refuse_frozen, why_closed


@dataclass(frozen=True, slots=True)
class ShownLine:
    """`term`: how the evidence holds against the contract, in words."""

    line: Line
    term: str
    lapses: bool
    basis: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """`fit` is None where the tender sets no suitability requirement."""

    bid: Bid
    card: Scorecard
    lines: tuple[ShownLine, ...]
    pieces: int
    fitness: tuple[Fitness, ...]
    fit: bool | None


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def scorecard(request: HttpRequest, pk: int) -> HttpResponse:
    lot = lot_or_404(request.user, pk)
    closed = why_closed(request.user, lot.tender)
    if request.method == "POST":
        refuse_frozen(closed)
        return _posted(request, lot)
    form = None if closed else _form(lot, initial=initial_rules(rules_of(lot)))
    return _show(request, lot, form, closed=closed)


def _posted(request: HttpRequest, lot: Lot) -> HttpResponse:
    if request.POST.get("act") == "start":
        start = initial_rules(replace(rules_of(lot), parts=STARTING_RULES))
        messages.info(request, _("De voorzet is ingevuld, maar nog niet opgeslagen. Pas hem aan en sla op."))
        return _show(request, lot, _form(lot, initial=start), opened=True)
    form = _form(lot, data=request.POST)
    if not form.is_valid():
        messages.error(request, _("Niet opgeslagen. Herstel de velden met een rode rand en sla opnieuw op."))
        return _show(request, lot, form, opened=True, status=422)
    save_card_rules(lot=lot, rules=form.values(), at=timezone.now(), actor=request.user)  # type: ignore[arg-type]
    messages.success(request, _("De regels van de scorekaart zijn opgeslagen."))
    return redirect("tenders:scorecard", pk=lot.pk)


def _form(lot: Lot, **options: Any) -> CardRulesForm:
    return CardRulesForm(procedure=lot.tender.procedure, **options)


def _show(
    request: HttpRequest,
    lot: Lot,
    form: CardRulesForm | None,
    *,
    closed: str = "",
    opened: bool = False,
    status: int = 200,
) -> HttpResponse:
    rules, day = rules_of(lot), reference_day(lot.tender)
    bids = sorted(lot.bids.select_related("supplier").prefetch_related("evidence"), key=lambda bid: bid.code)
    days = days_known(lot)
    cards = [_card(bid, day, rules, days) for bid in bids]
    refused = why_no_shortlist(lot.tender.procedure, rules)
    context = {
        "title": _("Scorekaart van de leveranciers: %(lot)s") % {"lot": lot},
        "lot": lot,
        "tender": lot.tender,
        "cards": cards,
        "parts": cards[0].card.lines if cards else (),
        "rules": rules,
        "told": [(rule, accepted_words(rule), level_words(rule)) for rule in rules.parts],
        "form": form,
        "opened": opened,
        "closed": closed,
        "published": is_published(lot.tender),
        "no_shortlist": refused,
        "shortlist": None if refused else _shortlist(cards, rules),
        "day": day,
        "has_deadline": lot.tender.deadline is not None,
        "uses": [(use, use.standing is Standing.ALLOWED, _citations(use)) for use in USES],
        "stepper": progress_of_one(lot.tender, now=timezone.now()),
    }
    return render(request, "tenders/scorecard.html", context, status=status)


def _shortlist(cards: Sequence[Card], rules: CardRules) -> Shortlist:
    scored = {card.bid.code: card.card for card in cards}
    return shortlist(scored, places=rules.places or 0, required=rules.required)


def _card(bid: Bid, day: date, rules: CardRules, days: TenderDays) -> Card:
    evidence = evidence_of(bid)
    card = card_of(evidence, on=day, rules=rules.parts)
    fitness = suitability(card, rules.required)
    return Card(
        bid=bid,
        card=card,
        lines=tuple(_shown(line, days) for line in card.lines),
        pieces=len(evidence),
        fitness=fitness,
        fit=all(each.met for each in fitness) if fitness else None,
    )


def _shown(line: Line, days: TenderDays) -> ShownLine:
    known = [day for day in (days.award, days.contract_end) if day is not None]
    lapses = bool(line.expires and known and line.expires < max(known))
    basis = tuple(CITATIONS[code] for code in line.basis if code in CITATIONS)
    return ShownLine(line, term_of(line.expires, days), lapses, basis)


def _citations(use: Use) -> tuple[Citation, ...]:
    return tuple(CITATIONS[code] for code in use.basis if code in CITATIONS)


def term_of(expires: date | None, days: TenderDays) -> str:
    """Until when the evidence holds, and the first of award and end of the contract that it misses."""
    if expires is None:
        return ""
    until = _("Geldig tot en met %(day)s.") % {"day": date_format(expires, "j F Y")}
    if days.award is not None and expires < days.award:
        return f"{until} {_before_the_award(days.award, is_planned=days.award_is_planned)}"
    if days.contract_end is None:
        return until
    if expires >= days.contract_end:
        return f"{until} {_('Dat is tot het einde van het contract.')}"
    return f"{until} {_lapse(expires, days.contract_end)}"


def _before_the_award(award: date, *, is_planned: bool) -> str:
    if is_planned:
        words = _("Dat is vóór de geplande dag van de gunning (%(day)s): vraag om nieuw bewijs.")
    else:
        words = _("Dat is vóór de dag van de gunning (%(day)s).")
    return words % {"day": date_format(award, "j F Y")}


def _lapse(expires: date, contract_end: date) -> str:
    months = whole_months(expires, contract_end)
    if months:
        words = ngettext(
            "Verloopt %(months)s maand voor het einde van het contract: vraag om verlenging.",
            "Verloopt %(months)s maanden voor het einde van het contract: vraag om verlenging.",
            months,
        )
        return words % {"months": months}
    days = (contract_end - expires).days
    words = ngettext(
        "Verloopt %(days)s dag voor het einde van het contract: vraag om verlenging.",
        "Verloopt %(days)s dagen voor het einde van het contract: vraag om verlenging.",
        days,
    )
    return words % {"days": days}

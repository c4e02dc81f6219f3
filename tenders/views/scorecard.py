"""The supplier scorecard beside the ranking: what each supplier's evidence is worth, why, and until when."""

from dataclasses import dataclass
from datetime import date

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from procurement.citations import CITATIONS
from procurement.law import Citation
from tenders.models import Bid
from tenders.scorecard.evaluate import scorecard as card_of
from tenders.scorecard.model import Line, Scorecard
from tenders.scorecard.uses import USES, Standing, Use
from tenders.stages import progress_of_one
from tenders.supplier_evidence import evidence_of, reference_day
from tenders.views.access import lot_or_404


@dataclass(frozen=True, slots=True)
class ShownLine:
    """`term`: how the evidence holds against the contract, in words."""

    line: Line
    term: str
    lapses: bool
    basis: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Card:
    bid: Bid
    card: Scorecard
    lines: tuple[ShownLine, ...]
    pieces: int


@login_required
@require_safe
def scorecard(request: HttpRequest, pk: int) -> HttpResponse:
    lot = lot_or_404(request.user, pk)
    day = reference_day(lot.tender)
    bids = sorted(lot.bids.select_related("supplier").prefetch_related("evidence"), key=lambda bid: bid.code)
    cards = [_card(bid, day, lot.tender.contract_end) for bid in bids]
    context = {
        "title": _("Scorekaart van de leveranciers: %(lot)s") % {"lot": lot},
        "lot": lot,
        "tender": lot.tender,
        "cards": cards,
        "parts": cards[0].card.lines if cards else (),
        "day": day,
        "has_deadline": lot.tender.deadline is not None,
        "uses": [(use, use.standing is Standing.ALLOWED, _citations(use)) for use in USES],
        "stepper": progress_of_one(lot.tender, now=timezone.now()),
    }
    return render(request, "tenders/scorecard.html", context)


def _card(bid: Bid, day: date, contract_end: date | None) -> Card:
    evidence = evidence_of(bid)
    card = card_of(evidence, on=day)
    return Card(bid, card, tuple(_shown(line, contract_end) for line in card.lines), len(evidence))


def _shown(line: Line, contract_end: date | None) -> ShownLine:
    lapses = bool(line.expires and contract_end and line.expires < contract_end)
    basis = tuple(CITATIONS[code] for code in line.basis if code in CITATIONS)
    return ShownLine(line, term_of(line.expires, contract_end), lapses, basis)


def _citations(use: Use) -> tuple[Citation, ...]:
    return tuple(CITATIONS[code] for code in use.basis if code in CITATIONS)


def term_of(expires: date | None, contract_end: date | None) -> str:
    """Until when the evidence holds, against the end of the contract."""
    if expires is None:
        return ""
    until = _("Geldig tot en met %(day)s.") % {"day": date_format(expires, "j F Y")}
    if contract_end is None:
        return until
    if expires >= contract_end:
        return f"{until} {_('Dat is tot het einde van het contract.')}"
    return f"{until} {_lapse(expires, contract_end)}"


def _lapse(expires: date, contract_end: date) -> str:
    months = months_between(expires, contract_end)
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


def months_between(first: date, last: date) -> int:
    """Whole months from `first` to `last`."""
    months = (last.year - first.year) * 12 + last.month - first.month
    return months - (last.day < first.day)

"""Which award decision stands, what it closes, and when its standstill ends."""

from datetime import datetime

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from tenders.models import AwardDecision, Letter, Lot, StandstillWaiver


def decision_of(lot: Lot) -> AwardDecision | None:
    """The newest decision that was not withdrawn."""
    decisions = AwardDecision.objects.filter(lot=lot, withdrawal=None)
    return decisions.select_related("evaluation", "made_by").order_by("-number").first()


def earlier_decisions(lot: Lot) -> list[AwardDecision]:
    """Those that were withdrawn, the newest first."""
    decisions = AwardDecision.objects.filter(lot=lot).exclude(withdrawal=None)
    return list(decisions.select_related("withdrawal__made_by", "evaluation").order_by("-number"))


def standstill_end(decision: AwardDecision) -> datetime | None:
    """From when the contract may be concluded; None while the letters have not been sent.

    The last letter decides. Where a lawyer recorded an exception, sending the letters is enough.
    """
    letters = list(Letter.objects.filter(decision=decision).values_list("sent_at", "standstill_until"))
    if not letters:
        return None
    waiver = StandstillWaiver.objects.filter(decision=decision).first()
    if waiver is None:
        return max(until for _, until in letters)
    return max(waiver.at, *(sent_at for sent_at, _ in letters))


def why_decided(decision: AwardDecision | None) -> str:
    """Why the bids and values of this lot cannot change any more; empty when they can."""
    if decision is None:
        return ""
    day = date_format(localtime(decision.decided_at), "j F Y")
    text = _(
        "Op %(day)s is de gunningsbeslissing over dit perceel genomen."
        " De inschrijvingen, de waarden en de rangorde veranderen niet meer."
    )
    return text % {"day": day}

"""After the award decision the bids of a lot, their values and the calculation stay as they are."""

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from tenders.models import AwardDecision, Lot


class DecidedLot(Exception):
    """The text says in the user's language why nothing changes any more."""


def decision_of(lot: Lot) -> AwardDecision | None:
    return AwardDecision.objects.select_related("evaluation", "made_by").filter(lot=lot).first()


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


def require_undecided(lot: Lot) -> None:
    reason = why_decided(decision_of(lot))
    if reason:
        raise DecidedLot(reason)


def hold_undecided(lot: Lot) -> None:
    """Hold the lot for this transaction and refuse a change to what a decision rests on."""
    Lot.objects.select_for_update(no_key=True).get(pk=lot.pk)
    require_undecided(lot)

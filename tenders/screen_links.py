"""Where a reason against a step can be put right, as a link: the words and the address of each screen."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from procurement.language import Text
from tenders.procedure.screens import Reason, Screen


@dataclass(frozen=True, slots=True)
class Place:
    label: Promise
    page: str
    of_lot: bool = True


PLACES: Mapping[Screen, Place] = {
    Screen.SETUP: Place(_("Naar de opzet"), "admin:tenders_tender_change", of_lot=False),
    Screen.CHECK: Place(_("Naar de toets"), "tenders:check", of_lot=False),
    Screen.LEGALITY: Place(_("Naar de juridische toets"), "tenders:legality", of_lot=False),
    Screen.CLARIFICATIONS: Place(_("Naar de nota van inlichtingen"), "tenders:clarifications", of_lot=False),
    Screen.BIDS: Place(_("Naar de inschrijvingen"), "tenders:bids"),
    Screen.PANEL: Place(_("Naar de beoordelaars"), "tenders:jury"),
    Screen.CONSENSUS: Place(_("Naar het consensusoverleg"), "tenders:consensus"),
    Screen.SCORES: Place(_("Naar de waarden en scores"), "tenders:scores"),
    Screen.RESULT: Place(_("Naar de rangorde"), "tenders:result"),
    Screen.LOW_PRICES: Place(_("Naar de lage prijzen"), "tenders:low_prices"),
    Screen.PROOF: Place(_("Naar het bewijs"), "tenders:proof"),
    Screen.LETTERS: Place(_("Naar de brieven"), "tenders:letters"),
    Screen.AWARD: Place(_("Naar de gunning"), "tenders:award"),
}


@dataclass(frozen=True, slots=True)
class ScreenLink:
    label: str
    url: str


def screen_link(reason: Text, *, tender: int, lot: int) -> ScreenLink | None:
    """None for a reason that no screen solves: one of the person, of the phase or of the calendar."""
    if not isinstance(reason, Reason) or reason.screen is None:
        return None
    place = PLACES[reason.screen]
    return ScreenLink(str(place.label), reverse(place.page, args=[lot if place.of_lot else tender]))

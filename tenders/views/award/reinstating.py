"""On the page of the bids that fell away: two people undo a rejection."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.models import User
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from tenders.forms.reinstate import SecondSignatureForm, SignReinstatementForm
from tenders.models import Bid, FallenBid, FirstSignature, Lot
from tenders.services.phases import phase_of
from tenders.services.reinstating import (
    REINSTATING,
    may_reinstate,
    reinstate,
    sign_reinstatement,
    waiting_for_second,
)


class Reinstating:
    """What this person sees, and what the two buttons do."""

    def __init__(self, request: HttpRequest, lot: Lot, data: Any = None) -> None:
        assert isinstance(request.user, User)
        self.request, self.lot, self.user = request, lot, request.user
        standing = FallenBid.objects.filter(bid__lot=lot, reinstatement=None)
        self.falls = list(standing.select_related("bid__supplier", "bid__lot__tender__organisation"))
        self.is_signature = data is not None and "reinstate" in data
        self.is_second = data is not None and "second" in data
        bids = [each.bid_id for each in self.falls]
        self.sign = SignReinstatementForm(data if self.is_signature else None, bids=bids, prefix="undo")
        self.second = SecondSignatureForm(data if self.is_second else None, prefix="second")
        self.first, self.fall = self._waiting()

    def _waiting(self) -> tuple[FirstSignature | None, FallenBid | None]:
        """The newest first signature, and the rejection that it is about."""
        now = timezone.now()
        found = [(first, fall) for fall in self.falls if (first := waiting_for_second(fall, at=now))]
        return max(found, key=lambda each: each[0].pk) if found else (None, None)

    @property
    def is_sent(self) -> bool:
        return self.is_signature or self.is_second

    @property
    def is_offered(self) -> bool:
        return bool(self.falls) and phase_of(self.lot) in REINSTATING

    @property
    def may_sign(self) -> bool:
        return may_reinstate(self.user, self.lot)

    @property
    def is_mine(self) -> bool:
        return self.first is not None and self.first.made_by_id == self.user.pk

    @property
    def form(self) -> SignReinstatementForm | SecondSignatureForm:
        """The one that was sent."""
        return self.second if self.is_second else self.sign

    def save(self) -> None:
        """Raises `Refused`."""
        given, now = self.form.cleaned_data, timezone.now()
        if self.is_signature:
            sign_reinstatement(bid=given["bid"], reason=given["reason"], at=now, actor=self.user)
            said = _("U hebt getekend. Iemand anders tekent binnen tien minuten als tweede.")
        else:
            bid = self._bid()
            reinstate(bid=bid, ruling=given["ruling"], at=now, actor=self.user)
            said = _("Inschrijving %(code)s doet weer mee.") % {"code": bid.code}
        messages.success(self.request, said)

    def _bid(self) -> Bid:
        """That of the signature on the page; without one the service says what comes first."""
        return (self.fall or self.falls[0]).bid

"""On the page of an opened bid: two people undo a wrong judgement about a requirement."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.models import User
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from tenders.forms.reinstate import SignReadmissionForm
from tenders.models import Bid, FirstSignature
from tenders.procedure.phases import Phase
from tenders.services.phases import phase_of
from tenders.services.readmitting import is_for_two, readmit, sign_readmission, waiting_for_second
from tenders.services.reinstating import may_reinstate


class Readmitting:
    """What this person sees, and what the two buttons do."""

    def __init__(self, request: HttpRequest, bid: Bid, data: Any = None) -> None:
        assert isinstance(request.user, User)
        self.request, self.bid, self.user = request, bid, request.user
        self.is_signature = data is not None and "readmit" in data
        self.is_second = data is not None and "readmit-second" in data
        self.form = SignReadmissionForm(data if self.is_signature else None, prefix="readmit")
        self.is_offered = phase_of(bid.lot) is Phase.OPENING and is_for_two(bid)

    @property
    def is_sent(self) -> bool:
        return self.is_signature or self.is_second

    @property
    def may_sign(self) -> bool:
        return may_reinstate(self.user, self.bid.lot)

    def first(self) -> FirstSignature | None:
        return waiting_for_second(self.bid, at=timezone.now()) if self.is_offered else None

    def is_mine(self) -> bool:
        first = self.first()
        return first is not None and first.made_by_id == self.user.pk

    def is_valid(self) -> bool:
        return self.is_second or self.form.is_valid()

    def save(self) -> None:
        """Raises `Refused`."""
        now = timezone.now()
        if self.is_second:
            readmit(bid=self.bid, at=now, actor=self.user)
            said = _("Inschrijving %(code)s doet weer mee.") % {"code": self.bid.code}
        else:
            reason = self.form.cleaned_data["reason"]
            sign_readmission(bid=self.bid, reason=reason, at=now, actor=self.user)
            said = _("U hebt getekend. Iemand anders tekent binnen tien minuten als tweede.")
        messages.success(self.request, said)

"""On the page of an opened bid: was a bid on an earlier version confirmed for the last one?"""

from typing import Any

from django.contrib import messages
from django.contrib.auth.models import User
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from tenders.forms.version import VersionForm
from tenders.models import Bid, VersionAnswer
from tenders.procedure.phases import Phase
from tenders.services.earlier_versions import answer_version
from tenders.services.made_on import held_at_closing, unanswered
from tenders.services.phases import phase_of


class VersionQuestion:
    """What the page asks and shows, and what the button does."""

    def __init__(self, request: HttpRequest, bid: Bid, data: Any) -> None:
        self.request, self.bid = request, bid
        self.is_sent = data is not None and "version" in data
        self.form = VersionForm(data if self.is_sent else None, prefix="version")
        self.answer = VersionAnswer.objects.filter(bid=bid).select_related("made_by").first()
        self.held = held_at_closing(bid.lot)
        self.is_asked = phase_of(bid.lot) is Phase.OPENING and unanswered(bid.lot).filter(pk=bid.pk).exists()

    def is_valid(self) -> bool:
        return self.form.is_valid()

    def save(self) -> None:
        """Raises `Refused`."""
        assert isinstance(self.request.user, User)
        answer_version(bid=self.bid, at=timezone.now(), actor=self.request.user, **self.form.answered())
        messages.success(self.request, _("Vastgelegd bij inschrijving %(code)s.") % {"code": self.bid.code})

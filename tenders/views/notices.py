"""The notices on the page of the letters: what is to be told to each bidder, and what was."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from procurement.language import Language
from tenders.models import LetterDraft, Lot
from tenders.services.notice_sending import SENDERS, notices_to_bidders, send_notices
from tenders.services.phases import Refused
from tenders.services.signatures import may_take
from tenders.views.award.page import person


def notices_on(request: HttpRequest, lot: Lot) -> dict[str, Any]:
    found = notices_to_bidders(lot)
    return {
        "notices": found,
        "unsent": sum(each.sent is None for each in found),
        "may_send_notices": may_take(person(request), SENDERS, lot.tender.organisation),
        "notice_languages": LetterDraft.Language.choices,
    }


def send_all(request: HttpRequest, lot: Lot) -> HttpResponse | Refused:
    """Record the notices as sent; what stands in the way is for the page to show."""
    if not may_take(person(request), SENDERS, lot.tender.organisation):
        raise PermissionDenied
    language: Language = "en" if request.POST.get("notice_language") == "en" else "nl"
    try:
        send_notices(lot=lot, language=language, at=timezone.now(), actor=person(request))
    except Refused as refusal:
        return refusal
    messages.success(request, _("De mededelingen zijn vastgelegd. Plaats ze nu in TenderNed."))
    return redirect("tenders:letters", lot.pk)

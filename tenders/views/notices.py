"""The notices on the page of the letters: what is to be told to each bidder, and what was."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from procurement.language import Language
from tenders.models import LetterDraft, Lot
from tenders.services.notice_sending import SENDERS, languages_of, notices_to_bidders, send_notices
from tenders.services.notices import Notice
from tenders.services.phases import Refused
from tenders.services.signatures import may_take
from tenders.views.award.page import person


def notices_on(request: HttpRequest, lot: Lot) -> dict[str, Any]:
    found = notices_to_bidders(lot)
    proposed = languages_of(found)
    return {
        "notices": [(each, proposed[each.name], _sent_in(each)) for each in found],
        "unsent": sum(each.sent is None for each in found),
        "may_send_notices": may_take(person(request), SENDERS, lot.tender.organisation),
        "notice_languages": LetterDraft.Language.choices,
    }


def _sent_in(notice: Notice) -> str:
    return str(LetterDraft.Language(notice.sent.language).label) if notice.sent is not None else ""


def _chosen(request: HttpRequest, notices: Sequence[Notice]) -> dict[str, Language]:
    """By the name of the notice, for each that has a choice in the form."""
    sent = {each.name: request.POST.get(f"notice_language-{each.name}") for each in notices}
    return {name: "en" if language == "en" else "nl" for name, language in sent.items() if language}


def send_all(request: HttpRequest, lot: Lot) -> HttpResponse | Refused:
    """Record the notices as sent; what stands in the way is for the page to show."""
    if not may_take(person(request), SENDERS, lot.tender.organisation):
        raise PermissionDenied
    languages = _chosen(request, notices_to_bidders(lot))
    try:
        send_notices(lot=lot, languages=languages, at=timezone.now(), actor=person(request))
    except Refused as refusal:
        return refusal
    messages.success(request, _("De mededelingen zijn vastgelegd. Plaats ze nu in TenderNed."))
    return redirect("tenders:letters", lot.pk)

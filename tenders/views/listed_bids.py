"""Several bids are sealed as they were listed, and once: who clicks twice seals no second set."""

from hashlib import sha256
from secrets import token_urlsafe

from django.contrib.auth.models import User
from django.contrib.sessions.backends.base import SessionBase
from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone
from django.views.decorators.debug import sensitive_variables

from tenders.forms.bid_table import BidTableForm
from tenders.models import Lot, SealedBid
from tenders.services.bid_content import bid_as_bytes, prices_as_bytes
from tenders.services.phases import require_phase
from tenders.services.sealed_lists import seal_bids
from tenders.services.sealing import SEALING

FIELD = "table-listed"  # carries the token of the list that the page shows


def show_list(session: SessionBase, lot: Lot, form: BidTableForm) -> None:
    """Seals nothing. The page gets the token, the session only a digest that says nothing without it."""
    form.listed_as = token_urlsafe(16)
    session[_key(lot)] = {"digest": _digest(form, form.listed_as), "is_sealed": False}


@sensitive_variables()
@transaction.atomic
def seal_listed(request: HttpRequest, lot: Lot, form: BidTableForm, actor: User) -> list[SealedBid] | None:
    """All bids of the list; [] when this list was sealed before, None for another list than was shown.

    Raises `Refused`. The session is read again behind the lock on the lot, so of two requests one seals.
    """
    require_phase(lot, *SEALING)
    session = type(request.session)(request.session.session_key)
    listed = session.get(_key(lot), {})
    if listed.get("digest") != _digest(form, request.POST.get(FIELD, "")):
        return None
    if listed["is_sealed"]:
        return []
    rows = seal_bids(lot=lot, bids=form.rows, at=timezone.now(), actor=actor)
    request.session[_key(lot)] = {**listed, "is_sealed": True}
    request.session.save()  # before the lock is gone
    return rows


def _digest(form: BidTableForm, token: str) -> str:
    bids = [[bid_as_bytes(each).hex(), prices_as_bytes(each.prices).hex()] for each in form.rows]
    return sha256(f"{token}{bids}".encode()).hexdigest()


def _key(lot: Lot) -> str:
    return f"listed-{lot.pk}"

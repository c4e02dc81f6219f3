"""Whoever is signed in and is refused something, stands in the log of the organisation that it was about.

A middleware, so that the event is written after the refused work was rolled back.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.urls import ResolverMatch
from django.utils import timezone

from clauses.models import ContractDraft
from procurement.audit.attempts import is_marked, is_recorded, record_attempt
from procurement.organisations.models import Organisation
from tenders.models import Assessor, Lot, Tender
from tenders.procedure.phases import PRICES_SEALED
from tenders.services.phase_records import phase_of
from tenders.views.access import tenders_for

PRICED = ("tenders:explanation", "tenders:letter", "tenders:record")
"""Pages that would tell a price: before the prices are open there is nothing there for anybody."""
LOG = "tenders:log"
REFUSALS = (403, 404)
LONGEST_KEY = 19  # digits
LONGEST_ADDRESS = 200
_REACHED = "reached_its_page"


@dataclass(frozen=True, slots=True)
class Target:
    """What somebody asked for. `lot`: of a page of one lot."""

    organisations: Sequence[Organisation]
    subject: str
    tender: Tender | None = None
    lot: Lot | None = None


class Attempts:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if (response.status_code in REFUSALS or is_marked(request)) and not is_recorded(request):
            _remember(request, response.status_code)
        return response

    def process_view(self, request: HttpRequest, view: Any, arguments: Any, named: Any) -> None:
        """Not reached when the form came from another site: that is no attempt of this person."""
        setattr(request, _REACHED, True)


def _remember(request: HttpRequest, status: int) -> None:
    match, user = request.resolver_match, request.user
    if match is None or not isinstance(user, User) or not hasattr(request, _REACHED):
        return
    target = _asked_log(request) if match.view_name == LOG else _target(match)
    if status == 404 and not is_marked(request) and not _is_withheld(match, target, user):
        return
    target = target or _own(user)
    details = {"address": request.path[:LONGEST_ADDRESS], "method": request.method, "status": status}
    seat = _seat(target, user)
    for organisation in target.organisations:
        record_attempt(
            organisation=organisation,
            at=timezone.now(),
            actor=None if seat else user,
            subject=target.subject,
            details={**details, "assessor": seat.letter} if seat else details,
        )


def _is_withheld(match: ResolverMatch, target: Target | None, user: User) -> bool:
    """Is it there, and kept from this person? An address that leads to nothing is no attempt."""
    if target is None:
        return match.view_name == LOG
    if target.tender is None or match.route.startswith("jury/"):
        return True
    if match.view_name in PRICED and target.lot is not None and phase_of(target.lot) in PRICES_SEALED:
        return True
    return not tenders_for(user).filter(pk=target.tender.pk).exists()


def _seat(target: Target, user: User) -> Assessor | None:
    """An assessor of this tender is known by a letter, never by an account."""
    if target.tender is None:
        return None
    seats = Assessor.objects.filter(user=user, lot__tender=target.tender).order_by("lot__number")
    return seats.filter(lot=target.lot).first() or seats.first()


def _own(user: User) -> Target:
    """What is of nobody stands in the log of everybody for whom this person works."""
    organisations = Organisation.objects.filter(memberships__user=user).distinct().order_by("pk")
    return Target(list(organisations), f"account {user.pk}")


def _asked_log(request: HttpRequest) -> Target | None:
    """The log of another organisation, or its part about a tender."""
    organisation, tender = (_key(request.GET.get(name, "")) for name in ("organisation", "tender"))
    found = Organisation.objects.filter(pk=organisation) | Organisation.objects.filter(tenders__pk=tender)
    return Target(list(found.distinct()), "log") if found.exists() else None


def _key(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < LONGEST_KEY else 0


def _target(match: ResolverMatch) -> Target | None:
    """The row that the address is about, seen by whom or not; None when there is none."""
    if match.namespace == "admin":
        return _of_the_admin(match)
    key = match.kwargs.get("pk")
    if key is None:
        return None
    if match.namespace == "clauses":
        draft = ContractDraft.objects.select_related("organisation").filter(pk=key).first()
        return Target([draft.organisation], draft.reference) if draft else None
    if match.route.startswith("aanbestedingen/"):
        tender = Tender.objects.select_related("organisation").filter(pk=key).first()
        return Target([tender.organisation], tender.reference, tender) if tender else None
    lot = Lot.objects.select_related("tender__organisation").filter(pk=key).first()
    return _of_the_lot(lot) if lot else None


def _of_the_lot(lot: Lot) -> Target:
    tender = lot.tender
    return Target([tender.organisation], f"{tender.reference} / {lot.number}", tender, lot)


def _of_the_admin(match: ResolverMatch) -> Target | None:
    """A page of one row: `tenders_lot_change` with the key of the lot, `auth_user_password_change`."""
    key, names = match.kwargs.get("object_id", match.kwargs.get("id")), (match.url_name or "").split("_")
    if key is None or len(names) < 3 or names[0] not in apps.app_configs:
        return None  # `view_on_site` too has a key and three words
    model: Any = apps.get_model(names[0], names[1])
    row = model._base_manager.filter(pk=_key(key)).first()
    if row is None:
        return None
    if isinstance(row, User):
        return _own(row)
    pages: Any = admin.site.get_model_admin(model)
    if not hasattr(pages, "organisation_of"):
        return None
    return Target([pages.organisation_of(row)], pages.subject_of(row))

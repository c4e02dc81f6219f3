"""Addresses of the pages about a calculation, and who opens them."""

from typing import Any

from django.test import Client
from django.urls import reverse

from procurement.organisations.models import Role
from tenders.forms.life_cycle.plan import PlanForm
from tenders.lifecycle.plan import plan_as_data
from tenders.models import Lot
from tenders.services.life_cycle import plan_version
from tests import calculated, cast
from tests.tenders.forms.life_cycle_posted import posted

CANARY_PRICE = "7.391,57"


def client(role: Role = Role.OFFICER, of: str = "Amaranth") -> Client:
    found = Client()
    found.force_login(cast.person(role, of))
    return found


def address(name: str, lot: Lot, *more: str) -> str:
    return reverse(f"tenders:{name}", args=[lot.pk, *more])


def page(name: str, lot: Lot, *more: str, **query: str) -> str:
    return client().get(address(name, lot, *more), query).content.decode()


def two_bids() -> Lot:
    lot = calculated.open_for_bids()
    calculated.hand_in(lot, "Leverancier A", **{"laptop__supply.price": "7391.57"})
    calculated.hand_in(lot, "Leverancier B", "lease", **{"laptop__energy.value": "60"})
    return lot


def plan_fields(lot: Lot, **changed: str) -> Any:
    data = posted(PlanForm(stored=plan_as_data(calculated.PLAN), seen=plan_version(lot)))
    sent = {name: values if name in ("parts", "asked") else values[-1] for name, values in data.lists()}
    return sent | changed | {"act": "plan"}

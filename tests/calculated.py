"""A lot whose cost and footprint are calculated from what bids state, and bids for it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from procurement.organisations.models import Role
from tenders.lifecycle.cost.kind import CostKind
from tenders.lifecycle.plan import Plan, plan_as_data
from tenders.lifecycle.statement import inputs_of
from tenders.models import Lot, SealedBid
from tenders.procedure.phases import Phase
from tenders.services.life_cycle import plan_version, save_figures, save_plan
from tenders.services.tree import tree_version
from tests import cast, sealed
from tests.tenders.lifecycle import build_plan as build
from tests.tenders.lifecycle.build_statement import answers

PLAN = build.plan(
    kinds=(build.LAPTOP,),
    cost=build.cost_terms(asked=frozenset({CostKind.MAINTENANCE})),
    circularity=None,
    software=None,
    data_centre=None,
    ladder=None,
)
FOOTPRINT = {
    "of": "footprint",
    "axes": ["end_of_life", "production", "transport", "use"],
    "per": "device_year",
    "places": 2,
}
FIGURES: dict[str, Mapping[str, Any]] = {"P": {"of": "cost"}, "D1": FOOTPRINT}


def lot() -> Lot:
    """The lot of the cast, its price and its footprint calculated; not published."""
    row = cast.lot()
    row.criteria.filter(code="P").update(
        parameters={"floor": "50000", "ceiling": "400000", "outside": "clip"},
        description="De levenscycluskosten van 100 laptops over zes jaar, in euro zonder btw.",
    )
    row.criteria.filter(code="D1").update(
        parameters={"floor": "10", "ceiling": "100", "outside": "clip"}, unit="kg CO2e per apparaatjaar"
    )
    save(row, PLAN)
    save_figures(
        lot=row, figures=FIGURES, seen=tree_version(row), at=cast.NOW, actor=cast.person(Role.OFFICER)
    )
    return row


def save(row: Lot, plan: Plan) -> None:
    data, officer = plan_as_data(plan), cast.person(Role.OFFICER)
    save_plan(lot=row, plan=data, seen=plan_version(row), at=cast.NOW, actor=officer)


def open_for_bids() -> Lot:
    row = lot()
    cast.published(row.tender, Phase.SUBMISSION)
    return row


def hand_in(
    row: Lot,
    supplier: str = "Leverancier A",
    form: str = "purchase",
    at: datetime = cast.NOW,
    received_at: datetime = sealed.EARLY,
    **changed: str,
) -> SealedBid:
    """A complete bid; `changed` by input with "__" for the colon, an empty text leaves the input out.

    What is changed is handed in as received: it need not be whole.
    """
    given = {code: value for code, value in answers(PLAN, form, **changed).items() if value}
    priced = {field.code for field in inputs_of(PLAN) if field.is_price}
    bid = sealed.new_bid(
        supplier,
        values={code: value for code, value in given.items() if code not in priced},
        prices={code: value for code, value in given.items() if code in priced},
        received_at=received_at,
        as_received=bool(changed),
    )
    return sealed.sealed(row, bid, at=at)


def opened(row: Lot) -> Lot:
    cast.in_phase(row, Phase.SUBMISSION)
    sealed.opened(row)
    return row


def prices_opened(row: Lot) -> Lot:
    for bid in row.bids.all():
        bid.outcomes.update_or_create(requirement=row.requirements.get(), defaults={"met": True})
    cast.in_phase(row, Phase.PRICE_OPENING)
    sealed.opened(row, "open-prices")
    return row


def life_cycle() -> Lot:
    """Of a purchase and a lease the footprint and the cost are calculated."""
    lot = open_for_bids()
    hand_in(lot, "Leverancier A")
    hand_in(lot, "Leverancier B", "lease")
    return prices_opened(opened(lot))

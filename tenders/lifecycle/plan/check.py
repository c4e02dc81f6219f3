"""Is the published calculation complete and sound? Nothing is filled in for the tender."""

from collections.abc import Iterator

from procurement.language import Text
from tenders.lifecycle.circularity.score import problems_of_method as problems_of_circularity
from tenders.lifecycle.cost.check_method import problems_of_method as problems_of_cost
from tenders.lifecycle.cost.kind import CostKind
from tenders.lifecycle.footprint.axis import Axis
from tenders.lifecycle.footprint.check import problems_of_method as problems_of_footprint
from tenders.lifecycle.footprint.declared import Footing
from tenders.lifecycle.footprint.software import problems_of_method as problems_of_software
from tenders.lifecycle.footprint.typical_energy import problems_of_shares
from tenders.lifecycle.ladder.terms import problems_of_terms
from tenders.lifecycle.plan.check_kinds import (
    CODE,
    LOT_PARTS,
    MOST_CHARACTERS,
    NO_USE,
    TEXT,
    WRONG_CODE,
    problems_of_kinds,
    wrong_text,
)
from tenders.lifecycle.plan.plan import DeviceKind, Plan
from tenders.lifecycle.published import EARLIEST_YEAR, LATEST_YEAR, unsound
from tenders.lifecycle.unit import KG_CO2E, KWH
from tenders.scoring.price_lines import problems_of_lines
from tenders.scoring.problem import Problem

MOST_MODES = 9
_AS_FIELD = str.maketrans({"[": ".", "]": ""})

_EMPTY = Text(
    nl="Er is nog niets om te berekenen. Kies wat u berekent.",
    en="There is nothing to calculate yet. Choose what you calculate.",
)
_MODE = Text(
    nl="Gebruik voor stand ‘{code}’ letters, cijfers, punten en streepjes, hooguit 30.",
    en="Use letters, digits, points and dashes for mode ‘{code}’, at most 30.",
)
_MANY_MODES = Text(nl="Noem hooguit {most} standen.", en="Name at most {most} modes.")
_GRID = Text(
    nl="Maak de CO2e per kWh bekend, met bron en jaar. De berekening gebruikt die.",
    en="Publish the CO2e of a kWh, with its source and year. The calculation uses it.",
)
_ENERGY = Text(
    nl="Maak bekend volgens welke norm en systeemgrens het energiegebruik per apparaat wordt opgegeven.",
    en="Publish by which standard and boundary the energy use of a device is declared.",
)
_FOOTPRINT = Text(
    nl="De prijs van CO2e telt de uitstoot van productie, transport en einde mee. Maak ook bekend hoe die "
    "worden opgegeven.",
    en="The price of CO2e counts the emissions of making, moving and discarding. Publish how these are "
    "declared as well.",
)
_YEAR = Text(nl="Vul een jaar in, met vier cijfers.", en="Enter a year, in four digits.")
_JOURNEY = Text(
    nl="Met transportfactoren geeft elke inschrijver zijn transport op als afstanden. Haal de opgave van "
    "transport weg, of de factoren.",
    en="With transport factors every bidder states its transport as distances. Remove the declaration of "
    "transport, or the factors.",
)


def problems_of_plan(plan: Plan) -> Iterator[Problem]:
    """Each at its place in the data of the plan."""
    if plan == Plan():
        yield Problem("", _EMPTY)
        return
    yield from problems_of_kinds(plan)
    yield from _shared(plan)
    if plan.energy is not None:
        yield from _footing(plan.energy, "energy")
    yield from _time_shares(plan)
    seen = dict.fromkeys((*_cost(plan), *_footprint(plan)))  # they share the horizon and the grid factor
    yield from (problem for problem in seen if problem.place != "energy" or plan.energy is not None)
    yield from _of_the_lot(plan)


def uses_energy(plan: Plan) -> bool:
    """Does a cost or a footprint count the energy of a device?"""
    cost = plan.cost
    return plan.footprint is not None or (
        cost is not None and (CostKind.ENERGY in cost.asked or cost.carbon_price is not None)
    )


def _shared(plan: Plan) -> Iterator[Problem]:
    has_price = plan.cost is not None and plan.cost.carbon_price is not None
    uses_grid = bool(plan.footprint or plan.software or has_price)
    if uses_grid and plan.grid_factor is None:
        yield Problem("grid_factor", _GRID)
    elif not uses_grid and plan.grid_factor is not None:
        yield Problem("grid_factor", NO_USE)
    elif plan.grid_factor is not None:
        yield from unsound(plan.grid_factor, KG_CO2E / KWH, "grid_factor")
    if plan.horizon is not None and plan.cost is None and plan.footprint is None:
        yield Problem("horizon", NO_USE)
    if uses_energy(plan) and plan.energy is None:
        yield Problem("energy", _ENERGY)
    if has_price and plan.footprint is None:
        yield Problem("footprint", _FOOTPRINT)


def _footing(footing: Footing, place: str) -> Iterator[Problem]:
    yield from wrong_text(footing.boundary, f"{place}.boundary")
    for index, standard in enumerate(footing.standards):
        yield from wrong_text(standard, f"{place}.standards[{index}]")
    if not footing.standards:
        yield Problem(f"{place}.standards", TEXT.format(most=str(MOST_CHARACTERS)))
    if not EARLIEST_YEAR <= footing.earliest_year <= LATEST_YEAR:
        yield Problem(f"{place}.earliest_year", _YEAR)


def _time_shares(plan: Plan) -> Iterator[Problem]:
    if not plan.time_shares:
        return
    if plan.energy is None:
        yield Problem("time_shares", NO_USE)
    if len(plan.time_shares) > MOST_MODES:
        yield Problem("time_shares", _MANY_MODES.format(most=str(MOST_MODES)))
    for mode in plan.time_shares:
        if not CODE.fullmatch(mode):
            yield Problem("time_shares", _MODE.format(code=mode[:40] or "?"))
    for problem in problems_of_shares(plan.time_shares):
        place = problem.place.removeprefix("shares").translate(_AS_FIELD)
        yield Problem(f"time_shares{place}", problem.message)


_ANY_KIND = DeviceKind(code="any", title="any", number=1)  # the method differs by the number alone


def _cost(plan: Plan) -> Iterator[Problem]:
    if plan.cost is None:
        return
    for problem in problems_of_cost(plan.cost_method(_ANY_KIND)):
        found = _placed(problem, "cost")
        if found.place != "grid_factor" or plan.grid_factor is not None:
            yield found


def _footprint(plan: Plan) -> Iterator[Problem]:
    terms = plan.footprint
    if terms is None:
        return
    if terms.transport_factors and Axis.TRANSPORT in terms.footings:
        yield Problem("footprint.footings.transport", _JOURNEY)
    for mode in terms.transport_factors:
        if not CODE.fullmatch(mode):
            message = WRONG_CODE.format(code=mode[:40] or "?", taken=", ".join(LOT_PARTS))
            yield Problem("footprint.transport_factors", message)
    for axis, footing in terms.footings.items():
        yield from _footing(footing, f"footprint.footings.{axis}")
    if plan.grid_factor is not None:
        for problem in problems_of_footprint(plan.footprint_method(_ANY_KIND)):
            yield _placed(problem, "footprint")


def _placed(problem: Problem, part: str) -> Problem:
    """From a place in the method to the one place in the plan where it stands."""
    place = problem.place.removeprefix("method.")
    if place.startswith(("horizon", "grid_factor")):
        return Problem(place, problem.message)
    if place == f"footings.{Axis.USE}":
        return Problem("energy", problem.message)
    return Problem(f"{part}.{place}", problem.message)


def _of_the_lot(plan: Plan) -> Iterator[Problem]:
    if plan.circularity is not None:
        for problem in problems_of_circularity(plan.circularity):
            yield _placed(problem, "circularity")
    if plan.software is not None:
        yield from wrong_text(plan.software.unit, "software.unit")
        if plan.grid_factor is not None:
            for problem in problems_of_software(plan.software_method()):
                yield _placed(problem, "software")
    if plan.data_centre is not None:
        yield from wrong_text(plan.data_centre.period, "data_centre.period")
    if plan.ladder is not None:
        for problem in problems_of_terms(plan.ladder):
            yield problem.under("ladder")
    for problem in problems_of_lines(plan.price_lines):
        yield Problem(f"price_lines{problem.place}", problem.message)

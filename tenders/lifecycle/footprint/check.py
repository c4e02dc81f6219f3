"""May these footprints be worked out, and may they be compared?"""

from collections import Counter
from collections.abc import Iterator, Sequence

from procurement.language import Text
from tenders.lifecycle.amount import no_number_of_devices, wrong_lifetime
from tenders.lifecycle.footprint.axis import Axis
from tenders.lifecycle.footprint.declared import Declared, problems_of_declaration
from tenders.lifecycle.footprint.device import Footprint, FootprintMethod, Stated, footprint
from tenders.lifecycle.footprint.transport import problems_of_factors, problems_of_journey
from tenders.lifecycle.not_computable import NotComputable
from tenders.lifecycle.published import unsound
from tenders.lifecycle.unit import DEVICE, DEVICE_YEAR, KG_CO2E, KWH
from tenders.scoring.problem import Problem

LONGEST_HORIZON = 60

_HORIZON = Text(
    nl="De looptijd is {given} jaar. Kies een heel aantal jaren van 1 tot en met {most}.",
    en="The horizon is {given} years. Choose a whole number of years from 1 to {most}.",
)
_DEVICES = Text(
    nl="Vul in hoeveel apparaten de aanbesteding vraagt: een heel getal, meer dan nul.",
    en="Enter how many devices the tender asks for: a whole number, more than zero.",
)
_GRID = Text(
    nl="De CO2e per kWh mag niet kleiner zijn dan nul.", en="The CO2e per kWh may not be below zero."
)
_FOOTING = Text(
    nl="{axis}: maak bekend welke systeemgrens en welke norm elke opgave heeft.",
    en="{axis}: publish which system boundary and which standard every declaration has.",
)
_TWICE = Text(nl="Inschrijving ‘{bid}’ staat er meer dan eens.", en="Bid ‘{bid}’ is there more than once.")


def footprints(method: FootprintMethod, bids: Sequence[Stated]) -> tuple[Footprint, ...]:
    """In the order of the bids; raises NotComputable with everything that is wrong."""
    problems = (*problems_of_method(method), *_bids(method, bids))
    if problems:
        raise NotComputable(problems)
    return tuple(footprint(method, stated) for stated in bids)


def problems_of_method(method: FootprintMethod) -> Iterator[Problem]:
    if not 1 <= method.horizon <= LONGEST_HORIZON:
        message = _HORIZON.format(given=str(method.horizon), most=str(LONGEST_HORIZON))
        yield Problem("method.horizon", message)
    if no_number_of_devices(method.devices):
        yield Problem("method.devices", _DEVICES)
    yield from unsound(method.grid_factor, KG_CO2E / KWH, "method.grid_factor")
    if method.grid_factor.value.amount < 0:
        yield Problem("method.grid_factor", _GRID)
    for axis in _declared(method):
        footing = method.footings.get(axis)
        if footing is None or not footing.boundary.strip() or not footing.standards:
            yield Problem(f"method.footings.{axis}", _FOOTING.format(axis=axis.label))
    for problem in problems_of_factors(method.transport_factors):
        yield problem.under("method")


def _declared(method: FootprintMethod) -> list[Axis]:
    """With published transport factors a journey may take the place of a declaration."""
    calculated = bool(method.transport_factors) and Axis.TRANSPORT not in method.footings
    return [axis for axis in Axis if not (calculated and axis is Axis.TRANSPORT)]


def _bids(method: FootprintMethod, bids: Sequence[Stated]) -> Iterator[Problem]:
    for bid, times in Counter(stated.bid for stated in bids).items():
        if times > 1:
            yield Problem("bids", _TWICE.format(bid=bid))
    for stated in bids:
        for problem in _bid(method, stated):
            yield problem.under(f"bids[{stated.bid}]")


def _bid(method: FootprintMethod, stated: Stated) -> Iterator[Problem]:
    declared = {
        Axis.PRODUCTION: (stated.production, KG_CO2E / DEVICE),
        Axis.USE: (stated.energy, KWH / DEVICE_YEAR),
        Axis.END_OF_LIFE: (stated.end_of_life, KG_CO2E / DEVICE),
    }
    if isinstance(stated.transport, Declared):
        declared[Axis.TRANSPORT] = (stated.transport, KG_CO2E / DEVICE)
    else:
        yield from problems_of_journey(stated.transport, method.transport_factors, "transport")
    for axis, (each, unit) in declared.items():
        if axis in method.footings:
            yield from problems_of_declaration(each, method.footings[axis], unit, axis)
        else:
            yield Problem(axis, _FOOTING.format(axis=axis.label))
    yield from wrong_lifetime(stated.lifetime, "lifetime")

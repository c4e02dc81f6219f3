"""Software and AI: energy and CO2e per functional unit, with training apart from use.

Per functional unit: what the tender names, such as 1.000 transactions. Training is a yearly amount; it is
shown beside the use and never spread over a volume that the bidder chooses.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from procurement.language import Text
from tenders.lifecycle.amount import wrong_amount
from tenders.lifecycle.not_computable import NotComputable
from tenders.lifecycle.published import Published, unsound
from tenders.lifecycle.quantity import Quantity
from tenders.lifecycle.unit import KG_CO2E, KWH, NUMBER, RUN, YEAR, Unit
from tenders.lifecycle.working import Input, Working, parameter
from tenders.scoring.problem import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class SoftwareMethod:
    """`unit` is the functional unit; `volume` how many of them a year the tender expects."""

    unit: Unit
    volume: Published
    grid_factor: Published


@dataclass(frozen=True, slots=True, kw_only=True)
class Workload:
    """What a bid states, measured at the IT equipment; `pue` is that of its data centre."""

    bid: str
    use: Quantity  # kWh per functional unit
    training: Quantity  # kWh per training run; 0 where nothing is trained
    runs: Quantity  # training runs a year
    hardware: Quantity  # kg CO2e per functional unit, of making the equipment
    pue: Quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class SoftwareFootprint:
    bid: str
    use_energy: Working  # kWh per functional unit
    use_mass: Working  # kg CO2e per functional unit
    hardware_mass: Quantity  # kg CO2e per functional unit
    training_energy: Working  # kWh a year
    training_mass: Working  # kg CO2e a year
    yearly_mass: Working  # kg CO2e a year at the published volume, training included


_USE = Text(nl="energie per functionele eenheid", en="energy per functional unit")
_PUE = Text(nl="de PUE van het datacentrum", en="the PUE of the data centre")
_TRAINING = Text(nl="energie per trainingsronde", en="energy of a training run")
_RUNS = Text(nl="trainingsrondes per jaar", en="training runs a year")
_HARDWARE = Text(
    nl="CO2e van het maken van de apparatuur per functionele eenheid",
    en="CO2e of making the equipment per functional unit",
)
_UNIT_MASS = Text(nl="CO2e van het gebruik per functionele eenheid", en="CO2e of use per functional unit")
_TRAINED = Text(nl="CO2e van de training per jaar", en="CO2e of training a year")
_LOW_PUE = Text(nl="Een PUE is ten minste 1.", en="A PUE is at least 1.")
_NO_VOLUME = Text(
    nl="Maak bekend hoeveel functionele eenheden per jaar de aanbesteding verwacht, meer dan nul.",
    en="Publish how many functional units a year the tender expects, more than zero.",
)
_GRID = Text(
    nl="De CO2e per kWh mag niet kleiner zijn dan nul.", en="The CO2e per kWh may not be below zero."
)


def software_footprint(method: SoftwareMethod, workload: Workload) -> SoftwareFootprint:
    """Raises NotComputable with everything that is wrong."""
    problems = (*problems_of_method(method), *_workload(method, workload))
    if problems:
        raise NotComputable(problems)
    pue = Input("q", _PUE, workload.pue)
    use = Working(
        formula="E × q", inputs=(Input("E", _USE, workload.use), pue), exact=workload.use * workload.pue
    )
    training = Working(
        formula="T × r × q",
        inputs=(Input("T", _TRAINING, workload.training), Input("r", _RUNS, workload.runs), pue),
        exact=workload.training * workload.runs * workload.pue,
    )
    use_mass, training_mass = _mass(method, use), _mass(method, training)
    return SoftwareFootprint(
        bid=workload.bid,
        use_energy=use,
        use_mass=use_mass,
        hardware_mass=workload.hardware,
        training_energy=training,
        training_mass=training_mass,
        yearly_mass=_yearly(method, use_mass.exact, workload.hardware, training_mass.exact),
    )


def _mass(method: SoftwareMethod, energy: Working) -> Working:
    return Working(
        formula=f"{energy.formula} × e",
        inputs=(*energy.inputs, parameter("e", method.grid_factor)),
        exact=energy.exact * method.grid_factor.value,
    )


def _yearly(method: SoftwareMethod, use: Quantity, hardware: Quantity, training: Quantity) -> Working:
    return Working(
        formula="(u + m) × V + o",
        inputs=(
            Input("u", _UNIT_MASS, use),
            Input("m", _HARDWARE, hardware),
            parameter("V", method.volume),
            Input("o", _TRAINED, training),
        ),
        exact=(use + hardware) * method.volume.value + training,
    )


def problems_of_method(method: SoftwareMethod) -> Iterator[Problem]:
    yield from unsound(method.grid_factor, KG_CO2E / KWH, "method.grid_factor")
    if method.grid_factor.value.amount < 0:
        yield Problem("method.grid_factor", _GRID)
    yield from unsound(method.volume, method.unit / YEAR, "method.volume")
    if method.volume.value.amount <= 0:
        yield Problem("method.volume", _NO_VOLUME)


def _workload(method: SoftwareMethod, workload: Workload) -> Iterator[Problem]:
    units = {
        "use": KWH / method.unit,
        "training": KWH / RUN,
        "runs": RUN / YEAR,
        "hardware": KG_CO2E / method.unit,
        "pue": NUMBER,
    }
    for name, unit in units.items():
        yield from wrong_amount(getattr(workload, name), unit, f"bids[{workload.bid}].{name}")
    if workload.pue.unit == NUMBER and workload.pue.amount < 1:
        yield Problem(f"bids[{workload.bid}].pue", _LOW_PUE)

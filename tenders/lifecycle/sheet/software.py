"""Energy and CO2e of the software in a bid, each with its formula; training stays apart from use."""

from collections.abc import Iterator

from procurement.language import Text
from tenders.lifecycle.footprint.software import SoftwareFootprint
from tenders.lifecycle.sheet.part import PartSheet
from tenders.lifecycle.sheet.row import Row, single

UNIT_PLACES = 6  # decimals of what one functional unit takes
YEAR_PLACES = 3

SOFTWARE = Text(nl="Software en AI", en="Software and AI")
_USE_ENERGY = Text(nl="Energie van het gebruik", en="Energy of use")
_USE_MASS = Text(nl="CO2e van het gebruik", en="CO2e of use")
_HARDWARE = Text(nl="CO2e van het maken van de apparatuur", en="CO2e of making the equipment")
_TRAINING_ENERGY = Text(nl="Energie van de training", en="Energy of training")
_TRAINING_MASS = Text(nl="CO2e van de training", en="CO2e of training")
_YEARLY = Text(nl="CO2e samen, bij het verwachte gebruik", en="CO2e together, at the expected use")


def software_sheet(found: SoftwareFootprint) -> PartSheet:
    return PartSheet(bid=found.bid, title=SOFTWARE, rows=tuple(_rows(found)))


def _rows(found: SoftwareFootprint) -> Iterator[Row]:
    use, training, yearly = found.use_energy, found.training_energy, found.yearly_mass
    yield single("use_energy", _USE_ENERGY, use.exact, UNIT_PLACES, use)
    yield single("use_mass", _USE_MASS, found.use_mass.exact, UNIT_PLACES, found.use_mass)
    yield single("hardware", _HARDWARE, found.hardware_mass, UNIT_PLACES)
    yield single("training_energy", _TRAINING_ENERGY, training.exact, YEAR_PLACES, training)
    mass = found.training_mass
    yield single("training_mass", _TRAINING_MASS, mass.exact, YEAR_PLACES, mass)
    yield single("yearly_mass", _YEARLY, yearly.exact, YEAR_PLACES, yearly)

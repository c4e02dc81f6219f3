"""What each published number is called, by its name in the plan, so that every document calls it the same."""

from procurement.language import Text
from tenders.lifecycle.cost.kind import CostKind

RATE = Text(nl="Disconteringsvoet per jaar", en="Discount rate per year")
INFLATION = Text(nl="Inflatie per jaar", en="Inflation per year")
ELECTRICITY = Text(nl="Prijs van stroom", en="Price of electricity")
GRID = Text(nl="CO2e per kWh van het stroomnet", en="CO2e per kWh of the grid")
LOW = Text(nl="Lage prijs van CO2e", en="Low price of CO2e")
CENTRAL = Text(nl="Centrale prijs van CO2e", en="Central price of CO2e")
HIGH = Text(nl="Hoge prijs van CO2e", en="High price of CO2e")
VOLUME = Text(nl="Verwacht volume per jaar", en="Expected volume per year")
SANCTION = Text(nl="Sanctie als veelvoud", en="Sanction as a multiple")
POINT_WORTH = Text(nl="Waarde van een punt", en="Worth of a point")
_CHANGE = Text(nl="Prijsstijging per jaar van {kind}", en="Rise of prices per year of {kind}")
_SHARE = Text(
    nl="Deel van de tijd in de stand ‘{mode}’, 0 tot 1", en="Part of the time in mode ‘{mode}’, 0 to 1"
)
_MODE = Text(nl="CO2e per kg en km van vervoer ‘{mode}’", en="CO2e per kg and km of transport ‘{mode}’")


def change_of(kind: CostKind) -> Text:
    return _CHANGE.format(kind=kind.label)


def share_of(mode: str) -> Text:
    return _SHARE.format(mode=mode)


def factor_of(mode: str) -> Text:
    return _MODE.format(mode=mode)

"""The kinds of cost of art. 2.115a lid 1 Aw, and what a criterion may score of the same thing."""

from enum import StrEnum

from procurement.language import Text


class CostKind(StrEnum):
    ACQUISITION = "acquisition"
    FEE = "fee"
    ENERGY = "energy"
    MAINTENANCE = "maintenance"
    LICENCES = "licences"
    OTHER_USE = "other_use"
    END_OF_LIFE = "end_of_life"
    RESIDUAL = "residual"
    EXTERNAL = "external"

    @property
    def label(self) -> Text:
        return _TITLES[self]


_TITLES = {
    CostKind.ACQUISITION: Text(nl="Aanschaf", en="Acquisition"),
    CostKind.FEE: Text(nl="Vergoeding voor lease of dienst", en="Fee for lease or service"),
    CostKind.ENERGY: Text(nl="Energie", en="Energy"),
    CostKind.MAINTENANCE: Text(nl="Onderhoud", en="Maintenance"),
    CostKind.LICENCES: Text(nl="Licenties", en="Licences"),
    CostKind.OTHER_USE: Text(nl="Overig gebruik", en="Other use"),
    CostKind.END_OF_LIFE: Text(nl="Einde levensduur", en="End of life"),
    CostKind.RESIDUAL: Text(nl="Restwaarde", en="Residual value"),
    CostKind.EXTERNAL: Text(nl="Milieukosten van CO2e", en="External cost of CO2e"),
}

YEARLY = frozenset({CostKind.ENERGY, CostKind.MAINTENANCE, CostKind.LICENCES, CostKind.OTHER_USE})


class Measure(StrEnum):
    """A property of a bid that can be priced in the life-cycle cost or scored by a criterion."""

    USE_KWH = "use_kwh"
    CO2_PRODUCTION = "co2_production"
    CO2_TRANSPORT = "co2_transport"
    CO2_USE = "co2_use"
    CO2_END_OF_LIFE = "co2_end_of_life"

    @property
    def label(self) -> Text:
        return _MEASURED[self]

    @property
    def same_as(self) -> "Measure | None":
        """The CO2e of use is the energy times one published factor: who counts one counts the other."""
        return {Measure.USE_KWH: Measure.CO2_USE, Measure.CO2_USE: Measure.USE_KWH}.get(self)


_MEASURED = {
    Measure.USE_KWH: Text(nl="energiegebruik in kWh", en="energy use in kWh"),
    Measure.CO2_PRODUCTION: Text(nl="CO2e van de productie", en="CO2e of production"),
    Measure.CO2_TRANSPORT: Text(nl="CO2e van het transport", en="CO2e of transport"),
    Measure.CO2_USE: Text(nl="CO2e van het gebruik", en="CO2e of use"),
    Measure.CO2_END_OF_LIFE: Text(nl="CO2e van het einde van de levensduur", en="CO2e of the end of life"),
}
CARBON = frozenset({Measure.CO2_PRODUCTION, Measure.CO2_TRANSPORT, Measure.CO2_USE, Measure.CO2_END_OF_LIFE})

"""The four axes of the footprint of a device."""

from enum import StrEnum

from procurement.language import Text


class Axis(StrEnum):
    PRODUCTION = "production"
    TRANSPORT = "transport"
    USE = "use"
    END_OF_LIFE = "end_of_life"

    @property
    def label(self) -> Text:
        return _LABELS[self]


_LABELS = {
    Axis.PRODUCTION: Text(nl="Productie", en="Production"),
    Axis.TRANSPORT: Text(nl="Transport", en="Transport"),
    Axis.USE: Text(nl="Gebruik", en="Use"),
    Axis.END_OF_LIFE: Text(nl="Einde levensduur", en="End of life"),
}

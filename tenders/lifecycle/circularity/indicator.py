"""What circularity is measured by; more is better for each."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from procurement.language import Text
from tenders.lifecycle.unit import NUMBER, YEAR, Unit


class Indicator(StrEnum):
    REFURBISHED = "refurbished"
    REUSED_CONTENT = "reused_content"
    RECYCLED_CONTENT = "recycled_content"
    REPAIRABILITY = "repairability"
    SPARE_PARTS = "spare_parts"
    TAKE_BACK = "take_back"
    SECOND_LIFE = "second_life"
    LIFETIME = "lifetime"

    @property
    def measure(self) -> "IndicatorMeasure":
        return _MEASURES[self]


@dataclass(frozen=True, slots=True)
class IndicatorMeasure:
    label: Text
    unit: Unit
    most: Fraction  # what it can be at the most

    @property
    def is_part(self) -> bool:
        """A part of one, which bidders state as a percentage."""
        return self.unit == NUMBER and self.most == 1


def _part(nl: str, en: str) -> IndicatorMeasure:
    return IndicatorMeasure(Text(nl=nl, en=en), NUMBER, Fraction(1))


def _years(nl: str, en: str) -> IndicatorMeasure:
    return IndicatorMeasure(Text(nl=nl, en=en), YEAR, Fraction(60))


_MEASURES = {
    Indicator.REFURBISHED: _part(
        "deel van de apparaten dat refurbished is", "part of the devices that is refurbished"
    ),
    Indicator.REUSED_CONTENT: _part(
        "deel van de massa uit hergebruikte onderdelen", "part of the mass from reused components"
    ),
    Indicator.RECYCLED_CONTENT: _part(
        "deel van de massa uit gerecycled materiaal", "part of the mass from recycled material"
    ),
    Indicator.REPAIRABILITY: IndicatorMeasure(
        Text(
            nl="repareerbaarheid, 0 tot en met 10 volgens de bekendgemaakte methode",
            en="repairability, 0 to 10 by the published method",
        ),
        NUMBER,
        Fraction(10),
    ),
    Indicator.SPARE_PARTS: _years(
        "jaren dat reserveonderdelen leverbaar zijn", "years that spare parts are available"
    ),
    Indicator.TAKE_BACK: _part(
        "deel van de apparaten dat wordt teruggenomen", "part of the devices that is taken back"
    ),
    Indicator.SECOND_LIFE: _part(
        "deel van de teruggenomen apparaten met een gegarandeerd tweede leven",
        "part of the devices taken back with a guaranteed second life",
    ),
    Indicator.LIFETIME: _years("verwachte levensduur in jaren", "expected lifetime in years"),
}

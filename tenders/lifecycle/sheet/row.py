"""One row of a sheet: a figure with its range, what it rests on and how it was worked out."""

from dataclasses import dataclass
from fractions import Fraction

from procurement.language import Text
from procurement.numbers import in_both
from tenders.lifecycle.footprint.declared import Declared
from tenders.lifecycle.quantity import Quantity
from tenders.lifecycle.spread import Spread, certain
from tenders.lifecycle.working import Input, Working

_RANGE = Text(nl="{low} tot {high}", en="{low} to {high}")
_NO_RANGE = Text(nl="niet opgegeven", en="not stated")
_SOURCED = Text(
    nl="{symbol} = {value}: {meaning} (bron: {source})", en="{symbol} = {value}: {meaning} (source: {source})"
)
_STATED = Text(nl="{symbol} = {value}: {meaning}", en="{symbol} = {value}: {meaning}")
SYMBOL_PLACES = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """`declared` where the bid declares it, `working` where it was worked out; a sum may have neither."""

    code: str
    title: Text
    spread: Spread
    places: int
    declared: Declared | None = None
    working: Working | None = None
    evidence: str = ""
    is_total: bool = False

    @property
    def value(self) -> Text:
        return in_both(self.spread.value.rounded(self.places), self.places)

    @property
    def unit(self) -> Text:
        return self.spread.unit.label

    @property
    def has_range(self) -> bool:
        return self.spread.low != self.spread.high

    @property
    def range(self) -> Text:
        if not self.has_range:
            return _NO_RANGE
        low, high = (
            in_both(each.rounded(self.places), self.places) for each in (self.spread.low, self.spread.high)
        )
        return _RANGE.format(low=low, high=high)

    @property
    def proof(self) -> str:
        return self.declared.evidence if self.declared else self.evidence

    @property
    def filled(self) -> Text | None:
        """The formula with the numbers in it and the outcome: "30 × 5 × 0.253 = 37.95"."""
        if self.working is None:
            return None
        outcome = in_both(self.working.exact.rounded(self.places), self.places)
        filled = self.working.filled
        return Text(nl=f"{filled.nl} = {outcome.nl}", en=f"{filled.en} = {outcome.en}")

    @property
    def inputs(self) -> tuple[Text, ...]:
        """What each symbol of the formula stands for, with its source where the tender publishes it."""
        return tuple(meaning_of(each) for each in self.working.inputs) if self.working else ()


def meaning_of(one: Input) -> Text:
    """A bare number keeps its notation; the unit follows it."""
    words = _SOURCED if one.source else _STATED
    return words.format(symbol=one.symbol, value=shown(one.value), meaning=one.meaning, source=one.source)


def shown(value: Quantity) -> Text:
    """Without zeros behind the last digit that counts: "0,253 kg CO2e per kWh"."""
    places = next((each for each in range(SYMBOL_PLACES) if _is_whole(value, each)), SYMBOL_PLACES)
    return value.label(places)


def _is_whole(value: Quantity, places: int) -> bool:
    scaled: Fraction = value.amount * 10**places
    return scaled.denominator == 1


def single(
    code: str, title: Text, value: Quantity, places: int, working: Working | None = None, evidence: str = ""
) -> Row:
    """A figure without a range."""
    return Row(
        code=code, title=title, spread=certain(value), places=places, working=working, evidence=evidence
    )

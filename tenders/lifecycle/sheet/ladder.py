"""The level of the CO2 Performance Ladder that a bid promises, and what was published for that level."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from procurement.language import Language, Text
from tenders.lifecycle.ladder.terms import UNITS, DiscountIn, LadderTerms
from tenders.lifecycle.quantity import Quantity, nothing
from tenders.lifecycle.sheet.part import BID, table
from tenders.lifecycle.sheet.row import shown
from tenders.lifecycle.sheet.table import ChartTable
from tenders.lifecycle.unit import NUMBER, PERCENT

LADDER = Text(nl="CO2-Prestatieladder", en="CO2 Performance Ladder")
LEVEL = Text(nl="Beloofd niveau", en="Promised level")
ADVANTAGE = Text(nl="Voordeel bij de gunning", en="Advantage in the award")
_CAPTION = Text(
    nl="CO2-Prestatieladder {version}: wat elke inschrijving belooft",
    en="CO2 Performance Ladder {version}: what each bid promises",
)
_NONE = Text(nl="geen", en="none")
_OF_PRICE = Text(nl="{number} van de prijs", en="{number} of the price")
_POINTS = Text(nl="{number} punten", en="{number} points")


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderPromise:
    terms: LadderTerms
    level: int  # 0 is no level

    @property
    def promised(self) -> Text:
        version = self.terms.known
        return version.label(self.level) if version is not None and self.level else _NONE

    @property
    def advantage(self) -> Text:
        """A part of the price as a percentage of it; amounts and points as they are."""
        worth = self.terms.advantages.get(self.level, nothing(UNITS[self.terms.discount_in]))
        if self.terms.discount_in is DiscountIn.PERCENT:
            percent = shown(Quantity(worth.amount * Fraction(100), PERCENT))
            return _OF_PRICE.format(number=percent)
        if self.terms.discount_in is DiscountIn.POINTS:
            return _POINTS.format(number=shown(Quantity(worth.amount, NUMBER)))
        return shown(worth)


def ladder_table(promises: Mapping[str, LadderPromise], say: Language) -> ChartTable | None:
    """`promises` by bid; None where no bid states one."""
    if not promises:
        return None
    version = next(iter(promises.values())).terms.version
    rows = [(bid, each.promised.to(say), each.advantage.to(say)) for bid, each in promises.items()]
    return table(_CAPTION.format(version=version), (BID, LEVEL, ADVANTAGE), rows, say)

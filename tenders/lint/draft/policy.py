"""The own policy of an organisation: no law, and therefore something to explain and never to block."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

PROPOSED = Decimal(25)  # percent of a lot; ours


@dataclass(frozen=True, slots=True, kw_only=True)
class WeightPolicy:
    """The least weight of sustainability in each lot, as a percentage.

    Without `decided_on` the organisation decided nothing and `least` is the proposal of this product.
    """

    least: Decimal = PROPOSED
    decided_on: date | None = None
    reference: str = ""

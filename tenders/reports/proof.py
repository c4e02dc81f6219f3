"""The evidence of one bidder, weighed on the deadline."""

from dataclasses import dataclass

from tenders.scorecard.model import Scorecard


@dataclass(frozen=True, slots=True)
class SupplierProof:
    """`name` is the supplier's; the scorecard never changes the ranking."""

    bid: str
    name: str
    card: Scorecard

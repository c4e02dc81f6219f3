"""What must be verified of the intended winner, read from the rows, with the newest check of each item."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tenders.models import Bid, Lot, Verification
from tenders.procedure.verification import Item, Piece, has_expired, items
from tenders.scoring.model import Lot as PublishedLot
from tenders.scoring.result import BidResult
from tenders.services.evaluations import newest_evaluation, stored_result
from tenders.supplier_evidence import evidence_value, rules_of


@dataclass(frozen=True, slots=True)
class Proof:
    """One item to verify, and what was found last; None while nobody looked."""

    item: Item
    check: Verification | None
    on: date

    @property
    def state(self) -> str:
        """`expired`: it was right, and its proof has run out since; it counts as not verified."""
        if self.check is None:
            return "open"
        if self.check.is_right and has_expired(self.check.valid_until, on=self.on):
            return "expired"
        return "right" if self.check.is_right else "wrong"


@dataclass(frozen=True, slots=True)
class Checklist:
    """Everything to verify of the bid that stands first."""

    bid: Bid
    proofs: tuple[Proof, ...]

    @property
    def unverified(self) -> int:
        return sum(proof.state in ("open", "expired") for proof in self.proofs)

    @property
    def failed(self) -> int:
        return sum(proof.state == "wrong" for proof in self.proofs)

    def of(self, code: str) -> Proof | None:
        return next((proof for proof in self.proofs if proof.item.code == code), None)


def checklist(lot: Lot, *, on: date) -> Checklist | None:
    """Of the winner of the newest calculation; None while nobody stands alone at rank 1."""
    evaluation = newest_evaluation(lot)
    result = stored_result(evaluation) if evaluation is not None else None
    if result is None or result.winner is None:
        return None
    bid = Bid.objects.select_related("supplier", "lot__tender").get(lot=lot, code=result.winner.bid.code)
    newest = _newest(Verification.objects.filter(bid=bid).select_related("made_by").order_by("pk"))
    found = _items(bid, result.winner, result.lot, on)
    return Checklist(bid, tuple(Proof(item, newest.get(item.code), on) for item in found))


def _items(bid: Bid, winner: BidResult, published: PublishedLot, on: date) -> tuple[Item, ...]:
    evidence = bid.evidence.order_by("pk")
    return items(
        published,
        winner.bid,
        [Piece(row.pk, evidence_value(row)) for row in evidence],
        required=rules_of(bid.lot).required,
        on=on,
        contract_end=bid.lot.tender.contract_end,
    )


def _newest(rows: Iterable[Verification]) -> dict[str, Verification]:
    """By item: a later row takes the place of an earlier one."""
    return {row.item: row for row in rows}

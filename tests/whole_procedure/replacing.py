"""A bid that comes after the deadline in the place of an earlier one: by two people."""

from datetime import timedelta

from tenders.services.late_registration import replace_late, sign_replacement
from tenders.services.sealing import NewSealedBid
from tests.whole_procedure.attempts import REASON
from tests.whole_procedure.late_prices import LatePricing
from tests.whole_procedure.model import Envelope
from tests.whole_procedure.table import OPENERS, ROLES

SECOND = timedelta(seconds=1)


class Replacing(LatePricing):
    def _not_replaced(self, receipt: str, name: str) -> list[str]:
        model = self.model
        wrong = {
            "phase": not model.is_sealed,
            "role": not OPENERS & ROLES[name],
            "one person does": model.now <= model.deadline,
            "withdrawn": model.envelopes[receipt].is_withdrawn,
        }
        return [what for what, is_wrong in wrong.items() if is_wrong]

    def sign_replacement(self, receipt: str, name: str, reason: str = REASON) -> None:
        self.tick()
        model, found = self.model, self._not_replaced(receipt, name)
        found += [] if reason.strip() else ["reason"]
        do = lambda: sign_replacement(  # noqa: E731
            lot=self.lot, receipt=receipt, reason=reason, at=model.now, actor=self.people[name]
        )
        if self.attempt(f"a replacement signed by {name}", found, do)[0]:
            model.undoing[receipt] = (name, model.now)

    def replace(self, receipt: str, name: str, footprint: str = "150", price: str = "950") -> None:
        """The later one was received a second after the earlier, and in time: so it counts."""
        model, earlier = self.model, self.model.envelopes[receipt]
        received_at = earlier.received_at + SECOND
        if received_at > model.deadline:
            return
        self.tick()
        found = self._not_replaced(receipt, name)
        found += [] if model.undone_by(receipt) not in ("", name) else ["second person"]
        bid = NewSealedBid(
            supplier=earlier.supplier, received_at=received_at, values={"D1": footprint}, prices={"P": price},
            answers={"K": "Zo leveren wij service."},
        )  # fmt: skip
        do = lambda: replace_late(  # noqa: E731
            lot=self.lot, receipt=receipt, bid=bid, at=model.now, actor=self.people[name]
        )
        went, row = self.attempt(f"a replacement by {name}", found, do)
        if went:
            earlier.is_replaced = True
            model.envelopes[row.later.receipt] = Envelope(earlier.supplier, received_at, footprint, price)
            del model.undoing[receipt]

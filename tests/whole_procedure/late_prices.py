"""A price that follows its bid after the deadline: by two people, and only where there is none."""

from datetime import datetime

from tenders.models import SealedBid
from tenders.services.late_prices import seal_late_price, sign_late_price
from tests.whole_procedure.attempts import REASON
from tests.whole_procedure.model import TEN_MINUTES
from tests.whole_procedure.receiving import Receiving
from tests.whole_procedure.table import OPENERS, QUALITY, ROLES


class LatePricing(Receiving):
    def sealed(self, receipt: str) -> SealedBid:
        return SealedBid.objects.select_related("lot__tender__organisation").get(receipt=receipt)

    def _no_late_price(self, receipt: str, name: str) -> list[str]:
        found = [] if self.model.phase in (*QUALITY, "price_opening") else ["phase"]
        found += [] if OPENERS & ROLES[name] else ["role"]
        return found + (["has a price"] if self.model.envelopes[receipt].price else [])

    def sign_late_price(self, receipt: str, name: str, reason: str = REASON) -> None:
        self.tick()
        model, row, found = self.model, self.sealed(receipt), self._no_late_price(receipt, name)
        found += [] if reason.strip() else ["reason"]
        do = lambda: sign_late_price(  # noqa: E731
            sealed=row, reason=reason, at=model.now, actor=self.people[name]
        )
        if self.attempt(f"a late price signed by {name}", found, do)[0]:
            model.late_prices[receipt] = (name, model.now)

    def seal_late_price(self, receipt: str, price: str, name: str) -> None:
        self.tick()
        model, row, found = self.model, self.sealed(receipt), self._no_late_price(receipt, name)
        first, at = model.late_prices.get(receipt, ("", datetime.min.replace(tzinfo=model.now.tzinfo)))
        found += [] if first not in ("", name) and model.now - at < TEN_MINUTES else ["second person"]
        do = lambda: seal_late_price(  # noqa: E731
            sealed=row, prices={"P": price}, at=model.now, actor=self.people[name]
        )
        if self.attempt(f"a late price by {name}", found, do)[0]:
            model.envelopes[receipt].price = price
            for each in model.offers.values():
                if each.supplier == model.envelopes[receipt].supplier:
                    each.sealed_price = price

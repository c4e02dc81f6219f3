"""Bids on an earlier version of the documents: confirmed in time, or not."""

from datetime import timedelta

from tenders.services.earlier_versions import answer_version
from tests.whole_procedure.attempts import REASON
from tests.whole_procedure.drafting import ZONE
from tests.whole_procedure.replacing import Replacing


class Versions(Replacing):
    def answer_version(self, code: str, *, days: int | None, reason: str = REASON) -> None:
        """`days` after the last version the bidder confirmed; None: it did not."""
        self.tick()
        model, bid, offer = self.model, self.bid(code), self.model.offers[code]
        first = model.versions_at[-1].astimezone(ZONE).date()
        day = None if days is None else first + timedelta(days=days)
        wrong = {
            "phase": model.phase != "opening",
            "not asked": not model.asks_confirmation(offer),
            "reason": not reason.strip(),
            "day": day is not None and not first <= day <= model.deadline.astimezone(ZONE).date(),
        }
        do = lambda: answer_version(  # noqa: E731
            bid=bid,
            is_confirmed=day is not None,
            confirmed_on=day,
            reason=reason,
            at=model.now,
            actor=self.people["officer"],
        )
        found = [what for what, is_wrong in wrong.items() if is_wrong]
        if self.attempt(f"version of {code}", found, do)[0]:
            offer.is_answered = True
            if day is None:
                offer.fallen, offer.why = True, "Gedaan op een eerdere versie."
                offer.cause = "invalid"

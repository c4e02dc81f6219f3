"""Two people bring a bid back: one that fell away, or one that was set aside on a requirement."""

from tenders.services.readmitting import readmit, sign_readmission
from tenders.services.reinstating import reinstate, sign_reinstatement
from tests.whole_procedure.attempts import REASON
from tests.whole_procedure.awarding import Awarding
from tests.whole_procedure.model import Offer
from tests.whole_procedure.steps import reopen_unfinished
from tests.whole_procedure.table import OPENERS, QUALITY, ROLES

SCORED = ("price_opening", "evaluation")


class Reinstating(Awarding):
    def _stays_out(self, code: str, name: str) -> list[str]:
        model, offer = self.model, self.model.offers[code]
        wrong = {
            "phase": model.phase not in (*QUALITY, *SCORED),
            "role": not OPENERS & ROLES[name],
            "takes part": not offer.fallen,
            "late": offer.is_late,
            "withdrew": offer.cause == "withdrawn",
        }
        return [what for what, is_wrong in wrong.items() if is_wrong] or self._lacks(offer)

    def _lacks(self, offer: Offer) -> list[str]:
        """Looked at as if it took part."""
        before = self.model.yardstick()
        offer.fallen = False
        try:
            return [what for what, is_wrong in self._missing(offer, before).items() if is_wrong]
        finally:
            offer.fallen = True

    def _missing(self, offer: Offer, before: list) -> dict[str, bool]:
        model = self.model
        if any(each.met is None and not each.fallen for each in model.offers.values()):
            return {"requirements": model.phase != "opening"}
        if model.phase not in SCORED and not model.prices_opened:
            return {}
        return {
            "values": any(not each.footprint for each in model.admitted()),
            "score": offer.is_admitted and not model.is_settled(offer.code),
            "others change": model.combination != "consensus" and before != model.yardstick(),
            "price": model.phase == "evaluation" and not offer.price,
        }

    def sign_reinstatement(self, code: str, name: str, reason: str = REASON) -> None:
        self.tick()
        model, bid, found = self.model, self.bid(code), self._stays_out(code, name)
        found += [] if reason.strip() else ["reason"]
        do = lambda: sign_reinstatement(  # noqa: E731
            bid=bid, reason=reason, at=model.now, actor=self.people[name]
        )
        if self.attempt(f"reinstating {code} signed by {name}", found, do)[0]:
            model.undoing[code] = (name, model.now)

    def reinstate(self, code: str, name: str, ruling: str = "") -> None:
        self.tick()
        model, bid, found = self.model, self.bid(code), self._stays_out(code, name)
        found += [] if model.undone_by(code) not in ("", name) else ["second person"]
        do = lambda: reinstate(  # noqa: E731
            bid=bid, ruling=ruling, at=model.now, actor=self.people[name]
        )
        if self.attempt(f"{code} reinstated by {name}", found, do)[0]:
            offer = model.offers[code]
            offer.fallen, offer.why, offer.cause = False, offer.unmet, ""
            del model.undoing[code]
            if model.phase == "assessment":
                reopen_unfinished(model)

    # set aside on a requirement

    def _stays_unmet(self, code: str, name: str) -> list[str]:
        model = self.model
        wrong = {
            "phase": model.phase != "opening",
            "role": not OPENERS & ROLES[name],
            "meets": model.offers[code].met is not False,
            "one person does": not model.admission_was_closed,
        }
        return [what for what, is_wrong in wrong.items() if is_wrong]

    def sign_readmission(self, code: str, name: str, reason: str = REASON) -> None:
        self.tick()
        model, bid, found = self.model, self.bid(code), self._stays_unmet(code, name)
        found += [] if reason.strip() else ["reason"]
        do = lambda: sign_readmission(  # noqa: E731
            bid=bid, reason=reason, at=model.now, actor=self.people[name]
        )
        if self.attempt(f"readmitting {code} signed by {name}", found, do)[0]:
            model.signatures[f"readmit {code}"] = (name, model.now)

    def readmit(self, code: str, name: str) -> None:
        self.tick()
        model, bid, found = self.model, self.bid(code), self._stays_unmet(code, name)
        found += [] if model.signed_by(f"readmit {code}") not in ("", name) else ["second person"]
        do = lambda: readmit(bid=bid, at=model.now, actor=self.people[name])  # noqa: E731
        if self.attempt(f"{code} readmitted by {name}", found, do)[0]:
            offer = model.offers[code]
            offer.met, offer.unmet = True, ""
            offer.why = offer.why if offer.fallen else ""
            del model.signatures[f"readmit {code}"]

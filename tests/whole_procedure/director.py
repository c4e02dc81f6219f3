"""Somebody who knows the way: does what is needed for the next step forward, and takes it."""

from collections.abc import Callable, Mapping
from datetime import timedelta

from tests.whole_procedure.judging import LEVELS, why
from tests.whole_procedure.model import PROOFS
from tests.whole_procedure.obstacles import SHORTEST, first_free_moment, is_explained, unlawful
from tests.whole_procedure.ranking import looks_low, winner
from tests.whole_procedure.reinstating import Reinstating
from tests.whole_procedure.world import DEADLINE, JURORS

ANSWERED = "De kosten zijn lager door eigen onderhoud."
BIDS = (("Noord", "280", "900", 5), ("Oost", "190", "1050", 4), ("Zuid", "160", "700", 3))
MINUTE = timedelta(minutes=1)


class Director(Reinstating):
    def go_on(self) -> None:
        """As far as the rules allow; the next phase, when nothing was done that cannot be mended."""
        if self.model.phase in WAYS:
            WAYS[self.model.phase](self)

    def go_to(self, phase: str) -> None:
        while self.model.phase != phase:
            before = self.model.phase
            self.go_on()
            assert self.model.phase != before, f"the way from {before} to {phase} is closed"

    def _draft(self) -> None:
        if self.model.now > self.model.deadline - timedelta(days=SHORTEST + 1):
            self.postpone(self.model.now + (DEADLINE - self.model.deadline) + timedelta(days=46))
        if self.model.draft[0] != 60:
            self.edit(60, self.model.draft[1])
        self.step("ask-legal-check", "officer")

    def _legal_check(self) -> None:
        if [*unlawful(self.model)]:
            self.step("hand-back", "officer")
            return
        if not self.model.judged.get(self.model.draft, (False, ""))[0]:
            self.approve("lawyer")
        self.step("publish", "colleague")

    def _published(self) -> None:
        self.step(
            "open-clarification" if self.model.now <= self.model.deadline else "close-clarification", "lead"
        )

    def _clarification(self) -> None:
        if self.model.nota is not None:
            self.discard_nota("officer")
        self.step("close-clarification", "officer")

    def _submission(self) -> None:
        self.model.now += MINUTE
        if len(self.model.envelopes) < 3:
            for supplier, footprint, price, hours in BIDS:
                self.seal(f"{supplier} B.V.", footprint, price, ago=timedelta(seconds=hours))
        self.model.now = max(self.model.now, self.model.deadline + MINUTE)
        if self.model.nota is not None:
            self.discard_nota("officer")
        if self.model.signed_by("open-bids") != "officer":
            self.step("open-bids", "officer")
        if self.model.phase == "submission":
            self.step("open-bids", "lawyer")

    def _opening(self) -> None:
        for code, offer in self.model.offers.items():
            if offer.met is None and not offer.fallen:
                self.judge_requirement(code, met=True)
            if self.model.asks_confirmation(offer):
                self.answer_version(code, days=0)
        for name in JURORS:
            if name not in self.model.panel:
                self.appoint(name, is_on=True)
        self.step("start-assessment", "officer")

    def _assessment(self) -> None:
        for place, (name, member) in enumerate(self.model.panel.items()):
            if member.is_ready or not member.is_active:
                continue
            self.declare(name, self.model.undeclared(member), has_conflict=False)
            for step, code in enumerate(self.model.unfinished(member)):
                self.score(name, code, LEVELS[(place + step) % 3], why(name, code))
            self.finish(name)
        self.step("start-consensus", "officer")

    def _consensus(self) -> None:
        self.reveal()
        for place, offer in enumerate(self.model.admitted()):
            if not offer.footprint:
                self.correct_value(offer.code, "D1", "200", REASONED)
            if self.model.combination == "consensus" and not self.model.is_settled(offer.code):
                self.agree(offer.code, LEVELS[place % 2], why("allen", offer.code))
        if not self.model.has_minutes:
            self.write_minutes(MINUTES)
        self.step("lock-scores", "lead")

    def _price_opening(self) -> None:
        for offer in self.model.admitted():
            if not offer.sealed_price:
                receipts = {each.supplier: key for key, each in self.model.envelopes.items()}
                self.sign_late_price(receipts[offer.supplier], "officer")
                self.seal_late_price(receipts[offer.supplier], "1000", "lawyer")
        if self.model.signed_by("open-prices") != "lead":
            self.step("open-prices", "lead")
        if self.model.phase == "price_opening":
            self.step("open-prices", "lawyer")

    def _evaluation(self) -> None:
        for asked in self.model.inquiries:
            if not asked.outcome and not self.model.offers[asked.code].fallen:
                self.answer(asked, ANSWERED)
                self.judge_price(asked, "accepted")
        self.rank()
        tied = self._tied()
        if tied:
            self.draw(tied)
            self.rank()
        first = winner(self.model)
        if first and looks_low(self.model, first) and not is_explained(self.model, first):
            self.leave_unasked(first)
        self.step("start-verification", "officer")

    def _verification(self) -> None:
        for item in PROOFS:
            self.verify(item, is_right=True)
        self.step("decide-award", "officer")

    def _award(self) -> None:
        self.step("send-letters", "lawyer")

    def _standstill(self) -> None:
        for place, (_, ended) in enumerate(self.model.proceedings):
            if not ended:
                self.rule_on(place)
        for key in sorted(self.model.held_by):
            self.clear_ruling(key, "lawyer")
        if self.model.waived_at is None:
            self.model.now = max(self.model.now, first_free_moment(self.model))
        self.step("conclude-contract", "officer")


MINUTES = "Per criterium is besproken waarom de scores verschilden."
REASONED = "Nagerekend uit de bijlage van de inschrijver."

WAYS: Mapping[str, Callable[[Director], None]] = {
    "preparation": Director._draft,
    "legal_check": Director._legal_check,
    "published": Director._published,
    "clarification": Director._clarification,
    "submission": Director._submission,
    "opening": Director._opening,
    "assessment": Director._assessment,
    "consensus": Director._consensus,
    "price_opening": Director._price_opening,
    "evaluation": Director._evaluation,
    "verification": Director._verification,
    "award": Director._award,
    "standstill": Director._standstill,
}

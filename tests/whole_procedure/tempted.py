"""The way forward with, in each phase, what must not be possible there: each wrong in one thing alone."""

from collections.abc import Callable, Mapping
from datetime import timedelta

from tests.cast import PLAN
from tests.whole_procedure.director import ANSWERED, Director
from tests.whole_procedure.judging import why
from tests.whole_procedure.model import PROOFS
from tests.whole_procedure.world import JURORS

SECOND = timedelta(seconds=1)
TEN_MINUTES = timedelta(minutes=10)


class Tempted(Director):
    def go_on(self) -> None:
        phase = self.model.phase
        if phase in TEMPTATIONS:
            TEMPTATIONS[phase](self)
        if self.model.phase == phase:
            super().go_on()

    def _at_the_draft(self) -> None:
        self.edit(61, PLAN)
        self.step("ask-legal-check", "officer")
        self.edit(60, PLAN)
        self.step("ask-legal-check", "site")

    def _at_the_legal_check(self) -> None:
        self.step("publish", "officer")
        self.approve("officer")
        self.approve("both")
        self.step("publish", "both")
        self.edit(60, "Wij vragen een plan.")
        self.step("publish", "officer")
        self.edit(60, PLAN)
        self.step("hand-back", "lawyer", reason=" ")

    def _at_the_clarification(self) -> None:
        if self.model.versions > 1:
            return
        self.start_nota("officer")
        self.start_nota("lead")
        self.publish_nota("officer")
        self.edit(60, "Wij vragen een plan.")
        self.amend("officer", is_start=True)
        self.edit(60, "Wij vragen een plan.")
        self.write_nota("officer", ["Ja."], "Fout.", is_substantial=True, days=14)
        self.postpone(self.model.deadline + timedelta(days=1))
        self.postpone(self.model.deadline + timedelta(days=14))
        self.step("close-clarification", "officer")
        self.discard_nota("officer")
        self._change_for_good()

    def _change_for_good(self) -> None:
        self.start_nota("officer")
        self.amend("officer", is_start=True)
        self.edit(60, "Wij vragen een plan.")
        for answers, reason, days in ((["Ja.", " "], "Fout.", 14), ([], " ", 14), ([], "Fout.", 0)):
            self.write_nota("officer", answers, reason, is_substantial=True, days=days)
            self.publish_nota("officer")
            self.approve_nota("both")
            self.publish_nota("officer")
        self.write_nota("officer", ["Ja."], "Fout.", is_substantial=True, days=14)
        self.publish_nota("officer")
        self.approve_nota("both")
        self.publish_nota("both")
        self.publish_nota("lead")

    def _at_the_submission(self) -> None:
        self.seal("Spijt B.V.", "200", "1000", ago=SECOND)
        [receipt] = self.model.envelopes
        self.step("open-bids", "officer")
        self.seal("Morgen B.V.", "200", "1000", ago=-SECOND)
        self.model.now = self.model.deadline - 3 * SECOND
        self.step("open-bids", "officer")
        self.withdraw(receipt)
        self.step("open-bids", "officer")  # exactly at the deadline
        self.seal("Laat B.V.", "150", "800", ago=timedelta(0))
        for supplier, price in (("Noord B.V.", "900"), ("Oost B.V.", "1050"), ("Zuid B.V.", "")):
            self.seal(supplier, "200", price, ago=timedelta(minutes=1))
        self.seal_price(list(self.model.envelopes)[-2], "999.5")
        self.withdraw(list(self.model.envelopes)[-1])
        self._replace_late(list(self.model.envelopes)[-2])
        self._open_badly()

    def _replace_late(self, receipt: str) -> None:
        self.replace(receipt, "officer")
        self.sign_replacement(receipt, "manager")
        self.sign_replacement(receipt, "officer", " ")
        self.sign_replacement(receipt, "officer")
        self.replace(receipt, "officer")
        self.replace(receipt, "lawyer")
        self.replace(receipt, "lead")

    def _open_badly(self) -> None:
        self.step("open-bids", "auditor")
        self.step("open-bids", "officer")
        self.step("open-bids", "officer")
        self.model.now += TEN_MINUTES - SECOND
        self.step("open-bids", "lawyer")  # ten minutes later: the first of two again
        self.step("open-bids", "lawyer")

    def _at_the_opening(self) -> None:
        first = self.model.admitted()[0].code
        self.step("start-assessment", "officer")
        self.appoint("officer", is_on=True)
        for name in JURORS:
            self.appoint(name, is_on=True)
        self.step("start-assessment", "officer")
        for criterion in ("P", "K"):
            self.correct_value(first, criterion, "700", "Zo is het.")
        self.step("lock-without-jury", "officer")

    def _at_the_assessment(self) -> None:
        name, first = JURORS[0], self.model.admitted()[0].code
        self.score(name, first, "goed", why(name, first))
        self.declare(name, [first], has_conflict=False)
        self.declare(name, [first], has_conflict=True, explanation=" ")
        self.declare(name, self.model.undeclared(self.model.panel[name]), has_conflict=False)
        self.score(name, first, "goed", why(name, first))
        self.score(name, first, "matig", why(name, first), behind=1)
        self.finish(name)
        for offer in self.model.admitted():
            self.score(name, offer.code, "goed", why(name, offer.code, is_whole=offer.code != first))
        self.finish(name)
        self.score(name, first, "goed", why(name, first))
        self.finish(name)
        self.score(name, first, "matig", why(name, first))
        self.step("start-consensus", "officer")

    def _at_the_consensus(self) -> None:
        first = self.model.admitted()[0].code
        self.step("resume-assessment", "officer")
        level = "goed" if self.model.combination == "consensus" else ""
        self.agree(first, level, why("allen", first))
        self.reveal()
        self.agree(first, level, why("allen", first, is_whole=False))
        self.agree(first, level, why("allen", first))
        self.agree(first, level, why("twee", first), behind=1)
        self.write_minutes("")
        self.step("lock-scores", "officer")
        self.write_minutes("Alles is besproken.")
        self.step("lock-scores", "officer")
        self.declare(JURORS[0], [first], has_conflict=True)
        self.step("lock-scores", "officer")
        self.declare(JURORS[0], [first], has_conflict=False)
        self.agree(first, level, why("de anderen", first))

    def _at_the_price_opening(self) -> None:
        receipts = {each.supplier: key for key, each in self.model.envelopes.items()}
        self.step("open-prices", "lead")
        for offer in self.model.admitted():
            receipt = receipts[offer.supplier]
            self.seal_price(receipt, "999.5")
            self.seal_late_price(receipt, "1100", "lawyer")
            self.sign_late_price(receipt, "auditor")
            self.sign_late_price(receipt, "lawyer")
            self.seal_late_price(receipt, "1100", "lawyer")
        self.step("open-prices", "lead")
        self.step("open-prices", "lead")

    def _at_the_evaluation(self) -> None:
        self.step("start-verification", "officer")
        self.rank()
        first = self.model.admitted()[0].code
        self.let_fall(first, "officer", "low")
        self.ask(first, 0)
        self.ask(first, 3)
        self.ask(first, 3)
        self.step("start-verification", "officer")
        asked = self.model.inquiries[-1]
        self.judge_price(asked, "accepted")
        self.judge_price(asked, "rejected")
        self.answer(asked, ANSWERED)
        self.step("start-verification", "officer")
        self.judge_price(asked, "accepted")
        self.judge_price(asked, "rejected")
        self.step("correct-score-after-prices", "officer")
        self._bring_back()

    def _bring_back(self) -> None:
        """What fell during the verification comes back, and what came too late does not."""
        for code in [each.code for each in self.model.offers.values() if each.fallen]:
            self.reinstate(code, "officer")
            self.sign_reinstatement(code, "auditor")
            self.sign_reinstatement(code, "officer", " ")
            self.sign_reinstatement(code, "officer")
            self.reinstate(code, "officer")
            self.reinstate(code, "lawyer")

    def _at_the_verification(self) -> None:
        self.step("decide-award", "officer")
        for item in PROOFS:
            self.verify(item, is_right=True)
        self.verify(PROOFS[0], is_right=False, reason=" ")
        self.verify(PROOFS[0], is_right=True, reason="Akkoord.")
        self.verify(PROOFS[0], is_right=True, days=0)
        self.verify(PROOFS[0], is_right=False, reason="Verklaring ontbreekt.")
        self.step("decide-award", "officer")
        self.verify(PROOFS[0], is_right=True, days=-1)
        self.let_fall(self.model.admitted()[-1].code, "lawyer", "withdrawn")
        self.step("rank-again", "officer", reason=" ")
        if "rank-again" not in self.model.changes:
            self.let_fall(self.model.admitted()[-1].code, "officer", "proof")

    def _at_the_award(self) -> None:
        self.step("conclude-contract", "officer")
        self.waive("officer", "no_notice")
        self.waive("lawyer", "sole_bidder")
        self.waive("lawyer", "no_notice")
        self.let_fall(self.model.admitted()[-1].code, "officer", "withdrawn")

    def _at_the_standstill(self) -> None:
        assert self.model.sent_at is not None
        self.model.now = self.model.sent_at + timedelta(days=20)
        self.step("conclude-contract", "officer")
        self.sue(1)
        self.sue(0)
        self.model.now += timedelta(days=9)
        self.step("conclude-contract", "officer")
        self.rule_on(0, " ")
        self.rule_on(0, "Verbiedt de gunning.", "granted")
        self.step("conclude-contract", "officer")
        for key in sorted(self.model.held_by):
            self.clear_ruling(key, "officer")


TEMPTATIONS: Mapping[str, Callable[[Tempted], None]] = {
    "preparation": Tempted._at_the_draft,
    "legal_check": Tempted._at_the_legal_check,
    "clarification": Tempted._at_the_clarification,
    "submission": Tempted._at_the_submission,
    "opening": Tempted._at_the_opening,
    "assessment": Tempted._at_the_assessment,
    "consensus": Tempted._at_the_consensus,
    "price_opening": Tempted._at_the_price_opening,
    "evaluation": Tempted._at_the_evaluation,
    "verification": Tempted._at_the_verification,
    "award": Tempted._at_the_award,
    "standstill": Tempted._at_the_standstill,
}

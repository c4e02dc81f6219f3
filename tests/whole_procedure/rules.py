"""What each person does, tried in every phase, with right and wrong contents."""

from datetime import timedelta
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from tests.cast import PLAN
from tests.whole_procedure.awarding import CAUSES
from tests.whole_procedure.judging import LEVELS, why
from tests.whole_procedure.machine import OFTEN_ALLOWED, REASON, SOMEBODY, Machine
from tests.whole_procedure.model import PROOFS
from tests.whole_procedure.table import DRAFT
from tests.whole_procedure.world import JURORS

OFFICE = st.sampled_from(("officer", "lead", "both")) | SOMEBODY
LAWYER = st.sampled_from(("lawyer", "both")) | SOMEBODY
SUPPLIERS = st.sampled_from(("West B.V.", "Midden B.V.", "Overkant B.V."))
PRICES, FOOTPRINTS = st.sampled_from(("900", "1050", "")), st.sampled_from(("280", "190", ""))
FAILED = st.sampled_from(("Twee jaar garantie aangeboden.", "Nee.", " "))
BY_HAND = st.sampled_from(("D1", "D1", "P", "K"))
AGO = st.sampled_from((-60, 0, 1, 3600))  # seconds
LEVEL = st.sampled_from((*LEVELS, ""))


def has_nota(machine: Machine) -> bool:
    return machine.model.versions > 0 and machine.has_had_a_nota


class Papers(Machine):
    """Draft, clarifications and bids."""

    has_had_a_nota = False

    @rule(weight=st.sampled_from((60, 60, 61)), description=st.sampled_from((PLAN, "Wij vragen een plan.")))
    def edit(self, weight: int, description: str) -> None:
        self.real.edit(weight, description)

    @rule(days=st.sampled_from((46, 60)))
    def postpone(self, days: int) -> None:
        self.real.postpone(self.model.now + timedelta(days=days))

    @rule()
    def save_the_rule(self) -> None:
        self.real.save_rule()

    @rule(name=LAWYER)
    def approve(self, name: str) -> None:
        self.real.approve(name)

    @rule(name=OFFICE)
    def start_nota(self, name: str) -> None:
        self.real.start_nota(name)
        self.has_had_a_nota = self.has_had_a_nota or self.model.nota is not None

    @precondition(has_nota)
    @rule(
        name=OFFICE,
        answers=st.sampled_from(([], ["Ja."], ["Ja.", " "])),
        reason=REASON,
        is_substantial=st.sampled_from((None, True, False)),
        days=st.sampled_from((0, 0, -1, 14)),
        why_not=st.sampled_from(("", "Niemand rekent anders.")),
    )
    def write_nota(self, name: str, answers: list[str], reason: str, **more: Any) -> None:
        self.real.write_nota(name, answers, reason, **more)

    @precondition(has_nota)
    @rule(name=OFFICE, is_start=st.booleans())
    def amend(self, name: str, is_start: bool) -> None:
        self.real.amend(name, is_start=is_start)

    @precondition(has_nota)
    @rule(name=OFFICE, reason=REASON)
    def discard_nota(self, name: str, reason: str) -> None:
        self.real.discard_nota(name, reason)

    @precondition(has_nota)
    @rule(name=LAWYER)
    def approve_nota(self, name: str) -> None:
        self.real.approve_nota(name)

    @precondition(has_nota)
    @rule(name=OFFICE)
    def publish_nota(self, name: str) -> None:
        self.real.publish_nota(name)

    @precondition(lambda self: self.model.phase not in DRAFT)
    @rule(supplier=SUPPLIERS, footprint=FOOTPRINTS, price=PRICES, seconds=AGO)
    def seal(self, supplier: str, footprint: str, price: str, seconds: int) -> None:
        if supplier not in {each.supplier for each in self.model.envelopes.values()}:
            self.real.seal(supplier, footprint, price, ago=timedelta(seconds=seconds))

    @precondition(lambda self: self.model.envelopes)
    @rule(data=st.data(), price=st.sampled_from(("800", "999.5")))
    def seal_price(self, data: st.DataObject, price: str) -> None:
        self.real.seal_price(data.draw(st.sampled_from(sorted(self.model.envelopes))), price)

    @precondition(lambda self: self.model.envelopes)
    @rule(data=st.data(), name=OFTEN_ALLOWED, reason=REASON, is_second=st.booleans())
    def seal_late_price(self, data: st.DataObject, name: str, reason: str, is_second: bool) -> None:
        receipt = data.draw(st.sampled_from(self.model.standing_receipts()))
        if is_second:
            self.real.seal_late_price(receipt, "1100", name)
        else:
            self.real.sign_late_price(receipt, name, reason)

    @precondition(lambda self: self.model.envelopes)
    @rule(data=st.data())
    def withdraw(self, data: st.DataObject) -> None:
        self.real.withdraw(data.draw(st.sampled_from(sorted(self.model.envelopes))))


def has_offers(machine: Machine) -> bool:
    return bool(machine.model.offers)


def has_panel(machine: Machine) -> bool:
    return bool(machine.model.panel and machine.model.offers)


class Panel(Papers):
    """Admission, assessors and their meeting."""

    def a_bid(self, data: st.DataObject) -> str:
        return data.draw(st.sampled_from(sorted(self.model.offers)))

    def an_assessor(self, data: st.DataObject) -> str:
        return data.draw(st.sampled_from(sorted(self.model.panel)))

    @precondition(has_offers)
    @rule(data=st.data(), met=st.booleans(), reason=FAILED)
    def judge_requirement(self, data: st.DataObject, met: bool, reason: str) -> None:
        self.real.judge_requirement(self.a_bid(data), met=met, reason=reason)

    @precondition(has_offers)
    @rule(data=st.data(), days=st.sampled_from((None, -1, 0, 0, 200)), reason=REASON)
    def answer_version(self, data: st.DataObject, days: int | None, reason: str) -> None:
        self.real.answer_version(self.a_bid(data), days=days, reason=reason)

    @precondition(has_offers)
    @rule(data=st.data(), criterion=BY_HAND, value=st.sampled_from(("200", "")))
    def correct_value(self, data: st.DataObject, criterion: str, value: str) -> None:
        self.real.correct_value(self.a_bid(data), criterion, value, "Nagerekend." if value else "")

    @precondition(lambda self: self.model.versions)
    @rule(name=st.sampled_from((*JURORS, "officer", "both", "site", "neighbour")), is_on=st.booleans())
    def appoint(self, name: str, is_on: bool) -> None:
        self.real.appoint(name, is_on=is_on)

    @precondition(has_panel)
    @rule(data=st.data(), reason=REASON)
    def dismiss(self, data: st.DataObject, reason: str) -> None:
        self.real.dismiss(self.an_assessor(data), reason)

    @precondition(has_panel)
    @rule(data=st.data(), has_conflict=st.booleans(), explanation=REASON)
    def declare(self, data: st.DataObject, has_conflict: bool, explanation: str) -> None:
        self.real.declare(
            self.an_assessor(data), [self.a_bid(data)], has_conflict=has_conflict, explanation=explanation
        )

    @precondition(has_panel)
    @rule(data=st.data(), level=LEVEL, is_whole=st.booleans(), behind=st.sampled_from((0, 0, 1)))
    def score(self, data: st.DataObject, level: str, is_whole: bool, behind: int) -> None:
        name, code = self.an_assessor(data), self.a_bid(data)
        self.real.score(name, code, level, why(name, code, is_whole=is_whole), behind=behind)

    @precondition(has_panel)
    @rule(data=st.data())
    def finish(self, data: st.DataObject) -> None:
        self.real.finish(self.an_assessor(data))

    @precondition(has_panel)
    @rule()
    def reveal(self) -> None:
        self.real.reveal()

    @precondition(has_panel)
    @rule(data=st.data(), level=LEVEL, is_whole=st.booleans(), behind=st.sampled_from((0, 0, 1)))
    def agree(self, data: st.DataObject, level: str, is_whole: bool, behind: int) -> None:
        code = self.a_bid(data)
        self.real.agree(code, level, why("allen", code, is_whole=is_whole), behind=behind)


class WholeProcedure(Panel):
    """From the ranking to the contract too: all of it."""

    @precondition(has_offers)
    @rule()
    def rank(self) -> None:
        self.real.rank()

    @precondition(has_offers)
    @rule(data=st.data())
    def draw(self, data: st.DataObject) -> None:
        codes = sorted(self.model.offers)
        self.real.draw(data.draw(st.lists(st.sampled_from(codes), min_size=1, max_size=3, unique=True)))

    @precondition(has_offers)
    @rule(data=st.data(), name=OFTEN_ALLOWED, cause=st.sampled_from(CAUSES), reason=REASON)
    def let_fall(self, data: st.DataObject, name: str, cause: str, reason: str) -> None:
        self.real.let_fall(self.a_bid(data), name, cause, reason)

    @precondition(has_offers)
    @rule(data=st.data(), days=st.sampled_from((0, 1, 7)))
    def ask(self, data: st.DataObject, days: int) -> None:
        self.real.ask(self.a_bid(data), days)

    @precondition(lambda self: self.model.inquiries)
    @rule(data=st.data(), text=REASON)
    def answer(self, data: st.DataObject, text: str) -> None:
        self.real.answer(data.draw(st.sampled_from(self.model.inquiries)), text.strip())

    @precondition(lambda self: self.model.inquiries)
    @rule(data=st.data(), outcome=st.sampled_from(("accepted", "rejected", "breach")), reason=REASON)
    def judge_price(self, data: st.DataObject, outcome: str, reason: str) -> None:
        self.real.judge_price(data.draw(st.sampled_from(self.model.inquiries)), outcome, reason)

    @precondition(has_offers)
    @rule(
        item=st.sampled_from((*PROOFS, "evidence:1")),
        is_right=st.booleans(),
        reason=REASON,
        days=st.sampled_from((None, -1, 0)),
        renewal=st.sampled_from(("", "Vernieuwd in juni.")),
    )
    def verify(self, item: str, is_right: bool, reason: str, days: int | None, renewal: str) -> None:
        self.real.verify(item, is_right=is_right, reason=reason, days=days, renewal=renewal)

    @precondition(has_offers)
    @rule(name=LAWYER, ground=st.sampled_from(("no_notice", "sole_bidder", "call_off")), reason=REASON)
    def waive(self, name: str, ground: str, reason: str) -> None:
        self.real.waive(name, ground, reason)

    @precondition(has_offers)
    @rule(data=st.data(), reason=REASON)
    def leave_unasked(self, data: st.DataObject, reason: str) -> None:
        self.real.leave_unasked(self.a_bid(data), reason)

    @precondition(has_offers)
    @rule(days=st.sampled_from((0, 0, 1)))
    def sue(self, days: int) -> None:
        self.real.sue(days)

    @precondition(lambda self: self.model.proceedings)
    @rule(data=st.data(), outcome=REASON, ruling=st.sampled_from(("dismissed", "withdrawn", "granted")))
    def rule_on(self, data: st.DataObject, outcome: str, ruling: str) -> None:
        self.real.rule_on(data.draw(st.integers(0, len(self.model.proceedings) - 1)), outcome, ruling)

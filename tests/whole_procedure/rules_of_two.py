"""What takes two people and is no step of the procedure, tried in every phase."""

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from tests.whole_procedure.machine import OFTEN_ALLOWED, REASON
from tests.whole_procedure.rules import WholeProcedure, has_offers


class AllOfIt(WholeProcedure):
    @precondition(lambda self: self.model.standing_receipts() and self.model.now > self.model.deadline)
    @rule(data=st.data(), name=OFTEN_ALLOWED, second=OFTEN_ALLOWED, reason=REASON)
    def replace(self, data: st.DataObject, name: str, second: str, reason: str) -> None:
        receipt = data.draw(st.sampled_from(self.model.standing_receipts()))
        self.real.sign_replacement(receipt, name, reason)
        self.real.replace(receipt, second)

    @precondition(has_offers)
    @rule(data=st.data(), name=OFTEN_ALLOWED, second=OFTEN_ALLOWED, reason=REASON)
    def reinstate(self, data: st.DataObject, name: str, second: str, reason: str) -> None:
        fallen = sorted(code for code, each in self.model.offers.items() if each.fallen)
        code = data.draw(st.sampled_from(fallen or sorted(self.model.offers)))
        self.real.sign_reinstatement(code, name, reason)
        self.real.reinstate(code, second)

    @precondition(has_offers)
    @rule(data=st.data(), name=OFTEN_ALLOWED, second=OFTEN_ALLOWED, reason=REASON)
    def readmit(self, data: st.DataObject, name: str, second: str, reason: str) -> None:
        unmet = sorted(code for code, each in self.model.offers.items() if each.met is False)
        code = data.draw(st.sampled_from(unmet or sorted(self.model.offers)))
        self.real.sign_readmission(code, name, reason)
        self.real.readmit(code, second)

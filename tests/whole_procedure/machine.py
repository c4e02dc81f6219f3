"""The machine: anybody tries anything, in any order, on a clock that moves."""

from collections.abc import Callable
from copy import deepcopy
from datetime import timedelta

from django.contrib.auth.models import User
from django.db import transaction
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from tenders.models import Lot
from tests.whole_procedure.director import Director
from tests.whole_procedure.forbidden import STATEMENTS
from tests.whole_procedure.invariants import ALWAYS, AT_THE_END
from tests.whole_procedure.model import Model
from tests.whole_procedure.table import ROLES, STEPS

SOMEBODY = st.sampled_from(sorted(ROLES))
OFTEN_ALLOWED = st.sampled_from(("officer", "colleague", "lead", "lawyer", "both")) | SOMEBODY
REASON = st.sampled_from(("Omdat het dossier dit vraagt.", "Omdat het dossier dit vraagt.", "  "))
WAITS = (1, 59, 599, 600, 601, 86_400, 5 * 86_400, 20 * 86_400)  # seconds


class Machine(RuleBasedStateMachine):
    """Starts from a world that was made before, and leaves it as it was."""

    def __init__(self, model: Model, lot: Lot, people: dict[str, User]) -> None:
        super().__init__()
        self._savepoint = transaction.atomic()
        self._savepoint.__enter__()
        self.real = Director(deepcopy(model), lot, people)

    @property
    def model(self) -> Model:
        return self.real.model

    def teardown(self) -> None:
        try:
            for check in AT_THE_END:
                check(self.real)
        finally:
            transaction.set_rollback(True)
            self._savepoint.__exit__(None, None, None)

    @invariant()
    def everything_holds(self) -> None:
        for check in ALWAYS:
            check(self.real)

    @rule(seconds=st.sampled_from(WAITS))
    def wait(self, seconds: int) -> None:
        self.model.now += timedelta(seconds=seconds)

    @precondition(lambda self: self.model.now < self.model.deadline)
    @rule(milliseconds=st.sampled_from((-1000, -999, 0, 1)))
    def wait_for_the_deadline(self, milliseconds: int) -> None:
        """So that what comes next is at it, or a thousandth of a second beside it."""
        moment = self.model.deadline + timedelta(milliseconds=milliseconds)
        self.model.now = max(self.model.now, moment)

    @rule()
    def go_on(self) -> None:
        self.real.go_on()

    @rule(code=st.sampled_from(sorted(STEPS)), name=OFTEN_ALLOWED, reason=REASON)
    def take_any_step(self, code: str, name: str, reason: str) -> None:
        self.real.step(code, name, reason)

    @rule(data=st.data(), name=OFTEN_ALLOWED, reason=REASON)
    def take_a_step_from_here(self, data: st.DataObject, name: str, reason: str) -> None:
        codes = [code for code in STEPS if self.model.source_is_right(code) and code != "stop"]
        if codes:
            self.real.step(data.draw(st.sampled_from(codes)), name, reason)

    @rule(statement=st.sampled_from(STATEMENTS))
    def go_round_the_program(self, statement: tuple) -> None:
        sql, is_refused = statement
        if is_refused(self.model):
            self.real.forbidden(sql)


World = Callable[[], Machine]

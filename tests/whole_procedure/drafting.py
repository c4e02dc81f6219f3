"""The draft, its approval, the clarifications, and the bids that come in."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.db import DatabaseError, transaction

from tenders.models import Clarification, Criterion, Tender
from tenders.services.amending import start_amending, stop_amending
from tenders.services.clarifications import (
    Asked,
    Grounds,
    discard_clarification,
    save_clarification,
    start_clarification,
    version_of,
)
from tenders.services.legal_check import approve
from tenders.services.rule import save_rule
from tests.whole_procedure.attempts import REASON
from tests.whole_procedure.model import Nota
from tests.whole_procedure.obstacles import unlawful
from tests.whole_procedure.steps import Steps
from tests.whole_procedure.table import DRAFT, OFFICE, ROLES
from tests.whole_procedure.world import frozen_rows

ZONE = ZoneInfo("Europe/Amsterdam")


class Drafting(Steps):
    def edit(self, weight: int, description: str) -> None:
        """By a bulk update, as the admin or a script could: only where the rows are open for change."""
        self.tick()
        model, lot = self.model, self.lot_key
        try:
            with transaction.atomic():
                Criterion.objects.filter(lot=lot, code="P").update(weight=weight)
                Criterion.objects.filter(lot=lot, code="K").update(description=description)
        except DatabaseError:
            assert not model.is_open_for_change, "the database refused a change of an open draft"
            return
        assert model.is_open_for_change, "the database allowed a change of what was published"
        model.draft = (weight, description, model.deadline)

    def postpone(self, deadline: datetime) -> None:
        """In the draft; afterwards only a clarification moves the deadline."""
        try:
            with transaction.atomic():
                Tender.objects.filter(lots=self.lot_key).update(deadline=deadline)
        except DatabaseError:
            assert not self._may_postpone(deadline), "the database refused a deadline that may be"
            return
        assert self._may_postpone(deadline), "the deadline moved after publication"
        self.model.draft = (*self.model.draft[:2], deadline)

    def _may_postpone(self, deadline: datetime) -> bool:
        """To what the clarification that is open says, and back."""
        model = self.model
        if model.phase in DRAFT or deadline == model.deadline:
            return True
        assert model.published is not None
        later = model.nota is not None and model.nota.is_amending and model.nota.new_deadline == deadline
        return deadline == model.published[2] or bool(later and deadline > model.published[2])

    def save_rule(self) -> None:
        self.tick()
        found = [] if self.model.is_open_for_change else ["frozen"]
        do = lambda: save_rule(  # noqa: E731
            lot=self.lot, rule={"rounding_places": 2}, at=self.model.now, actor=self.people["officer"]
        )
        self.attempt("save the rule", found, do)

    def approve(self, name: str) -> None:
        self.tick()
        model = self.model
        found = [] if model.phase == "legal_check" else ["phase"]
        found += [] if "lawyer" in ROLES[name] else ["role"]
        found += unlawful(model)
        do = lambda: approve(tender=self.lot.tender, at=model.now, actor=self.people[name])  # noqa: E731
        if self.attempt(f"approve by {name}", found, do)[0]:
            model.judged[model.draft] = (True, name)

    # clarifications

    def row(self) -> Clarification:
        """The newest one, closed or not: an old page still names it."""
        return Clarification.objects.select_related("tender__organisation").latest("number")

    def start_nota(self, name: str) -> None:
        self.tick()
        model = self.model
        found = [] if OFFICE & ROLES[name] else ["role"]
        found += [] if model.phase == "clarification" and model.nota is None else ["not now"]
        do = lambda: start_clarification(  # noqa: E731
            tender=self.lot.tender, at=model.now, actor=self.people[name]
        )
        went, row = self.attempt(f"nota by {name}", found, do)
        if went:
            model.nota = Nota(row.pk)

    def _about_nota(self, name: str) -> list[str]:
        found = [] if self.model.nota is not None and self.model.phase == "clarification" else ["not now"]
        return found + ([] if OFFICE & ROLES[name] else ["role"])

    def write_nota(
        self,
        name: str,
        answers: list[str],
        reason: str,
        *,
        is_substantial: bool | None,
        days: int,
        why_not: str = "",
    ) -> None:
        self.tick()
        model, row = self.model, self.row()
        later = model.deadline + timedelta(days=days) if days else None
        do = lambda: save_clarification(  # noqa: E731
            clarification=row,
            questions=[Asked(question=f"Vraag {place}?", answer=each) for place, each in enumerate(answers)],
            grounds=Grounds(
                reason=reason,
                is_substantial=is_substantial,
                why_not_substantial=why_not,
                new_deadline=later,
            ),
            seen=version_of(row),
            at=model.now,
            actor=self.people[name],
        )
        if self.attempt(f"write the nota by {name}", self._about_nota(name), do)[0]:
            assert model.nota is not None
            model.nota.answers, model.nota.reason = answers, reason
            model.nota.is_substantial, model.nota.new_deadline = is_substantial, later
            model.nota.why_not = why_not

    def amend(self, name: str, *, is_start: bool) -> None:
        self.tick()
        model, row, found = self.model, self.row(), self._about_nota(name)
        act = start_amending if is_start else stop_amending
        changes = model.nota is not None and model.nota.is_amending is not is_start
        do = lambda: act(clarification=row, at=model.now, actor=self.people[name])  # noqa: E731
        if self.attempt(f"{act.__name__} by {name}", found, do, logs=changes)[0]:
            assert model.nota is not None
            model.nota.is_amending = is_start
            if not is_start:
                self._restored()

    def _restored(self) -> None:
        assert self.model.published is not None
        self.model.draft = self.model.published
        assert frozen_rows() == self.model.frozen, "the documents are not as they were published"

    def discard_nota(self, name: str, reason: str = REASON) -> None:
        self.tick()
        model, row = self.model, self.row()
        found = [] if OFFICE & ROLES[name] else ["role"]
        found += [] if model.nota is not None else ["closed"]
        found += [] if reason.strip() else ["reason"]
        do = lambda: discard_clarification(  # noqa: E731
            clarification=row, reason=reason, at=model.now, actor=self.people[name]
        )
        if self.attempt(f"discard the nota by {name}", found, do)[0]:
            model.nota = None
            self._restored()

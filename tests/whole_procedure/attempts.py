"""Trying something for real where the model says whether it must succeed."""

from collections.abc import Callable, Iterable
from datetime import timedelta
from typing import Any

from django.contrib.auth.models import User
from django.db import DatabaseError, connection, transaction

from procurement.audit.models import Event
from tenders.models import Bid, Criterion, Lot
from tenders.scoring.problem import NotEvaluable
from tenders.services.consensus import StaleScores, WrongScores
from tenders.services.draw import WrongDraw
from tenders.services.frozen import FrozenTender
from tenders.services.phases import Refused
from tenders.services.scoring_alone import StaleScore
from tests.whole_procedure.model import Model
from tests.whole_procedure.world import fingerprint

REFUSALS = (Refused, FrozenTender, StaleScore, StaleScores, WrongScores, WrongDraw, NotEvaluable)
REASON = "Omdat het dossier dit vraagt."
SECOND = timedelta(seconds=1)


class Attempts:
    """The model beside the rows, and one way to try something on both."""

    def __init__(self, model: Model, lot: Lot, people: dict[str, User]) -> None:
        self.model, self.people, self.lot_key = model, people, lot.pk
        self.events = Event.objects.count()

    @property
    def lot(self) -> Lot:
        """As a request finds it: fetched anew."""
        return Lot.objects.select_related("tender__organisation").get(pk=self.lot_key)

    def criterion(self, code: str) -> Criterion:
        return Criterion.objects.get(lot=self.lot_key, code=code)

    def bid(self, code: str) -> Bid:
        return Bid.objects.select_related("lot__tender__organisation").get(lot=self.lot_key, code=code)

    def attempt(
        self, what: str, obstacles: Iterable[str], do: Callable[[], Any], *, logs: bool = True
    ) -> tuple[bool, Any]:
        """Whether it went through, and what came of it; both as the model has it."""
        against = list(obstacles)
        before = fingerprint() if against else ""
        try:
            result = do()
        except REFUSALS as refused:
            self._was_right(what, against, before, refused)
            return False, refused
        assert not against, f"{what}: went through, but {against}"
        assert not logs or self.new_events() > 0, f"{what}: not in the log"
        return True, result

    def _was_right(self, what: str, against: list[str], before: str, refused: Exception) -> None:
        assert against, f"{what}: refused where nothing stands in the way: {refused}"
        assert fingerprint() == before, f"{what}: refused, and yet something was written"

    def forbidden(self, statement: str, *values: object) -> None:
        """The database itself refuses, whatever program asks."""
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(statement, values)
                assert cursor.rowcount == 0, f"the database allowed: {statement}"
        except DatabaseError:
            return

    def new_events(self) -> int:
        count = Event.objects.count()
        new, self.events = count - self.events, count
        return new

    def tick(self) -> None:
        self.model.now += SECOND

"""Proceedings against a decision: started, ended and cleared."""

from datetime import UTC, date, datetime

import pytest

from procurement.organisations.models import Role
from tenders.models import Lot, Proceedings
from tenders.procedure.phases import Phase
from tenders.services.phases import Refused, phase_of
from tenders.services.proceedings import clear_ruling, end_proceedings, start_proceedings
from tests import award, cast

FREE = datetime(2026, 11, 23, 23, 0, tzinfo=UTC)


def concluded(lot: Lot, at: datetime = FREE) -> Phase:
    award.step(lot, "conclude-contract", at=at)
    return phase_of(lot)


def refusals(lot: Lot, at: datetime) -> list[str]:
    with pytest.raises(Refused) as refusal:
        award.step(lot, "conclude-contract", at=at)
    return [reason.nl for reason in refusal.value.reasons]


def started(lot: Lot, on: date = date(2026, 11, 10), at: datetime = FREE) -> Proceedings:
    return start_proceedings(
        lot=lot, started_on=on, reference="C/09/1", at=at, actor=cast.person(Role.OFFICER)
    )


def ended(
    row: Proceedings, on: date = date(2026, 11, 20), outcome: str = "Afgewezen.", ruling: str = "dismissed"
) -> None:
    end_proceedings(
        proceedings=row, ended_on=on, ruling=ruling, outcome=outcome, at=FREE, actor=cast.person(Role.LAWYER)
    )


def cleared(row: Proceedings, by: Role = Role.LAWYER, reason: str = "Alleen de motivering.") -> None:
    clear_ruling(proceedings=row, reason=reason, at=FREE, actor=cast.person(by))

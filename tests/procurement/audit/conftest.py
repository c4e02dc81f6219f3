from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from procurement.audit.log import record
from procurement.audit.models import Event
from procurement.organisations.models import Organisation

AT = datetime(2026, 9, 1, 8, 30, tzinfo=UTC)


@pytest.fixture
def ministry() -> Organisation:
    return Organisation.objects.create(name="Ministerie (voorbeeld)", kind=Organisation.Kind.CENTRAL)


@pytest.fixture
def log_of_three(ministry: Organisation) -> list[Event]:
    return [happened(ministry, action) for action in ("tender.created", "tender.published", "tender.opened")]


def happened(organisation: Organisation, action: str) -> Event:
    return record(
        organisation=organisation, at=AT, actor=None, action=action, subject="tender 1", details={"n": "1.50"}
    )


@pytest.fixture(name="happened")
def _happened() -> Callable[[Organisation, str], Event]:
    return happened


@pytest.fixture
def happened_with(ministry: Organisation) -> Callable[..., Event]:
    def with_states(*, before: str, after: str) -> Event:
        return record(
            organisation=ministry,
            at=AT,
            actor=None,
            action="tender.changed",
            subject="tender 1",
            details={"n": "1.50"},
            before=before,
            after=after,
        )

    return with_states


@pytest.fixture
def dated(ministry: Organisation) -> Callable[[timedelta], Event]:
    """One more event, that much later than the first ones."""

    def later(moved: timedelta) -> Event:
        return record(
            organisation=ministry,
            at=AT + moved,
            actor=None,
            action="tender.noted",
            subject="tender 1",
            details={},
        )

    return later

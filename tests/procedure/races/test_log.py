"""Several writers of one log at one moment, on PostgreSQL, in real processes: no gap and no fork."""

from functools import partial

import pytest
from django.db import transaction

from procurement.audit.chain import Head
from procurement.audit.log import first_broken_event, head, links_of, record
from procurement.audit.models import Event
from procurement.organisations.models import Organisation
from tenders.services.phases import Refused
from tests import cast
from tests.side_by_side import PEOPLE, together

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]

ROUNDS = 25


def write(organisation: Organisation, writer: int, place: int) -> None:
    record(
        organisation=organisation, at=cast.NOW, actor=None, action="race.wrote", subject=f"{writer}",
        details={"place": place},
    )  # fmt: skip


def write_all(organisation: Organisation, writer: int) -> None:
    for place in range(ROUNDS):
        write(organisation, writer, place)


def write_and_fail(organisation: Organisation, writer: int) -> None:
    """Every second action fails after its event was written: the event goes with it."""
    for place in range(ROUNDS):
        try:
            with transaction.atomic():
                write(organisation, writer, place)
                if place % 2:
                    raise Refused([])
        except Refused:
            continue


def places(writer: int) -> list[str]:
    events = Event.objects.filter(subject=f"{writer}").order_by("sequence")
    return list(events.values_list("details", flat=True))


def told(count: range) -> list[str]:
    return [f'{{"place":{place}}}' for place in count]


def test_four_writers_make_one_chain() -> None:
    organisation = cast.organisation()

    codes = together(*(partial(write_all, organisation, writer) for writer in range(PEOPLE)))

    links = list(links_of(organisation))
    assert codes == [0] * PEOPLE
    assert first_broken_event(organisation) is None
    assert head(organisation) == Head(PEOPLE * ROUNDS, links[-1].hash)
    assert [places(writer) for writer in range(PEOPLE)] == [told(range(ROUNDS))] * PEOPLE


def test_an_action_that_fails_leaves_no_gap() -> None:
    organisation = cast.organisation()

    codes = together(
        partial(write_all, organisation, 0),
        partial(write_all, organisation, 1),
        partial(write_and_fail, organisation, 2),
        partial(write_and_fail, organisation, 3),
    )

    assert codes == [0] * PEOPLE
    assert first_broken_event(organisation) is None
    assert places(3) == told(range(0, ROUNDS, 2))


def test_logs_of_two_organisations_do_not_mix() -> None:
    names = ("Amaranth", "Bellis")
    owners = [cast.organisation(name) for name in names] * 2

    together(*(partial(write_all, owner, writer) for writer, owner in enumerate(owners)))

    assert [head(owner).sequence for owner in owners[:2]] == [2 * ROUNDS] * 2
    assert [first_broken_event(owner) for owner in owners[:2]] == [None, None]

"""What waits in the library stands on the work list of who can do it."""

from datetime import date

import pytest
from django.contrib.auth.models import User

from clauses.assembly.source import parse_clause
from clauses.loading import load_library
from clauses.waiting import overdue_versions
from procurement.organisations.models import Role
from tenders.waiting import roles_of, waiting_for
from tests.cast import organisation, person
from tests.clauses.assembly.builders import clause
from tests.clauses.final_contracts import NOW, approved, changed, draft
from tests.clauses.own_texts import published, submitted

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def library() -> None:
    load_library(at=NOW, clauses=[clause("text")])


def labels(user: User, year: int = 2026) -> list[str]:
    now = NOW.replace(year=year, month=12)
    return [waiting.label for waiting in waiting_for(user, roles_of(user), now=now)]


def test_a_lawyer_sees_what_somebody_else_put_forward() -> None:
    row = draft()
    submitted()
    changed(row)

    assert labels(person(Role.LAWYER)) == ["Keur een clausule goed", "Besluit over een afwijking"]
    assert labels(person(Role.OFFICER)) == []
    assert labels(person(Role.LAWYER, "Bellis")) == []


def test_what_was_decided_waits_no_longer() -> None:
    published()
    approved(changed(draft()))

    assert labels(person(Role.LAWYER)) == []


def test_texts_that_should_have_been_looked_at_again_are_one_line_for_a_lawyer() -> None:
    published()

    assert labels(person(Role.LAWYER), 2027) == ["Bekijk clausules opnieuw"]
    assert labels(person(Role.OFFICER), 2027) == []


def test_a_text_that_was_followed_by_another_is_not_overdue() -> None:
    newer = clause("text", version=2).source.replace("review_by = 2027-11-01", "review_by = 2028-04-01")
    load_library(at=NOW, clauses=[parse_clause(newer, "text")])

    assert overdue_versions([organisation().pk], today=date(2027, 12, 1)) == []
    assert [row.number for row in overdue_versions([organisation().pk], today=date(2028, 4, 2))] == [2]

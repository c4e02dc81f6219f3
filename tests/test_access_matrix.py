"""Every address × every person × every phase: `access_table.py` says what is answered, and so it is.

What can be read in each answer, packed files included, and in the log lines, `procedure/promises.py` says.

The tender walks through the whole procedure by the real services; nothing is put in a phase by hand.
"""

import pytest

from procurement.organisations.models import Role
from tests.access_table import MEANINGS, STOPS, table
from tests.procedure import journey
from tests.procedure.canaries import CANARIES
from tests.procedure.journey import PEOPLE
from tests.procedure.promises import PROMISES, breaches
from tests.procedure.rounds import METHODS, is_of_a_tender, rounds_of
from tests.procedure.visiting import pages

pytestmark = pytest.mark.pages

# Who walk along together: the way is walked once for each group.
GROUPS = (
    ("nobody", "assessor", "conflicted", "assessor elsewhere", "administrator", "officer elsewhere",
     "officer", "contract manager"),
    ("lawyer", "auditor", "project lead", "superuser"),
)  # fmt: skip
OUTSIDERS = tuple(map(PEOPLE.index, ("assessor elsewhere", "administrator", "officer elsewhere")))
ASSESSORS = tuple(map(PEOPLE.index, ("assessor", "conflicted")))


def letters(method: str, name: str, column: int) -> str:
    return "".join(cells[column] for cells in table()[name, method].values())


def test_every_address_has_its_line() -> None:
    assert sorted(table()) == sorted((page.name, method) for page in pages() for method in METHODS)


def test_everybody_walks_along() -> None:
    assert sorted(person for people in GROUPS for person in people) == sorted(PEOPLE)


def test_every_secret_has_its_promise() -> None:
    assert PROMISES.keys() == CANARIES.keys()


def test_every_role_is_somebody() -> None:
    assert set(journey.ROLES.values()) == set(Role)
    assert {len(cells) for line in table().values() for cells in line.values()} == {len(PEOPLE)}
    assert len(journey.STOPS) == len(STOPS)


def test_what_is_of_no_tender_is_the_same_in_every_phase() -> None:
    others = [page.name for page in pages() if not is_of_a_tender(page)]

    assert [
        name for name in others for method in METHODS if len(set(table()[name, method].values())) > 1
    ] == []


@pytest.mark.parametrize("column", OUTSIDERS, ids=PEOPLE.__getitem__)
def test_to_others_a_tender_does_not_exist(column: int) -> None:
    """404 and never 403; 405 is answered before anybody looks for the tender."""
    found = {
        (page.name, method): answered
        for page in pages()
        if is_of_a_tender(page)
        for method in METHODS
        if not set(answered := letters(method, page.name, column)) <= {"-", "m"}
    }

    assert found == {}


def test_without_signing_in_everything_leads_to_the_door() -> None:
    public = {"sign_in", "sign_out"}

    assert [
        page for (page, method) in table() if page not in public if set(letters(method, page, 0)) != {">"}
    ] == []


@pytest.mark.parametrize("column", ASSESSORS, ids=PEOPLE.__getitem__)
def test_an_assessor_reads_no_page_of_the_officers(column: int) -> None:
    """Prices, names and the ranking stand there."""
    own = ("tenders:jury_", "tenders:follow_consensus")
    of_officers = [
        page.name
        for page in pages()
        if is_of_a_tender(page)
        if not page.name.startswith(own) or page.name in ("tenders:jury_samples", "tenders:jury_withdraw")
    ]

    assert [
        page for page in of_officers for method in METHODS if set(letters(method, page, column)) - set("-m")
    ] == []


@pytest.mark.django_db
@pytest.mark.parametrize("people", GROUPS, ids=" ".join)
def test_what_somebody_gets_and_reads(people: tuple[str, ...]) -> None:
    """The status by the table of access, and the secrets by the table of promises, in one visit."""
    rounds = rounds_of(people)

    wrong = {
        (person, *at): status
        for person, made in rounds.items()
        for at, status in made.answered.items()
        if status != MEANINGS[table()[at[:2]][at[2]][PEOPLE.index(person)]]
    }
    assert wrong == {}
    assert [line for person, made in rounds.items() for line in breaches(person, made)] == []

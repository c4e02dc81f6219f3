"""Every address × every person × every phase: `access_table.py` says what is answered, and so it is.

The tender walks through the whole procedure by the real services; nothing is put in a phase by hand.
"""

import pytest

from procurement.organisations.models import Role
from tests.access_table import MEANINGS, STOPS, table
from tests.everything import Address
from tests.procedure import journey
from tests.procedure.journey import PEOPLE
from tests.procedure.visiting import Visitor, pages, paths_to

pytestmark = pytest.mark.pages

METHODS = ("get", "post")
OF_THE_SITE = "E"  # what has nothing to do with a tender is tried at one stop

OUTSIDERS = tuple(map(PEOPLE.index, ("assessor elsewhere", "administrator", "officer elsewhere")))
ASSESSORS = tuple(map(PEOPLE.index, ("assessor", "conflicted")))


def is_of_a_tender(address: Address) -> bool:
    return "<int:pk>" in address.route and address.name.startswith("tenders:")


def letters(method: str, name: str, column: int) -> str:
    return "".join(cells[column] for cells in table()[name, method].values())


def test_every_address_has_its_line() -> None:
    assert sorted(table()) == sorted((page.name, method) for page in pages() for method in METHODS)


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
@pytest.mark.parametrize("person", PEOPLE)
def test_what_somebody_gets(person: str) -> None:
    user, column = journey.everybody()[person], PEOPLE.index(person)
    wanted, found = {}, {}

    for stop, _ in zip(STOPS, journey.journey(), strict=True):
        visitor = Visitor(user)
        for page in pages():
            if not is_of_a_tender(page) and stop != OF_THE_SITE:
                continue
            path = next(paths_to(page, user))
            for method in METHODS:
                letter = table()[page.name, method][stop][column]
                wanted[page.name, method, stop] = MEANINGS[letter]
                found[page.name, method, stop] = visitor.ask(method, path)

    assert {at: status for at, status in found.items() if status != wanted[at]} == {}

"""The admin in every phase of the journey: what a POST changes, and that no list there tells a secret.

Who gets which page of the admin stands in `test_admin_matrix.py`.
"""

from collections.abc import Iterator, Mapping
from itertools import product
from typing import Any

import pytest
from django.db.models import Model

from clauses.models import ContractDraft
from tenders.models import (
    AwardDecision,
    Bid,
    Criterion,
    Draw,
    Evaluation,
    Evidence,
    Lot,
    Publication,
    Requirement,
    Scale,
    Supplier,
    Tender,
)
from tests.access_table import STOPS
from tests.procedure import journey
from tests.procedure.admin_rounds import Clerk, beside_the_tender, filled_in, newest, place
from tests.procedure.promises import read_too_much
from tests.procedure.rounds import Round
from tests.procedure.visiting import bytes_of

pytestmark = [pytest.mark.pages, pytest.mark.django_db]

PHASES = "PUAEW"  # before and after the publication, in the assessment, after the prices, decided
EDITORS = ("officer", "superuser")
FORMS: Mapping[type[Model], str] = {
    Evidence: "title", Lot: "title", Requirement: "title", Scale: "title", Tender: "title",
}  # fmt: skip
ROWS: tuple[type[Model], ...] = (
    AwardDecision, Bid, ContractDraft, Criterion, Draw, Evaluation, Evidence, Lot, Publication, Requirement,
    Scale, Supplier, Tender,
)  # fmt: skip
# In which phases who can delete the newest row of a kind; no other row ever goes. The newest piece of
# evidence has a file and a check, and the newest contract draft a deviation, so that they stay.
DELETED: Mapping[type[Model], Mapping[str, str]] = {
    Requirement: {"officer": "P", "superuser": "P"},
    Scale: {"officer": PHASES, "superuser": PHASES},
}
PEOPLE = ("officer", "lawyer", "superuser", "officer elsewhere")


def stops() -> Iterator[str]:
    """The phases that are looked at, with the tender in each."""
    beside_the_tender()
    for stop, _ in zip(STOPS, journey.journey(), strict=True):
        if stop in PHASES:
            yield stop


@pytest.mark.parametrize("person", EDITORS)
def test_a_form_of_before_the_publication_changes_nothing_frozen(person: str) -> None:
    """The same form is sent again in each later phase, by the one who filled it in."""
    user, changed = journey.everybody()[person], dict.fromkeys(FORMS, "")
    forms: dict[type[Model], tuple[str, Mapping[str, Any]]] = {}

    for stop in stops():
        clerk = Clerk(user)
        for clerk.row, field in FORMS.items():
            if stop == PHASES[0]:
                path = place(clerk.row, "change", newest(clerk.row))
                forms[clerk.row] = path, filled_in(clerk, path, field)
            if clerk.changes(*forms[clerk.row]):
                changed[clerk.row] += stop

    assert changed == {Evidence: PHASES, Lot: "P", Requirement: "P", Scale: PHASES, Tender: "P"}


def test_only_what_is_named_can_be_deleted_and_no_list_tells_a_secret() -> None:
    users, rounds = journey.everybody(), {person: Round() for person in PEOPLE}
    clerks = {person: Clerk(users[person]) for person in PEOPLE}
    deleted: dict[type[Model], dict[str, str]] = {}

    for stop in stops():
        for person, row in product(PEOPLE, ROWS):
            clerk, listed = clerks[person], place(row, "changelist")
            clerk.row = row
            rounds[person].note(stop, listed, *bytes_of(clerk.get(listed)))
            if clerk.changes(place(row, "delete", newest(row)), {"post": "yes"}):
                found = deleted.setdefault(row, {})
                found[person] = found.get(person, "") + stop

    assert deleted == DELETED
    assert [line for person, made in rounds.items() for line in read_too_much(person, made)] == []

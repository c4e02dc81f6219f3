"""A form of the admin from before the publication, sent again in every later phase of the journey."""

from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from django.db.models import Model

from tenders.models import Evidence, Lot, Requirement, Scale, Tender
from tests.access_table import STOPS
from tests.procedure import journey
from tests.procedure.admin_rounds import Clerk, beside_the_tender, filled_in, newest, place

pytestmark = [pytest.mark.pages, pytest.mark.django_db]

PHASES = "PUAEW"  # before and after the publication, in the assessment, after the prices, decided
EDITORS = ("officer", "superuser")
FORMS: Mapping[type[Model], str] = {
    Evidence: "title", Lot: "title", Requirement: "title", Scale: "title", Tender: "title",
}  # fmt: skip


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

"""What the questionnaire keeps: nothing that was not sent, and no date that cannot be."""

import pytest

from clauses.loading import load_library
from clauses.models import ContractDraft
from clauses.services import start_draft
from procurement.organisations.models import Role
from tests.cast import organisation
from tests.clauses.assembly.builders import WHO, clause
from tests.clauses.draft_pages import NOW
from tests.signing_in import client_of

pytestmark = pytest.mark.django_db

PLACE = """
[[variables]]
name = "place"
kind = "text"
source = "buyer"
label.nl = "Plaats"
label.en = "Place"
default = "Utrecht"
default_because.nl = "Daar zit de opdrachtgever."
default_because.en = "That is where the buyer is."
"""
DAYS = "".join(
    f"""
[[variables]]
name = "{name}"
kind = "date"
source = "tender"
label.nl = "Dag"
label.en = "Day"
"""
    for name in ("start_date", "end_date")
)
TEXT = "1. {who} in {place} van {start_date} tot {end_date}."


@pytest.fixture
def row() -> ContractDraft:
    load_library(at=NOW, clauses=[clause("definitions", TEXT, more=PLACE + DAYS + WHO)])
    return start_draft(
        organisation=organisation(),
        title="Contract",
        reference="T-1",
        language="nl",
        answers={},
        at=NOW,
        actor=None,
    )


def sent(revision: int, **values: str) -> dict[str, str]:
    return {"revision": str(revision), **{f"definitions--{name}": each for name, each in values.items()}}


def test_a_field_that_was_not_sent_keeps_its_value(row: ContractDraft) -> None:
    client = client_of(Role.OFFICER)
    client.post(f"/contracts/{row.pk}/", sent(1, who="Jan", start_date="2027-01-01"))

    client.post(f"/contracts/{row.pk}/", sent(2, start_date=""))

    assert row.chosen.get().values == {"who": "Jan"}


def test_a_default_that_nobody_changed_is_not_stored(row: ContractDraft) -> None:
    client_of(Role.OFFICER).post(f"/contracts/{row.pk}/", sent(1, who="Jan", place="Utrecht"))

    assert row.chosen.get().values == {"who": "Jan"}


@pytest.mark.parametrize(
    ("start", "end", "field"),
    [
        ("0027-01-01", "2030-01-01", "start_date"),
        ("2027-01-01", "9999-12-31", "end_date"),
        ("2027-01-01", "2026-01-01", "end_date"),
    ],
)
def test_a_slip_in_a_date_is_told_at_the_field(row: ContractDraft, start: str, end: str, field: str) -> None:
    response = client_of(Role.OFFICER).post(f"/contracts/{row.pk}/", sent(1, start_date=start, end_date=end))

    assert list(response.context["form"].errors) == [f"definitions--{field}"]

"""Contracts in the house style of their organisation: which one, from when, and what keeps its own."""

import json
from datetime import timedelta
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.test import Client
from django.utils import timezone

from clauses.house_styles import active_house_style
from clauses.loading import load_library
from clauses.models import HouseStyleChoice, HouseStyleVersion
from clauses.returning import findings
from clauses.services import HouseStyleRefused
from procurement.audit.models import Event
from procurement.organisations.models import Role
from tests.cast import organisation, person
from tests.clauses.assembly.builders import clause
from tests.clauses.final_contracts import NOW, changed, draft, final
from tests.clauses.house_styles import added, choose, chosen

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def library() -> None:
    load_library(at=NOW, clauses=[clause("text", "1. De leverancier levert elk jaar een rapport.")])


def fonts(word: bytes) -> set[str]:
    """Those of the imagined house styles that the style sheet asks for."""
    with ZipFile(BytesIO(word)) as package:
        styles = package.read("word/styles.xml").decode()
    return {font for font in ("Verdana", "Georgia") if f'"{font}"' in styles}


def fetched(address: str, role: Role = Role.LAWYER) -> bytes:
    client = Client()
    client.force_login(person(role))
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content


def test_a_draft_and_its_redline_are_written_in_the_house_style_that_was_chosen() -> None:
    row = draft()
    changed(row)
    addresses = [f"/contracts/{row.pk}/{page}/" for page in ("word", "verschillen/bibliotheek")]
    before = [fonts(fetched(each)) for each in addresses]
    added(font="Georgia")

    chosen()

    assert before == [set(), set()]
    assert [fonts(fetched(each)) for each in addresses] == [{"Verdana"}, {"Verdana"}]


def test_a_house_style_that_was_only_added_changes_nothing() -> None:
    row = draft()

    added()

    assert fonts(fetched(f"/contracts/{row.pk}/word/")) == set()


def test_the_house_style_of_another_organisation_is_not_used() -> None:
    row = draft()

    chosen("Bellis")

    assert fonts(fetched(f"/contracts/{row.pk}/word/")) == set()
    assert active_house_style(organisation("Bellis").pk) is not None


def test_a_final_contract_remembers_its_house_style_and_keeps_its_file() -> None:
    style, row = chosen(), draft()
    version = final(row)
    word = bytes(version.word)

    chosen(font="Georgia")
    version.refresh_from_db()

    assert (version.house_style, bytes(version.word)) == (style.digest, word)
    assert fetched(f"/contracts/{row.pk}/definitief/1/docx/") == word
    assert fonts(word) == {"Verdana"}
    assert json.loads(Event.objects.get(action="contract.made_final").details)["house_style"] == style.digest


def test_a_final_contract_without_a_house_style_says_so() -> None:
    version = final(draft())

    assert (version.house_style, fonts(bytes(version.word))) == ("", set())


def test_back_to_an_earlier_one_and_to_none() -> None:
    first = chosen()
    chosen(font="Georgia")
    key, found = organisation().pk, []

    for version in (first, None):
        choose(version)
        style = active_house_style(key)
        found.append(style.digest if style else "")

    assert found == [first.digest, ""]
    assert HouseStyleChoice.objects.count() == 4


def test_a_contract_that_comes_back_in_its_house_style_says_the_same() -> None:
    row = draft()
    chosen()
    word = fetched(f"/contracts/{row.pk}/word/")

    later = timezone.now() + timedelta(days=30)  # every page of a draft prints the day that it was made
    found = findings(draft=row, content=word, name="c.docx", user=person(Role.LAWYER).pk, at=later)

    assert found.is_same
    assert found.problems == []


def test_a_file_that_is_not_read_any_more_does_not_stop_a_contract() -> None:
    row, lawyer = draft(), person(Role.LAWYER)
    broken = HouseStyleVersion.objects.create(
        organisation=organisation(), number=1, name="oud.docx", content=b"PK", digest="0" * 64,
        uploaded_by=lawyer, uploaded_at=NOW,
    )  # fmt: skip
    choose(broken)

    assert fonts(fetched(f"/contracts/{row.pk}/word/")) == set()
    assert "niet meer te lezen" in fetched(f"/huisstijl/{organisation().pk}/").decode()


def test_numbers_follow_each_other_in_each_organisation_and_one_event_tells_of_each_step() -> None:
    rows = [added(), added(font="Georgia"), added("Bellis")]
    choose(rows[1])
    choose(rows[0])

    assert [each.number for each in rows] == [1, 2, 1]
    events = Event.objects.filter(organisation=organisation(), action__startswith="house_style.")
    told = [(each.action, json.loads(each.details)) for each in events.order_by("sequence")]
    first, second = rows[0].digest, rows[1].digest
    assert told == [
        ("house_style.added", {"version": 1, "sha256": first}),
        ("house_style.added", {"version": 2, "sha256": second}),
        ("house_style.chosen", {"version": 2, "before": "", "after": second}),
        ("house_style.chosen", {"version": 1, "before": second, "after": first}),
    ]


def test_the_same_file_is_not_kept_twice() -> None:
    added()

    with pytest.raises(HouseStyleRefused, match="versie 1"):
        added()

    assert HouseStyleVersion.objects.count() == 1
    assert Event.objects.filter(action="house_style.added").count() == 1


def test_what_is_chosen_already_is_not_chosen_again() -> None:
    row = chosen()

    for version, of in ((row, "Amaranth"), (None, "Bellis")):
        with pytest.raises(HouseStyleRefused):
            choose(version, of)

    assert HouseStyleChoice.objects.count() == 1


def test_the_house_style_of_another_organisation_cannot_be_chosen() -> None:
    row = added("Bellis")

    with pytest.raises(HouseStyleRefused):
        choose(row)

    assert not HouseStyleChoice.objects.exists()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE clauses_housestyleversion SET content = '', digest = 'x'",
        "DELETE FROM clauses_housestyleversion",
        "UPDATE clauses_housestylechoice SET version_id = NULL",
        "DELETE FROM clauses_housestylechoice",
    ],
)
def test_the_database_keeps_every_version_and_choice(statement: str) -> None:
    chosen()

    with (
        pytest.raises(DatabaseError, match="never changes"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)


def test_the_database_refuses_the_house_style_of_another_organisation() -> None:
    row, lawyer = added("Bellis"), person(Role.LAWYER)

    with pytest.raises(IntegrityError, match="of its organisation"), transaction.atomic():
        HouseStyleChoice.objects.create(
            organisation=organisation(), version=row, chosen_by=lawyer, chosen_at=NOW
        )

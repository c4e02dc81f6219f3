"""The register of evidence goes out to be filled in and comes back: all of it or nothing."""

import json
from datetime import date, datetime
from random import Random

import pytest
from django.test import Client
from django.utils.translation import override

from procurement.audit.models import Event
from procurement.organisations.models import Role
from tenders.models import Evidence, EvidenceCheck
from tests import cast, evidence
from tests.queries import queries
from tests.tenders.views.evidence_sheets import address, applied, cells, filled_in, sent
from tests.tenders.workbooks.mutating import MUTATIONS, Mutation

pytestmark = pytest.mark.django_db

SEEN = "Het register noemt dit nummer nog steeds."
SHEET, FIRST = "Bewijsmiddelen", 4


@pytest.fixture
def row() -> Evidence:
    return evidence.piece()


CHECK = {"J4": "klopt", "K4": "nagevraagd bij de instelling", "L4": datetime(2026, 11, 20), "M4": SEEN}  # noqa: DTZ001
NEW = {"E4": "NL-1402", "I4": datetime(2030, 10, 31), **CHECK}  # noqa: DTZ001


def test_what_was_filled_in_is_shown_first_and_then_taken_over(officer: Client, row: Evidence) -> None:
    events = Event.objects.count()

    compared = sent(officer, filled_in(officer, cells(**NEW)))

    shown = [each[1:] for each in compared.context["differences"]]
    assert ("blad Bewijsmiddelen, cel I4", "31-10-2029", "31-10-2030") in shown
    assert (compared.status_code, len(shown), Event.objects.count()) == (200, 6, events)
    assert applied(officer, compared).status_code == 302
    row.refresh_from_db()
    [check] = row.checks.all()
    assert (row.number, row.valid_until, row.body) == ("NL-1402", date(2030, 10, 31), "Keurmeester BV")
    assert (check.outcome, check.way, check.remark) == ("right", "asked", SEEN)
    assert row.checked_on == check.checked_on == date(2026, 11, 20)


def test_one_event_tells_of_the_file_beside_those_of_its_pieces(officer: Client, row: Evidence) -> None:
    evidence.piece(title="Ander stuk")
    fill = cells(**NEW, E5="X-1")

    applied(officer, sent(officer, filled_in(officer, fill)))

    [event] = Event.objects.filter(action="evidence.sheet_taken_over")
    details, key = json.loads(event.details), f"{row.pk}/number"
    assert details["cells"] == 7
    assert (details["before"][key], details["after"][key]) == ("NL-1401", "NL-1402")
    assert Event.objects.filter(action="evidence.revised").count() == 2


def test_the_same_file_twice_changes_nothing(officer: Client, row: Evidence) -> None:
    fill = cells(**NEW)
    applied(officer, sent(officer, filled_in(officer, fill)))
    events = Event.objects.count()

    again = sent(officer, filled_in(officer, fill))

    assert (again.status_code, again.context["differences"]) == (200, [])
    applied(officer, again)
    assert (Event.objects.count(), EvidenceCheck.objects.count()) == (events, 1)


def test_the_file_of_before_says_nothing_new_once_it_was_taken_over(officer: Client, row: Evidence) -> None:
    content = filled_in(officer, cells(**NEW))
    applied(officer, sent(officer, content))

    assert sent(officer, content).context["differences"] == []


def test_what_scores_rest_on_can_only_be_checked(officer: Client, row: Evidence) -> None:
    evidence.ranked(row)

    refused = sent(officer, filled_in(officer, cells(E4="NL-1402")))
    compared = sent(officer, filled_in(officer, cells(**CHECK)))

    assert (refused.status_code, refused.context["problems"][0][0]) == (422, "blad Bewijsmiddelen, cel E4")
    assert applied(officer, compared).status_code == 302
    row.refresh_from_db()
    assert (row.number, row.checks.count(), row.checked_on) == ("NL-1401", 1, None)


def test_a_sheet_from_before_the_scores_were_locked_is_of_an_older_version(
    officer: Client, row: Evidence
) -> None:
    content = filled_in(officer, cells(E4="NL-1402"))
    evidence.ranked(row)

    page = sent(officer, content)

    assert (page.status_code, "hoort bij een oudere versie" in page.content.decode()) == (422, True)


WRONG = {
    "days the wrong way round": ({"I4": datetime(2024, 1, 1)}, "I4", "Controleer beide data."),  # noqa: DTZ001
    "half a check": ({"J4": "klopt"}, "K4", "Vul ze alle vier in."),
    "a check to come": ({**CHECK, "L4": datetime(2099, 1, 1)}, "L4", "ligt in de toekomst"),  # noqa: DTZ001
    "two words": ({**CHECK, "M4": "Klopt wel"}, "M4", "in minstens drie woorden"),
    "two lines": ({"E4": "NL\n1402"}, "E4", "Hier past één regel."),
    "a formula": ({"E4": "=1+1"}, "E4", "Hier staat een formule."),
    "a text as a day": ({"H4": "1-1-2026"}, "H4", "is geen datum"),
    "a choice of one's own": ({**CHECK, "J4": "prima"}, "J4", "staat niet in de keuzelijst"),
    "turned letters": ({"F4": "Keur\u202emeester"}, "F4", "onzichtbare tekens"),
    "another title": ({"D4": "Beter certificaat"}, "D4", "Deze cel is veranderd."),
    "another number of the row": ({"A4": 999}, "A4", "Deze cel is veranderd."),
    "a row more": ({"A9": 7}, "A9", "Hier hoort niets te staan."),
    "the warning typed over": ({"N4": "alles in orde"}, "N4", "hoort niet bij wat is ingevuld"),
}


@pytest.mark.parametrize(("values", "at", "said"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_told_with_its_cell(
    officer: Client, row: Evidence, values: dict[str, object], at: str, said: str
) -> None:
    before, events = evidence.described(), Event.objects.count()

    page = sent(officer, filled_in(officer, cells(**values)))

    found = dict(page.context["problems"])
    assert page.status_code == 422
    assert said in found[f"blad Bewijsmiddelen, cel {at}"]
    row.refresh_from_db()
    assert (row.number, row.valid_until, row.checks.count()) == (before.number, before.valid_until, 0)
    assert Event.objects.count() == events


def test_a_check_that_was_recorded_does_not_go_away(officer: Client, row: Evidence) -> None:
    evidence.checked(row)

    page = sent(officer, filled_in(officer, cells(J4=None, K4=None, L4=None, M4=None)))

    assert (page.status_code, "gaat niet meer weg" in page.content.decode()) == (422, True)


def test_one_wrong_piece_keeps_all_of_them_out(officer: Client, row: Evidence) -> None:
    evidence.piece(title="Ander stuk")

    page = sent(officer, filled_in(officer, cells(E4="NL-1402", J5="klopt")))

    row.refresh_from_db()
    assert (page.status_code, row.number) == (422, "NL-1401")


def test_what_somebody_else_saved_meanwhile_gives_a_new_list(officer: Client, row: Evidence) -> None:
    compared = sent(officer, filled_in(officer, cells(E4="NL-1402")))
    Evidence.objects.filter(pk=row.pk).update(body="Ander Instituut")

    page = applied(officer, compared)

    row.refresh_from_db()
    assert (page.status_code, row.number) == (409, "NL-1401")
    assert ("Ander Instituut", "Keurmeester BV") in [each[2:] for each in page.context["differences"]]


def test_a_sheet_in_english_is_read_by_whoever_reads_dutch(officer: Client, row: Evidence) -> None:
    said = {"J4": "correct", "K4": "asked the body", "L4": datetime(2026, 11, 20), "M4": SEEN}  # noqa: DTZ001
    outcome, way = EvidenceCheck.Outcome.RIGHT, EvidenceCheck.Way.ASKED
    with override("en"):
        said |= {"J4": str(outcome.label), "K4": str(way.label)}

    applied(officer, sent(officer, filled_in(officer, cells(**said), "en")))

    [check] = row.checks.all()
    assert (check.outcome, check.way) == (outcome, way)


def test_the_register_of_another_organisation_is_refused(officer: Client, row: Evidence) -> None:
    evidence.piece(evidence.supplier("Elders B.V.", "Bernsteen"))
    elsewhere = Client()
    elsewhere.force_login(cast.person(Role.OFFICER, "Bernsteen"))
    content = elsewhere.get(address("evidence_sheet_excel", "Bernsteen")).content

    page = sent(officer, content)

    assert (page.status_code, officer.get(address(of="Bernsteen")).status_code) == (422, 404)


@pytest.mark.parametrize("mutation", MUTATIONS.values(), ids=MUTATIONS)
def test_a_file_changed_by_chance_is_answered_and_nothing_is_kept(
    officer: Client, row: Evidence, mutation: Mutation
) -> None:
    whole, chance, events = filled_in(officer, cells(**NEW)), Random(7), Event.objects.count()

    answered = {sent(officer, mutation(whole, chance)).status_code for _ in range(8)}

    row.refresh_from_db()
    assert answered <= {200, 422}
    assert (row.number, row.checks.count(), Event.objects.count()) == ("NL-1401", 0, events)


def test_eleven_pieces_take_as_many_queries_as_one(officer: Client, row: Evidence) -> None:
    one = queries(officer, address("evidence_sheet_excel"))
    for number in range(10):
        evidence.piece(title=f"Stuk {number}")

    assert queries(officer, address("evidence_sheet_excel")) == one


def test_odd_signs_that_no_workbook_carries_are_no_difference_and_stay(
    officer: Client, row: Evidence
) -> None:
    scope = "Laptops\ten\x0bdocks\r\nen schermen\x7f "
    Evidence.objects.filter(pk=row.pk).update(scope=scope)

    compared = sent(officer, filled_in(officer, cells(E4="NL-1402")))

    assert [each[1] for each in compared.context["differences"]] == ["blad Bewijsmiddelen, cel E4"]
    applied(officer, compared)
    row.refresh_from_db()
    assert (row.number, row.scope) == ("NL-1402", scope)

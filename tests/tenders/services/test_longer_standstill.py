"""A standstill that is longer than the law asks: chosen with the letters, shown before they go out, kept."""

from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from procurement.organisations.models import Role
from tenders.models import LetterDraft, Lot
from tenders.reports.letters.model import Disclosure
from tenders.services.letter_drafts import Preparation, prepare_letters
from tenders.services.letters import letter_draft
from tenders.services.phases import Refused
from tests import cast
from tests.tenders.services.decided import AT, decided, document_of, send
from tests.tenders.views.letters_pages import form

pytestmark = pytest.mark.django_db


def prepare(lot: Lot, days: int) -> LetterDraft:
    proposed = {code: Disclosure(**told) for code, told in of_decision(lot).disclosed.items()}
    prepared = Preparation(days=days, disclosed=proposed)
    return prepare_letters(lot=lot, prepared=prepared, at=AT, actor=cast.person(Role.OFFICER))


def of_decision(lot: Lot) -> LetterDraft:
    return letter_draft(lot.decisions.get())


def test_without_a_choice_the_standstill_is_twenty_days() -> None:
    assert of_decision(decided()).days == 20


def test_the_chosen_term_holds_and_every_letter_says_its_last_day() -> None:
    lot = decided()
    prepare(lot, 30)

    letters = send(lot)

    # sent on 5 December 2026; day 30 is 4 January 2027, a Monday
    assert {each.standstill_until for each in letters} == {datetime(2027, 1, 4, 23, tzinfo=UTC)}
    assert ["4 januari 2027" in document_of(each) for each in letters] == [True, True, True]


def test_a_term_below_the_law_is_refused_and_nothing_is_stored() -> None:
    lot = decided()

    with pytest.raises(Refused, match="minstens 20 kalenderdagen"):
        prepare(lot, 19)

    assert LetterDraft.objects.count() == 0


def test_the_database_refuses_a_term_below_the_law() -> None:
    draft = prepare(decided(), 20)

    with pytest.raises(IntegrityError), transaction.atomic():
        LetterDraft.objects.filter(pk=draft.pk).update(days=19)


@pytest.mark.parametrize(("days", "status"), [("19", 422), ("366", 422), ("", 422), ("25", 302)])
def test_the_form_asks_for_twenty_days_at_least(client: Client, days: str, status: int) -> None:
    lot = decided()
    client.force_login(cast.person(Role.OFFICER))

    answer = client.post(reverse("tenders:letters", args=[lot.pk]), form(days=days))

    assert (answer.status_code, of_decision(lot).days) == (status, 25 if status == 302 else 20)


def test_the_page_shows_the_last_day_before_anything_is_sent(client: Client) -> None:
    lot = decided()
    prepare(lot, 30)
    client.force_login(cast.person(Role.OFFICER))

    page = client.get(reverse("tenders:letters", args=[lot.pk])).content.decode()

    assert ("Dag 30 is" in page, 'value="30"' in page) == (True, True)

"""Before scores are locked and an award is decided, a page shows what that fixes; it must still be so."""

import re

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from procurement.organisations.models import Role
from tenders.models import AwardDecision, Lot, PhaseChange
from tenders.procedure.phases import Phase
from tenders.services.falling_away import let_fall
from tenders.services.phases import phase_of
from tests import award, cast, meeting

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer() -> Client:
    client = Client()
    client.force_login(cast.person(Role.OFFICER))
    return client


def page_of(client: Client, lot: Lot, code: str) -> str:
    answer = client.get(reverse("tenders:procedure", args=[lot.tender_id]), {"lot": lot.pk, "confirm": code})
    assert answer.status_code == 200
    return answer.content.decode()


def seen_on(page: str) -> str:
    [seen] = re.findall(r'name="seen" value="([0-9a-f]{64})"', page)
    return seen


def post(client: Client, lot: Lot, code: str, seen: str = "") -> tuple[int, str]:
    data = {"lot": lot.pk, "code": code, "seen": seen}
    answer = client.post(reverse("tenders:procedure", args=[lot.tender_id]), data)
    return answer.status_code, answer.content.decode()


def test_the_winner_the_rule_and_what_lasts_are_shown_and_then_decided(officer: Client) -> None:
    lot = award.verified(award.in_verification())

    page = page_of(officer, lot, "decide-award")
    status, _ = post(officer, lot, "decide-award", seen_on(page))

    assert "Leverancier A" in page
    assert "Gewogen punten" in page
    assert "3 van 3" in page
    assert "Ongedaan maken kan niet." in page
    assert "Niemand tekent mee" in page
    assert (status, phase_of(lot)) == (302, Phase.AWARD)


def test_without_having_seen_it_nothing_is_decided(officer: Client) -> None:
    lot = award.verified(award.in_verification())

    status, page = post(officer, lot, "decide-award")

    assert (status, phase_of(lot)) == (409, Phase.VERIFICATION)
    assert "Lees eerst wat u vastlegt" in page
    assert AwardDecision.objects.count() == 0


def test_what_changed_meanwhile_is_shown_anew_and_can_be_confirmed_then(officer: Client) -> None:
    lot = award.verified(award.in_verification())
    before = seen_on(page_of(officer, lot, "decide-award"))
    actor, why = cast.person(Role.OFFICER), "De inschrijver trok zich per brief terug."
    let_fall(bid=lot.bids.get(code="B"), cause="withdrawn", reason=why, at=cast.NOW, actor=actor)
    award.verified(award.in_verification(award.ranked(lot)))
    steps = PhaseChange.objects.count()

    status, page = post(officer, lot, "decide-award", before)
    again, _ = post(officer, lot, "decide-award", seen_on(page))

    assert status == 409
    assert "is intussen veranderd" in page
    assert (again, PhaseChange.objects.count()) == (302, steps + 1)


def test_both_languages_confirm_the_same(officer: Client) -> None:
    lot = award.verified(award.in_verification())
    address = reverse("tenders:procedure", args=[lot.tender_id])

    dutch = seen_on(page_of(officer, lot, "decide-award"))
    officer.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    english = officer.get(address, {"lot": lot.pk, "confirm": "decide-award"}).content.decode()

    assert "Who wins" in english
    assert seen_on(english) == dutch


def test_a_reason_against_the_step_stands_there_instead_of_the_button(officer: Client) -> None:
    lot = award.in_verification()

    page = page_of(officer, lot, "decide-award")

    assert 'name="seen"' not in page
    assert "Bewijs van de beoogde winnaar dat nog niet is gecontroleerd: 3." in page


@pytest.mark.parametrize("code", ["decide-award", "open-prices", "nonsense"])
def test_there_is_no_such_page_elsewhere(officer: Client, code: str) -> None:
    lot = award.in_evaluation()
    address = reverse("tenders:procedure", args=[lot.tender_id])

    assert officer.get(address, {"lot": lot.pk, "confirm": code}).status_code == 404


def settled() -> Lot:
    lot = meeting.revealed(meeting.published(meeting.judged_lot(Lot.Combination.CONSENSUS)))
    meeting.settle(lot, A=("goed", meeting.WHY_A), B=("voldoende", meeting.WHY_B))
    meeting.minuted(lot)
    return lot


def test_the_levels_are_shown_before_the_scores_are_locked(officer: Client) -> None:
    lot = settled()

    page = page_of(officer, lot, "lock-scores")
    status, _ = post(officer, lot, "lock-scores", seen_on(page))

    assert "A: goed; B: voldoende" in page
    assert "twee personen de prijzen openen" in page
    assert [name for name in ("Leverancier A", "Leverancier B") if name in page] == []
    assert (status, phase_of(lot)) == (302, Phase.PRICE_OPENING)


def test_a_level_that_was_agreed_anew_is_not_locked_unseen(officer: Client) -> None:
    lot = settled()
    before = seen_on(page_of(officer, lot, "lock-scores"))
    meeting.settle(lot, seen=1, A=("voldoende", f"{meeting.WHY_A} Dat zeggen wij na nog eens lezen."))

    status, page = post(officer, lot, "lock-scores", before)

    assert (status, phase_of(lot)) == (409, Phase.CONSENSUS)
    assert "A: voldoende; B: voldoende" in page

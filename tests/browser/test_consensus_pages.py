"""The consensus meeting in a browser: readable for everyone, revealed and settled by keyboard alone."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.urls import reverse
from pytest_django.live_server_helper import LiveServer

from procurement.organisations.models import Role
from tenders.models import ConsensusScore, Lot
from tenders.procedure.phases import Phase
from tenders.services.consensus import Agreement, agree, reveal
from tests import cast, meeting
from tests.browser.conftest import Watched
from tests.browser.steps import enter_on, submit, submit_by_key

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def lot(transactional_db: None) -> Lot:
    return meeting.published(meeting.judged_lot(Lot.Combination.CONSENSUS))


def address(lot: Lot, criterion: str = "") -> str:
    return reverse("tenders:consensus", args=[lot.pk]) + (f"?criterion={criterion}" if criterion else "")


def settled(lot: Lot, officer: User) -> None:
    """Revealed, agreed on, agreed on anew, with a conflict of interest on the other bid."""
    criterion = meeting.criterion(lot)
    reveal(lot=lot, criterion=criterion, at=cast.NOW, actor=officer)
    meeting.conflict(lot, "C", "B")
    for seen, level in enumerate(("goed", "matig")):
        mine = Agreement(bid=meeting.bid(lot, "A"), value=level, reason=meeting.WHY_A, seen=seen)
        agree(lot=lot, criterion=criterion, agreements=[mine], at=cast.NOW, actor=officer)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_of_the_meeting_passes(
    page: Any,
    live_server: LiveServer,
    lot: Lot,
    officer: User,
    axe: Callable[[], list[str]],
    watched: Watched,
    scheme: str,
) -> None:
    page.emulate_media(color_scheme=scheme)
    found = {}

    def look(name: str, path: str) -> None:
        status = page.goto(live_server.url + path).status
        wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
        found[name] = (status, axe(), list(watched.console), wide)

    look("before it is revealed", address(lot, "K"))
    settled(lot, officer)
    look("overview", address(lot))
    look("revealed", address(lot, "K"))
    meeting.in_phase(lot, Phase.PRICE_OPENING)
    look("locked", address(lot, "K"))
    look("overview, locked", address(lot))
    look("documents", reverse("tenders:documents", args=[lot.tender_id]))
    meeting.in_phase(lot, Phase.ASSESSMENT)
    look("before the meeting", address(lot))

    assert found == {name: (200, [], [], False) for name in found}
    assert watched.hosts == {"localhost"}


def test_what_an_assessor_follows_passes(
    page: Any,
    live_server: LiveServer,
    lot: Lot,
    axe: Callable[[], list[str]],
    watched: Watched,
    sign_in: Callable[[User], None],
) -> None:
    settled(lot, cast.person(Role.OFFICER))
    sign_in(meeting.member("C"))

    page.goto(live_server.url + reverse("tenders:follow_consensus", args=[lot.pk]))

    assert (axe(), watched.console) == ([], [])


def test_revealing_and_settling_by_keyboard(
    page: Any, live_server: LiveServer, lot: Lot, officer: User, axe: Callable[[], list[str]]
) -> None:
    page.goto(live_server.url + address(lot, "K"))
    enter_on(page, "Onthul de scores")
    first, second = (page.get_by_role("region", name=f"Inschrijving {code}", exact=True) for code in "AB")

    for talk, presses, why in ((first, 2, meeting.WHY_A), (second, 1, meeting.WHY_B)):
        talk.get_by_role("radio").first.focus()
        for _ in range(presses):
            page.keyboard.press("ArrowDown")
        page.keyboard.press("Tab")
        page.keyboard.type(why)
    submit_by_key(page, "Control+s")
    page.get_by_text("2 scores vastgesteld.").wait_for()

    rows = ConsensusScore.objects.order_by("bid__code").values_list("value", "reason")
    assert list(rows) == [("voldoende", meeting.WHY_A), ("goed", meeting.WHY_B)]
    assert axe() == []


def test_a_useless_motivation_is_said_beside_the_bid(
    page: Any, live_server: LiveServer, lot: Lot, officer: User, axe: Callable[[], list[str]]
) -> None:
    reveal(lot=lot, criterion=meeting.criterion(lot), at=cast.NOW, actor=officer)
    page.goto(live_server.url + address(lot, "K"))
    first = page.get_by_role("region", name="Inschrijving A", exact=True)
    first.get_by_role("radio", name="goed").check()
    first.get_by_role("textbox").fill("Prima.")

    submit(page, "Stel vast")
    page.get_by_role("alert").wait_for()

    assert first.get_by_role("textbox").input_value() == "Prima."
    assert first.get_by_role("radio", name="goed").is_checked()
    assert axe() == []

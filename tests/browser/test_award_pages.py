"""From the ranking to the contract in a browser: readable for everyone, and decided by keyboard."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.urls import reverse
from pytest_django.live_server_helper import LiveServer

from procurement.organisations.models import Role
from tenders.models import Lot, Verification
from tenders.services.falling_away import let_fall
from tenders.services.inquiries import ask, record_answer
from tenders.services.phases import phase_of
from tenders.services.proceedings import start_proceedings, waive_standstill
from tests import award, cast
from tests.browser.conftest import Watched
from tests.browser.steps import enter_on, submit_by_key

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def lot(transactional_db: None) -> Lot:
    """A asks less than others: there is a signal, a question and its answer; B fell away."""
    row = cast.lot()
    for code, price in (("A", "600"), ("B", "1000"), ("C", "1000")):
        cast.bid(row, code, price, "goed", "200")
    award.in_evaluation(row)
    by: dict[str, Any] = {"at": cast.NOW, "actor": cast.person(Role.OFFICER)}
    later = cast.DEADLINE.date().replace(year=2027)
    inquiry = ask(bid=row.bids.get(code="A"), question="Hoe kan dit?", answer_by=later, **by)
    record_answer(inquiry=inquiry, answer="Eigen fabriek.", **by)
    let_fall(bid=row.bids.get(code="B"), cause="withdrawn", reason="Wil niet meer.", **by)
    return award.ranked(row)


def address(page: str, lot: Lot) -> str:
    return reverse(f"tenders:{page}", args=[lot.pk])


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_pages_pass_in_every_state(
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

    def look(name: str, which: str, row: Lot = lot) -> None:
        status = page.goto(live_server.url + address(which, row)).status
        wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
        found[name] = (status, axe(), list(watched.console), wide)

    look("signals and a question", "low_prices")
    look("signals beside the ranking", "result")
    look("a bid fell away", "fallen")
    look("nothing decided", "award")
    other = award.in_verification(award.in_evaluation(cast.lot_with_bids(cast.tender(reference="T-2"))))
    look("proof to be checked", "proof", other)
    award.decided(other)
    look("decided", "award", other)
    lawyer = cast.person(Role.LAWYER)
    waive_standstill(lot=other, ground="call_off", reason="Raamovereenkomst.", at=cast.NOW, actor=lawyer)
    look("waived", "award", other)
    award.in_standstill(other)
    start_proceedings(lot=other, started_on=cast.NOW.date(), reference="C/09/1", at=cast.NOW, actor=officer)
    look("proceedings run", "award", other)
    award.step(other, "stop")
    look("stopped", "award", other)

    assert found == {name: (200, [], [], False) for name in found}
    assert watched.hosts == {"localhost"}


def test_proof_is_checked_and_the_award_decided_by_keyboard(
    page: Any, live_server: LiveServer, transactional_db: None, officer: User
) -> None:
    lot = award.in_verification()
    page.goto(live_server.url + address("proof", lot))

    for _ in range(3):
        page.locator("details[open] input[value=right]").first.focus()
        page.keyboard.press("Space")
        page.locator("details[open] textarea[name$=reason]").first.fill(award.SEEN)
        page.locator("details[open] button[type=submit]").first.focus()
        submit_by_key(page, "Enter")
        page.get_by_text("Vastgelegd.").first.wait_for()
    page.goto(live_server.url + address("award", lot))
    page.get_by_role("link", name="Neem de gunningsbeslissing: lees en bevestig").focus()
    submit_by_key(page, "Enter")
    enter_on(page, "Neem de gunningsbeslissing")
    page.get_by_text("Gedaan: Neem de gunningsbeslissing.").wait_for()

    assert Verification.objects.filter(is_right=True).count() == 3
    assert (phase_of(lot), award.standing(lot).winner) == ("award", "A")

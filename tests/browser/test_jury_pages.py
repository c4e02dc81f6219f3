"""Scoring alone in a browser: readable for everyone, saved while writing, by keyboard, without script too."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.urls import reverse
from pytest_django.live_server_helper import LiveServer

from procurement.organisations.models import Role
from tenders.models import Assessor, IndividualScore, Lot
from tenders.procedure.phases import Phase
from tenders.services.calibration import write_sample
from tests import cast, panel
from tests.browser.conftest import Watched
from tests.browser.steps import saving, submit, submit_by_key

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WHY = "De monteur komt binnen vier uur en neemt een leentoestel mee naar de werkplek."


@pytest.fixture
def lot(transactional_db: None) -> Lot:
    return panel.lot_in_assessment()


@pytest.fixture
def first(lot: Lot, sign_in: Callable[[User], None]) -> Assessor:
    who = panel.declares(panel.assessor(lot))
    panel.assessor(lot, "juror-2")
    assert who.user is not None
    sign_in(who.user)
    return who


def address(lot: Lot, name: str, *more: str) -> str:
    return reverse(f"tenders:{name}", args=[lot.pk, *more])


def says(place: Any, text: str) -> None:
    """Wait until it does."""
    place.filter(has_text=text).wait_for()


def scores_page(lot: Lot) -> str:
    return address(lot, "jury_scores", "K")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_of_an_assessor_passes(
    page: Any,
    live_server: LiveServer,
    first: Assessor,
    axe: Callable[[], list[str]],
    watched: Watched,
    scheme: str,
) -> None:
    page.emulate_media(color_scheme=scheme)
    panel.scores(first, A="goed")
    lot = first.lot

    found = {}
    for path in (
        reverse("tenders:panels"),
        scores_page(lot),
        address(lot, "jury_declaration"),
        address(lot, "jury_ready"),
        reverse("password"),
    ):
        status = page.goto(live_server.url + path).status
        found[path] = (status, axe(), list(watched.console))

    assert found == {path: (200, [], []) for path in found}
    assert watched.hosts == {"localhost"}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_pages_of_the_officer_and_of_practice_pass(
    page: Any,
    live_server: LiveServer,
    first: Assessor,
    axe: Callable[[], list[str]],
    watched: Watched,
    sign_in: Callable[[User], None],
    scheme: str,
) -> None:
    page.emulate_media(color_scheme=scheme)
    lot, officer = first.lot, cast.person(Role.OFFICER)
    cast.in_phase(lot, Phase.SUBMISSION)
    write_sample(
        lot=lot, criterion=panel.criterion(lot), text="Binnen een dag opgelost.", at=cast.NOW, actor=officer
    )
    found = {}
    for who, name in ((first.user, "jury_practice"), (officer, "jury"), (officer, "jury_samples")):
        assert who is not None
        sign_in(who)
        status = page.goto(live_server.url + address(lot, name)).status
        wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
        found[name] = (status, axe(), list(watched.console), wide)

    assert found == {name: (200, [], [], False) for name in found}


def test_the_sign_in_page_passes_and_leads_to_the_panels(
    page: Any, live_server: LiveServer, lot: Lot, axe: Callable[[], list[str]], watched: Watched
) -> None:
    user = panel.juror()
    user.set_password("een-lang-wachtwoord")
    user.save()
    page.goto(live_server.url + "/")
    found = axe()

    page.get_by_label("Gebruikersnaam").fill(user.username)
    page.get_by_label("Wachtwoord").fill("fout")
    submit(page, "Inloggen")
    page.get_by_role("alert").wait_for()
    found += axe()
    page.get_by_label("Gebruikersnaam").fill(user.username)
    page.get_by_label("Wachtwoord").fill("een-lang-wachtwoord")
    submit_by_key(page, "Enter")

    assert (page.url, found, watched.console) == (f"{live_server.url}/jury/", [], [])


def test_a_score_is_saved_by_itself_and_by_keyboard(
    page: Any, live_server: LiveServer, first: Assessor, axe: Callable[[], list[str]]
) -> None:
    page.goto(live_server.url + scores_page(first.lot))
    top, under = page.locator("[data-cell]").all()
    top.get_by_role("radio").first.focus()

    with saving(page, WHY):
        page.keyboard.press("2")
        page.keyboard.press("Tab")
        page.keyboard.type(WHY)
    says(top.locator("[data-saved]"), "Opgeslagen om")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("j")
    below = page.evaluate("document.activeElement.closest('[data-cell]').dataset.cell")
    page.keyboard.press("3")
    page.keyboard.press("k")
    above = page.evaluate("document.activeElement.closest('[data-cell]').dataset.cell")
    says(under.locator("[data-saved]"), "Opgeslagen om")

    assert (above, below) == (top.get_attribute("data-cell"), under.get_attribute("data-cell"))
    assert sorted(IndividualScore.objects.values_list("value", "motivation")) == [
        ("matig", ""),
        ("voldoende", WHY),
    ]
    assert (page.locator("[data-done]").inner_text(), axe()) == ("1", [])


def test_digits_in_a_text_choose_no_level(page: Any, live_server: LiveServer, first: Assessor) -> None:
    page.goto(live_server.url + scores_page(first.lot))

    page.locator("textarea").first.fill("")
    with saving(page, "1 2 3 jk"):
        page.locator("textarea").first.press_sequentially("1 2 3 jk")
        page.keyboard.press("Control+s")
    says(page.locator("[data-saved]").first, "Opgeslagen om")

    score = IndividualScore.objects.get()
    assert (score.value, score.motivation) == ("", "1 2 3 jk")


def test_the_page_works_without_script(
    browser: Any, browser_context_args: dict[str, Any], page: Any, live_server: LiveServer, first: Assessor
) -> None:
    context = browser.new_context(**browser_context_args, java_script_enabled=False)
    context.add_cookies(page.context.cookies())
    plain = context.new_page()
    plain.goto(live_server.url + scores_page(first.lot))

    plain.get_by_role("radio").first.check()
    plain.locator("textarea").first.fill(WHY)
    submit(plain, "Opslaan")
    plain.get_by_text("1 score opgeslagen.").wait_for()
    context.close()

    assert IndividualScore.objects.get().value == "goed"


def test_long_words_and_a_narrow_window_stay_on_the_page(
    page: Any, live_server: LiveServer, first: Assessor, sign_in: Callable[[User], None]
) -> None:
    panel.scores(first, A="goed")
    IndividualScore.objects.update(motivation="Zeerlangwoord" * 30)
    User.objects.filter(pk=first.user_id).update(first_name="Voornaam" * 15)
    page.set_viewport_size({"width": 400, "height": 800})
    lot, wider = first.lot, {}
    for name, more in (("jury_scores", ["K"]), ("jury_declaration", []), ("jury_ready", []), ("jury", [])):
        if name == "jury":
            sign_in(cast.person(Role.OFFICER))
        page.goto(live_server.url + address(lot, name, *more))
        wider[name] = page.evaluate("document.documentElement.scrollWidth - innerWidth") > 0

    assert wider == dict.fromkeys(wider, False)

"""The page on which an assessor downloads a worksheet and brings it back, in a browser."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from django.contrib.auth.models import User
from pytest_django.live_server_helper import LiveServer

from tenders.models import Assessor, IndividualScore
from tests import panel
from tests.browser.conftest import Watched
from tests.browser.steps import submit

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

REFUSED = "status of 422"  # what Chromium logs when a form comes back with its errors


@pytest.fixture
def first(transactional_db: None, sign_in: Callable[[User], None]) -> Assessor:
    who = panel.declares(panel.assessor(panel.lot_in_assessment()))
    assert who.user is not None
    sign_in(who.user)
    return who


def changed(path: Path, cell: str, value: str) -> None:
    book = openpyxl.load_workbook(BytesIO(path.read_bytes()))
    book["Beoordeling"][cell] = value
    book.save(path)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_download_fill_in_compare_take_over(
    page: Any,
    live_server: LiveServer,
    first: Assessor,
    axe: Callable[[], list[str]],
    watched: Watched,
    tmp_path: Path,
    scheme: str,
) -> None:
    page.emulate_media(color_scheme=scheme)
    path, found = tmp_path / "blad.xlsx", {}

    def look(step: str) -> None:
        wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
        found[step] = (axe(), wide)

    def send() -> None:
        page.get_by_label("Ingevuld werkblad").set_input_files(path)
        submit(page, "Vergelijk")

    page.goto(live_server.url + "/jury/")
    page.get_by_role("link", name="Scoren in Excel of LibreOffice").click()
    page.get_by_role("heading", name="Werkblad inlezen").wait_for()
    look("empty")
    with page.expect_download() as download:
        page.get_by_role("link", name="Download voor Excel").click()
    download.value.save_as(path)
    changed(path, "A8", "Iemand")
    send()
    look("refused")
    changed(path, "A8", "Inschrijver A")
    changed(path, "B8", "goed")
    send()
    look("compared")
    submit(page, "Neem het werkblad over")
    page.get_by_text("Het werkblad is overgenomen.").wait_for()

    assert found == {step: ([], False) for step in ("empty", "refused", "compared")}
    assert [line for line in watched.console if REFUSED not in line] == []
    assert IndividualScore.objects.get().value == "goed"

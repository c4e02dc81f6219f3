"""The page of the house style in a browser, without a script of its own, for everybody."""

from collections.abc import Callable
from typing import Any

import pytest
from pytest_django.live_server_helper import LiveServer

from procurement.organisations.models import Role
from tests import cast
from tests.browser.conftest import Watched
from tests.clauses.house_styles import added, chosen, own_file

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_stands_in_the_way_of_anybody(
    page: Any,
    live_server: LiveServer,
    sign_in: Callable[[Any], None],
    axe: Callable[[], list[str]],
    watched: Watched,
    scheme: str,
) -> None:
    page.emulate_media(color_scheme=scheme)
    sign_in(cast.person(Role.ORGANISATION_ADMIN))
    address = f"{live_server.url}/huisstijl/{cast.organisation().pk}/"
    found = {}

    page.goto(address)
    found["empty"] = axe()
    chosen()
    added(font="Georgia")
    page.goto(address)
    found["two versions"] = axe()
    bad = {"name": "huisstijl.docx", "mimeType": "", "buffer": own_file()[:3000]}
    page.set_input_files("#id_file", files=[bad])
    page.get_by_role("button", name="Probeer en bewaar").click()
    page.get_by_text("huisstijl.docx:").wait_for()
    found["refused"] = axe()

    assert found == {"empty": [], "two versions": [], "refused": []}
    assert [each for each in watched.console if "422" not in each] == []

"""Without its database the site says that nothing was saved, in the language of the reader."""

import pytest
from django.db import connection
from django.test import Client

from procurement.out_of_order import TITLE, WHAT_TO_DO
from procurement.settings.base import ROOT
from tests.side_by_side import elsewhere, turn_to

pytestmark = pytest.mark.django_db(transaction=True)


def answer(address: str, language: str = "") -> list[str]:
    """The status, the moment to try again, and the page; a language is that of somebody who is signed in."""
    gone = {"NAME": str(ROOT / "no-such-folder" / "site.sqlite3")}
    turn_to(**({"HOST": "127.0.0.1", "PORT": "1"} if connection.vendor == "postgresql" else gone))
    client = Client(raise_request_exception=False)
    if language:
        client.cookies.load({"sessionid": "of-somebody", "django_language": language})
    response = client.get(address)
    return [str(response.status_code), response.get("Retry-After", ""), response.content.decode()]


@pytest.mark.parametrize("address", ["/", "/admin/", "/beveiliging/"])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_page_that_needs_the_database_says_that_it_is_gone(address: str, language: str) -> None:
    status, again, page = elsewhere(lambda: answer(address, language))

    assert (status, again) == ("503", "60")
    assert TITLE.to(language) in page
    assert WHAT_TO_DO.to(language) in page


def test_the_probe_of_the_process_still_answers() -> None:
    assert elsewhere(lambda: answer("/_healthz/"))[0] == "200"
    assert elsewhere(lambda: answer("/readyz/"))[0] == "503"

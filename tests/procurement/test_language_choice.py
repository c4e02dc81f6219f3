"""Everybody reads Dutch until they choose English themselves."""

import pytest
from django.conf import settings
from django.test import Client
from django.utils import translation

LOGIN = "/admin/login/"


def spoken(client: Client, **headers: str) -> tuple[str, bool]:
    """The language that the sign-in page says it is in, and whether it greets in Dutch."""
    response = client.get(LOGIN, headers=headers)
    return response["Content-Language"], "Gebruikersnaam" in response.content.decode()


@pytest.fixture
def client() -> Client:
    return Client()


@pytest.mark.parametrize("accepted", ["en", "en-GB,en;q=0.9", "fr", "", "nl;q=0.1,en"])
def test_the_language_of_the_browser_does_not_decide(client: Client, accepted: str) -> None:
    assert spoken(client, accept_language=accepted) == ("nl", True)


def test_a_reader_who_chose_english_reads_english(client: Client) -> None:
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"

    assert spoken(client, accept_language="nl") == ("en", False)


@pytest.mark.parametrize("cookie", ["fr", "EN", "en-GB", "../../en", "x" * 600, "nl\x00"])
def test_a_cookie_with_anything_else_is_no_choice(client: Client, cookie: str) -> None:
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = cookie

    assert spoken(client) == ("nl", True)


def test_the_button_is_remembered(client: Client) -> None:
    client.post("/i18n/setlang/", {"language": "en", "next": LOGIN})

    assert spoken(client) == ("en", False)


def test_one_reader_does_not_change_the_language_of_the_next(client: Client) -> None:
    before = translation.get_language()
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"

    client.get(LOGIN)

    assert translation.get_language() == before

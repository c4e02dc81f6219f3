"""In which language a reader gets a text, and a document that was asked for."""

import pytest
from django.test import RequestFactory
from django.utils import translation

from procurement.language import Text
from procurement.words import asked_language, words


@pytest.mark.parametrize(("language", "shown"), [("nl", "perceel"), ("en", "lot"), (None, "perceel")])
def test_a_text_is_shown_in_the_language_of_the_reader(language: str | None, shown: str) -> None:
    with translation.override(language):
        found = words(Text(nl="perceel", en="lot"))

    assert found == shown


@pytest.mark.parametrize(
    ("reads", "address", "language"),
    [
        ("nl", "/", "nl"),
        ("en", "/", "en"),
        ("nl", "/?language=en", "en"),
        ("en", "/?language=nl", "nl"),
        ("en", "/?language=", "en"),
        ("en", "/?language=fr", "nl"),
    ],
)
def test_a_document_is_in_the_language_of_its_address_else_of_the_reader(
    reads: str, address: str, language: str
) -> None:
    with translation.override(reads):
        found = asked_language(RequestFactory().get(address))

    assert found == language

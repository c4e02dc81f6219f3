"""Texts of the pure packages in the language of the reader."""

from django.http import HttpRequest
from django.utils.functional import lazy
from django.utils.translation import get_language

from procurement.language import Language, Text, language_named


def words(text: Text) -> str:
    """The text in the language of this request."""
    return text.to(readers_language())


def lazy_words(text: Text) -> str:
    """A promise of the text in the language of the moment it is shown; stands where a str may."""
    return lazy(words, str)(text)


def readers_language() -> Language:
    """The language of this request."""
    return language_named(get_language() or "nl")


def asked_language(request: HttpRequest) -> Language:
    """Of a document: the language asked for in the address, else that of the reader."""
    asked = request.GET.get("language")
    return language_named(asked) if asked else readers_language()

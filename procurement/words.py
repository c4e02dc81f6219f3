"""Texts of the pure packages in the language of the reader."""

from django.utils.functional import lazy
from django.utils.translation import get_language

from procurement.language import Text


def words(text: Text) -> str:
    """The text in the language of this request."""
    return text.to(get_language() or "nl")


def lazy_words(text: Text) -> str:
    """A promise of the text in the language of the moment it is shown; stands where a str may."""
    return lazy(words, str)(text)

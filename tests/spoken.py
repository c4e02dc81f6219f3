"""What a page says to its visitor: the texts and labels of the interface, without what people typed."""

import re
from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db.models import Model
from lxml import html

from tenders.models import Lot
from tenders.services.opened import answers_of

SILENT = ("script", "style", "template", "textarea", "code", "kbd")
LABELS = ("aria-label", "title", "placeholder", "alt")
BUTTONS = ("submit", "button", "reset")
OURS = ("tenders", "clauses", "organisations", "audit", "auth")
SHORTEST_CONTENT = 4  # letters; a shorter value would cut words of the interface in two


def spoken(page: str, language: str) -> list[str]:
    """Each text and label of the page in its own string, except elements in another language."""
    return [text for text in map(_one_line, _texts(html.fromstring(page), language)) if text]


def _texts(element: Any, language: str) -> Iterator[str]:
    if not isinstance(element.tag, str) or element.tag in SILENT or element.get("lang", language) != language:
        return
    for name, value in element.attrib.items():
        if name in LABELS or (name.startswith("data-") and " " in value and not value.startswith(("{", "["))):
            yield value
    if element.tag == "input" and element.get("type") in BUTTONS:
        yield element.get("value", "")
    yield element.text or ""
    for child in element:
        yield from _texts(child, language)
        yield child.tail or ""


def _one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def typed_content() -> list[str]:
    """Every text in the rows and in the opened bids: what a tender, a bid or a person says. Longest first."""
    models = [model for label in OURS for model in apps.get_app_config(label).get_models()]
    rows = (row for model in models for row in model._default_manager.all())
    texts = (*(text for row in rows for text in _values(row)), *_answers())
    found = {_one_line(line) for text in texts for line in text.splitlines()}
    return sorted((text for text in found if len(text) >= SHORTEST_CONTENT), key=len, reverse=True)


def _answers() -> Iterator[str]:
    """What bidders wrote stays sealed in its row, also after the opening."""
    for lot in Lot.objects.all():
        for answers in answers_of(lot).values():
            yield from answers.values()


def _values(row: Model) -> Iterator[str]:
    for field in row._meta.concrete_fields:
        if not field.choices:
            yield from _strings(field.value_from_object(row))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _strings(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _strings(inner)


def without(text: str, content: list[str]) -> str:
    for known in content:
        if known in text:
            text = text.replace(known, " ")
    return text

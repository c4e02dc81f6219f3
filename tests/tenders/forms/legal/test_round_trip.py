"""Whatever was answered: shown in the form, sent back as a browser does, and kept, it is the same again."""

from typing import Any, get_type_hints

import pytest
from django.http import QueryDict
from django.utils.translation import override
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from tenders.forms.legal.codes import Codes
from tenders.forms.legal.layout import leaves, rows_of, tables
from tenders.forms.legal.topic import TopicForm
from tenders.legal_draft import DERIVED
from tenders.lint.draft import Legal
from tenders.lint.files import read_topic, topic_data
from tenders.lint.questions import LATER, Sort, name_of, question_at
from tenders.views.legal_questions import ASKED
from tests.tenders.lint.any_answers import answers

CODES = Codes(
    lots=(("1", "Perceel 1"), ("2", "Perceel 2")),
    criteria=(("P", "P Prijs"), ("D1", "D1 Voetafdruk")),
    suitability=(("E2", "Omzet."), ("2/E2", "Referenties.")),
)


def form_of(topic: str, stored: Any, data: QueryDict | None = None) -> TopicForm:
    return TopicForm(topic=topic, stored=stored, codes=CODES, facts=DERIVED, data=data)


def sent_by_a_browser(form: TopicForm) -> QueryDict:
    """Every control as it is written in the page, with the line ends of a browser."""
    sent = QueryDict(mutable=True)
    for table in tables(form.parts):
        for row in table.rows:
            sent.appendlist(rows_of(table.path), row.code or row.key)
    controls = "".join(str(form[part.path]) for part in leaves(form.parts))
    for name, value in html.fromstring(f"<form>{controls}</form>").form_values():
        sent.appendlist(name, value.removeprefix("\n").replace("\n", "\r\n"))
    return sent


def asked(topic: str, value: Any) -> Any:
    """What a page can keep of these: the questions that it asks, texts without space around them, codes on
    one line, rows that say something, and requirements that the tender has.
    """
    data = _said(topic_data(value), f"legal.{topic}")
    if topic == "bidders":
        details = {each.get("code"): each for each in reversed(data.get("suitability", []))}
        known = [details[code] for code, _ in CODES.suitability if details.get(code, {}).keys() - {"code"}]
        data = {**data, "suitability": known} if known else _without(data, "suitability")
    return data


def _without(data: dict[str, Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in data.items() if key != name}


def _said(value: Any, place: str) -> Any:
    if isinstance(value, dict):
        known = {
            key: _said(each, f"{place}.{key}") for key, each in value.items() if not _elsewhere(place, key)
        }
        return {key: each for key, each in known.items() if each not in ("", [], None) and _stays(key, each)}
    if isinstance(value, list):
        every = [_said(each, place) for each in value]
        lines = [line for each in every for line in (each.split("\n") if isinstance(each, str) else [each])]
        return [line for line in lines if line]
    if isinstance(value, str):
        question = question_at(place)
        is_code = question is not None and question.sort in (Sort.LOT, Sort.CRITERION, Sort.LINE)
        return value.replace("\n", " ").strip() if is_code else value.strip()
    return value


def _stays(name: str, value: Any) -> bool:
    """An empty topic is nothing, except where it says that it applies."""
    return value != {} or name in ("shortlisting", "variants")


def _elsewhere(place: str, name: str) -> bool:
    at = name_of(f"{place}.{name}")
    return at in LATER or (at in DERIVED and at != "bidders.suitability.code")


def by_set(value: Any) -> Any:
    """Ticked answers without their order."""
    if isinstance(value, dict):
        return {key: by_set(each) for key, each in value.items()}
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return sorted(set(value))
    return [by_set(each) for each in value] if isinstance(value, list) else value


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("topic", ASKED)
@settings(max_examples=10, deadline=None)
@given(data=st.data())
def test_any_answers_survive_the_form(language: str, topic: str, data: st.DataObject) -> None:
    kind = get_type_hints(Legal)[topic]
    stated = data.draw(answers(kind))
    kept = topic_data(read_topic(kind, asked(topic, stated), topic, []))

    with override(language):
        form = form_of(topic, kept, sent_by_a_browser(form_of(topic, kept)))
        valid = form.is_valid()

    assert (valid, form.errors) == (True, {})
    assert by_set(form.answers()) == by_set(kept)


@pytest.mark.parametrize("topic", ASKED)
def test_every_question_of_a_topic_has_a_field_or_is_a_fact(topic: str) -> None:
    form = form_of(topic, {})

    fields = {part.path for part in leaves(form.parts)}
    shown = {
        part.question.name
        for part in form.parts
        if part.is_fact or part.question.sort in (Sort.TOPIC, Sort.ROWS) or part.path in fields
    }
    declared = set(get_type_hints(get_type_hints(Legal)[topic]))
    assert shown == {name for name in declared if f"{topic}.{name}" not in LATER}
    assert fields == set(form.fields)

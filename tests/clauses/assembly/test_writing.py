"""A clause file written from its parts is read as those parts."""

import tomllib
from datetime import date

from hypothesis import given
from hypothesis import strategies as some

from clauses.assembly.writing import source_of

WORDS = some.text(some.characters(exclude_categories=("Cs",)), max_size=40)


def head_of(source: str) -> object:
    return tomllib.loads(source.split("+++\n", 2)[1])


@given(title=WORDS, unit=WORDS, label=WORDS)
def test_whatever_the_words_hold_they_come_back(title: str, unit: str, label: str) -> None:
    head = {
        "title": {"nl": title, "en": "+++\n# English\n"},
        "basis": [label, "aw2012:2.80"],
        "condition": {"any": [{"is": "subject:hardware"}, {"not": {"all": []}}]},
        "ambition": 2,
        "valid_from": date(2026, 11, 1),
        "kpi": {"title": {"nl": title, "en": title}, "unit": {"nl": unit, "en": unit}},
        "variables": [
            {"name": "a", "whole": True, "label": {"nl": label, "en": label}},
            {"name": "b", "options": [{"code": "x", "label": {"nl": label, "en": unit}}]},
        ],
    }

    assert head_of(source_of(head, "1. Tekst.", "1. Text.")) == head

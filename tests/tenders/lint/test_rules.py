"""The registry of rules: complete, in order, and each rule keeps what it promises."""

import dataclasses
import re
import typing
from collections.abc import Iterator
from pathlib import Path

import pytest

from tenders.lint import rules as package
from tenders.lint.draft import Legal
from tenders.lint.rule import Rule
from tenders.lint.rules import RULES
from tenders.lint.run import judge
from tests.tenders.lint.case_files import cases

FOLDER = Path(package.__file__).parent
TEXTS = ("title", "wrong", "why", "instead", "bad", "good")


def topics(topic: type) -> Iterator[tuple[type, str]]:
    """Every question that can be answered, with the topic that it belongs to."""
    for name, kind in typing.get_type_hints(topic).items():
        yield topic, name
        for each in (kind, *typing.get_args(kind)):
            if isinstance(each, type) and dataclasses.is_dataclass(each):
                yield from topics(each)


def test_the_codes_stand_in_order() -> None:
    assert list(RULES.codes) == sorted(RULES.codes)


def test_every_file_with_a_rule_is_registered() -> None:
    files = sorted(path.stem[:3].upper() for path in FOLDER.glob("l[0-9]*.py"))

    assert files == list(RULES.codes)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_texts_of_a_rule_say_the_same_in_two_languages(rule: Rule) -> None:
    same = [name for name in TEXTS if getattr(rule, name).nl == getattr(rule, name).en]

    assert same == []


def test_every_severity_that_a_rule_promises_is_found_in_its_cases() -> None:
    shown = {
        (case.rule.code, each.severity) for case in cases() for each in judge(case.rule, case.draft).open
    }

    promised = {(rule.code, severity) for rule in RULES for severity in rule.severities}
    assert promised - shown == set()


def test_every_question_is_read_by_a_rule() -> None:
    """A question that nothing comes of is not asked."""
    read = "\n".join(path.read_text(encoding="utf-8") for path in FOLDER.glob("*.py"))

    unread = {name for _, name in topics(Legal) if not re.search(rf"\b{name}\b", read)}
    assert unread == set()

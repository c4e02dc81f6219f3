"""Which questions a rule looks at: the topics of a draft that remember what was read of them."""

from dataclasses import fields, is_dataclass, replace
from typing import Any

from tenders.lint.draft import Draft, Legal
from tenders.lint.questions import LATER, Sort, name_of, question_at
from tenders.lint.rule import Rule
from tenders.lint.rules import RULES
from tests.tenders.lint.case_files import cases
from tests.tenders.lint.drafts import draft


def traced(topic: Any, place: str, read: set[str]) -> Any:
    """The same topic; whatever is read of it comes into `read` by its name."""
    names = {field.name for field in fields(topic)}

    class Traced(type(topic)):  # type: ignore[misc]
        __slots__ = ()

        def __getattribute__(self, name: str) -> Any:
            if name in names:
                read.add(f"{place}.{name}")
            return super().__getattribute__(name)

    copy = object.__new__(Traced)
    for name in names:
        object.__setattr__(copy, name, _traced_value(getattr(topic, name), f"{place}.{name}", read))
    return copy


def _traced_value(value: Any, place: str, read: set[str]) -> Any:
    if is_dataclass(value):
        return traced(value, place, read)
    if isinstance(value, tuple):
        return tuple(_traced_value(each, place, read) for each in value)
    return value


def asked_by() -> dict[str, set[str]]:
    """The codes of the rules whose check reads a question, by its name, in any of the cases."""
    found: dict[str, set[str]] = {}
    drafts = [(rule, draft()) for rule in RULES] + [(case.rule, case.draft) for case in cases()]
    drafts += [(rule, replace(draft(), legal=Legal())) for rule in RULES]
    for rule, each in drafts:
        for name in _read_by(rule, each):
            found.setdefault(name, set()).add(rule.code)
    return found


def _read_by(rule: Rule, each: Draft) -> set[str]:
    read: set[str] = set()
    watched = replace(each, legal=traced(each.legal, "legal", read))
    read.clear()
    list(rule.check(watched))
    names = {name_of(place) for place in read}
    asked = {name for name in names if (found := question_at(name)) and found.sort is not Sort.TOPIC}
    return {name for name in asked if not any(f"{name}.".startswith(f"{later}.") for later in LATER)}

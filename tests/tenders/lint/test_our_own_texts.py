"""The example tender passes our own rules: what we show buyers is what we ask of them."""

from datetime import date

from tenders.example.reading import example
from tenders.lint.draft import Draft
from tenders.lint.passages import passages_of
from tenders.lint.rules import RULES
from tenders.lint.severity import CheckedBy, Severity

ON = date(2026, 8, 10)


def test_no_text_rule_objects_to_a_text_of_the_example() -> None:
    tender, legal = example().tender, example().legal
    passages = passages_of(tender, legal)
    draft = Draft(tender=tender, legal=legal, passages=passages, on=ON)

    told = [
        (rule.code, found.place, found.message.nl)
        for rule in RULES
        if CheckedBy.TEXT in rule.checked_by and rule.holds_on(ON) and rule.applies(draft)
        for found in rule.check(draft)
        if found.severity is not Severity.ADVICE and found.place.startswith(("lots", "subject"))
    ]

    assert told == []
    assert len(passages) > 100

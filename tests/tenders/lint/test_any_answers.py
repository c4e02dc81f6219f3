"""Whatever is answered, no rule fails; each finding has a known place, a weight of its rule and a way out."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from tenders.lint.asking import question_of
from tenders.lint.draft import Legal
from tenders.lint.rules import RULES
from tenders.lint.run import judge
from tests.tenders.lint.any_answers import DAYS, NUMBERS, answers
from tests.tenders.lint.drafts import draft

HUGE = st.just(Decimal("1E+30"))  # no file can hold this


@settings(max_examples=60, deadline=None)
@given(legal=answers(Legal, NUMBERS | HUGE), on=DAYS)
def test_every_rule_takes_every_answer(legal: Legal, on: date) -> None:
    asked = replace(draft(), legal=legal, on=on)

    found = [(rule, finding) for rule in RULES for finding in judge(rule, asked).open]

    for rule, finding in found:
        assert finding.fix is not None
        assert finding.severity in rule.severities
        if finding.place.startswith("legal."):
            assert question_of(finding.place)

"""Each rule against its own file of passing and failing cases; the lawful tender passes every rule."""

import tomllib

import pytest

from procurement.language import Text
from tenders.lint.finding import Rewrite
from tenders.lint.rule import Rule
from tenders.lint.rules import RULES
from tenders.lint.run import Outcome, judge
from tests.tenders.lint.case_files import Case, cases, file_of
from tests.tenders.lint.drafts import draft, text_draft

LEAST = 4  # cases of each sort


@pytest.mark.parametrize("case", list(cases()), ids=lambda case: f"{case.rule.code} {case.name}")
def test_a_rule_finds_what_it_should_and_nothing_else(case: Case) -> None:
    judged = judge(case.rule, case.draft)

    found = {(finding.severity.value, finding.place) for finding in judged.open}
    expected = {(each["severity"], each["place"]) for each in case.data.get("findings", [])}
    quotes = {each["quote"] for each in case.data.get("findings", []) if "quote" in each}
    assert (bool(found), found) == (case.fails, expected)
    assert quotes <= {finding.quote for finding in judged.open}
    assert judged.outcome.value == case.data.get("outcome", judged.outcome.value)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_each_rule_has_its_cases(rule: Rule) -> None:
    data = tomllib.loads(file_of(rule).read_text(encoding="utf-8"))

    numbers = {sort: len(data[sort]) for sort in ("passing", "failing")}
    assert all(number >= LEAST for number in numbers.values()), numbers


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_lawful_tender_passes(rule: Rule) -> None:
    assert judge(rule, draft()).outcome in (Outcome.FINE, Outcome.NOT_APPLICABLE)


@pytest.mark.parametrize(
    "case", [case for case in cases() if case.fails], ids=lambda case: f"{case.rule.code} {case.name}"
)
def test_a_finding_gives_a_severity_of_its_rule_and_a_way_out(case: Case) -> None:
    found = judge(case.rule, case.draft).open

    assert {finding.severity for finding in found} <= case.rule.severities
    assert all(finding.fix is not None for finding in found)
    assert all(isinstance(finding.message, Text) for finding in found)


@pytest.mark.parametrize(
    "case",
    [case for case in cases() if case.fails and "text" in case.data],
    ids=lambda case: f"{case.rule.code} {case.name}",
)
def test_a_rewritten_sentence_passes_the_rule_that_offers_it(case: Case) -> None:
    checked = case.draft
    for finding in judge(case.rule, checked).open:
        if isinstance(finding.fix, Rewrite):
            kind = checked.passages[0].kind

            again = judge(case.rule, text_draft(kind, finding.fix.new))

            assert (finding.fix.old in case.data["text"], again.open) == (True, ())

"""What a report makes of findings: outcomes, reasons of a lawyer, and the law of the day."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

import pytest

from procurement.citations import cite
from procurement.language import Text
from procurement.law import Citation
from tenders.lint.draft import Draft, Reason
from tenders.lint.finding import Finding
from tenders.lint.rule import Rule, Unsourced
from tenders.lint.run import Outcome, judge, lint
from tenders.lint.severity import CheckedBy, Moment, Severity
from tests.tenders.lint.drafts import draft

WORDS = Text(nl="iets", en="something")


def finding(severity: Severity, place: str = "subject", quote: str = "zo") -> Finding:
    return Finding(severity=severity, place=place, message=WORDS, quote=quote)


def rule(
    *found: Finding,
    code: str = "X1",
    moment: Moment = Moment.PUBLICATION,
    basis: tuple[Citation, ...] = (cite("aw2012:1.9"),),
) -> Rule:
    def check(_: Draft) -> Iterable[Finding]:
        return found

    return Rule(
        code=code,
        title=WORDS,
        severities=frozenset(Severity),
        checked_by=frozenset({CheckedBy.DATA}),
        moment=moment,
        basis=basis,
        wrong=WORDS,
        why=WORDS,
        instead=WORDS,
        bad=WORDS,
        good=WORDS,
        review_by=date(2027, 1, 1),
        check=check,
    )


def reasoned(**changed: object) -> Draft:
    given = Reason(rule="X1", place="subject", quote="zo", text="Omdat.", given_on=date(2026, 11, 1))
    return replace(draft(), reasons=(replace(given, **changed),))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("severities", "outcome", "closes"),
    [
        ((), Outcome.FINE, False),
        ((Severity.ADVICE,), Outcome.ADVICE, False),
        ((Severity.ADVICE, Severity.MOTIVATE), Outcome.MOTIVATE, True),
        ((Severity.MOTIVATE, Severity.BLOCKING, Severity.ADVICE), Outcome.BLOCKING, True),
    ],
)
def test_the_heaviest_finding_is_the_outcome(
    severities: tuple[Severity, ...], outcome: Outcome, closes: bool
) -> None:
    report = lint(draft(), [rule(*map(finding, severities))])

    assert (report.judged[0].outcome, report.closes_the_step) == (outcome, closes)


def test_a_reason_of_a_lawyer_opens_the_step() -> None:
    report = lint(reasoned(), [rule(finding(Severity.MOTIVATE))])

    assert (report.judged[0].outcome, report.closes_the_step) == (Outcome.MOTIVATED, False)
    assert report.judged[0].accepted[0].reason.text == "Omdat."


@pytest.mark.parametrize(
    "changed",
    [
        {"rule": "X2"},
        {"place": "title"},
        {"quote": "anders"},
        {"text": "  "},
        {"given_on": None},
    ],
)
def test_a_reason_about_something_else_or_without_words_counts_for_nothing(
    changed: dict[str, object],
) -> None:
    judged = judge(rule(finding(Severity.MOTIVATE)), reasoned(**changed))

    assert judged.outcome is Outcome.MOTIVATE


def test_no_reason_lifts_what_blocks() -> None:
    judged = judge(rule(finding(Severity.BLOCKING)), reasoned())

    assert judged.outcome is Outcome.BLOCKING


def test_only_the_rules_of_the_step_are_asked() -> None:
    rules = [rule(), rule(finding(Severity.BLOCKING), code="X2", moment=Moment.DECISION)]

    report = lint(draft(), rules)

    assert [each.rule.code for each in report.judged] == ["X1"]


def test_a_rule_says_nothing_before_its_article_was_in_force() -> None:
    early = replace(draft(), on=date(2016, 6, 30))

    assert judge(rule(finding(Severity.BLOCKING)), early).outcome is Outcome.NOT_APPLICABLE


def test_a_rule_without_a_source_cannot_be_built() -> None:
    with pytest.raises(Unsourced):
        rule(basis=())


def test_findings_keep_the_order_of_the_rules() -> None:
    def coded() -> Iterator[Rule]:
        for code in ("X2", "X1"):
            yield rule(finding(Severity.ADVICE), code=code)

    assert [each.code for each, _ in lint(draft(), coded()).open(Severity.ADVICE)] == ["X2", "X1"]

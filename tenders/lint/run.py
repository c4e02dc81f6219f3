"""Running the rules over a draft: what each of them says, and whether the step may be taken."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from tenders.lint.draft import Draft, Reason
from tenders.lint.finding import Finding
from tenders.lint.rewriting import with_lawful_rewrite
from tenders.lint.rule import Rule
from tenders.lint.severity import Moment, Severity
from tenders.lint.subjects import subject_of


class Outcome(StrEnum):
    """What a rule says as a whole: its heaviest finding."""

    BLOCKING = "blocking"
    MOTIVATE = "motivate"
    MOTIVATED = "motivated"  # a lawyer recorded a reason for each finding
    ADVICE = "advice"
    FINE = "fine"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True)
class Accepted:
    """A finding with the reason that a lawyer recorded for it."""

    finding: Finding
    reason: Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One rule and everything it found. `open` still asks something of a person."""

    rule: Rule
    outcome: Outcome
    open: tuple[Finding, ...] = ()
    accepted: tuple[Accepted, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """In the order of the rules."""

    judged: tuple[Judged, ...]

    def with_outcome(self, outcome: Outcome) -> tuple[Judged, ...]:
        return tuple(each for each in self.judged if each.outcome is outcome)

    def open(self, severity: Severity) -> tuple[tuple[Rule, Finding], ...]:
        """Every open finding of this weight with its rule."""
        return tuple(
            (each.rule, finding)
            for each in self.judged
            for finding in each.open
            if finding.severity is severity
        )

    @property
    def closes_the_step(self) -> bool:
        """True while something blocks, or waits for a lawyer's reason."""
        return bool(self.open(Severity.BLOCKING) or self.open(Severity.MOTIVATE))


def lint(draft: Draft, rules: Iterable[Rule], moment: Moment = Moment.PUBLICATION) -> Report:
    """What the rules of this step say about the draft; the rest of them is not looked at."""
    every = tuple(rules)
    judged = (judge(rule, draft) for rule in every if rule.moment is moment)
    return Report(
        tuple(
            replace(each, open=tuple(with_lawful_rewrite(finding, draft, every) for finding in each.open))
            for each in judged
        )
    )


def judge(rule: Rule, draft: Draft) -> Judged:
    if not (rule.holds_on(draft.on) and rule.applies(draft)):
        return Judged(rule=rule, outcome=Outcome.NOT_APPLICABLE)
    found = tuple(rule.check(draft))
    accepted = tuple(each for each in (_accepted(rule, finding, draft) for finding in found) if each)
    still_open = tuple(finding for finding in found if finding not in [each.finding for each in accepted])
    return Judged(rule=rule, outcome=_outcome(still_open, accepted), open=still_open, accepted=accepted)


def _accepted(rule: Rule, finding: Finding, draft: Draft) -> Accepted | None:
    """Only a finding that asks for a reason can be accepted, and only with words."""
    if finding.severity is not Severity.MOTIVATE:
        return None
    about = (rule.code, finding.place, finding.quote)
    given = (each for each in draft.reasons if (each.rule, each.place, each.quote) == about)
    for reason in given:
        fits = reason.subject in ("", subject_of(draft, finding))
        if fits and reason.text.strip() and reason.given_on:
            return Accepted(finding, reason)
    return None


def _outcome(still_open: tuple[Finding, ...], accepted: tuple[Accepted, ...]) -> Outcome:
    weights = {finding.severity for finding in still_open}
    for severity in Severity:  # from heavy to light
        if severity in weights:
            return Outcome(severity.value)
    return Outcome.MOTIVATED if accepted else Outcome.FINE

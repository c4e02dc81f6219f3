"""What the check found, as plain text and as data, for people and programs without a database."""

from collections.abc import Iterator
from typing import Any

from procurement.language import Text
from tenders.lint.draft import Draft
from tenders.lint.finding import Finding, Rewrite
from tenders.lint.rule import Rule
from tenders.lint.run import Accepted, Judged, Outcome, Report
from tenders.lint.words import DOUBT, OUTCOMES, QUOTE, way_out

_LAW_OF = Text(nl="Getoetst aan het recht van {day}.", en="Checked against the law of {day}.")
_COUNTS = Text(
    nl="{blocking} blokkerend, {motivate} te motiveren, {advice} advies, {fine} in orde, {none} n.v.t.",
    en="{blocking} blocking, {motivate} to give a reason for, {advice} advice, {fine} in order, {none} n/a.",
)
_BASIS = Text(nl="Grondslag: {basis}", en="Basis: {basis}")
_REASON = Text(nl="Gemotiveerd op {day}: {reason}", en="Reason given on {day}: {reason}")

_SHOWN = (Outcome.BLOCKING, Outcome.MOTIVATE, Outcome.MOTIVATED, Outcome.ADVICE)


def text_report(draft: Draft, report: Report, language: str) -> str:
    """The findings by weight, each with its place, article and way out; last the counts."""
    head = f"{draft.tender.reference} – {draft.tender.title}"
    lines = [head, "=" * len(head), _LAW_OF.format(day=f"{draft.on:%d-%m-%Y}").to(language)]
    for outcome in _SHOWN:
        judged = report.with_outcome(outcome)
        if judged:
            lines += ["", f"{OUTCOMES[outcome].to(language)} ({len(judged)})"]
            lines += [line for each in judged for line in _judged(each, language)]
    lines += ["", _counts(report).to(language)]
    return "".join(f"{_one_line(line)}\n" for line in lines)


def _one_line(line: str) -> str:
    """A text of the tender cannot forge a line; the indent stays."""
    bare = line.lstrip(" ")
    return " " * (len(line) - len(bare)) + " ".join(bare.splitlines())


def _judged(judged: Judged, language: str) -> Iterator[str]:
    rule = judged.rule
    yield f"  {rule.code}  {rule.title.to(language)}"
    yield "    " + _BASIS.format(basis=_cited(rule)).to(language)
    if rule.doubt:
        yield "    " + DOUBT.format(doubt=rule.doubt).to(language)
    for finding in judged.open:
        yield f"    {finding.place}: {finding.message.to(language)}"
        if finding.quote:
            yield "      " + QUOTE.format(quote=finding.quote).to(language)
        if finding.fix:
            yield "      " + way_out(finding.fix).to(language)
    for accepted in judged.accepted:
        yield f"    {accepted.finding.place}: {accepted.finding.message.to(language)}"
        yield "      " + _given(accepted).to(language)


def _cited(rule: Rule) -> Text:
    return Text(
        nl="; ".join(source.stated.nl for source in rule.basis),
        en="; ".join(source.stated.en for source in rule.basis),
    )


def _given(accepted: Accepted) -> Text:
    return _REASON.format(day=f"{accepted.reason.given_on:%d-%m-%Y}", reason=accepted.reason.text)


def _counts(report: Report) -> Text:
    counts = {outcome: len(report.with_outcome(outcome)) for outcome in Outcome}
    return _COUNTS.format(
        blocking=str(counts[Outcome.BLOCKING]),
        motivate=str(counts[Outcome.MOTIVATE]),
        advice=str(counts[Outcome.ADVICE]),
        fine=str(counts[Outcome.FINE] + counts[Outcome.MOTIVATED]),
        none=str(counts[Outcome.NOT_APPLICABLE]),
    )


def data_report(draft: Draft, report: Report, language: str) -> dict[str, Any]:
    """Plain data for JSON: every rule with its outcome, and every finding with its place and way out."""
    return {
        "reference": draft.tender.reference,
        "law_of": draft.on.isoformat(),
        "closes_the_step": report.closes_the_step,
        "rules": [_rule_data(judged, language) for judged in report.judged],
    }


def _rule_data(judged: Judged, language: str) -> dict[str, Any]:
    rule = judged.rule
    return {
        "code": rule.code,
        "title": rule.title.to(language),
        "outcome": judged.outcome.value,
        "basis": [source.code for source in rule.basis],
        "findings": [_finding_data(finding, language) for finding in judged.open],
        "reasons": [
            {**_finding_data(each.finding, language), "reason": each.reason.text} for each in judged.accepted
        ],
    }


def _finding_data(finding: Finding, language: str) -> dict[str, Any]:
    data: dict[str, Any] = {
        "severity": finding.severity.value,
        "place": finding.place,
        "message": finding.message.to(language),
        "quote": finding.quote,
    }
    if isinstance(finding.fix, Rewrite):
        return data | {"rewrite": {"old": finding.fix.old, "new": finding.fix.new}}
    if finding.fix:
        return data | {"go_to": finding.fix.screen.value, "advice": finding.fix.advice.to(language)}
    return data

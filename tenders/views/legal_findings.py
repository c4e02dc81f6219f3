"""What the legality check found, as a person reads it: by weight, then by rule, each with its way out."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from django.contrib.auth.models import AnonymousUser, User
from django.urls import reverse
from django.utils import timezone

from procurement.language import Text
from tenders.lint.draft import Draft
from tenders.lint.finding import Finding, GoTo, Rewrite, Screen
from tenders.lint.handbook import about
from tenders.lint.place_words import place_words
from tenders.lint.rule import Rule
from tenders.lint.run import Outcome, Report
from tenders.lint.severity import Severity
from tenders.lint.words import OUTCOMES
from tenders.models import LegalReason, Tender
from tenders.services.legal_reasons import About
from tenders.services.legality import checked
from tenders.views.legal_links import Places
from tenders.views.sentence_marks import Piece, marked

MOST_AT_ONCE = 5  # findings of a rule
_KEY_LENGTH = 20  # hexadecimal figures: enough for one tender
WEIGHTS = (Severity.BLOCKING, Severity.MOTIVATE, Severity.ADVICE)
_SCREENS = {
    Screen.CRITERIA: Text(nl="Naar de criteria", en="To the criteria"),
    Screen.REQUIREMENTS: Text(nl="Naar de eis", en="To the requirement"),
    Screen.SUITABILITY: Text(nl="Naar de geschiktheidseis", en="To the suitability requirement"),
    Screen.AWARD_RULE: Text(nl="Naar de gunningsregels", en="To the award rules"),
    Screen.CONTRACT: Text(nl="Naar de overeenkomst", en="To the agreement"),
    Screen.LEGAL_QUESTIONS: Text(nl="Naar de juridische vraag", en="To the legal question"),
    Screen.TENDER: Text(nl="Naar de opzet", en="To the set-up"),
    Screen.PROCEDURE: Text(nl="Naar de procedure", en="To the procedure"),
}
_STILL_OPEN = tuple(Outcome(weight.value) for weight in WEIGHTS)
_WITHOUT_FINDINGS = (Outcome.FINE, Outcome.NOT_APPLICABLE)
_BADGES = {
    Outcome.BLOCKING: "badge-bad",
    Outcome.MOTIVATE: "badge-care",
    Outcome.MOTIVATED: "badge-good",
    Outcome.ADVICE: "badge-news",
    Outcome.FINE: "badge-good",
    Outcome.NOT_APPLICABLE: "",
}


@dataclass(frozen=True, slots=True)
class Link:
    label: Text
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One finding. `key` names it in a form and in the address of the page; `place.url` may be empty.

    `offer` names the sentence that is offered, empty where nothing can be taken over on the page.
    """

    about: About
    key: str
    severity: Severity
    place: Link
    message: Text
    times: int
    quote: str
    old: tuple[Piece, ...] = ()
    new: tuple[Piece, ...] = ()
    rewrite: Rewrite | None = None
    offer: str = ""
    advice: Text | None = None
    mend_at: Link | None = None
    reason: LegalReason | None = None


@dataclass(frozen=True, slots=True)
class OfRule:
    """A rule with what it found at one weight."""

    rule: Rule
    findings: tuple[Shown, ...] = ()

    @property
    def first(self) -> tuple[Shown, ...]:
        return self.findings[:MOST_AT_ONCE]

    @property
    def rest(self) -> tuple[Shown, ...]:
        """Shown when somebody asks for them: a word may stand in every text of a tender."""
        return self.findings[MOST_AT_ONCE:]

    @property
    def basis(self) -> list[Text]:
        return [about(source) for source in self.rule.basis]

    @property
    def url(self) -> str:
        return reverse("tenders:legal_rule", args=[self.rule.code])


@dataclass(frozen=True, slots=True)
class Group:
    """All rules with one outcome; `count` is that of the findings, or of the rules where nothing is found."""

    outcome: Outcome
    rules: tuple[OfRule, ...]

    @property
    def title(self) -> Text:
        return OUTCOMES[self.outcome]

    @property
    def badge(self) -> str:
        return _BADGES[self.outcome]

    @property
    def count(self) -> int:
        found = sum(len(each.findings) for each in self.rules)
        return found if self.outcome not in _WITHOUT_FINDINGS else len(self.rules)


def key_of(*parts: str) -> str:
    """Short and safe in an address. A text that goes through a form comes back with other line ends."""
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:_KEY_LENGTH]


def findings_now(tender: Tender, user: User | AnonymousUser) -> "Findings":
    """What the check finds now, with links for this reader. Raises `UnreadableTender`."""
    draft, report = checked(tender, at=timezone.now())
    return Findings(tender, draft, report, user)


class Findings:
    """The report of one tender for one reader."""

    def __init__(self, tender: Tender, draft: Draft, report: Report, user: User | AnonymousUser) -> None:
        self.draft, self.report = draft, report
        self._places = Places.of(tender, user)
        self._reasons = _reasons_of(tender)

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """In the order of weight: what blocks first, what does not apply last."""
        found = {Outcome(weight.value): self._open(weight) for weight in WEIGHTS}
        found[Outcome.MOTIVATED] = self._accepted()
        for outcome in _WITHOUT_FINDINGS:
            found[outcome] = tuple(OfRule(each.rule) for each in self.report.with_outcome(outcome))
        return tuple(Group(outcome, found[outcome]) for outcome in Outcome)

    @property
    def weighed(self) -> tuple[Group, ...]:
        """The groups that still ask something of a person."""
        return tuple(group for group in self.groups if group.outcome in _STILL_OPEN)

    @property
    def all(self) -> Iterator[Shown]:
        """Open and accepted, in the order of the page."""
        return (finding for group in self.groups for rule in group.rules for finding in rule.findings)

    @property
    def open(self) -> Iterator[Shown]:
        """The heaviest first."""
        return (finding for group in self.weighed for rule in group.rules for finding in rule.findings)

    def _open(self, weight: Severity) -> tuple[OfRule, ...]:
        return tuple(
            OfRule(each.rule, self._shown(each.rule, found))
            for each in self.report.judged
            if (found := [finding for finding in each.open if finding.severity is weight])
        )

    def _accepted(self) -> tuple[OfRule, ...]:
        return tuple(
            OfRule(each.rule, self._shown(each.rule, [accepted.finding for accepted in each.accepted]))
            for each in self.report.judged
            if each.accepted
        )

    def _shown(self, rule: Rule, found: Iterable[Finding]) -> tuple[Shown, ...]:
        """The same words at one place are one finding, however often they stand there."""
        times = Counter(found)
        return tuple(self._one(rule, finding, number) for finding, number in times.items())

    def _one(self, rule: Rule, finding: Finding, times: int) -> Shown:
        named = About(rule.code, finding.place, finding.quote)
        fix = finding.fix
        rewrite = fix if isinstance(fix, Rewrite) else None
        old, new = marked(rewrite.old, rewrite.new) if rewrite else ((), ())
        key = key_of(rule.code, finding.place, finding.quote, finding.severity, finding.message.nl)
        return Shown(
            about=named,
            key=key,
            severity=finding.severity,
            place=Link(place_words(finding.place, self.draft), self._places.url(finding.place)),
            message=finding.message,
            times=times,
            quote=finding.quote,
            old=old,
            new=new,
            rewrite=rewrite,
            offer=key_of(key, rewrite.new) if rewrite and _can_be_taken_over(finding) else "",
            advice=fix.advice if isinstance(fix, GoTo) else None,
            mend_at=self._mend_at(fix, finding.place) if isinstance(fix, GoTo) else None,
            reason=self._reasons.get(named),
        )

    def _mend_at(self, fix: GoTo, place: str) -> Link | None:
        url = self._places.screen(fix.screen, place)
        return Link(_SCREENS[fix.screen], url) if url else None


def _can_be_taken_over(finding: Finding) -> bool:
    """A clause of the library does not change; its contract chooses another."""
    return not finding.place.startswith("clauses.")


def _reasons_of(tender: Tender) -> Mapping[About, LegalReason]:
    """The newest about each finding."""
    rows = LegalReason.objects.filter(tender=tender.pk).select_related("given_by").order_by("pk")
    return {About(row.rule, row.place, row.quote): row for row in rows}

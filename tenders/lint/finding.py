"""What a rule found: how heavy, where, in which words, and the way out."""

from dataclasses import dataclass
from enum import StrEnum

from procurement.language import Text
from tenders.lint.severity import Severity


class Screen(StrEnum):
    """Where a person mends a finding. The shell knows the address of each."""

    CRITERIA = "criteria"
    REQUIREMENTS = "requirements"
    SUITABILITY = "suitability"
    AWARD_RULE = "award_rule"
    CONTRACT = "contract"
    LEGAL_QUESTIONS = "legal_questions"  # the topic follows from the place of the finding
    TENDER = "tender"
    PROCEDURE = "procedure"  # a step after publication: opening, letters, standstill


@dataclass(frozen=True, slots=True)
class Rewrite:
    """A sentence to accept in one click: `old` stands in the passage, `new` comes in its place."""

    old: str
    new: str


@dataclass(frozen=True, slots=True)
class GoTo:
    """The screen where this is mended, and what to do there."""

    screen: Screen
    advice: Text


Fix = Rewrite | GoTo


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """`place` is a path into the tender file: "lots[0].criteria[2].account.proof", "legal.framework.years".

    `quote` is the sentence or value that is wrong, as it stands there; empty when something is missing.
    """

    severity: Severity
    place: str
    message: Text
    quote: str = ""
    fix: Fix | None = None

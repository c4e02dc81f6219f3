"""On which screen what a guard finds can be put right. A guard that only time solves has none."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from procurement.language import Text
from tenders.procedure import guards as g
from tenders.procedure.facts import Facts


class Screen(StrEnum):
    SETUP = "setup"  # the tender itself: its deadline and its planning
    CHECK = "check"
    LEGALITY = "legality"
    CLARIFICATIONS = "clarifications"
    BIDS = "bids"
    PANEL = "panel"
    CONSENSUS = "consensus"
    SCORES = "scores"
    RESULT = "result"
    LOW_PRICES = "low_prices"
    PROOF = "proof"
    LETTERS = "letters"
    AWARD = "award"


@dataclass(frozen=True, slots=True)
class Reason(Text):
    """What stands in the way, and where to go for it."""

    screen: Screen | None = None


SOLVED_AT: Mapping[Callable[[Facts], Text | None], Screen] = {
    g.nothing_open_in_the_check: Screen.CHECK,
    g.a_lawyer_approved: Screen.CHECK,
    g.deadline_is_set: Screen.SETUP,
    g.deadline_lies_ahead: Screen.SETUP,
    g.bidders_have_enough_time: Screen.SETUP,
    g.every_deviation_has_a_reason: Screen.LEGALITY,
    g.notice_is_not_planned_later: Screen.LEGALITY,
    g.documents_are_not_being_changed: Screen.CLARIFICATIONS,
    g.no_clarification_is_open: Screen.CLARIFICATIONS,
    g.requirements_are_judged: Screen.BIDS,
    g.earlier_versions_are_judged: Screen.BIDS,
    g.somebody_is_admitted: Screen.BIDS,
    g.prices_are_in_the_vault: Screen.BIDS,
    g.assessors_are_assigned: Screen.PANEL,
    g.assessors_are_ready: Screen.PANEL,
    g.scores_are_agreed: Screen.CONSENSUS,
    g.minutes_are_written: Screen.CONSENSUS,
    g.values_are_filled_in: Screen.SCORES,
    g.scores_are_motivated: Screen.SCORES,
    g.ranking_is_current: Screen.RESULT,
    g.somebody_won: Screen.RESULT,
    g.low_bids_are_judged: Screen.LOW_PRICES,
    g.winner_is_verified: Screen.PROOF,
    g.letters_can_be_sent: Screen.LETTERS,
    g.letters_are_sent: Screen.LETTERS,
    g.no_proceedings_run: Screen.AWARD,
    g.the_court_allows_it: Screen.AWARD,
}


def reason_of(guard: Callable[[Facts], Text | None], facts: Facts) -> Reason | None:
    """What this guard has against the step now, with its screen."""
    found = guard(facts)
    return None if found is None else Reason(found.nl, found.en, SOLVED_AT.get(guard))

"""The guards of the transitions. Each looks at counted facts and returns its reason, or None."""

from datetime import timedelta

from tenders.procedure.guards.assessment import (
    a_bid_is_left_unjudged,
    assessors_are_assigned,
    assessors_are_ready,
    prices_are_in_the_vault,
    prices_were_never_opened,
    prices_were_opened,
    requirements_are_judged,
    scores_are_agreed,
    somebody_is_admitted,
    there_is_a_jury,
    there_is_no_jury,
    values_are_filled_in,
)
from tenders.procedure.guards.award import (
    letters_are_sent,
    letters_can_be_sent,
    low_bids_are_judged,
    no_proceedings_run,
    ranking_is_current,
    scores_are_motivated,
    somebody_won,
    standstill_has_ended,
    the_court_allows_it,
    winner_is_verified,
)
from tenders.procedure.guards.publication import (
    a_lawyer_approved,
    another_person_approved,
    bidders_have_enough_time,
    deadline_has_passed,
    deadline_is_set,
    deadline_lies_ahead,
    documents_are_not_being_changed,
    no_clarification_is_open,
    nothing_open_in_the_check,
)

PEOPLE_WITHIN = timedelta(minutes=10)  # the second person signs within ten minutes of the first

__all__ = [
    "PEOPLE_WITHIN",
    "a_bid_is_left_unjudged",
    "a_lawyer_approved",
    "another_person_approved",
    "assessors_are_assigned",
    "assessors_are_ready",
    "bidders_have_enough_time",
    "deadline_has_passed",
    "deadline_is_set",
    "deadline_lies_ahead",
    "documents_are_not_being_changed",
    "letters_are_sent",
    "letters_can_be_sent",
    "low_bids_are_judged",
    "no_clarification_is_open",
    "no_proceedings_run",
    "nothing_open_in_the_check",
    "prices_are_in_the_vault",
    "prices_were_never_opened",
    "prices_were_opened",
    "ranking_is_current",
    "requirements_are_judged",
    "scores_are_agreed",
    "scores_are_motivated",
    "somebody_is_admitted",
    "somebody_won",
    "standstill_has_ended",
    "the_court_allows_it",
    "there_is_a_jury",
    "there_is_no_jury",
    "values_are_filled_in",
    "winner_is_verified",
]

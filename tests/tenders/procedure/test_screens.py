"""Each reason against a step says where it is put right."""

import pytest

from tenders.procedure import guards
from tenders.procedure.facts import Facts
from tenders.procedure.phases import Phase
from tenders.procedure.screens import SOLVED_AT, Reason, Screen
from tenders.procedure.transitions import TRANSITIONS
from tenders.screen_links import PLACES
from tests import cast

BY_TIME_OR_ANOTHER_STEP = {
    "a_bid_is_left_unjudged",
    "another_person_approved",
    "deadline_has_passed",
    "prices_were_never_opened",
    "prices_were_opened",
    "standstill_has_ended",
    "there_is_a_jury",
    "there_is_no_jury",
}


def test_every_guard_has_a_screen_or_only_waits() -> None:
    named = {guard.__name__ for guard in SOLVED_AT} | BY_TIME_OR_ANOTHER_STEP

    assert {name for name in guards.__all__ if name != "PEOPLE_WITHIN"} == named


def test_every_screen_has_an_address() -> None:
    assert set(PLACES) == set(Screen)


@pytest.mark.parametrize(
    ("code", "facts", "screens"),
    [
        ("start-consensus", {"phase": Phase.ASSESSMENT, "waiting_for": 2}, [Screen.PANEL]),
        (
            "close-clarification",
            {"phase": Phase.CLARIFICATION, "open_clarifications": 1},
            [Screen.CLARIFICATIONS],
        ),
        ("open-bids", {"phase": Phase.SUBMISSION, "deadline": cast.NOW}, []),
    ],
)
def test_a_reason_carries_its_screen(code: str, facts: dict[str, object], screens: list[Screen]) -> None:
    known = Facts(now=cast.NOW, lot=1, **facts)

    reasons = list(TRANSITIONS[code].reasons(known))

    assert all(isinstance(reason, Reason) for reason in reasons)
    assert [reason.screen for reason in reasons if reason.screen] == screens

"""What must hold of the one table of transitions, whoever adds a row to it."""

from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import datetime, timedelta
from types import FunctionType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procurement.citations import CITATIONS
from procurement.organisations.models import Role as StoredRole
from tenders.procedure import guards
from tenders.procedure.back import BACK
from tenders.procedure.facts import Facts
from tenders.procedure.forward import FORWARD
from tenders.procedure.people import TITLES as ROLE_TITLES
from tenders.procedure.people import Role
from tenders.procedure.phases import (
    CLOSED,
    DECIDED,
    DRAFT,
    ORDER,
    PRICES_SEALED,
    QUALITY,
    SEALED,
    TITLES,
    Phase,
    is_before,
)
from tenders.procedure.transition import Scope, Transition
from tenders.procedure.transitions import TRANSITIONS, transitions_from
from tests import cast

ENDS = {Phase.CONTRACT, Phase.STOPPED}
OF_THE_TENDER = {
    "now", "lot", "phase", "problems", "is_approved", "approver_is_actor", "approver_is_tied", "deadline",
    "open_clarifications", "is_amending", "unreasoned", "notice_planned",
}  # fmt: skip
OF_A_LOT = [each.name for each in fields(Facts) if each.name not in OF_THE_TENDER]
NUMBERS = [each.name for each in fields(Facts) if each.type == "int" or each.type is int]
FACTS = Facts(now=cast.NOW, lot=1)
MOMENT = st.none() | st.integers(-3, 3).map(lambda days: cast.NOW + timedelta(days=days))


def reached_from(phase: Phase) -> set[Phase]:
    known, waiting = {phase}, [phase]
    while waiting:
        for transition in transitions_from(waiting.pop()):
            if transition.target not in known:
                known.add(transition.target)
                waiting.append(transition.target)
    return known


def paths(phase: Phase, seen: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Every way forward from `phase` to the opening of the prices."""
    if phase is Phase.EVALUATION:
        yield seen
        return
    for transition in FORWARD:
        if phase in transition.sources:
            yield from paths(transition.target, (*seen, transition.code))


def test_every_phase_is_reached() -> None:
    assert reached_from(Phase.PREPARATION) == set(Phase)


@pytest.mark.parametrize("phase", sorted(set(Phase) - ENDS))
def test_no_phase_is_a_dead_end(phase: Phase) -> None:
    onward = [each for each in FORWARD if phase in each.sources]

    assert onward != []
    assert Phase.CONTRACT in reached_from(phase)


@pytest.mark.parametrize("phase", sorted(ENDS))
def test_nothing_follows_on_the_end(phase: Phase) -> None:
    assert transitions_from(phase) == ()


@pytest.mark.parametrize("transition", TRANSITIONS, ids=lambda each: each.code)
def test_each_transition_cites_sources_that_exist(transition: Transition) -> None:
    assert transition.basis != ()
    assert [code for code in transition.basis if code not in CITATIONS] == []


@pytest.mark.parametrize("transition", TRANSITIONS, ids=lambda each: each.code)
def test_each_transition_is_taken_by_somebody(transition: Transition) -> None:
    assert set(transition.roles) != set()
    assert set(transition.roles) <= set(Role)
    assert transition.people in (1, 2)
    assert transition.target not in transition.sources


@pytest.mark.parametrize("transition", FORWARD, ids=lambda each: each.code)
def test_forward_is_forward(transition: Transition) -> None:
    assert all(is_before(source, transition.target) for source in transition.sources)
    assert not transition.goes_back


@pytest.mark.parametrize("transition", BACK, ids=lambda each: each.code)
def test_a_way_back_or_out_needs_a_reason(transition: Transition) -> None:
    back = all(is_before(transition.target, source) for source in transition.sources)

    assert transition.needs_reason
    assert transition.goes_back == back
    assert back or transition.target is Phase.STOPPED


def test_nobody_goes_back_before_the_publication_once_published() -> None:
    late = [each for each in TRANSITIONS if set(each.sources) - DRAFT]

    assert [each.code for each in late if each.target in DRAFT] == []


def test_opened_bids_are_not_sealed_again() -> None:
    opened = [each for each in TRANSITIONS if set(each.sources) - DRAFT - SEALED]

    assert [each.code for each in opened if each.target in SEALED | DRAFT] == []


def test_prices_open_in_one_way_only() -> None:
    opening = [
        each
        for each in TRANSITIONS
        if each.target not in PRICES_SEALED | {Phase.STOPPED} and set(each.sources) & PRICES_SEALED
    ]

    assert [(each.code, each.sources, each.people) for each in opening] == [
        ("open-prices", (Phase.PRICE_OPENING,), 2)
    ]


def test_scores_are_locked_or_there_are_none_before_prices_open() -> None:
    found = set(paths(Phase.PREPARATION))

    assert found != set()
    assert [path for path in found if not {"lock-scores", "lock-without-jury"} & set(path)] == []
    assert [path for path in found if path[-1] != "open-prices"] == []


def test_what_two_people_do_together() -> None:
    assert {each.code for each in TRANSITIONS if each.people == 2} == {
        "open-bids",
        "open-prices",
        "correct-score-after-prices",
    }


def test_bids_are_opened_after_the_deadline_and_by_a_guard_of_its_own() -> None:
    assert guards.deadline_has_passed in TRANSITIONS["open-bids"].guards
    assert guards.deadline_is_set in TRANSITIONS["open-bids"].guards


def test_every_guard_serves_a_transition() -> None:
    used = {guard for transition in TRANSITIONS for guard in (*transition.belongs, *transition.guards)}
    own = {each for each in vars(guards).values() if isinstance(each, FunctionType)}

    assert own - used == set()


@given(st.fixed_dictionaries({name: st.sampled_from([0, 1, 2]) for name in OF_A_LOT}))
def test_a_step_of_the_whole_tender_looks_at_what_its_lots_share(changed: dict[str, int]) -> None:
    """All steps look at the same facts: to make the facts costs far more than to look."""
    other = replace(FACTS, **changed)

    found = {each.code: list(each.reasons(other)) for each in TRANSITIONS if each.scope is Scope.TENDER}

    assert found == {code: list(TRANSITIONS[code].reasons(FACTS)) for code in found}
    assert found != {}


@given(st.fixed_dictionaries({name: st.integers(0, 3) for name in NUMBERS}), MOMENT, MOMENT)
def test_a_guard_answers_for_any_facts_in_both_languages(
    numbers: dict[str, int], deadline: datetime | None, until: datetime | None
) -> None:
    facts = replace(FACTS, **numbers, deadline=deadline, standstill_until=until)

    reasons = {(each.code, reason) for each in TRANSITIONS for reason in each.reasons(facts)}

    assert {each for each in reasons if each[1].nl == each[1].en} == set()
    assert {each for each in reasons if "{" in each[1].nl + each[1].en} == set()


def test_every_phase_has_a_title_and_stands_in_one_stretch() -> None:
    assert set(TITLES) == set(Phase) == set(ORDER)
    stretches = [
        DRAFT,
        SEALED,
        QUALITY,
        {Phase.PRICE_OPENING},
        {Phase.EVALUATION, Phase.VERIFICATION},
        CLOSED,
    ]
    assert sorted(phase for stretch in stretches for phase in stretch) == sorted(Phase)
    assert DECIDED < CLOSED


def test_our_roles_are_those_of_the_memberships() -> None:
    assert {role.value for role in Role} == {role.value for role in StoredRole}
    assert {role: title.nl for role, title in ROLE_TITLES.items()} == {
        Role(role.value): str(role.label) for role in StoredRole
    }

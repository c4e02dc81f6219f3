"""Suitability and shortlisting: only what is published decides, and every reason is kept."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tenders.scorecard.evaluate import scorecard
from tenders.scorecard.model import CardRules, Evidence, EvidenceKind, Part, Scorecard
from tenders.scorecard.rules import STARTING_RULES
from tenders.scorecard.shortlist import Shortlist, shortlist, why_no_shortlist
from tenders.scorecard.suitability import suitability

DAY = date(2026, 11, 16)
EMAS = Evidence(kind=EvidenceKind.EMAS, title="EMAS", covers_performance=True, valid_until=date(2027, 1, 1))
EXPIRED = replace(EMAS, valid_until=date(2026, 11, 15))
MANAGEMENT = frozenset({Part.ENVIRONMENTAL_MANAGEMENT})


def years(value: str) -> Evidence:
    return Evidence(kind=EvidenceKind.SPARE_PARTS, title="Garantie", covers_performance=True, value=value)


def card(*evidence: Evidence, scored: bool = True) -> Scorecard:
    return scorecard(evidence, on=DAY, rules=STARTING_RULES if scored else ())


def outcome(found: Shortlist) -> list[tuple[str, int, bool]]:
    return [(placed.code, placed.rank, placed.invited) for placed in found.ranked]


@pytest.mark.parametrize("scored", [True, False])
@pytest.mark.parametrize(("piece", "met"), [(EMAS, True), (EXPIRED, False)])
def test_suitability_needs_no_points(piece: Evidence, met: bool, scored: bool) -> None:
    (fitness,) = suitability(card(piece, scored=scored), MANAGEMENT)

    assert (fitness.part, fitness.met) == (Part.ENVIRONMENTAL_MANAGEMENT, met)


def test_suitability_says_why() -> None:
    (met,) = suitability(card(EMAS, scored=False), MANAGEMENT)
    (not_met,) = suitability(card(EXPIRED, scored=False), MANAGEMENT)

    assert met.reason.nl == "Voldoet: EMAS telt."
    assert not_met.reason.en == (
        "Not met: None of the evidence submitted counts. "
        "Expired: valid until 15-11-2026 inclusive, the reference date is 16-11-2026."
    )


@pytest.mark.parametrize(("value", "met"), [("3", True), ("2.9", False)])
def test_a_part_with_levels_is_met_from_the_lowest_level(value: str, met: bool) -> None:
    (fitness,) = suitability(card(years(value)), frozenset({Part.SPARE_PARTS}))

    assert fitness.met is met


def test_nothing_required_is_nothing_judged() -> None:
    assert suitability(card(), frozenset()) == ()


def test_the_most_points_come_first_and_the_places_decide() -> None:
    found = shortlist({"A": card(years("3")), "B": card(EMAS), "C": card(years("7"))}, places=2)

    assert outcome(found) == [("B", 1, True), ("C", 2, True), ("A", 3, False)]
    assert [placed.reason.nl for placed in found.ranked] == [
        "Plaats 1 met 40 punten: binnen de 2 plaatsen.",
        "Plaats 2 met 5 punten: binnen de 2 plaatsen.",
        "Plaats 3 met 1,5 punten: buiten de 2 plaatsen. De laatste uitgenodigde heeft 5 punten.",
    ]


def test_equal_points_at_the_last_place_are_all_invited() -> None:
    found = shortlist({"A": card(), "B": card(years("7")), "C": card(EMAS), "D": card(years("7"))}, places=2)

    assert outcome(found) == [("C", 1, True), ("B", 2, True), ("D", 2, True), ("A", 4, False)]
    assert found.ranked[1].reason.en == (
        "Shared place 2 with 5 points. The last of the 2 places is a tie; "
        "so all with these points are invited."
    )


def test_fewer_candidates_than_places_are_all_invited() -> None:
    assert outcome(shortlist({"A": card(), "B": card(EMAS)}, places=5)) == [("B", 1, True), ("A", 2, True)]


def test_who_is_not_suitable_is_not_ranked_and_keeps_the_reason() -> None:
    found = shortlist({"A": card(years("7")), "B": card(EMAS)}, places=5, required=MANAGEMENT)

    assert outcome(found) == [("B", 1, True)]
    assert [(each.code, each.reasons[0].reason.nl) for each in found.unsuitable] == [
        ("A", "Voldoet niet: Geen bewijs ingediend, dus 0 van 40 punten.")
    ]


def test_no_candidates_is_an_empty_list() -> None:
    assert shortlist({}, places=5) == Shortlist(5, (), ())


@pytest.mark.parametrize(
    ("procedure", "rules", "begins"),
    [
        ("open", CardRules(parts=STARTING_RULES, places=5), "In deze procedure selecteert u geen"),
        ("below_threshold", CardRules(parts=STARTING_RULES, places=5), "In deze procedure selecteert u geen"),
        ("restricted", CardRules(places=5), "Er zijn geen punten"),
        ("restricted", CardRules(parts=STARTING_RULES), "Het aantal plaatsen is niet"),
        ("restricted", CardRules(parts=STARTING_RULES, places=4), "Nodig in deze procedure ten minste 5"),
        ("negotiated", CardRules(parts=STARTING_RULES, places=2), "Nodig in deze procedure ten minste 3"),
    ],
)
def test_no_shortlist_where_the_law_or_the_notice_does_not_know_it(
    procedure: str, rules: CardRules, begins: str
) -> None:
    refusal = why_no_shortlist(procedure, rules)

    assert refusal is not None
    assert refusal.nl[: len(begins)] == begins


@pytest.mark.parametrize(("procedure", "places"), [("restricted", 5), ("negotiated", 3)])
def test_a_shortlist_where_rules_and_places_are_published(procedure: str, places: int) -> None:
    assert why_no_shortlist(procedure, CardRules(parts=STARTING_RULES, places=places)) is None


@given(st.lists(st.sampled_from(["0", "3", "5", "7"]), max_size=8), st.integers(1, 9))
@settings(max_examples=100, deadline=None)
def test_nobody_left_out_has_as_many_points_as_somebody_invited(values: list[str], places: int) -> None:
    cards = {str(number): card(years(value)) for number, value in enumerate(values)}

    found = shortlist(cards, places=places)

    invited = [placed.points for placed in found.invited]
    left_out = [placed.points for placed in found.ranked if not placed.invited]
    assert len(invited) >= min(places, len(values))
    assert max(left_out, default=Decimal(-1)) < min(invited, default=Decimal(0))

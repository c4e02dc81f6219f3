"""Rules as plain data: the same both ways, and every fault named with its place."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tenders.scorecard.model import AcceptedKind, Grade, Part, PartRule
from tenders.scorecard.rules import STARTING_RULES
from tenders.scorecard.stored import UnreadableRules, parts_from_data, rules_data, rules_from_data

MANAGEMENT = {"part": "environmental-management", "points": "40", "accepted": {"emas": "0.8"}}
PARTS = {
    "part": "spare-parts",
    "points": "5",
    "accepted": {"spare_parts": "1"},
    "grades": [{"at_least": "7", "share": "1"}, {"at_least": "5", "share": "0.6"}],
}


def test_the_starting_rules_come_back_as_they_were() -> None:
    assert rules_from_data(rules_data(STARTING_RULES)) == STARTING_RULES


def test_no_rules_is_an_empty_list() -> None:
    assert rules_from_data([]) == ()


def test_a_rule_is_read_with_what_belongs_to_its_part() -> None:
    (rule,) = rules_from_data([PARTS])

    assert (rule.points, rule.unit and rule.unit.nl) == (Decimal(5), "jaar")
    assert rule.grades == (Grade(Decimal(7), Decimal(1)), Grade(Decimal(5), Decimal("0.6")))


@pytest.mark.parametrize(
    ("data", "place", "message"),
    [
        ({}, "", "Geef een lijst van onderdelen."),
        (["x"], "[0]", "Geef namen met waarden."),
        ([{**PARTS, "part": "iso"}], "[0].part", None),
        ([{**PARTS, "weight": "1"}], "[0].weight", "weight is hier niet bekend. Haal het weg."),
        ([MANAGEMENT, MANAGEMENT], "[1].part", "Dit onderdeel staat er twee keer in."),
        ([{**PARTS, "points": "0"}], "[0].points", "Geef meer dan 0 punten."),
        ([{**PARTS, "points": "-1"}], "[0].points", "Geef meer dan 0 punten."),
        ([{**PARTS, "points": 5}], "[0].points", "Vul een getal in."),
        ([{**PARTS, "points": "1e3"}], "[0].points", None),
        ([{**PARTS, "accepted": {}}], "[0].accepted", "Noem minstens één soort bewijs."),
        (
            [{**PARTS, "accepted": {"emas": "1"}}],
            "[0].accepted.emas",
            "Dit soort bewijs hoort niet bij dit onderdeel.",
        ),
        (
            [{**MANAGEMENT, "accepted": {"emas": "1.01"}}],
            "[0].accepted.emas",
            "Het aandeel ligt boven 0 en is hooguit 1.",
        ),
        ([{**PARTS, "grades": []}], "[0].grades", "Geef minstens één niveau."),
        ([{**MANAGEMENT, "grades": PARTS["grades"]}], "[0].grades", None),
        (
            [{**PARTS, "grades": [{"at_least": "-1", "share": "1"}]}],
            "[0].grades[0].at_least",
            "Een niveau is 0 of meer.",
        ),
        (
            [{**PARTS, "grades": [{"at_least": "5", "share": "1"}, {"at_least": "5", "share": "0.5"}]}],
            "[0].grades[1]",
            None,
        ),
        (
            [{**PARTS, "grades": [{"at_least": "5", "share": "0.5"}, {"at_least": "3", "share": "0.5"}]}],
            "[0].grades[1]",
            None,
        ),
    ],
)
def test_a_fault_names_its_place_and_what_to_do(data: Any, place: str, message: str | None) -> None:
    with pytest.raises(UnreadableRules) as unreadable:
        rules_from_data(data)

    fault = unreadable.value.fault
    assert (fault.place, message or fault.message.nl) == (place, fault.message.nl)


def test_the_parts_of_a_suitability_requirement_are_known_parts() -> None:
    assert parts_from_data(["energy"]) == frozenset({Part.ENERGY})
    with pytest.raises(UnreadableRules, match=r"\[1\]: There is no such part"):
        parts_from_data(["energy", "price"])


def _tenths(low: int, high: int) -> st.SearchStrategy[Decimal]:
    return st.integers(low, high).map(lambda number: Decimal(number).scaleb(-1))


@st.composite
def rules(draw: st.DrawFn) -> PartRule:
    known = draw(st.sampled_from(STARTING_RULES))
    kinds = draw(st.sets(st.sampled_from(known.accepted), min_size=1))
    accepted = tuple(
        AcceptedKind(each.kind, draw(_tenths(1, 10))) for each in known.accepted if each in kinds
    )
    grades: tuple[Grade, ...] = ()
    if known.grades:
        shares = sorted(draw(st.lists(_tenths(1, 10), min_size=1, max_size=4, unique=True)), reverse=True)
        levels = st.lists(_tenths(0, 999), min_size=len(shares), max_size=len(shares), unique=True)
        pairs = zip(sorted(draw(levels), reverse=True), shares, strict=True)
        grades = tuple(Grade(level, share) for level, share in pairs)
    return PartRule(
        part=known.part, title=known.title, points=draw(_tenths(1, 9999)), accepted=accepted,
        grades=grades, unit=known.unit, basis=known.basis,
    )  # fmt: skip


@given(st.lists(rules(), unique_by=lambda rule: rule.part))
@settings(max_examples=100, deadline=None)
def test_rules_come_back_the_same(published: list[PartRule]) -> None:
    assert rules_from_data(rules_data(published)) == tuple(published)


def test_the_order_in_which_a_database_gives_names_back_does_not_matter() -> None:
    data = rules_data(STARTING_RULES)
    turned = [rule | {"accepted": dict(reversed(rule["accepted"].items()))} for rule in data]

    assert rules_from_data(turned) == STARTING_RULES

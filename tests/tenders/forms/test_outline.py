"""Moving criteria around never loses one, never makes a circle; dividing the rest is exact."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from tenders.forms.outline import SMALLEST, Entry, Outline, spread

ACTIONS = ("up", "down", "indent", "outdent")
keys = st.integers(1, 7).map(lambda number: f"c{number}")
outlines = st.lists(st.builds(Entry, keys, st.one_of(st.just(""), keys)), max_size=12).map(Outline.of)
weights = st.lists(
    st.one_of(st.none(), st.integers(0, 300000).map(lambda units: units * SMALLEST)), min_size=1, max_size=8
)


def outline(*pairs: tuple[str, str]) -> Outline:
    return Outline(tuple(Entry(key, parent) for key, parent in pairs))


def shown(of: Outline) -> list[tuple[str, int]]:
    return [(place.key, place.depth) for place in of.placed()]


TREE = outline(("c1", ""), ("c2", ""), ("c3", "c2"), ("c4", "c2"), ("c5", ""))


def test_a_group_is_followed_by_what_is_under_it() -> None:
    assert shown(TREE) == [("c1", 0), ("c2", 0), ("c3", 1), ("c4", 1), ("c5", 0)]


def test_up_swaps_with_the_sibling_above() -> None:
    assert shown(TREE.up("c5")) == [("c1", 0), ("c5", 0), ("c2", 0), ("c3", 1), ("c4", 1)]


def test_the_first_cannot_go_up() -> None:
    assert TREE.up("c3") == TREE


def test_indent_goes_under_the_sibling_above() -> None:
    assert shown(TREE.indent("c5")) == [("c1", 0), ("c2", 0), ("c3", 1), ("c4", 1), ("c5", 1)]


def test_outdent_goes_directly_after_the_group() -> None:
    assert shown(TREE.outdent("c3")) == [("c1", 0), ("c2", 0), ("c4", 1), ("c3", 0), ("c5", 0)]


def test_removing_a_group_removes_what_is_under_it() -> None:
    assert shown(TREE.remove("c2")) == [("c1", 0), ("c5", 0)]


def test_a_new_criterion_gets_a_key_of_its_own() -> None:
    twice = TREE.add("c2").add("")

    assert shown(twice)[-3:] == [("n1", 1), ("c5", 0), ("n2", 0)]


def test_a_posted_circle_is_broken() -> None:
    circle = Outline.of([Entry("c1", "c2"), Entry("c2", "c1"), Entry("c3", "c3"), Entry("<script>", "")])

    assert shown(circle) == [("c1", 0), ("c2", 0), ("c3", 0)]


@given(outlines, st.lists(st.tuples(st.sampled_from(ACTIONS), keys), max_size=8))
def test_no_action_loses_a_criterion(start: Outline, actions: list[tuple[str, str]]) -> None:
    moved = start
    for action, key in actions:
        if any(entry.key == key for entry in start.entries):
            moved = getattr(moved, action)(key)

    assert sorted(key for key, _depth in shown(moved)) == sorted(entry.key for entry in start.entries)


def test_the_rest_goes_to_the_empty_weights_and_the_first_gets_what_remains() -> None:
    divided = spread([Decimal("90"), None, None, None], Decimal(100))

    assert [str(weight) for weight in divided] == ["90", "3.3334", "3.3333", "3.3333"]


def test_nothing_is_divided_when_there_is_too_much() -> None:
    assert spread([Decimal("101"), None], Decimal(100)) == [Decimal("101"), None]


def test_no_weight_that_was_typed_is_raised() -> None:
    assert spread([Decimal("60"), Decimal("10")], Decimal(100)) == [Decimal("60"), Decimal("10")]


@given(weights.filter(lambda each: not all(each)))
def test_after_dividing_the_sum_is_exact(given_weights: list[Decimal | None]) -> None:
    before = sum((weight or Decimal(0) for weight in given_weights), Decimal(0))

    after = sum((weight or Decimal(0) for weight in spread(given_weights, Decimal(100))), Decimal(0))

    assert after == max(before, Decimal(100))

"""Ready-made sets: 10, 8 and 7 make exactly 25, and a whole set makes exactly 100."""

from decimal import Decimal
from pathlib import Path

import pytest

from tenders.catalogue.sets import READY_MADE_SETS, SETS, read_sets
from tenders.catalogue.tables import CatalogueError
from tenders.scoring.methods import METHODS


def test_sustainability_is_25_percent_split_10_8_7() -> None:
    (sustainability,) = READY_MADE_SETS["sustainability-25"].criteria("nl")

    assert sustainability.weight == Decimal(25)
    assert [child.weight for child in sustainability.children] == [Decimal(10), Decimal(8), Decimal(7)]


def test_every_set_has_the_25_percent_and_adds_up_to_25_or_100() -> None:
    weights = {ready.code: ready.weight for ready in READY_MADE_SETS}
    sustainability = [ready.criteria("nl")[-1] for ready in READY_MADE_SETS]

    assert set(weights.values()) == {Decimal(25), Decimal(100)}
    assert [[c.weight for c in root.children] for root in sustainability] == [[10, 8, 7]] * len(weights)


def test_leaves_add_up_to_the_whole_in_both_languages() -> None:
    for ready in READY_MADE_SETS:
        for language in ("nl", "en"):
            leaves = [leaf for root in ready.criteria(language) for leaf in root.leaves()]

            assert sum(leaf.weight for leaf in leaves) == ready.weight


def test_every_leaf_says_proof_verification_link_and_legal_basis() -> None:
    bare = [
        (ready.code, leaf.code)
        for ready in READY_MADE_SETS
        for root in ready.criteria("nl")
        for leaf in root.leaves()
        if not all((leaf.account.proof, leaf.account.verification, leaf.account.link, leaf.account.basis))
    ]

    assert bare == []


def test_what_the_buyer_has_to_publish_is_listed_and_not_filled_in() -> None:
    ready = READY_MADE_SETS["sustainability-25"]

    asked = [(item.criterion, item.parameter) for item in ready.to_publish()]
    co2 = ready.criteria("nl")[0].children[0]

    assert asked == [("D1", "floor"), ("D1", "ceiling"), ("D2", "floor"), ("D2", "ceiling")]
    assert dict(co2.parameters) == {"outside": "clip"}


def test_methods_of_a_set_do_not_depend_on_other_bids() -> None:
    relative = [
        leaf.code
        for ready in READY_MADE_SETS
        for root in ready.criteria("nl")
        for leaf in root.leaves()
        if METHODS[leaf.method].relative
    ]

    assert relative == []


def test_children_that_do_not_add_up_are_refused_with_the_set_and_the_node(tmp_path: Path) -> None:
    wrong = tmp_path / "sets.toml"
    text = SETS.read_text(encoding="utf-8")
    wrong.write_text(
        text.replace('code = "D2", weight = "8"', 'code = "D2", weight = "7"', 1), encoding="utf-8"
    )

    with pytest.raises(
        CatalogueError, match=r"sets\.toml: sustainability-25: D: the weights of the children"
    ):
        list(read_sets(wrong))

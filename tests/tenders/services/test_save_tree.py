"""Saving the tree of criteria: what was posted is what is stored, all or nothing, with one audit event."""

import json
from decimal import Decimal
from typing import Any

import pytest

from procurement.audit.models import Event
from procurement.organisations.models import Role
from tenders.models import Criterion, Lot
from tenders.services.frozen import FrozenTender
from tenders.services.tree import NodeValues, TreeChanged, save_tree, tree_version
from tests import cast

pytestmark = pytest.mark.django_db


def node(key: str, code: str, weight: str, parent: str = "", **columns: Any) -> NodeValues:
    return NodeValues(
        key=key, parent=parent, columns={"code": code, "title": code, "weight": Decimal(weight), **columns}
    )


def save(lot: Lot, nodes: list[NodeValues], seen: str | None = None) -> list[Criterion]:
    version = tree_version(lot) if seen is None else seen
    return save_tree(lot=lot, nodes=nodes, seen=version, at=cast.NOW, actor=cast.person(Role.OFFICER))


def stored(lot: Lot) -> list[tuple[str, str, str | None]]:
    rows = Criterion.objects.filter(lot=lot).select_related("parent").order_by("position")
    return [(row.code, str(row.weight), row.parent.code if row.parent else None) for row in rows]


def key(lot: Lot, code: str) -> str:
    return f"c{lot.criteria.get(code=code).pk}"


def test_the_stored_tree_becomes_the_given_one() -> None:
    lot = cast.lot()
    price = key(lot, "P")

    save(lot, [node("n1", "D", "25"), node("n2", "D1", "25", parent="n1"), node(price, "P", "75")])

    assert stored(lot) == [("D", "25.0000", None), ("D1", "25.0000", "D"), ("P", "75.0000", None)]
    assert key(lot, "P") == price


def test_two_criteria_can_swap_their_codes() -> None:
    lot = cast.lot()
    price, service = key(lot, "P"), key(lot, "K")

    save(lot, [node(price, "K", "60"), node(service, "P", "40")])

    assert (key(lot, "K"), key(lot, "P")) == (price, service)


def test_a_criterion_leaves_a_group_that_is_removed() -> None:
    lot = cast.lot()

    save(lot, [node(key(lot, "D1"), "D1", "100")])

    assert stored(lot) == [("D1", "100.0000", None)]


def test_somebody_elses_change_is_not_overwritten() -> None:
    lot = cast.lot()
    seen = tree_version(lot)
    lot.criteria.filter(code="P").update(weight=Decimal("59"))

    with pytest.raises(TreeChanged):
        save(lot, [], seen)

    assert lot.criteria.count() == 4


def test_a_published_tree_is_frozen() -> None:
    lot = cast.lot()
    cast.published(lot.tender)

    with pytest.raises(FrozenTender):
        save(lot, [])

    assert lot.criteria.count() == 4


def test_one_event_says_what_was_saved() -> None:
    lot = cast.lot()
    before = tree_version(lot)

    save(lot, [node(key(lot, "P"), "P", "100")])

    event = Event.objects.get()
    assert (event.action, event.subject) == ("criteria.saved", "T-1 / 1")
    assert json.loads(event.details) == {
        "before": before,
        "after": tree_version(lot),
        "criteria": [["P", "100", "", "absolute-linear"]],
        "removed": ["D1", "K", "D"],
    }

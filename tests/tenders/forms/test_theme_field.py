"""The theme of a criterion in the editor: chosen for what is scored, kept when saved, never for a price."""

import pytest

from procurement.organisations.models import Role
from tenders.forms.tree import TreeForm
from tenders.services.tree import save_tree, tree_version
from tests import cast
from tests.tenders.forms.evidence_posted import posted

pytestmark = pytest.mark.django_db


def test_what_was_chosen_is_stored_and_shown_again() -> None:
    lot = cast.lot()
    tree = posted(lot, theme="circularity")

    assert tree.is_valid(), [node.form.errors for node in tree.nodes]
    save_tree(
        lot=lot, nodes=tree.values(), seen=tree_version(lot), at=cast.NOW, actor=cast.person(Role.OFFICER)
    )

    [node] = TreeForm.of_lot(lot).nodes
    assert (lot.criteria.get().theme, node.form["theme"].value()) == ("circularity", "circularity")


@pytest.mark.parametrize(
    ("kind", "offered"),
    [("quantity", True), ("scale", True), ("label", True), ("yes_no", True), ("price", False), ("", False)],
)
def test_every_kind_but_the_price_has_a_theme(kind: str, offered: bool) -> None:
    [node] = posted(cast.lot(), kind=kind).nodes

    assert ("theme" in node.form.fields) is offered


def test_a_theme_that_does_not_exist_is_refused() -> None:
    tree = posted(cast.lot(), theme="groen")

    assert (tree.is_valid(), list(tree.nodes[0].form.errors)) == (False, ["theme"])


def test_two_editors_notice_each_others_theme() -> None:
    lot = cast.lot()
    seen = tree_version(lot)

    lot.criteria.filter(code="D1").update(theme="energy")

    assert tree_version(lot) != seen

"""The evidence behind a criterion in the editor: offered where it can prove a value, kept when saved."""

import pytest

from procurement.organisations.models import Role
from tenders.forms.tree import TreeForm
from tenders.services.tree import save_tree, tree_version
from tests import cast
from tests.tenders.forms.evidence_posted import posted

pytestmark = pytest.mark.django_db


def test_what_was_chosen_is_stored_and_shown_again() -> None:
    lot = cast.lot()
    tree = posted(lot, evidence_kind="take_back")

    assert tree.is_valid(), [node.form.errors for node in tree.nodes]
    save_tree(
        lot=lot, nodes=tree.values(), seen=tree_version(lot), at=cast.NOW, actor=cast.person(Role.OFFICER)
    )

    [node] = TreeForm.of_lot(lot).nodes
    assert (lot.criteria.get().evidence_kind, node.form["evidence_kind"].value()) == (
        "take_back",
        "take_back",
    )


@pytest.mark.parametrize(
    ("kind", "first"), [("quantity", "test_report"), ("label", "energy_star"), ("scale", None)]
)
def test_the_kinds_of_evidence_fit_the_kind_of_criterion(kind: str, first: str | None) -> None:
    [node] = posted(cast.lot(), kind=kind).nodes

    field = node.form.fields.get("evidence_kind")
    assert next((code for code, _name in getattr(field, "choices", []) if code), None) == first


def test_evidence_that_states_no_figure_is_refused_for_a_quantity() -> None:
    tree = posted(cast.lot(), evidence_kind="iso_14001")

    assert (tree.is_valid(), list(tree.nodes[0].form.errors)) == (False, ["evidence_kind"])


def test_two_editors_notice_each_others_change_of_evidence() -> None:
    lot = cast.lot()
    seen = tree_version(lot)

    lot.criteria.filter(code="D1").update(evidence_kind="product_footprint")

    assert tree_version(lot) != seen

import pytest

from tenders.catalogue.loading import catalogue
from tenders.catalogue.model import ItemKind
from tenders.models import Requirement
from tenders.services.frozen import FrozenTender
from tenders.services.requirements import add_requirement
from tests import cast

pytestmark = pytest.mark.django_db


def first(kind: ItemKind):
    return next(item for item in catalogue() if item.kind == kind)


def add(lot, kind: ItemKind) -> Requirement:
    return add_requirement(lot=lot, item=first(kind), language="nl", at=cast.NOW, actor=None)


def test_the_text_of_the_catalogue_comes_in_with_proof_and_basis():
    lot, item = cast.lot(), first(ItemKind.REQUIREMENT)

    row = add(lot, ItemKind.REQUIREMENT)

    assert (row.code, row.kind, row.position) == ("E2", "requirement", 2)
    assert (row.text, row.proof, row.basis) == (item.text.nl, item.proof.nl, list(item.basis))
    assert lot.tender.organisation.events.get().action == "requirement.added"


def test_a_suitability_requirement_stays_one():
    assert add(cast.lot(), ItemKind.SUITABILITY).kind == Requirement.Kind.SUITABILITY


def test_a_code_that_is_taken_is_passed_over():
    lot = cast.lot()
    lot.requirements.update(code="E2")

    assert add(lot, ItemKind.REQUIREMENT).code == "E3"


@pytest.mark.parametrize("kind", [ItemKind.AWARD, ItemKind.CONTRACT, ItemKind.SELECTION])
def test_only_a_knock_out_becomes_a_requirement(kind):
    lot = cast.lot()

    with pytest.raises(KeyError):
        add(lot, kind)

    assert lot.requirements.count() == 1


def test_a_published_lot_gets_no_new_requirement():
    lot = cast.lot()
    cast.published(lot.tender)

    with pytest.raises(FrozenTender):
        add(lot, ItemKind.REQUIREMENT)

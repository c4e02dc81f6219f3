import pytest

from tenders.models import Lot
from tenders.services.criteria import add_criteria, copy_criteria
from tenders.snapshots import lot_snapshot
from tests import cast

pytestmark = pytest.mark.django_db


def empty_lot(of=None) -> Lot:
    return Lot.objects.create(tender=of or cast.tender(reference="T-2"), number=9, title="Leeg")


def test_copying_a_lot_copies_the_whole_tree():
    source, target = cast.lot(), empty_lot()

    copy_criteria(source=source, target=target, at=cast.NOW, actor=None)

    copied = {c.code: (c.title, str(c.weight), c.parent and c.parent.code) for c in target.criteria.all()}
    assert copied == {
        "P": ("Prijs", "60.0000", None),
        "K": ("Service", "15.0000", None),
        "D": ("Duurzaamheid", "25.0000", None),
        "D1": ("CO2-voetafdruk", "25.0000", "D"),
    }
    assert target.criteria.get(code="K").levels.count() == 3


def test_a_copy_scores_exactly_like_its_source():
    source = cast.lot()
    target = cast.lot(cast.tender(reference="T-3"))
    target.criteria.all().delete()

    copy_criteria(source=source, target=target, at=cast.NOW, actor=None)

    assert lot_snapshot(target).lots[0].criteria == lot_snapshot(source).lots[0].criteria


def test_a_code_that_is_taken_gets_a_number():
    source = cast.lot()
    criteria = lot_snapshot(source).lots[0].criteria

    add_criteria(lot=source, criteria=criteria[:1], source="catalogus", at=cast.NOW, actor=None)

    assert list(source.criteria.filter(title="Prijs").values_list("code", flat=True)) == ["P", "P-2"]


def test_a_copy_of_a_copy_keeps_its_catalogue_item_the_evidence_behind_it_and_its_theme():
    source, target = cast.lot(), cast.lot(cast.tender(reference="T-3"))
    target.criteria.all().delete()
    back = empty_lot()
    source.criteria.filter(code="D1").update(catalogue_code="hw-1", evidence_kind="product_footprint")

    copy_criteria(source=source, target=target, at=cast.NOW, actor=None)
    copy_criteria(source=target, target=back, at=cast.NOW, actor=None)

    kept = {c.code: (c.catalogue_code, c.evidence_kind, c.theme) for c in back.criteria.all()}
    nothing = ("", "", "")
    assert kept == {
        "P": nothing, "K": nothing, "D": nothing, "D1": ("hw-1", "product_footprint", "climate"),
    }  # fmt: skip

from decimal import Decimal

import pytest

from procurement.organisations.models import Role
from tenders.models import Publication
from tenders.scoring.files import from_json
from tenders.services.criteria import copy_criteria
from tenders.services.publish import FrozenTender, NotPublishable, is_frozen, publish
from tests import cast

pytestmark = pytest.mark.django_db


def test_publishing_freezes_the_criteria_under_a_hash():
    lot = cast.lot()
    officer = cast.person(Role.OFFICER)

    publication = publish(tender=lot.tender, at=cast.NOW, actor=officer)

    assert is_frozen(lot.tender)
    assert len(publication.digest) == 64
    assert from_json(publication.snapshot).lots[0].criteria[0].title == "Prijs"


def test_a_tender_whose_weights_do_not_add_up_is_not_published():
    lot = cast.lot()
    lot.criteria.filter(code="P").update(weight=Decimal("55"))

    with pytest.raises(NotPublishable) as refused:
        publish(tender=lot.tender, at=cast.NOW, actor=cast.person(Role.OFFICER))

    [problem] = refused.value.problems
    assert problem.message.nl == "De gewichten van perceel 1 tellen op tot 95%. Nog 5% te verdelen."
    assert Publication.objects.count() == 0


def test_a_published_tender_is_not_published_again():
    lot = cast.lot()
    officer = cast.person(Role.OFFICER)
    publish(tender=lot.tender, at=cast.NOW, actor=officer)

    with pytest.raises(FrozenTender):
        publish(tender=lot.tender, at=cast.NOW, actor=officer)


def test_nothing_is_added_to_a_published_lot():
    source = cast.lot()
    frozen = cast.lot(cast.tender(reference="T-2"))
    publish(tender=frozen.tender, at=cast.NOW, actor=cast.person(Role.OFFICER))

    with pytest.raises(FrozenTender):
        copy_criteria(source=source, target=frozen, at=cast.NOW, actor=None)

    assert frozen.criteria.count() == 4

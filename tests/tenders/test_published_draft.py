"""The draft that the legality check reads, out of a publication: what was frozen and nothing else."""

import pytest

from tenders.legal_draft import draft_from, legal_draft
from tenders.models import Requirement
from tenders.publication.model import Published
from tenders.published_form import stored_form
from tests import cast
from tests.legality import answer

pytestmark = pytest.mark.django_db


def test_a_publication_gives_the_draft_that_its_rows_gave() -> None:
    lot = cast.lot()
    text = "De inschrijver leverde in de afgelopen drie jaar ten minste 600 laptops."
    kind = Requirement.Kind.SUITABILITY
    Requirement.objects.create(lot=lot, position=2, kind=kind, code="G1", title="Ervaring", text=text)
    answer(lot.tender, "bidders", suitability=[{"code": "G1", "kind": "reference", "years": "3"}])
    publication = cast.published(lot.tender)

    found = draft_from(lot.tender, stored_form(publication), today=cast.NOW.date())

    assert found == legal_draft(lot.tender, today=cast.NOW.date())
    assert found is not None
    assert [(each.code, each.kind, each.text) for each in found.legal.bidders.suitability] == [
        ("G1", "reference", text)
    ]


def test_a_publication_of_before_answers_gives_none() -> None:
    form = stored_form(cast.published(cast.lot().tender))

    bare = Published(tender=form.tender, terms=None)

    assert draft_from(cast.tender(reference="T-2"), bare, today=cast.NOW.date()) is None

"""A document says what was published, whatever happens to the rows; an old version says what its rows say."""

import json
from datetime import date

import pytest

from tenders.models import Criterion, Lot, Publication, Tender
from tenders.reports.edition import Edition
from tenders.services.editions import edition_of, origin_of
from tests import cast
from tests.guards import lift_guards

pytestmark = pytest.mark.django_db


def test_particulars_and_cards_come_from_the_publication() -> None:
    tender = cast.lot().tender
    cast.published(tender)
    published = edition_of(tender, language="nl")

    lift_guards("tenders_tender")
    lift_guards("tenders_lot")
    Tender.objects.update(deadline=None, nature="services", contract_end=date(2040, 1, 1))
    Lot.objects.update(scorecard_rules=[{"part": "energy"}], suitability_parts=["energy"])

    assert edition_of(Tender.objects.get(), language="nl") == published


def test_where_a_criterion_came_from_is_published_too() -> None:
    tender = cast.lot().tender
    Criterion.objects.filter(code="D1").update(catalogue_code="hw-award-co2-production-transport")
    cast.published(tender)
    published = origin_of(tender)

    lift_guards("tenders_criterion")
    Criterion.objects.update(catalogue_code="")

    assert origin_of(tender) == published


def test_a_version_from_before_the_terms_were_part_of_it_takes_those_of_the_rows() -> None:
    tender = cast.lot().tender
    now = edition_of_version_without_terms(cast.published(tender))

    assert now.particulars.deadline == cast.DEADLINE
    assert now.cards.keys() == {"1"}


def test_the_edition_of_an_earlier_version_is_still_that_version() -> None:
    tender = cast.lot().tender
    first = cast.published(tender)

    assert edition_of(tender, language="nl", publication=first).digest == first.digest


def edition_of_version_without_terms(publication: Publication) -> Edition:
    stored = json.loads(publication.snapshot)
    del stored["publication"]
    publication.snapshot = json.dumps(stored)
    return edition_of(publication.tender, language="nl", publication=publication)

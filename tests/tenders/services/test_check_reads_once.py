"""The check before publication reads the draft once, however many of its parts look at it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from procurement.organisations.models import Role
from tenders.services.check import before_publication, draft_digest
from tenders.services.facts import facts_of
from tests import cast

pytestmark = pytest.mark.django_db


def test_the_facts_of_a_draft_take_one_reading() -> None:
    lot = cast.lot()

    with CaptureQueriesContext(connection) as asked:
        facts_of(lot, at=cast.PUBLISHED_AT, actor=cast.person(Role.OFFICER))

    assert sum('FROM "tenders_criterionlevel"' in each["sql"] for each in asked) == 1


def test_what_was_checked_is_known_by_its_digest() -> None:
    lot = cast.lot()

    assert before_publication(lot.tender, at=cast.PUBLISHED_AT).digest == draft_digest(lot.tender)

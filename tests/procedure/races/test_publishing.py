"""Publishing and changing at one moment, on PostgreSQL, in real processes: what was published stands."""

from decimal import Decimal
from functools import partial

import pytest
from django.db import transaction
from django.db.utils import IntegrityError

from procurement.organisations.models import Role
from tenders.models import Criterion, CriterionLevel, Lot, Publication, Requirement, Tender
from tenders.published_form import form_digest
from tenders.services.criteria import copy_criteria
from tenders.services.phases import Refused
from tenders.services.publish import publish
from tenders.services.rule import save_rule
from tests import cast
from tests.side_by_side import PEOPLE, REFUSED, Work, together

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]

TOGETHER_HALF = 0.05  # seconds between a change and its commit, so that the other comes in between


def publish_now() -> None:
    publish(tender=Tender.objects.get(), at=cast.PUBLISHED_AT, actor=cast.person(Role.OFFICER))


def set_the_rule() -> None:
    save_rule(
        lot=Lot.objects.get(), rule={"points": Decimal(1000)}, at=cast.PUBLISHED_AT,
        actor=cast.person(Role.OFFICER),
    )  # fmt: skip


def add_a_criterion() -> None:
    lot = Lot.objects.get()
    copy_criteria(source=lot, target=lot, at=cast.PUBLISHED_AT, actor=cast.person(Role.OFFICER))


def by_statement(change: Work) -> None:
    """A change that asks nobody and stays open for a moment, as a statement by hand would."""
    try:
        with transaction.atomic():
            change()
            transaction.get_connection().cursor().execute("SELECT pg_sleep(%s)", [TOGETHER_HALF])
    except IntegrityError:
        raise Refused([]) from None


CHANGES: dict[str, Work] = {
    "the rule": set_the_rule,
    "a criterion is added": add_a_criterion,
    "the text of a criterion": partial(
        by_statement, lambda: Criterion.objects.filter(code="K").update(description="Anders.")
    ),
    "a level of a scale": partial(
        by_statement, lambda: CriterionLevel.objects.filter(code="goed").update(description="Anders.")
    ),
    "a requirement is removed": partial(by_statement, lambda: Requirement.objects.all().delete()),
    "the deadline": partial(
        by_statement, lambda: Tender.objects.update(deadline=cast.DEADLINE.replace(hour=12))
    ),
}


@pytest.mark.parametrize("change", CHANGES)
def test_published_is_what_the_rows_are(change: str) -> None:
    """Before it, the approval no longer fits; after it, the tender is frozen."""
    cast.approved(cast.lot().tender)
    works = [publish_now, CHANGES[change]] * 2

    codes = together(*works)

    published = Publication.objects.filter(version=1).first()
    assert set(codes) <= {0, REFUSED}
    assert codes[0::2].count(0) == (published is not None)
    assert (codes[1::2].count(0) == 0) == (published is not None)
    assert published is None or published.digest == form_digest(Tender.objects.get())


def test_four_people_publish_one_version() -> None:
    cast.approved(cast.lot().tender)

    codes = together(*[publish_now] * PEOPLE)

    assert sorted(codes, key=str) == [0] + [REFUSED] * (PEOPLE - 1)
    assert Publication.objects.count() == 1

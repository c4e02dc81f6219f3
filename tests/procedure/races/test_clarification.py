"""People who work on one nota at one moment, on PostgreSQL, in real processes: everything takes its turn."""

from decimal import Decimal

import pytest
from django.contrib.auth.models import User

from tenders.models import Clarification, Lot, Publication, Tender
from tenders.published_form import form_digest
from tenders.services.clarification_publishing import publish_clarification
from tenders.services.clarifications import discard_clarification, start_clarification
from tenders.services.rule import save_rule
from tests.clarifying import AT, asked, officer, ready
from tests.side_by_side import PEOPLE, REFUSED, together

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def _officer() -> User:
    return User.objects.get(username="officer.amaranth")


def start() -> None:
    start_clarification(tender=Tender.objects.get(), at=AT, actor=_officer())


def publish() -> None:
    publish_clarification(clarification=Clarification.objects.get(), at=AT, actor=_officer())


def change_the_rule() -> None:
    save_rule(lot=Lot.objects.get(), rule={"points": Decimal(1000)}, at=AT, actor=_officer())


def discard() -> None:
    discard_clarification(clarification=Clarification.objects.get(), reason="Nee.", at=AT, actor=_officer())


def test_one_of_many_starts_the_nota() -> None:
    asked()
    officer()

    codes = together(*[start] * PEOPLE)

    assert sorted(codes) == [0] + [REFUSED] * (PEOPLE - 1)  # type: ignore[type-var]
    assert Clarification.objects.count() == 1


def test_a_nota_is_published_once() -> None:
    ready(is_substantial=False)

    codes = together(*[publish] * PEOPLE)

    assert sorted(codes) == [0] + [REFUSED] * (PEOPLE - 1)  # type: ignore[type-var]
    assert sorted(Publication.objects.values_list("version", flat=True)) == [1, 2]


def test_a_change_comes_before_publishing_or_not_at_all() -> None:
    """Before it, the approval no longer fits; after it, the tender is frozen."""
    ready(is_substantial=False)

    published, changed = together(publish, change_the_rule)

    assert sorted([published, changed]) == [0, REFUSED]  # type: ignore[type-var]
    newest = Publication.objects.order_by("-version").first()
    assert newest is not None
    assert (newest.version == 2) == (published == 0)
    assert (newest.digest == form_digest(Tender.objects.get())) == (published == 0)


def test_published_or_discarded_and_never_both() -> None:
    ready(is_substantial=False)

    codes = together(publish, discard)

    row, newest = Clarification.objects.get(), Publication.objects.order_by("-version").first()
    assert newest is not None
    assert sorted(codes) == [0, REFUSED]  # type: ignore[type-var]
    assert (row.published_at is None) != (row.discarded_at is None)
    assert newest.digest == form_digest(Tender.objects.get())

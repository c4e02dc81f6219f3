"""People who work on one nota at one moment, on PostgreSQL, in real processes: everything takes its turn."""

import multiprocessing
from collections.abc import Callable
from decimal import Decimal

import pytest
from django.contrib.auth.models import User
from django.db import connections

from tenders.models import Clarification, Lot, Publication, Tender
from tenders.published_form import form_digest
from tenders.services.clarification_publishing import publish_clarification
from tenders.services.clarifications import discard_clarification, start_clarification
from tenders.services.frozen import FrozenTender
from tenders.services.phases import Refused
from tenders.services.rule import save_rule
from tests.clarifying import AT, asked, officer, ready

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]

REFUSED = 9
PEOPLE = 4


def together(*works: Callable[[], None]) -> list[int | None]:
    """Run each work in a process of its own; gives their exit codes."""
    connections.close_all()
    context = multiprocessing.get_context("fork")
    processes = [context.Process(target=_alone, args=(work,)) for work in works]
    for each in processes:
        each.start()
    for each in processes:
        each.join(60)
    return [each.exitcode for each in processes]


def _alone(work: Callable[[], None]) -> None:
    try:
        work()
    except (Refused, FrozenTender):
        raise SystemExit(REFUSED) from None
    finally:
        connections.close_all()


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

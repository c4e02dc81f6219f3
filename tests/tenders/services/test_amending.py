"""Documents open for change, put back exactly as they were, and closed by the database."""

from decimal import Decimal

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from tenders.models import (
    Assessor,
    Assignment,
    Clarification,
    Criterion,
    Lot,
    Publication,
    PublishedDocument,
    Tender,
)
from tenders.published_form import form_digest
from tenders.services.amending import rows_of, start_amending, stop_amending
from tenders.services.clarification_publishing import publish_clarification
from tenders.services.clarifications import discard_clarification
from tenders.services.coming_version import changes_of
from tenders.services.frozen import is_frozen
from tests.clarifying import AT, LATER, QUESTION, amended, officer, ready, started, write

pytestmark = pytest.mark.django_db


def test_after_publication_the_database_is_closed_again() -> None:
    publish_clarification(clarification=ready(is_substantial=False), at=AT, actor=officer())

    with pytest.raises(DatabaseError, match="frozen"), transaction.atomic():
        Criterion.objects.filter(code="P").update(title="Anders")


@pytest.mark.parametrize("undo", ["stop", "discard"])
def test_undone_the_rows_are_exactly_what_they_were(undo: str) -> None:
    row = started()
    assigned = _assigned(row.tender)
    before, digest = rows_of(row.tender), form_digest(row.tender)
    start_amending(clarification=row, at=AT, actor=officer())
    turn_upside_down(row.tender)
    assert form_digest(row.tender) != digest

    if undo == "stop":
        stop_amending(clarification=row, at=AT, actor=officer())
    else:
        discard_clarification(clarification=row, reason="Niet nodig.", at=AT, actor=officer())

    assert rows_of(Tender.objects.get()) == before
    assert form_digest(Tender.objects.get()) == digest == Publication.objects.get().digest
    assert is_frozen(row.tender)
    assert Assignment.objects.get() == assigned


def test_the_difference_names_the_place_the_old_and_the_new() -> None:
    row = amended()
    row.new_deadline = LATER

    told = [(each.place.nl, each.old.nl, each.new.nl) for each in changes_of(row)]

    assert told == [
        (
            "Perceel 1 › K Service › omschrijving",
            "Een plan voor het herstellen van de laptops.",
            "Wij vragen een plan.",
        ),
        ("uiterste tijdstip van inschrijving", "30 oktober 2026, 12:00 uur", "13 november 2026, 12:00 uur"),
    ]


def test_a_closed_nota_never_changes_in_the_database() -> None:
    row = started()
    write(row, QUESTION)
    publish_clarification(clarification=row, at=AT, actor=officer())

    for change in (
        lambda: Clarification.objects.update(reason="Anders"),
        lambda: Clarification.objects.all().delete(),
        lambda: row.questions.update(answer="Nee."),
        lambda: row.questions.all().delete(),
        lambda: row.questions.create(position=2, question="Nog een?"),
    ):
        with pytest.raises(DatabaseError, match="a record never changes"), transaction.atomic():
            change()


def test_the_database_knows_one_open_nota_a_tender() -> None:
    tender = started().tender

    with pytest.raises(IntegrityError), transaction.atomic():
        Clarification.objects.create(tender=tender, number=9, opened_at=AT)


def test_published_documents_never_change() -> None:
    publish_clarification(clarification=ready(is_substantial=False), at=AT, actor=officer())

    with pytest.raises(DatabaseError, match="a record never changes"), transaction.atomic():
        PublishedDocument.objects.update(content=b"")


def turn_upside_down(tender: Tender) -> None:
    """Change, add, remove, swap codes and hang a kept criterion under a new group."""
    lot = Lot.objects.get(tender=tender)
    Lot.objects.filter(pk=lot.pk).update(points=Decimal(1000), ties=[], falling_away="keep")
    lot.criteria.filter(code="P").update(code="#")
    lot.criteria.filter(code="K").update(code="P")
    lot.criteria.filter(code="#").update(code="K")
    group = lot.criteria.create(code="G", title="Groep", weight=Decimal(60), position=9)
    lot.criteria.filter(code="P").update(parent=group, weight=Decimal("14.5"))
    lot.criteria.get(code="D1").delete()
    service = lot.criteria.get(code="P")
    service.levels.filter(code="matig").delete()
    service.levels.create(
        position=9, code="slecht", title="Slecht", share=Decimal(0), description="Is slecht."
    )
    lot.requirements.all().delete()
    lot.requirements.create(kind="suitability", code="E1", title="Anders", text="Anders.")


def _assigned(tender: Tender) -> Assignment:
    """Somebody will score a criterion that the change hangs elsewhere."""
    lot = Lot.objects.get(tender=tender)
    assessor = Assessor.objects.create(lot=lot, letter="A", seed="x")
    return Assignment.objects.create(assessor=assessor, criterion=lot.criteria.get(code="K"))

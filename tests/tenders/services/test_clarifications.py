"""The nota van inlichtingen: one at a time, with the documents open, published as a new version or undone."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from django.contrib.auth.models import User
from django.db import DatabaseError, IntegrityError, transaction

from procurement.audit.models import Event
from procurement.organisations.models import Role
from tenders.models import Clarification, Criterion, Lot, Publication, PublishedDocument, Tender
from tenders.procedure.phases import Phase
from tenders.published_form import form_digest
from tenders.services.amending import rows_of, start_amending, stop_amending
from tenders.services.clarification_publishing import approve_changes, changes_of, publish_clarification
from tenders.services.clarifications import (
    Asked,
    Grounds,
    discard_clarification,
    save_clarification,
    start_clarification,
    version_of,
)
from tenders.services.frozen import is_frozen
from tenders.services.phases import Refused
from tests import cast

pytestmark = pytest.mark.django_db

AT = datetime(2026, 10, 5, 8, 0, tzinfo=UTC)
LATER = cast.DEADLINE + timedelta(days=14)
QUESTION = Asked(place="Bijlage, 2.1", question="Mag het ook in grijs?", answer="Ja.")


def test_a_nota_is_started_in_the_round_of_questions_and_numbered() -> None:
    tender = _asked()

    row = start_clarification(tender=tender, at=AT, actor=_officer())

    assert (row.number, row.is_open, row.is_amending) == (1, True, False)
    assert Event.objects.latest("sequence").action == "clarification.started"


@pytest.mark.parametrize("phase", [Phase.PUBLISHED, Phase.SUBMISSION, Phase.OPENING])
def test_in_another_phase_no_nota_is_started(phase: Phase) -> None:
    tender = cast.lot().tender
    cast.published(tender, phase)

    with pytest.raises(Refused) as refused:
        start_clarification(tender=tender, at=AT, actor=_officer())

    [reason] = refused.value.reasons
    assert reason.nl.startswith("Een nota van inlichtingen kan alleen in de fase ‘Nota van inlichtingen’.")


def test_one_nota_is_open_at_a_time() -> None:
    tender = _asked()
    start_clarification(tender=tender, at=AT, actor=_officer())

    with pytest.raises(Refused) as refused:
        start_clarification(tender=tender, at=AT, actor=_officer())

    assert [reason.nl for reason in refused.value.reasons] == [
        "Nota 1 staat nog open. Publiceer of verwerp haar eerst."
    ]


@pytest.mark.parametrize("role", [Role.LAWYER, Role.JUROR, Role.CONTRACT_MANAGER])
def test_others_start_no_nota(role: Role) -> None:
    with pytest.raises(Refused):
        start_clarification(tender=_asked(), at=AT, actor=cast.person(role))

    assert Clarification.objects.count() == 0


def test_a_superuser_starts_no_nota() -> None:
    with pytest.raises(Refused):
        start_clarification(tender=_asked(), at=AT, actor=User.objects.create_superuser("beheer"))


def test_two_windows_do_not_overwrite_each_other() -> None:
    row = _started()
    seen = version_of(row)
    _save(row, QUESTION, seen=seen)

    with pytest.raises(Refused) as refused:
        _save(row, Asked(question="Iets anders?"), seen=seen)

    assert [question.question for question in row.questions.all()] == [QUESTION.question]
    assert refused.value.reasons[0].nl.startswith("Niet opgeslagen: iemand anders")


def test_answers_alone_leave_the_version_as_it_is() -> None:
    row = _started()
    _save(row, QUESTION)

    publication = publish_clarification(clarification=row, at=AT, actor=_officer())

    assert (publication.version, Publication.objects.count()) == (1, 1)
    assert sorted(publication.documents.values_list("name", "language"))[-2:] == [
        ("overeenkomst.docx", "en"),
        ("overeenkomst.docx", "nl"),
    ]
    assert publication.documents.filter(name="nota-van-inlichtingen-1.docx").count() == 2
    row.refresh_from_db()
    assert row.published_at == AT


def test_a_change_needs_a_reason_a_word_on_its_weight_and_a_lawyer() -> None:
    row = _amended()

    with pytest.raises(Refused) as refused:
        publish_clarification(clarification=row, at=AT, actor=_officer())

    assert [reason.nl for reason in refused.value.reasons] == [
        "Schrijf op waarom u de stukken of het tijdstip wijzigt.",
        "Zeg of de stukken aanzienlijk wijzigen (art. 2.73 Aw 2012).",
        "Een jurist heeft deze gewijzigde versie nog niet goedgekeurd.",
    ]
    assert Publication.objects.count() == 1


def test_a_change_becomes_the_next_version_with_its_documents() -> None:
    row = _ready(is_substantial=False)
    first = Publication.objects.get()

    second = publish_clarification(clarification=row, at=AT, actor=_officer())

    assert (second.version, second.clarification, second.made_at) == (2, row, AT)
    assert second.digest != first.digest
    assert second.digest == form_digest(Tender.objects.get())
    assert set(second.documents.values_list("name", flat=True)) == {
        "gunningscriteria.docx", "nota-van-inlichtingen-1.docx", "overeenkomst.docx",
    }  # fmt: skip
    assert is_frozen(row.tender)


def test_the_log_tells_of_both_digests() -> None:
    row = _ready(is_substantial=False)
    first = Publication.objects.get()

    second = publish_clarification(clarification=row, at=AT, actor=_officer())

    event = Event.objects.get(action="clarification.published")
    assert (first.digest in event.details, second.digest in event.details) == (True, True)


def test_after_publication_the_database_is_closed_again() -> None:
    publish_clarification(clarification=_ready(is_substantial=False), at=AT, actor=_officer())

    with pytest.raises(DatabaseError, match="frozen"), transaction.atomic():
        Criterion.objects.filter(code="P").update(title="Anders")


def test_an_approval_of_another_version_does_not_count() -> None:
    row = _ready(is_substantial=False)
    Criterion.objects.filter(code="K").update(description="Nog iets anders.")

    with pytest.raises(Refused) as refused:
        publish_clarification(clarification=row, at=AT, actor=_officer())

    assert [reason.nl for reason in refused.value.reasons] == [
        "Een jurist heeft deze gewijzigde versie nog niet goedgekeurd."
    ]


def test_who_approved_does_not_publish() -> None:
    row = _amended()
    both = cast.person(Role.LAWYER)
    cast.give_role(user=both, organisation=cast.organisation(), role=Role.OFFICER)
    _save(row, grounds=Grounds(reason="Fout hersteld.", is_substantial=False))
    approve_changes(clarification=row, at=AT, actor=both)

    with pytest.raises(Refused) as refused:
        publish_clarification(clarification=row, at=AT, actor=both)

    assert refused.value.reasons[0].nl.startswith("U hebt deze gewijzigde versie zelf goedgekeurd.")


def test_an_officer_approves_no_change() -> None:
    with pytest.raises(Refused):
        approve_changes(clarification=_amended(), at=AT, actor=_officer())


def test_nothing_changed_is_nothing_to_approve() -> None:
    row = _started()
    start_amending(clarification=row, at=AT, actor=_officer())

    with pytest.raises(Refused):
        approve_changes(clarification=row, at=AT, actor=cast.person(Role.LAWYER))


def test_a_substantial_change_moves_the_deadline() -> None:
    row = _amended()
    _save(row, grounds=Grounds(reason="Zwaarder gewicht.", is_substantial=True))
    approve_changes(clarification=row, at=AT, actor=cast.person(Role.LAWYER))

    with pytest.raises(Refused) as refused:
        publish_clarification(clarification=row, at=AT, actor=_officer())

    assert [reason.nl[:34] for reason in refused.value.reasons] == ["De stukken wijzigen aanzienlijk. K"]


def test_with_a_later_deadline_it_is_published_and_the_deadline_holds() -> None:
    row = _ready(is_substantial=True, new_deadline=LATER)

    second = publish_clarification(clarification=row, at=AT, actor=_officer())

    assert Tender.objects.get().deadline == second.deadline == LATER
    assert second.digest == form_digest(Tender.objects.get())


def test_a_later_deadline_alone_needs_no_lawyer() -> None:
    row = _started()
    _save(row, grounds=Grounds(reason="Storing bij het platform.", new_deadline=LATER))

    second = publish_clarification(clarification=row, at=AT, actor=_officer())

    assert (second.version, Tender.objects.get().deadline) == (2, LATER)
    assert is_frozen(row.tender)


def test_a_late_nota_moves_the_deadline() -> None:
    row, nine_days_before = _started(), cast.DEADLINE - timedelta(days=9)
    _save(row, QUESTION)

    with pytest.raises(Refused) as refused:
        publish_clarification(clarification=row, at=nine_days_before, actor=_officer())

    assert [reason.nl[:44] for reason in refused.value.reasons] == [
        "De nota komt minder dan 10 dagen voor het ui"
    ]


def test_in_urgency_four_days_before_the_deadline_are_enough() -> None:
    row = _urgent()

    publish_clarification(clarification=row, at=cast.DEADLINE - timedelta(days=4), actor=_officer())

    row.refresh_from_db()
    assert row.published_at is not None


def test_in_urgency_three_days_are_not() -> None:
    row = _urgent()

    with pytest.raises(Refused) as refused:
        publish_clarification(clarification=row, at=cast.DEADLINE - timedelta(days=3), actor=_officer())

    assert refused.value.reasons[0].nl.startswith("De nota komt minder dan 4 dagen voor")


@pytest.mark.parametrize("moved", [timedelta(0), -timedelta(minutes=1)])
def test_the_deadline_moves_later_only(moved: timedelta) -> None:
    row = _started()
    _save(row, grounds=Grounds(reason="Sneller.", new_deadline=cast.DEADLINE + moved))

    with pytest.raises(Refused) as refused:
        publish_clarification(clarification=row, at=AT, actor=_officer())

    assert [reason.nl for reason in refused.value.reasons] == [
        "Het nieuwe uiterste tijdstip moet later zijn dan 30 oktober 2026, 12:00 uur."
    ]


def test_after_the_deadline_no_nota_is_published() -> None:
    row, late = _started(), cast.DEADLINE + timedelta(milliseconds=1)
    _save(row, QUESTION, grounds=Grounds(reason="Te laat.", new_deadline=LATER))

    with pytest.raises(Refused) as refused:
        publish_clarification(clarification=row, at=late, actor=_officer())

    assert refused.value.reasons[0].nl.startswith("Het uiterste tijdstip van inschrijving is voorbij")
    assert Tender.objects.get().deadline == cast.DEADLINE


def test_an_unanswered_question_is_not_published() -> None:
    row = _started()
    _save(row, Asked(question="En nu?"))

    with pytest.raises(Refused) as refused:
        publish_clarification(clarification=row, at=AT, actor=_officer())

    assert [reason.nl for reason in refused.value.reasons] == [
        "Vragen zonder antwoord: 1. Beantwoord ze of haal ze weg."
    ]


def test_faulty_documents_are_neither_approved_nor_published() -> None:
    row = _amended()
    Criterion.objects.filter(code="P").update(weight=Decimal(50), method="")

    with pytest.raises(Refused):
        approve_changes(clarification=row, at=AT, actor=cast.person(Role.LAWYER))
    with pytest.raises(Refused) as refused:
        publish_clarification(clarification=row, at=AT, actor=_officer())

    assert [r.nl[:44] for r in refused.value.reasons][:1] == ["De gewijzigde stukken hebben nog open punten"]


@pytest.mark.parametrize("undo", ["stop", "discard"])
def test_undone_the_rows_are_exactly_what_they_were(undo: str) -> None:
    row = _started()
    before, digest = rows_of(row.tender), form_digest(row.tender)
    start_amending(clarification=row, at=AT, actor=_officer())
    _turn_upside_down(row.tender)
    assert form_digest(row.tender) != digest

    if undo == "stop":
        stop_amending(clarification=row, at=AT, actor=_officer())
    else:
        discard_clarification(clarification=row, reason="Niet nodig.", at=AT, actor=_officer())

    assert rows_of(Tender.objects.get()) == before
    assert form_digest(Tender.objects.get()) == digest == Publication.objects.get().digest
    assert is_frozen(row.tender)


def test_a_discarded_nota_needs_a_reason_and_frees_the_way_for_the_next() -> None:
    row = _started()
    with pytest.raises(Refused):
        discard_clarification(clarification=row, reason=" ", at=AT, actor=_officer())

    discard_clarification(clarification=row, reason="Dubbel.", at=AT, actor=_officer())

    assert start_clarification(tender=row.tender, at=AT, actor=_officer()).number == 2


def test_a_closed_nota_is_not_worked_on() -> None:
    row = _started()
    discard_clarification(clarification=row, reason="Dubbel.", at=AT, actor=_officer())

    for work in (start_amending, publish_clarification):
        with pytest.raises(Refused):
            work(clarification=row, at=AT, actor=_officer())


def test_the_difference_names_the_place_the_old_and_the_new() -> None:
    row = _amended()
    row.new_deadline = LATER

    told = [(each.place.nl, each.old.nl, each.new.nl) for each in changes_of(row)]

    assert told == [
        ("Perceel 1 › K Service › omschrijving", "–", "Wij vragen een plan."),
        ("uiterste tijdstip van inschrijving", "30 oktober 2026, 12:00 uur", "13 november 2026, 12:00 uur"),
    ]


def test_a_closed_nota_never_changes_in_the_database() -> None:
    row = _started()
    _save(row, QUESTION)
    publish_clarification(clarification=row, at=AT, actor=_officer())

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
    tender = _started().tender

    with pytest.raises(IntegrityError), transaction.atomic():
        Clarification.objects.create(tender=tender, number=9, opened_at=AT)


def test_published_documents_never_change() -> None:
    publish_clarification(clarification=_ready(is_substantial=False), at=AT, actor=_officer())

    with pytest.raises(DatabaseError, match="a record never changes"), transaction.atomic():
        PublishedDocument.objects.update(content=b"")


def _officer() -> User:
    return cast.person(Role.OFFICER)


def _asked() -> Tender:
    """Published, in the round of questions."""
    tender = cast.lot().tender
    cast.published(tender, Phase.CLARIFICATION)
    return tender


def _started() -> Clarification:
    return start_clarification(tender=_asked(), at=AT, actor=_officer())


def _urgent() -> Clarification:
    lot = cast.lot()
    Tender.objects.update(urgency="De levering ligt stil.")
    cast.published(Tender.objects.get(), Phase.CLARIFICATION)
    row = start_clarification(tender=lot.tender, at=AT, actor=_officer())
    _save(row, QUESTION)
    return row


def _save(row: Clarification, *questions: Asked, grounds: Grounds | None = None, seen: str = "") -> None:
    save_clarification(
        clarification=row,
        questions=questions,
        grounds=grounds or Grounds(),
        seen=seen or version_of(row),
        at=AT,
        actor=_officer(),
    )


def _amended() -> Clarification:
    """With one change that is not approved."""
    row = start_amending(clarification=_started(), at=AT, actor=_officer())
    Criterion.objects.filter(code="K").update(description="Wij vragen een plan.")
    return row


def _ready(*, is_substantial: bool, new_deadline: datetime | None = None) -> Clarification:
    row = _amended()
    grounds = Grounds(reason="Fout hersteld.", is_substantial=is_substantial, new_deadline=new_deadline)
    _save(row, grounds=grounds)
    row.refresh_from_db()
    approve_changes(clarification=row, at=AT, actor=cast.person(Role.LAWYER))
    return row


def _turn_upside_down(tender: Tender) -> None:
    """Change, add, remove, swap codes and hang a kept criterion under a new group."""
    lot = Lot.objects.get(tender=tender)
    Lot.objects.filter(pk=lot.pk).update(points=Decimal(1000), ties=[], falling_away="keep")
    lot.criteria.filter(code="P").update(code="#")
    lot.criteria.filter(code="K").update(code="P")
    lot.criteria.filter(code="#").update(code="K")
    group = lot.criteria.create(code="G", title="Groep", weight=Decimal(60), position=9)
    lot.criteria.filter(code="K").update(parent=group, weight=Decimal("59.5"))
    lot.criteria.get(code="D1").delete()
    service = lot.criteria.get(code="P")
    service.levels.filter(code="matig").delete()
    service.levels.create(
        position=9, code="slecht", title="Slecht", share=Decimal(0), description="Is slecht."
    )
    lot.requirements.all().delete()
    lot.requirements.create(kind="suitability", code="E1", title="Anders", text="Anders.")

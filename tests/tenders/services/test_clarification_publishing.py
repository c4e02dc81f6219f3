"""Publishing a nota: what stands in the way, the next version, the approval of a lawyer."""

from datetime import timedelta
from decimal import Decimal

import pytest

from procurement.audit.models import Event
from procurement.organisations.access_resets import record_reset
from procurement.organisations.models import Role
from procurement.organisations.roles import give_role
from tenders.models import Criterion, Publication, Tender
from tenders.published_form import form_digest
from tenders.services.amending import start_amending
from tenders.services.clarification_publishing import approve_changes, publish_clarification
from tenders.services.clarifications import (
    Asked,
    Grounds,
)
from tenders.services.frozen import is_frozen
from tenders.services.phases import Refused
from tests import cast
from tests.clarifying import AT, QUESTION, WHY_NOT, amended, officer, ready, started, write

pytestmark = pytest.mark.django_db


def test_answers_alone_leave_the_version_as_it_is() -> None:
    row = started()
    write(row, QUESTION)

    publication = publish_clarification(clarification=row, at=AT, actor=officer())

    assert (publication.version, Publication.objects.count()) == (1, 1)
    assert sorted(publication.documents.values_list("name", "language"))[-2:] == [
        ("overeenkomst.docx", "en"),
        ("overeenkomst.docx", "nl"),
    ]
    assert publication.documents.filter(name="nota-van-inlichtingen-1.docx").count() == 2
    row.refresh_from_db()
    assert row.published_at == AT


def test_a_change_needs_a_reason_a_word_on_its_weight_and_a_lawyer() -> None:
    row = amended()

    with pytest.raises(Refused) as refused:
        publish_clarification(clarification=row, at=AT, actor=officer())

    assert [reason.nl for reason in refused.value.reasons] == [
        "Schrijf op waarom u de stukken of het tijdstip wijzigt.",
        "Zeg of de stukken aanzienlijk wijzigen (art. 2.73 Aw 2012).",
        "Een jurist heeft deze gewijzigde versie nog niet goedgekeurd.",
    ]
    assert Publication.objects.count() == 1


def test_a_change_becomes_the_next_version_with_its_documents() -> None:
    row = ready(is_substantial=False)
    first = Publication.objects.get()

    second = publish_clarification(clarification=row, at=AT, actor=officer())

    assert (second.version, second.clarification, second.made_at) == (2, row, AT)
    assert second.digest != first.digest
    assert second.digest == form_digest(Tender.objects.get())
    assert set(second.documents.values_list("name", flat=True)) == {
        "gunningscriteria.docx", "nota-van-inlichtingen-1.docx", "overeenkomst.docx",
    }  # fmt: skip
    assert is_frozen(row.tender)


def test_the_log_tells_of_both_digests() -> None:
    row = ready(is_substantial=False)
    first = Publication.objects.get()

    second = publish_clarification(clarification=row, at=AT, actor=officer())

    event = Event.objects.get(action="clarification.published")
    assert (first.digest in event.details, second.digest in event.details) == (True, True)


def test_an_approval_of_another_version_does_not_count() -> None:
    row = ready(is_substantial=False)
    Criterion.objects.filter(code="K").update(description="Nog iets anders.")

    with pytest.raises(Refused) as refused:
        publish_clarification(clarification=row, at=AT, actor=officer())

    assert [reason.nl for reason in refused.value.reasons] == [
        "Een jurist heeft deze gewijzigde versie nog niet goedgekeurd."
    ]


def test_who_approved_does_not_publish() -> None:
    row = amended()
    both = cast.person(Role.LAWYER)
    give_role(user=both, organisation=cast.organisation(), role=Role.OFFICER)
    write(row, grounds=Grounds(reason="Fout hersteld.", is_substantial=False, why_not_substantial=WHY_NOT))
    approve_changes(clarification=row, at=AT, actor=both)

    with pytest.raises(Refused) as refused:
        publish_clarification(clarification=row, at=AT, actor=both)

    assert refused.value.reasons[0].nl.startswith("U hebt deze gewijzigde versie zelf goedgekeurd.")


def test_an_officer_approves_no_change() -> None:
    with pytest.raises(Refused):
        approve_changes(clarification=amended(), at=AT, actor=officer())


def test_nothing_changed_is_nothing_to_approve() -> None:
    row = started()
    start_amending(clarification=row, at=AT, actor=officer())

    with pytest.raises(Refused):
        approve_changes(clarification=row, at=AT, actor=cast.person(Role.LAWYER))


def test_an_unanswered_question_is_not_published() -> None:
    row = started()
    write(row, Asked(question="En nu?"))

    with pytest.raises(Refused) as refused:
        publish_clarification(clarification=row, at=AT, actor=officer())

    assert [reason.nl for reason in refused.value.reasons] == [
        "Vragen zonder antwoord: 1. Beantwoord ze of haal ze weg."
    ]


def test_faulty_documents_are_neither_approved_nor_published() -> None:
    row = amended()
    Criterion.objects.filter(code="P").update(weight=Decimal(50), method="")

    with pytest.raises(Refused):
        approve_changes(clarification=row, at=AT, actor=cast.person(Role.LAWYER))
    with pytest.raises(Refused) as refused:
        publish_clarification(clarification=row, at=AT, actor=officer())

    assert [r.nl[:44] for r in refused.value.reasons][:1] == ["De gewijzigde stukken hebben nog open punten"]


@pytest.mark.parametrize(("after", "may"), [(timedelta(days=2), False), (timedelta(days=31), True)])
def test_who_reset_the_access_of_the_lawyer_does_not_publish_for_thirty_days(
    after: timedelta, may: bool
) -> None:
    row, lawyer = ready(is_substantial=False), cast.person(Role.LAWYER)
    record_reset(account=lawyer, way="second_factor", at=AT - after, actor=officer())

    if may:
        assert publish_clarification(clarification=row, at=AT, actor=officer()).version == 2
        return
    with pytest.raises(Refused) as refused:
        publish_clarification(clarification=row, at=AT, actor=officer())

    assert [reason.nl.split(" heeft")[0] for reason in refused.value.reasons] == [
        "Van u en wie deze gewijzigde versie goedkeurde"
    ]


def test_whose_access_was_reset_today_approves_no_change() -> None:
    lawyer = cast.person(Role.LAWYER)
    record_reset(account=lawyer, way="second_factor", at=AT - timedelta(hours=1), actor=officer())

    with pytest.raises(Refused, match="uw toegang hersteld"):
        approve_changes(clarification=amended(), at=AT, actor=lawyer)

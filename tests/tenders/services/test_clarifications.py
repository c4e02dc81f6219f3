"""Writing a nota van inlichtingen: one at a time, by the right people, in the round of questions."""

import pytest
from django.contrib.auth.models import User

from procurement.audit.models import Event
from procurement.organisations.models import Role
from tenders.models import Clarification
from tenders.procedure.phases import Phase
from tenders.services.amending import start_amending
from tenders.services.clarification_publishing import publish_clarification
from tenders.services.clarifications import (
    Asked,
    discard_clarification,
    start_clarification,
    version_of,
)
from tenders.services.phases import Refused
from tests import cast
from tests.clarifying import AT, QUESTION, asked, officer, started, write

pytestmark = pytest.mark.django_db


def test_a_nota_is_started_in_the_round_of_questions_and_numbered() -> None:
    tender = asked()

    row = start_clarification(tender=tender, at=AT, actor=officer())

    assert (row.number, row.is_open, row.is_amending) == (1, True, False)
    assert Event.objects.latest("sequence").action == "clarification.started"


@pytest.mark.parametrize("phase", [Phase.PUBLISHED, Phase.SUBMISSION, Phase.OPENING])
def test_in_another_phase_no_nota_is_started(phase: Phase) -> None:
    tender = cast.lot().tender
    cast.published(tender, phase)

    with pytest.raises(Refused) as refused:
        start_clarification(tender=tender, at=AT, actor=officer())

    [reason] = refused.value.reasons
    assert reason.nl.startswith("Een nota van inlichtingen kan alleen in de fase ‘Nota van inlichtingen’.")


def test_one_nota_is_open_at_a_time() -> None:
    tender = asked()
    start_clarification(tender=tender, at=AT, actor=officer())

    with pytest.raises(Refused) as refused:
        start_clarification(tender=tender, at=AT, actor=officer())

    assert [reason.nl for reason in refused.value.reasons] == [
        "Nota 1 staat nog open. Publiceer of verwerp haar eerst."
    ]


@pytest.mark.parametrize("role", [Role.LAWYER, Role.JUROR, Role.CONTRACT_MANAGER])
def test_others_start_no_nota(role: Role) -> None:
    with pytest.raises(Refused):
        start_clarification(tender=asked(), at=AT, actor=cast.person(role))

    assert Clarification.objects.count() == 0


def test_a_superuser_starts_no_nota() -> None:
    with pytest.raises(Refused):
        start_clarification(tender=asked(), at=AT, actor=User.objects.create_superuser("beheer"))


def test_two_windows_do_not_overwrite_each_other() -> None:
    row = started()
    seen = version_of(row)
    write(row, QUESTION, seen=seen)

    with pytest.raises(Refused) as refused:
        write(row, Asked(question="Iets anders?"), seen=seen)

    assert [question.question for question in row.questions.all()] == [QUESTION.question]
    assert refused.value.reasons[0].nl.startswith("Niet opgeslagen: iemand anders")


def test_a_discarded_nota_needs_a_reason_and_frees_the_way_for_the_next() -> None:
    row = started()
    with pytest.raises(Refused):
        discard_clarification(clarification=row, reason=" ", at=AT, actor=officer())

    discard_clarification(clarification=row, reason="Dubbel.", at=AT, actor=officer())

    assert start_clarification(tender=row.tender, at=AT, actor=officer()).number == 2


def test_a_closed_nota_is_not_worked_on() -> None:
    row = started()
    discard_clarification(clarification=row, reason="Dubbel.", at=AT, actor=officer())

    for work in (start_amending, publish_clarification):
        with pytest.raises(Refused):
            work(clarification=row, at=AT, actor=officer())

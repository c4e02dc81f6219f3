"""Short ways to a nota van inlichtingen that is started, written, changed or ready to be published."""

from datetime import UTC, datetime, timedelta

from django.contrib.auth.models import User

from procurement.organisations.models import Role
from tenders.models import Clarification, Criterion, Tender
from tenders.procedure.phases import Phase
from tenders.services.amending import start_amending
from tenders.services.clarification_publishing import approve_changes
from tenders.services.clarifications import (
    Asked,
    Grounds,
    save_clarification,
    start_clarification,
    version_of,
)
from tests import cast

AT = datetime(2026, 10, 5, 8, 0, tzinfo=UTC)
WHY_NOT = "Geen bieder had hierdoor een ander plan geschreven: het ontbrekende woord was duidelijk."
LATER = cast.DEADLINE + timedelta(days=14)
QUESTION = Asked(place="Bijlage, 2.1", question="Mag het ook in grijs?", answer="Ja.")


def officer() -> User:
    return cast.person(Role.OFFICER)


def asked() -> Tender:
    """Published, in the round of questions."""
    tender = cast.lot().tender
    cast.published(tender, Phase.CLARIFICATION)
    return tender


def started() -> Clarification:
    return start_clarification(tender=asked(), at=AT, actor=officer())


def write(row: Clarification, *questions: Asked, grounds: Grounds | None = None, seen: str = "") -> None:
    save_clarification(
        clarification=row,
        questions=questions,
        grounds=grounds or Grounds(),
        seen=seen or version_of(row),
        at=AT,
        actor=officer(),
    )


def amended() -> Clarification:
    """With one change that is not approved."""
    row = start_amending(clarification=started(), at=AT, actor=officer())
    Criterion.objects.filter(code="K").update(description="Wij vragen een plan.")
    return row


def ready(*, is_substantial: bool, new_deadline: datetime | None = None) -> Clarification:
    row = amended()
    grounds = Grounds(
        reason="Fout hersteld.",
        is_substantial=is_substantial,
        why_not_substantial="" if is_substantial else WHY_NOT,
        new_deadline=new_deadline,
    )
    write(row, grounds=grounds)
    row.refresh_from_db()
    approve_changes(clarification=row, at=AT, actor=cast.person(Role.LAWYER))
    return row


def urgent() -> Clarification:
    lot = cast.lot()
    Tender.objects.update(urgency="De levering ligt stil.")
    cast.published(Tender.objects.get(), Phase.CLARIFICATION)
    row = start_clarification(tender=lot.tender, at=AT, actor=officer())
    write(row, QUESTION)
    return row

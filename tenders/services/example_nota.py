"""The one nota van inlichtingen of the example: questions that change nothing in the documents."""

from datetime import datetime

from django.contrib.auth.models import User

from tenders.models import Tender
from tenders.services.clarification_publishing import publish_clarification
from tenders.services.clarifications import (
    Asked,
    Grounds,
    save_clarification,
    start_clarification,
    version_of,
)

QUESTIONS = (
    Asked(
        place="Bijlage gunningscriteria, criterium D1",
        question="Mag de CO2-voetafdruk uit een rapport van vóór 2023 komen?",
        answer="Ja, als het rapport over precies het aangeboden model gaat en de methode wordt genoemd.",
    ),
    Asked(
        place="Bijlage gunningscriteria, criterium D3.1",
        question="Telt een laptop met alleen een nieuwe accu als gereviseerd?",
        answer="Nee. De laptop is getest, hersteld en met garantie opnieuw geleverd, zoals de bijlage zegt.",
    ),
    Asked(
        place="Conceptovereenkomst",
        question="Kunnen de leveringen over meer dan vier jaar worden gespreid?",
        answer="Nee. De looptijd in de stukken blijft gelden.",
    ),
)


def answer_questions(tender: Tender, *, at: datetime, actor: User) -> None:
    """Start, write and publish the nota at one moment."""
    row = start_clarification(tender=tender, at=at, actor=actor)
    save_clarification(
        clarification=row,
        questions=QUESTIONS,
        grounds=Grounds(),
        seen=version_of(row),
        at=at,
        actor=actor,
    )
    publish_clarification(clarification=row, at=at, actor=actor)

"""The example tender walks the whole procedure, with its people and on its dates, up to the ranking."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from procurement.organisations.models import Organisation
from tenders.example.model import Example
from tenders.example.reading import example
from tenders.models import Lot, Tender
from tenders.scoring import model
from tenders.services.evaluate import evaluate_lot
from tenders.services.example_bids import judge_admission, seal_offers
from tenders.services.example_draft import draft_of_example
from tenders.services.example_jury import agree_on_scores, appoint_panel, score_alone, take_minutes
from tenders.services.example_nota import answer_questions
from tenders.services.legal_check import approve
from tenders.services.publish import publish
from tenders.services.transitions import take_step

BETWEEN_TWO_SIGNATURES = timedelta(minutes=3)
A_MEETING = timedelta(minutes=50)


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """Who takes the steps; they hold these roles in the organisation."""

    officer: User
    lawyer: User
    project_lead: User
    assessors: tuple[User, ...]


@transaction.atomic
def load_example(*, organisation: Organisation, people: People) -> Tender:
    """The example tender with its bids, evaluated; one that is there already is left alone."""
    content = example()
    known = Tender.objects.filter(organisation=organisation, reference=content.tender.reference).first()
    if known is not None:
        return known
    tender = _published(content, organisation, people)
    pairs = list(zip(tender.lots.order_by("number"), content.tender.lots, strict=True))
    _opened(pairs, content, people)
    for done in (_admitted, _scored, _agreed):
        for lot, frozen in pairs:
            done(lot, frozen, content, people)
    _ranked([lot for lot, _ in pairs], content, people)
    return tender


def _at(day: date, hour: int, minute: int = 0) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(hour, minute)))


def _published(content: Example, organisation: Organisation, people: People) -> Tender:
    at = _at(content.procedure.publication, 9)
    tender = draft_of_example(content, organisation, at=at - timedelta(days=7), actor=people.officer)
    first = tender.lots.earliest("number")
    take_step(lot=first, code="ask-legal-check", at=at - timedelta(days=5), actor=people.officer)
    approve(tender=tender, at=at - timedelta(days=3), actor=people.lawyer)
    publish(tender=tender, at=at, actor=people.officer)
    return tender


def _opened(pairs: list[tuple[Lot, model.Lot]], content: Example, people: People) -> None:
    dates, first = content.procedure, pairs[0][0]
    asked = _at(dates.publication, 12)
    take_step(lot=first, code="open-clarification", at=asked, actor=people.officer)
    answer_questions(first.tender, at=_at(dates.clarifications, 15), actor=people.officer)
    take_step(lot=first, code="close-clarification", at=_at(dates.clarifications, 16), actor=people.officer)
    seal_offers(pairs, content, actor=people.officer)
    _two_sign(first, "open-bids", dates.opening, people.officer, people.project_lead)


def _admitted(lot: Lot, frozen: model.Lot, content: Example, people: People) -> None:
    judged = _at(content.procedure.opening.date() + timedelta(days=3), 14)
    judge_admission(lot, frozen, content, at=judged, actor=people.officer)
    appoint_panel(lot, people.assessors, at=judged, actor=people.officer)
    take_step(lot=lot, code="start-assessment", at=judged, actor=people.officer)


def _scored(lot: Lot, frozen: model.Lot, content: Example, people: People) -> None:
    at = _at(content.procedure.assessment_until - timedelta(days=3), 15)
    score_alone(lot, frozen, content, people.assessors, at=at)


def _agreed(lot: Lot, frozen: model.Lot, content: Example, people: People) -> None:
    """The panel meets on the lots one after the other."""
    met = _at(content.procedure.assessment_until, 9 + lot.number)
    take_step(lot=lot, code="start-consensus", at=met, actor=people.officer)
    agree_on_scores(lot, frozen, at=met, actor=people.officer)
    take_minutes(lot, at=met, actor=people.officer)
    take_step(lot=lot, code="lock-scores", at=met + A_MEETING, actor=people.officer)


def _ranked(lots: Sequence[Lot], content: Example, people: People) -> None:
    opening = content.procedure.price_opening
    for place, lot in enumerate(lots):
        at = _at(opening, 9, 50) + place * BETWEEN_TWO_SIGNATURES
        _two_sign(lot, "open-prices", at, people.officer, people.lawyer)
    for lot in lots:
        evaluate_lot(lot=lot, at=_at(opening, 10), actor=people.officer)


def _two_sign(lot: Lot, code: str, at: datetime, one: User, other: User) -> None:
    take_step(lot=lot, code=code, at=at, actor=one)
    take_step(lot=lot, code=code, at=at + BETWEEN_TWO_SIGNATURES, actor=other)

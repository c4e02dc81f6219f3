"""Steps of the legality check in tests: answering, asking, approving, deviating with a reason."""

from datetime import datetime
from typing import Any

import pytest

from procurement.organisations.models import Role
from tenders.lint.severity import Severity
from tenders.models import LegalAnswers, LegalReason, Lot, Tender
from tenders.services.check import before_publication
from tenders.services.legal_answers import answers_version, save_answers
from tenders.services.legal_check import approve
from tenders.services.legal_reasons import About, give_reason
from tenders.services.legality import checked
from tenders.services.phases import Refused
from tenders.services.publish import publish
from tenders.services.transitions import take_step
from tests import cast

AT = cast.PUBLISHED_AT


def answer(tender: Tender, topic: str, **answers: Any) -> None:
    """As the officer fills them in, beside the lawful ones."""
    kept = LegalAnswers.objects.get(tender=tender).answers.get(topic, {})
    save_answers(
        tender=tender,
        topic=topic,
        answers={**kept, **answers},
        seen=answers_version(tender, topic),
        at=AT,
        actor=cast.person(Role.OFFICER),
    )


def ask(lot: Lot, at: datetime = AT) -> None:
    take_step(lot=lot, code="ask-legal-check", at=at, actor=cast.person(Role.OFFICER))


def refusal(step: Any) -> list[str]:
    with pytest.raises(Refused) as refused:
        step()
    return [reason.nl for reason in refused.value.reasons]


def approval(lot: Lot) -> Any:
    return lambda: approve(tender=lot.tender, at=AT, actor=cast.person(Role.LAWYER))


def publication(lot: Lot, at: datetime = AT) -> Any:
    return lambda: publish(tender=lot.tender, at=at, actor=cast.person(Role.OFFICER))


def deviating() -> tuple[Lot, About]:
    """A draft that needs the reason of a lawyer: a firm-wide certificate at the award."""
    lot = cast.lot()
    lot.criteria.filter(code="D1").update(
        description="De inschrijver met een certificaat volgens ISO 14001 of gelijkwaardig krijgt punten."
    )
    [finding] = before_publication(lot.tender, at=AT).unreasoned
    return lot, about_place(lot.tender, finding.place)


def about_place(tender: Tender, place: str) -> About:
    _, report = checked(tender, at=AT)
    [(rule, found)] = [each for each in report.open(Severity.MOTIVATE) if each[1].place == place]
    return About(rule.code, found.place, found.quote)


def give(lot: Lot, about: About, text: str = "Wij kopen het beheer van deze opdracht.") -> LegalReason:
    return give_reason(tender=lot.tender, about=about, text=text, at=AT, actor=cast.person(Role.LAWYER))

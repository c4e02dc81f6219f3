"""A sentence that the check offers is accepted in one act: the text changes there, and nowhere else."""

import json
from typing import Any

import pytest

from procurement.audit.models import Event
from procurement.organisations.models import Role
from tenders.lint.finding import Rewrite
from tenders.models import LegalAnswers, Lot, Requirement
from tenders.services.frozen import FrozenTender
from tenders.services.legal_reasons import About
from tenders.services.legal_rewrites import accept_rewrite
from tenders.services.legality import checked
from tests import cast
from tests.legality import AT, answer, refusal

pytestmark = pytest.mark.django_db

BARE = "Gemeten volgens IEC 62623."
LAWFUL = "Gemeten volgens IEC 62623 of gelijkwaardig."


def offered(lot: Lot) -> tuple[About, str]:
    """The only rewrite that the check offers."""
    _, report = checked(lot.tender, at=AT)
    [(rule, found)] = [
        (judged.rule, finding)
        for judged in report.judged
        for finding in judged.open
        if isinstance(finding.fix, Rewrite)
    ]
    assert isinstance(found.fix, Rewrite)
    return About(rule.code, found.place, found.quote), found.fix.new


def accept(lot: Lot) -> str:
    about, new = offered(lot)
    return accept_rewrite(tender=lot.tender, about=about, new=new, at=AT, actor=cast.person(Role.OFFICER))


def in_a_criterion(lot: Lot) -> Any:
    lot.criteria.filter(code="D1").update(description=f"Laptops. {BARE} Met onderhoud.")
    return lambda: lot.criteria.get(code="D1").description


def in_a_level(lot: Lot) -> Any:
    levels = lot.criteria.get(code="K").levels
    levels.filter(code="voldoende").update(description=f"Laptops. {BARE} Met onderhoud.")
    return lambda: levels.get(code="voldoende").description


def in_a_requirement(lot: Lot) -> Any:
    """A suitability requirement stands before it: the check does not count that one among the demands."""
    _suitability(lot, "De inschrijver is ingeschreven in een beroepsregister.", position=0)
    lot.requirements.filter(code="E1").update(text=f"Laptops. {BARE} Met onderhoud.")
    return lambda: lot.requirements.get(code="E1").text


def in_a_suitability_requirement(lot: Lot) -> Any:
    _suitability(lot, f"Laptops. {BARE} Met onderhoud.", position=2)
    return lambda: lot.requirements.get(code="G1").text


def in_an_answer(lot: Lot) -> Any:
    conditions = [
        {"code": "C1", "text": "Terugname.", "link": "De laptops.", "in_documents": True},
        {
            "code": "C2",
            "text": f"Laptops. {BARE} Met onderhoud.",
            "link": "De laptops.",
            "in_documents": True,
        },
    ]
    answer(lot.tender, "agreement", conditions=conditions)
    return lambda: LegalAnswers.objects.get().answers["agreement"]["conditions"][1]["text"]


def _suitability(lot: Lot, text: str, position: int) -> None:
    kind = Requirement.Kind.SUITABILITY
    Requirement.objects.create(lot=lot, position=position, kind=kind, code="G1", title="Eis", text=text)
    answer(lot.tender, "bidders", suitability=[{"code": "G1", "kind": "other", "reason": "Nodig."}])


@pytest.mark.parametrize(
    "put",
    [
        in_a_criterion,
        in_a_level,
        in_a_requirement,
        in_a_suitability_requirement,
        in_an_answer,
    ],
)
def test_the_sentence_changes_where_it_stands_and_the_rest_of_the_text_stays(put: Any) -> None:
    lot = cast.lot()
    now = put(lot)

    after = accept(lot)

    assert now() == after == f"Laptops. {LAWFUL} Met onderhoud."


def test_one_event_tells_what_it_said_and_what_it_says() -> None:
    lot = cast.lot()
    in_a_criterion(lot)
    events = Event.objects.count()

    accept(lot)

    event = Event.objects.order_by("sequence").last()
    assert event is not None
    details = json.loads(event.details)
    assert (Event.objects.count() - events, event.action) == (1, "legal_rewrite.accepted")
    assert (details["before"], details["after"]) == (
        f"Laptops. {BARE} Met onderhoud.",
        f"Laptops. {LAWFUL} Met onderhoud.",
    )


@pytest.mark.parametrize("change", ["other words", "another offer", "another place", "another rule"])
def test_what_the_page_showed_and_is_not_there_any_more_changes_nothing(change: str) -> None:
    lot = cast.lot()
    in_a_criterion(lot)
    about, new = offered(lot)
    if change == "other words":
        lot.criteria.filter(code="D1").update(description="Gemeten volgens EN 50564.")
    if change == "another place":
        about = About(about.rule, "lots[0].criteria[7].account.link", about.quote)
    if change == "another rule":
        about = About("L99", about.place, about.quote)
    if change == "another offer":
        new = "De prijs telt niet."
    before = lot.criteria.get(code="D1").description

    told = refusal(
        lambda: accept_rewrite(
            tender=lot.tender, about=about, new=new, at=AT, actor=cast.person(Role.OFFICER)
        )
    )

    assert told == ["Niet gewijzigd: de tekst is intussen anders. Lees de toets opnieuw."]
    assert lot.criteria.get(code="D1").description == before


def test_what_was_published_takes_no_rewrite() -> None:
    lot = cast.lot()
    cast.published(lot.tender)

    with pytest.raises(FrozenTender):
        accept_rewrite(
            tender=lot.tender,
            about=About("L10", "subject"),
            new=LAWFUL,
            at=cast.NOW,
            actor=cast.person(Role.OFFICER),
        )

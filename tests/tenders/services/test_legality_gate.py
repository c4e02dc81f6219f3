"""Nothing is approved or published while the legality check finds something unlawful in it."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction

from procurement.organisations.models import Role
from tenders.legal_statements import reasons_given
from tenders.models import LegalAnswers, LegalReason, Publication
from tenders.procedure.phases import Phase
from tenders.publication.form import read_published
from tenders.services.amending import start_amending, stop_amending
from tenders.services.check import before_publication, draft_digest
from tenders.services.clarifications import start_clarification
from tenders.services.legal_check import judgements_of
from tenders.services.legal_reasons import take_back_reason
from tests import cast
from tests.legality import AT, answer, approval, ask, deviating, give, publication, refusal

pytestmark = pytest.mark.django_db


def test_the_lawful_draft_has_nothing_in_the_way() -> None:
    found = before_publication(cast.lot().tender, at=AT)

    assert (found.problems, found.unreasoned) == ((), ())


def test_what_blocks_keeps_the_draft_from_the_lawyer_and_names_rule_and_place() -> None:
    lot = cast.lot()
    lot.criteria.filter(code="P").update(link="")

    [problem] = before_publication(lot.tender, at=AT).unreasoned

    assert problem.place == "lots[0].criteria[0].account.link"
    assert problem.message.nl.startswith("L04 Elk gunningscriterium gaat over wat u koopt: ")
    answer(lot.tender, "documents", free_and_complete=False)
    assert refusal(lambda: ask(lot)) == ["De toets heeft nog open punten: 1. Los ze eerst op."]


def test_a_deviation_goes_to_the_lawyer_who_cannot_approve_before_the_reason_is_there() -> None:
    lot, about = deviating()
    ask(lot)

    before = refusal(approval(lot))
    give(lot, about)
    approval(lot)()
    publication(lot)()

    assert before == ["1 punten van de juridische toets wachten op een motivering van een jurist."]
    assert Publication.objects.count() == 1


def test_a_reason_that_is_taken_back_voids_the_approval() -> None:
    lot, about = deviating()
    ask(lot)
    give(lot, about)
    approval(lot)()

    take_back_reason(tender=lot.tender, about=about, at=AT, actor=cast.person(Role.LAWYER))

    assert [judged.still_fits for judged in judgements_of(lot.tender)] == [False]
    assert reasons_given(lot.tender) == ()
    assert "1 punten van de juridische toets wachten op een motivering van een jurist." in refusal(
        publication(lot)
    )


def test_an_answer_that_changes_after_the_approval_voids_it() -> None:
    lot = cast.lot()
    ask(lot)
    approval(lot)()

    answer(lot.tender, "contract", public_value="Scholen krijgen gereviseerde laptops en lessen.")

    assert refusal(publication(lot)) == [
        "Een jurist heeft deze versie nog niet goedgekeurd. Vraag om de juridische toets."
    ]


def test_a_draft_is_not_published_before_the_day_that_the_planning_names() -> None:
    lot = cast.lot()
    answer(lot.tender, "planning", notice_sent="2026-09-15")
    ask(lot)
    approval(lot)()

    early = refusal(publication(lot))

    assert [reason[:57] for reason in early] == ["De aankondiging staat in de planning op 15-09-2026. Publi"]
    assert publication(lot, AT + timedelta(days=1))()


def test_the_publication_holds_answers_and_reasons() -> None:
    lot, about = deviating()
    give(lot, about)
    ask(lot)
    approval(lot)()

    terms = read_published(publication(lot)().snapshot).terms

    assert terms is not None
    assert terms.legal.documents.guide_assessed is True
    assert [(reason.rule, reason.text) for reason in terms.reasons] == [
        (about.rule, "Wij kopen het beheer van deze opdracht.")
    ]


@pytest.mark.parametrize("table", [LegalAnswers, LegalReason])
def test_the_database_keeps_answers_and_reasons_of_a_published_tender(table: Any) -> None:
    lot, about = deviating()
    give(lot, about)
    cast.published(lot.tender)

    for change in (
        lambda: table.objects.all().delete(),
        lambda: table.objects.update(tender=lot.tender),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_a_nota_that_is_given_up_leaves_no_trace_in_answers_and_reasons() -> None:
    lot, about = deviating()
    give(lot, about)
    cast.published(lot.tender, phase=Phase.CLARIFICATION)
    officer, before = cast.person(Role.OFFICER), draft_digest(lot.tender)
    nota = start_clarification(tender=lot.tender, at=cast.NOW - timedelta(days=20), actor=officer)
    start_amending(clarification=nota, at=cast.NOW, actor=officer)
    answer(lot.tender, "market_advice", took_place=True)
    take_back_reason(tender=lot.tender, about=about, at=cast.NOW, actor=cast.person(Role.LAWYER))
    changed = draft_digest(lot.tender)

    stop_amending(clarification=nota, at=cast.NOW, actor=officer)

    assert changed != before == draft_digest(lot.tender)
    assert LegalReason.objects.count() == 1

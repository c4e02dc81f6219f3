"""What the legality check reads of the rows of a tender."""

from datetime import date

import pytest

from tenders.legal_draft import legal_draft
from tenders.legal_places import text_place
from tenders.models import LegalAnswers, Lot, Requirement
from tenders.services.check import before_publication
from tests import cast
from tests.legality import AT, answer

pytestmark = pytest.mark.django_db


def test_a_published_tender_is_read_with_the_law_of_its_day() -> None:
    lot = cast.lot()
    cast.published(lot.tender)

    draft = legal_draft(lot.tender, today=date(2029, 1, 1))

    assert (draft.on, draft.legal.planning.notice_sent) == (date(2026, 9, 14), date(2026, 9, 14))


def test_what_the_tender_says_is_not_asked_again() -> None:
    lot = cast.lot()
    cast.lot(lot.tender, number=2)

    legal = legal_draft(lot.tender, today=AT.date()).legal

    assert (legal.contract.authority, legal.contract.nature) == ("central", "supplies")
    assert (legal.contract.estimate, legal.course.kind) == (1_000_000, "open")
    assert legal.planning.bids_until == date(2026, 10, 30)
    assert [each.lot for each in legal.award.weights] == ["1", "2"]


def test_a_suitability_requirement_is_read_as_one_and_not_as_a_demand_on_the_offer() -> None:
    lot = cast.lot()
    Requirement.objects.create(
        lot=lot,
        position=2,
        kind=Requirement.Kind.SUITABILITY,
        code="G1",
        title="Ervaring",
        text="De inschrijver leverde in de afgelopen drie jaar ten minste 600 laptops.",
    )
    answer(lot.tender, "bidders", suitability=[{"code": "G1", "kind": "reference", "years": "3"}])

    draft = legal_draft(lot.tender, today=AT.date())

    [requirement] = draft.legal.bidders.suitability
    assert (requirement.kind, requirement.text[:14]) == ("reference", "De inschrijver")
    assert [each.code for each in draft.tender.lots[0].requirements] == ["E1"]


def test_answers_that_do_not_fit_the_questions_stand_in_the_way() -> None:
    lot = cast.lot()
    LegalAnswers.objects.filter(tender=lot.tender).update(answers={"contract": {"merged": "misschien"}})

    [problem] = before_publication(lot.tender, at=AT).problems

    assert problem.place == "legal.contract.merged"


def test_a_number_of_lots_that_is_not_estimated_is_no_estimate() -> None:
    lot = cast.lot()
    Lot.objects.filter(pk=lot.pk).update(estimated_value=None)

    assert legal_draft(lot.tender, today=AT.date()).legal.contract.estimate is None


@pytest.mark.parametrize(
    "place",
    [
        "lots[7].criteria[0].title",
        "lots[0].criteria[9].title",
        "lots[0].criteria[2].children[4].title",
        "lots[0].criteria[1].levels[9].description",
        "lots[0].requirements[5].text",
        "lots[0].award.points",
        "legal.bidders.suitability[0].text",
        "legal.contract.estimate",
        "clauses.claims[0]",
        "",
    ],
)
def test_a_place_that_is_no_text_in_a_row_leads_to_none(place: str) -> None:
    assert text_place(cast.lot().tender, place) is None


def test_every_text_that_the_check_reads_is_found_in_its_row() -> None:
    lot = cast.lot()
    draft = legal_draft(lot.tender, today=AT.date())

    found = {each.place: text_place(lot.tender, each.place) for each in draft.passages}

    assert {place: held and held.text for place, held in found.items()} == {
        each.place: each.text for each in draft.passages
    }
    assert len(found) == 22

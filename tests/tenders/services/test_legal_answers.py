"""Answers to the legal questions are kept by topic, as a tender file writes them, each change in the log."""

import json
from typing import Any

import pytest

from procurement.audit.models import Event
from procurement.organisations.models import Role
from tenders.legal_statements import stated_answers, stored_answers
from tenders.lint.draft.bidders import Shortlisting
from tenders.models import LegalAnswers, Tender
from tenders.scoring.files import UnreadableTender
from tenders.services.frozen import FrozenTender
from tenders.services.legal_answers import answers_version, save_answers
from tenders.services.phases import Refused
from tests import cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def tender() -> Tender:
    row = cast.lot().tender
    LegalAnswers.objects.all().delete()
    return row


def save(tender: Tender, topic: str, answers: dict[str, Any], seen: str | None = None) -> None:
    version = answers_version(tender, topic) if seen is None else seen
    officer = cast.person(Role.OFFICER)
    save_answers(tender=tender, topic=topic, answers=answers, seen=version, at=cast.NOW, actor=officer)


def saved_events() -> list[Event]:
    return list(Event.objects.filter(action="legal_answers.saved"))


def test_answers_are_kept_and_read_back(tender: Tender) -> None:
    save(tender, "contract", {"merged": True, "merged_reason": "Samenhang."})

    assert stored_answers(tender) == {"contract": {"merged": True, "merged_reason": "Samenhang."}}
    assert stated_answers(tender).contract.merged is True


def test_one_event_says_what_stood_there_and_what_stands_there_now(tender: Tender) -> None:
    save(tender, "contract", {"merged": True})
    save(tender, "contract", {"merged": False})

    first, second = (json.loads(event.details) for event in saved_events())
    assert (first["topic"], first["before"], first["after"]) == ("contract", {}, {"merged": True})
    assert (second["before"], second["after"]) == ({"merged": True}, {"merged": False})


def test_the_same_answers_are_no_change(tender: Tender) -> None:
    save(tender, "documents", {"kept_years": "7.50"})
    save(tender, "documents", {"kept_years": "7.5"})

    assert len(saved_events()) == 1


def test_other_topics_stay_as_they_are(tender: Tender) -> None:
    save(tender, "contract", {"merged": True})
    save(tender, "course", {"award_basis": "lowest_price"})
    save(tender, "contract", {})

    assert stored_answers(tender) == {"course": {"award_basis": "lowest_price"}}


def test_what_somebody_else_saved_meanwhile_is_not_overwritten(tender: Tender) -> None:
    seen = answers_version(tender, "contract")
    save(tender, "contract", {"merged": True})

    with pytest.raises(Refused):
        save(tender, "contract", {"merged": False}, seen)

    assert (stored_answers(tender), len(saved_events())) == ({"contract": {"merged": True}}, 1)


def test_another_topic_saved_meanwhile_is_no_obstacle(tender: Tender) -> None:
    seen = answers_version(tender, "contract")
    save(tender, "course", {"award_basis": "lowest_price"})

    save(tender, "contract", {"merged": False}, seen)

    assert stored_answers(tender)["contract"] == {"merged": False}


def test_after_publication_nothing_changes() -> None:
    tender = cast.lot().tender
    cast.published(tender)
    before = stored_answers(tender)

    with pytest.raises(FrozenTender):
        save(tender, "contract", {"merged": True})

    assert stored_answers(tender) == before


def test_an_unknown_topic_is_a_mistake_of_the_program(tender: Tender) -> None:
    with pytest.raises(KeyError):
        save(tender, "weather", {}, "x")


@pytest.mark.parametrize(
    ("answers", "place"),
    [
        ({"merged": "yes"}, "legal.contract.merged"),
        ({"estimate_reason": 7}, "legal.contract.estimate_reason"),
        ({"products": ["boats"]}, "legal.contract.products[0]"),
        ({"weather": "fine"}, "legal.contract.weather"),
        ({"estimate": 1200}, "legal.contract.estimate"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_place(
    tender: Tender, answers: dict[str, Any], place: str
) -> None:
    with pytest.raises(UnreadableTender) as refused:
        save(tender, "contract", answers)

    assert [problem.place for problem in refused.value.problems] == [place]
    assert (stored_answers(tender), saved_events()) == ({}, [])


def test_what_the_tender_says_itself_is_not_kept(tender: Tender) -> None:
    requirement = {"code": "E2", "text": "Omzet.", "turnover": "1000"}
    save(tender, "contract", {"estimate": "1", "nature": "works", "authority": "other", "merged": False})
    save(tender, "award", {"weights": [{"lot": "1", "style": "exact"}]})
    save(tender, "bidders", {"suitability": [requirement]})

    assert stored_answers(tender) == {
        "contract": {"merged": False},
        "bidders": {"suitability": [{"code": "E2", "turnover": "1000"}]},
    }


def test_a_topic_that_applies_is_kept_before_anything_in_it_is_answered(tender: Tender) -> None:
    save(tender, "bidders", {"shortlisting": {}})

    assert stated_answers(tender).bidders.shortlisting == Shortlisting()

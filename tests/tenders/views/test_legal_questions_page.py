"""The legal questions on the screen: kept as they are stated, refused with nothing lost."""

from typing import Any

import pytest
from django.urls import reverse
from lxml import html

from procurement.audit.models import Event
from tenders.models import LegalAnswers, Tender
from tenders.views.legal_questions import ASKED
from tests import cast, clarifying
from tests.signing_in import client_of
from tests.tenders.views.legal_pages import filled_in, post, stored, url

pytestmark = pytest.mark.django_db


@pytest.fixture
def tender() -> Tender:
    return cast.lot().tender


@pytest.mark.parametrize("topic", ASKED)
def test_a_page_that_is_saved_as_it_stands_changes_nothing(tender: Tender, topic: str) -> None:
    before = stored(tender)

    answer = post(tender, topic)

    assert answer.status_code == 302
    assert (stored(tender), Event.objects.filter(action="legal_answers.saved").count()) == (before, 0)


def test_answers_are_kept_in_the_format_of_the_tender_file(tender: Tender) -> None:
    changed: dict[str, Any] = {
        "bought_apart": "yes",
        "products": ["computers", "ai"],
        "estimate_reason": "Eerst.\r\nDan.",
    }

    post(tender, "contract", **changed)

    kept = stored(tender)["contract"]
    assert kept["bought_apart"] is True
    assert (kept["products"], kept["estimate_reason"]) == (["computers", "ai"], "Eerst.\nDan.")


def test_what_is_asked_later_is_not_on_the_page(tender: Tender) -> None:
    names = filled_in(client_of().get(url(tender, "planning")))
    decision = client_of().get(url(tender, "decision"))

    assert "clarifications_until" in names
    assert names.keys() & {"changed_substantially", "extended_days"} == set()
    assert decision.status_code == 404


def test_an_answer_that_is_not_asked_here_is_kept(tender: Tender) -> None:
    post(tender, "planning", electronic="no")

    kept = stored(tender)["planning"]
    assert (kept["electronic"], kept["changed_substantially"]) == (False, False)


def test_next_leads_to_the_next_topic_and_from_the_last_one_to_the_check(tender: Tender) -> None:
    answers = [post(tender, topic, act="next") for topic in (ASKED[0], ASKED[-1])]

    assert [answer["Location"] for answer in answers] == [
        url(tender, ASKED[1]),
        reverse("tenders:legality", args=[tender.pk]),
    ]


@pytest.mark.parametrize(
    ("topic", "field", "value", "says"),
    [
        ("documents", "kept_years", "NaN", "‘NaN’ is geen getal"),
        ("documents", "kept_years", "1e400", "‘1e400’ is geen getal"),
        ("documents", "kept_years", "7.5", "‘7.5’ is niet duidelijk"),
        ("documents", "kept_years", "9" * 16, "is te lang"),
        ("documents", "guide_reason", "x" * 2_000_000, "20000 tekens"),
        ("documents", "guide_reason", "a\x00b", "onzichtbare stuurtekens"),
        ("documents", "guide_reason", "a\x07b", "onzichtbare stuurtekens"),
        ("documents", "guide_reason", "a\u202eb", "leesrichting"),
        ("documents", "not_online_ground", "because", "Selecteer een geldige keuze"),
        ("documents", "free_and_complete", "maybe", "Selecteer een geldige keuze"),
        ("contract", "products", ["computers", "boats"], "Selecteer een geldige keuze"),
        ("planning", "notice_sent", "31-02-2026", "Voer een geldige datum in"),
        ("planning", "notice_sent", "9999-12-31", "Kies een datum van 2000 tot en met 2199"),
        ("notice", "criteria", ["P", "Z9"], "Selecteer een geldige keuze"),
    ],
)
def test_what_does_not_fit_is_refused_at_its_question_and_nothing_is_lost(
    tender: Tender, topic: str, field: str, value: Any, says: str
) -> None:
    before = stored(tender)

    page = post(tender, topic, **{field: value})

    read = html.fromstring(page.content.decode().replace("\x00", ""))
    alert = read.xpath('//section[@role="alert"]')[0]
    assert page.status_code == 422
    assert says in alert.text_content()
    assert alert.xpath(".//a/@href") == [f"#legal-{topic}-{field}"]
    assert page.context["form"][field].data == value
    assert stored(tender) == before


def test_a_colleague_who_saved_first_is_not_overwritten_unread(tender: Tender) -> None:
    mine = filled_in(client_of().get(url(tender)))
    post(tender, "contract", merged="yes", merged_reason="Zij.")

    refused = client_of().post(url(tender), {**mine, "merged_reason": ["Ik."], "act": "save"})

    text = " ".join(refused.content.decode().split())
    assert (refused.status_code, stored(tender)["contract"]["merged_reason"]) == (409, "Zij.")
    assert filled_in(refused)["merged_reason"] == ["Ik."]
    assert "Een collega bewaarde intussen: Zij." in text
    assert "Een collega bewaarde intussen: ja" in text
    assert text.count("Een collega bewaarde intussen") == 2


def test_who_has_read_what_a_colleague_saved_may_save_again(tender: Tender) -> None:
    mine = filled_in(client_of().get(url(tender)))
    post(tender, "contract", merged_reason="Zij.")
    refused = client_of().post(url(tender), {**mine, "merged_reason": ["Ik."], "act": "save"})

    again = client_of().post(url(tender), {**filled_in(refused), "act": "save"})

    assert (again.status_code, stored(tender)["contract"]["merged_reason"]) == (302, "Ik.")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_number_survives_in_both_languages(tender: Tender, language: str) -> None:
    LegalAnswers.objects.update(answers={"documents": {"kept_years": "1250.5"}})
    client = client_of(language=language)

    client.post(url(tender, "documents"), {**filled_in(client.get(url(tender, "documents"))), "act": "save"})

    assert stored(tender) == {"documents": {"kept_years": "1250.5"}}


def test_a_form_that_asks_nothing_is_no_request(tender: Tender) -> None:
    assert client_of().post(url(tender), {"x": "1"}).status_code == 400


def test_a_nota_opens_the_answers_again_but_not_the_day_on_which_the_notice_went() -> None:
    tender = clarifying.amended().tender

    page = client_of().get(url(tender, "planning"))
    saved = post(tender, "planning", electronic="no")

    kept = stored(tender)["planning"]
    assert "notice_sent" not in filled_in(page)
    assert "uit de aanbesteding: 14-09-2026" in " ".join(page.content.decode().split())
    assert (saved.status_code, kept["electronic"], kept["notice_sent"]) == (302, False, "2026-09-14")

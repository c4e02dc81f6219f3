"""What the pages of the legal questions show, to whom, and in which language."""

import pytest
from django.urls import reverse
from lxml import html

from procurement.organisations.models import Role
from tenders.lint.questions import anchor_of
from tenders.models import Criterion, LegalAnswers, Requirement, Tender
from tenders.services.legal_answers import answers_version
from tenders.views.legal_questions import ASKED
from tests import cast
from tests.foreign import foreign_words
from tests.queries import queries
from tests.signing_in import client_of
from tests.tenders.views.legal_pages import filled_in, post, stored, url
from tests.visits import Page

pytestmark = pytest.mark.django_db


@pytest.fixture
def tender() -> Tender:
    return cast.lot().tender


def test_every_question_can_be_linked_to(tender: Tender) -> None:
    Requirement.objects.filter(lot__tender=tender).update(kind=Requirement.Kind.SUITABILITY)
    places = {
        "contract": ["legal.contract.estimate", "legal.contract.merged"],
        "bidders": [
            "legal.bidders.shortlisting",
            "legal.bidders.exclusion.look_back[0].years",
            "legal.bidders.suitability[0].turnover",
            "legal.bidders.proofs[0]",
        ],
        "award": ["legal.award.variants.allowed", "legal.award.weights", "legal.award.notes"],
    }

    for topic, wanted in places.items():
        page = html.fromstring(client_of().get(url(tender, topic)).content.decode())
        assert [place for place in wanted if page.get_element_by_id(anchor_of(place), None) is None] == []


def test_a_fact_of_the_tender_is_told_and_not_asked(tender: Tender) -> None:
    page = client_of().get(url(tender))

    assert "estimate" not in filled_in(page)
    assert "uit de aanbesteding: 500.000" in " ".join(page.content.decode().split())
    assert reverse("admin:tenders_tender_change", args=[tender.pk]) in page.content.decode()


def test_what_the_check_finds_stands_at_the_question_with_its_rule(tender: Tender) -> None:
    post(tender, "contract", one_lot_reason="")

    page = html.fromstring(client_of().get(url(tender)).content.decode())

    notes = page.get_element_by_id("legal-contract-one_lot_reason-notes")
    assert "L16: Nog niet beantwoord" in notes.text_content()
    assert notes.xpath(".//a/@href") == [reverse("tenders:legal_rule", args=["L16"])]
    assert page.get_element_by_id("in-one_lot_reason").get("aria-describedby") == notes.get("id")


def test_progress_counts_the_topics_without_a_missing_answer(tender: Tender) -> None:
    before = client_of().get(url(tender)).context["answered"]
    post(tender, "contract", one_lot_reason="", merged="open")

    after = client_of().get(url(tender))

    assert after.context["answered"] == before - 1
    assert [topic.open for topic in after.context["topics"] if topic.code == "contract"] == [2]
    assert f"{before - 1} van {len(ASKED)} onderwerpen beantwoord" in after.content.decode()


def test_questions_can_be_answered_before_the_check_can_read_the_tender() -> None:
    tender = cast.tender()

    page = client_of().get(url(tender))
    saved = post(tender, "contract", merged="yes")

    assert (page.status_code, page.context["answered"]) == (200, None)
    assert "De toets kan deze aanbesteding nog niet lezen" in page.content.decode()
    assert (saved.status_code, stored(tender)["contract"]["merged"]) == (302, True)


def test_questions_and_choices_are_in_the_language_of_the_reader(tender: Tender) -> None:
    page = client_of(language="en").get(url(tender)).content.decode()

    assert "Which product groups are bought?" in page
    assert "network equipment" in page


@pytest.mark.parametrize("role", [Role.LAWYER, Role.PROJECT_LEAD, Role.CONTRACT_MANAGER, Role.AUDITOR])
def test_who_may_not_edit_reads_the_answers_in_words(tender: Tender, role: Role) -> None:
    page = client_of(role).get(url(tender))
    refused = client_of(role).post(url(tender), {"act": "save", "seen": answers_version(tender, "contract")})

    text = page.content.decode()
    assert (page.status_code, refused.status_code, "<form method" in text) == (200, 403, True)
    assert 'id="questions"' not in text
    assert "<dd>computers en laptops" in text
    assert "<dd>nee" in text


def test_others_find_nothing_here(tender: Tender) -> None:
    elsewhere = client_of(of="Bellis").get(url(tender))
    juror = client_of(Role.JUROR).get(url(tender))

    assert (elsewhere.status_code, juror.status_code) == (404, 404)


def test_a_published_tender_is_read_only(tender: Tender) -> None:
    cast.published(tender)
    before = stored(tender)

    page = client_of().get(url(tender, "planning"))
    refused = client_of().post(url(tender, "planning"), {"act": "save", "seen": "x"})

    assert "De antwoorden zijn bevroren" in page.content.decode()
    assert 'id="questions"' not in page.content.decode()
    assert (refused.status_code, stored(tender)) == (403, before)


def test_many_rows_cost_no_more_queries_than_one(tender: Tender) -> None:
    one = {"proof": {"labels": [{"name": "EU Ecolabel"}]}, "notice": {"criteria": ["P"]}}
    many = {"proof": {"labels": [{"name": f"Keurmerk {n}"} for n in range(30)]}, "notice": one["notice"]}
    LegalAnswers.objects.update(answers=one)
    few = queries(client_of(), url(tender, "proof"))
    LegalAnswers.objects.update(answers=many)
    lot = tender.lots.get()
    for position in range(5, 15):
        Criterion.objects.create(lot=lot, position=position, code=f"X{position}", title="Extra", weight=0)
        Requirement.objects.create(
            lot=lot, position=position, kind="suitability", code=f"G{position}", title="Eis", text="Eis."
        )

    assert queries(client_of(), url(tender, "proof")) == few


def test_what_people_typed_is_shown_as_text(tender: Tender) -> None:
    post(tender, "documents", guide_reason="<script>alert(1)</script>{{ 7 }}")

    page = client_of(Role.LAWYER).get(url(tender, "documents")).content.decode()

    assert "&lt;script&gt;alert(1)&lt;/script&gt;{{ 7 }}" in page


@pytest.mark.parametrize("topic", ASKED)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_each_topic_speaks_one_language_to_who_asks_and_who_reads(
    tender: Tender, topic: str, language: str
) -> None:
    """What people typed is Dutch in both and does not count."""
    pages = [
        client_of(role, language=language).get(url(tender, topic)) for role in (Role.OFFICER, Role.AUDITOR)
    ]
    rows = [client_of(language=language).post(url(tender, topic), {"act": "save", "seen": "x"})]

    read = [Page(f"{topic} {n}", "", each.content.decode()) for n, each in enumerate([*pages, *rows])]
    assert foreign_words(read, language) == []

"""The legal questions on the screen: asked by topic, kept as they are stated, refused with nothing lost."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html

from procurement.audit.models import Event
from procurement.organisations.models import Role
from tenders.lint.questions import anchor_of
from tenders.models import Criterion, LegalAnswers, Requirement, Tender
from tenders.services.legal_answers import answers_version
from tenders.views.legal_questions import ASKED
from tests import cast, clarifying
from tests.foreign import foreign_words
from tests.queries import queries
from tests.visits import Page

pytestmark = pytest.mark.django_db


def client_of(role: Role = Role.OFFICER, of: str = "Amaranth", language: str = "nl") -> Client:
    client = Client()
    client.force_login(cast.person(role, of))
    client.cookies["django_language"] = language
    return client


@pytest.fixture
def tender() -> Tender:
    return cast.lot().tender


def url(tender: Tender, topic: str = "contract") -> str:
    return reverse("tenders:legal_questions", args=[tender.pk, topic])


def filled_in(page: Any) -> dict[str, list[str]]:
    """What a browser sends back when nothing is changed: every control of the form with its value."""
    form = html.fromstring(page.content.decode()).get_element_by_id("questions")
    sent: dict[str, list[str]] = {}
    for name, value in form.form_values():
        sent.setdefault(name, []).append(value.removeprefix("\n").replace("\n", "\r\n"))
    return sent


def stored(tender: Tender) -> dict[str, Any]:
    answers: dict[str, Any] = LegalAnswers.objects.get(tender=tender).answers
    return answers


def post(tender: Tender, topic: str, act: str = "save", **changed: Any) -> Any:
    client = client_of()
    sent = filled_in(client.get(url(tender, topic)))
    return client.post(url(tender, topic), {**sent, "act": act, **changed})


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


def test_a_row_is_added_and_removed_without_saving(tender: Tender) -> None:
    before = stored(tender)
    added = post(tender, "proof", act="add:labels")
    twice = client_of().post(url(tender, "proof"), {**filled_in(added), "act": "add:labels"})
    sent = {**filled_in(twice), "labels-0-name": ["Eerste"], "labels-1-name": ["Tweede"]}
    removed = client_of().post(url(tender, "proof"), {**sent, "act": "remove:labels-0"})

    assert [filled_in(page)["labels-row"] for page in (added, twice, removed)] == [["0"], ["0", "1"], ["1"]]
    assert filled_in(removed)["labels-1-name"] == ["Tweede"]
    assert stored(tender) == before


def test_rows_are_saved_without_those_that_say_nothing(tender: Tender) -> None:
    page = post(tender, "proof", act="add:labels")
    page = client_of().post(url(tender, "proof"), {**filled_in(page), "act": "add:labels"})
    sent = {**filled_in(page), "labels-1-name": ["EU Ecolabel"], "labels-1-required": ["yes"]}

    client_of().post(url(tender, "proof"), {**sent, "act": "save"})

    assert stored(tender)["proof"] == {"labels": [{"name": "EU Ecolabel", "required": True}]}


def test_a_removed_row_is_gone_after_saving(tender: Tender) -> None:
    page = post(tender, "bidders", act="remove:proofs-0")

    client_of().post(url(tender, "bidders"), {**filled_in(page), "act": "save"})

    assert "proofs" not in stored(tender)["bidders"]


def test_rows_that_are_kept_are_never_cut_off(tender: Tender) -> None:
    labels = [{"name": f"Keurmerk {number}"} for number in range(70)]
    LegalAnswers.objects.update(answers={"proof": {"labels": labels}})

    post(tender, "proof", **{"labels-3-required": "yes"})

    assert stored(tender)["proof"]["labels"] == [
        *labels[:3],
        {**labels[3], "required": True},
        *labels[4:],
    ]


def test_no_more_rows_than_a_page_can_carry(tender: Tender) -> None:
    rows = [str(row) for row in range(80)]

    page = post(tender, "proof", act="add:labels", **{"labels-row": rows})

    assert len(filled_in(page)["labels-row"]) == 60


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


def test_an_optional_topic_is_switched_on_and_off(tender: Tender) -> None:
    post(tender, "bidders", shortlisting="on", **{"shortlisting-places": "5"})
    on = stored(tender)["bidders"]["shortlisting"]
    sent = filled_in(client_of().get(url(tender, "bidders")))
    del sent["shortlisting"]

    client_of().post(url(tender, "bidders"), {**sent, "act": "save"})

    assert (on, "shortlisting" in stored(tender)["bidders"]) == ({"places": "5"}, False)


def test_what_is_filled_in_without_switching_it_on_is_not_lost_in_silence(tender: Tender) -> None:
    page = post(tender, "bidders", **{"shortlisting-places": "5"})

    assert (page.status_code, page.context["form"]["shortlisting-places"].data) == (422, "5")
    assert page.context["wrong"][0][0] == "legal-bidders-shortlisting"


def test_each_suitability_requirement_is_asked_about_by_its_code(tender: Tender) -> None:
    lot = tender.lots.get()
    for position, code in ((2, "E2"), (3, "E3")):
        Requirement.objects.create(
            lot=lot, position=position, kind="suitability", code=code, title=code, text=f"Eis {code}."
        )

    page = post(tender, "bidders", **{"suitability-1-kind": "turnover", "suitability-1-turnover": "1.000"})

    assert page.status_code == 302
    assert stored(tender)["bidders"]["suitability"] == [
        {"code": "E3", "kind": "turnover", "turnover": "1000"}
    ]


def test_what_is_said_of_a_requirement_never_comes_to_stand_at_another(tender: Tender) -> None:
    lot = tender.lots.get()
    row = Requirement.objects.create(
        lot=lot, position=2, kind="suitability", code="E2", title="E2", text="Eis."
    )
    sent = filled_in(client_of().get(url(tender, "bidders")))
    Requirement.objects.filter(pk=row.pk).update(code="E7")

    page = client_of().post(url(tender, "bidders"), {**sent, "suitability-0-kind": "turnover", "act": "save"})

    assert page.status_code == 422
    assert "De geschiktheidseisen zijn intussen gewijzigd" in page.content.decode()
    assert "suitability" not in stored(tender)["bidders"]


def test_a_criterion_that_is_gone_can_still_be_unticked(tender: Tender) -> None:
    Criterion.objects.filter(code="K").update(code="S")
    page = client_of().get(url(tender, "notice"))
    kept = post(tender, "notice")

    assert "K (bestaat niet meer)" in page.content.decode()
    assert (kept.status_code, stored(tender)["notice"]["criteria"]) == (302, ["P", "K", "D", "D1"])


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


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_number_survives_in_both_languages(tender: Tender, language: str) -> None:
    LegalAnswers.objects.update(answers={"documents": {"kept_years": "1250.5"}})
    client = client_of(language=language)

    client.post(url(tender, "documents"), {**filled_in(client.get(url(tender, "documents"))), "act": "save"})

    assert stored(tender) == {"documents": {"kept_years": "1250.5"}}


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


def test_a_form_that_asks_nothing_is_no_request(tender: Tender) -> None:
    assert client_of().post(url(tender), {"x": "1"}).status_code == 400


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


def test_a_nota_opens_the_answers_again_but_not_the_day_on_which_the_notice_went() -> None:
    tender = clarifying.amended().tender

    page = client_of().get(url(tender, "planning"))
    saved = post(tender, "planning", electronic="no")

    kept = stored(tender)["planning"]
    assert "notice_sent" not in filled_in(page)
    assert "uit de aanbesteding: 14-09-2026" in " ".join(page.content.decode().split())
    assert (saved.status_code, kept["electronic"], kept["notice_sent"]) == (302, False, "2026-09-14")

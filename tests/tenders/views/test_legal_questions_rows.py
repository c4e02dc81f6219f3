"""Answers that come in rows, by requirement or not at all, on the pages of the legal questions."""

import pytest

from tenders.models import Criterion, LegalAnswers, Requirement, Tender
from tests import cast
from tests.signing_in import client_of
from tests.tenders.views.legal_pages import filled_in, post, stored, url

pytestmark = pytest.mark.django_db


@pytest.fixture
def tender() -> Tender:
    return cast.lot().tender


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

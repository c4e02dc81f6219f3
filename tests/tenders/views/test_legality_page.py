"""The panel of the legality check: what it finds by weight, and what it says of each finding."""

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html

from procurement.organisations.models import Role
from tenders.models import Lot
from tenders.views.legal_findings import MOST_AT_ONCE
from tests import cast
from tests.legality_page import CERTIFICATE, NORM, NORM_MENDED, WHY, answered, found, lawful, unlawful, url
from tests.queries import queries
from tests.signing_in import client_of

pytestmark = pytest.mark.django_db


def counts(client: Client, lot: Lot) -> dict[str, int]:
    groups = client.get(url(lot.tender)).context["found"].groups
    return {str(group.outcome): group.count for group in groups if group.rules and group.count}


@pytest.mark.parametrize(
    ("role", "of", "status"),
    [
        (Role.OFFICER, "Amaranth", 200),
        (Role.LAWYER, "Amaranth", 200),
        (Role.PROJECT_LEAD, "Amaranth", 200),
        (Role.CONTRACT_MANAGER, "Amaranth", 200),
        (Role.AUDITOR, "Amaranth", 200),
        (Role.JUROR, "Amaranth", 404),
        (Role.ORGANISATION_ADMIN, "Amaranth", 404),
        (Role.LAWYER, "Bellis", 404),
    ],
)
def test_who_may_open_it(role: Role, of: str, status: int) -> None:
    tender, client = lawful().tender, client_of(role, of)

    assert (client.get(url(tender)).status_code, client.post(url(tender)).status_code) == (
        status,
        400 if status == 200 else status,
    )


def test_a_lawful_draft_has_nothing_open() -> None:
    shown = counts(client_of(Role.OFFICER), lawful())

    assert set(shown) == {"fine", "not_applicable"}


def test_each_finding_stands_in_the_group_of_its_weight() -> None:
    lot = unlawful()
    answered(lot.tender, "contract", used_by_people=None)  # blocks
    answered(lot.tender, "contract", public_value="")  # asks a reason
    lawyer = client_of(Role.LAWYER)
    [about] = [each for each in found(lawyer, lot.tender)["motivate"] if each.about.rule == "L55"]
    lawyer.post(url(lot.tender), {"give_reason": about.key, f"{about.key}-text": WHY})

    shown = found(lawyer, lot.tender)

    rules = {outcome: [each.about.rule for each in findings] for outcome, findings in shown.items()}
    assert rules == {
        "blocking": ["L10", "L23"],
        "motivate": ["L12"],
        "motivated": ["L55"],
        "advice": [],
        "fine": [],
        "not_applicable": [],
    }


def test_the_page_counts_and_names_what_belongs_to_a_later_step() -> None:
    page = html.fromstring(client_of(Role.OFFICER).get(url(unlawful().tender)).content)

    badges = page.xpath("//ul[@class='legality-counts']//a/text()")
    later = page.xpath("//details[@id='later']//li//text()")
    assert badges[:4] == ["Blokkerend: 1", "Motiveren: 1", "Gemotiveerd: 0", "Advies: 0"]
    assert ("L29" in later, "L08" in later) == (True, False)


def test_an_advice_is_shown_and_closes_nothing() -> None:
    lot, officer = lawful(), client_of(Role.OFFICER)
    answered(lot.tender, "contract", product_act="Verordening (EU) 2099/1")

    [advice] = found(officer, lot.tender)["advice"]

    summary = officer.get(reverse("tenders:check", args=[lot.tender.pk])).context["open_points"]
    assert (advice.about.rule, advice.quote, summary) == ("L52", "Verordening (EU) 2099/1", 0)


def test_a_finding_says_the_article_with_its_date_and_our_doubt() -> None:
    lot = unlawful()

    shown = client_of(Role.OFFICER).get(url(lot.tender)).content.decode()

    said = ("art. 2.76", "geldt sinds 01-07-2016", "Twijfel:", "Onze eigen regel:")
    assert [part for part in said if part not in shown] == []


def test_the_page_names_the_day_of_the_law() -> None:
    lot = lawful()
    officer = client_of(Role.OFFICER)
    planned = "de dag van de aankondiging." in officer.get(url(lot.tender)).content.decode()
    answered(lot.tender, "planning", notice_sent=None)

    unplanned = officer.get(url(lot.tender)).content.decode()

    assert (planned, "Getoetst aan het recht van vandaag" in unplanned) == (True, True)


def test_the_stepper_counts_what_blocks_as_on_every_other_page() -> None:
    lot, officer = unlawful(), client_of(Role.OFFICER)
    answered(lot.tender, "contract", used_by_people=None)
    pages = (url(lot.tender), reverse("tenders:rule", args=[lot.pk]))

    here, elsewhere = [officer.get(page).context["stepper"].action for page in pages]

    assert (here, here.why) == (elsewhere, "Er staan nog 2 punten open.")


def test_old_and_new_sentence_stand_there_with_the_difference_marked() -> None:
    lot = unlawful()

    page = html.fromstring(client_of(Role.OFFICER).get(url(lot.tender)).content)

    old, new = page.xpath("//dl[@class='facts']/dd[@lang='nl']")
    assert (old.text_content(), new.text_content()) == (NORM, NORM_MENDED)
    assert [each.text for each in new.iter("ins")] == [" of gelijkwaardig"]


def test_a_draft_that_cannot_be_read_says_what_to_complete_first() -> None:
    lot = lawful()
    Lot.objects.filter(pk=lot.pk).update(points=None)
    answered(lot.tender, "planning", electronic="misschien")
    officer = client_of(Role.OFFICER)

    page = officer.get(url(lot.tender))
    posted = officer.post(url(lot.tender), {"accept": "x"})

    assert [finding.where for finding in page.context["incomplete"]] == [
        "Perceel 1 › Punten voor 100%",
    ]
    assert "De toets kan dit concept nog niet lezen" in page.content.decode()
    assert posted.status_code == 409


def test_an_answer_that_cannot_be_read_leads_to_its_question() -> None:
    lot = lawful()
    answered(lot.tender, "planning", electronic="misschien")

    [finding] = client_of(Role.OFFICER).get(url(lot.tender)).context["incomplete"]

    assert finding.where == "Juridische vragen › Planning"
    assert finding.url.endswith("/juridisch/vragen/planning/#legal-planning-electronic")


def test_what_people_typed_stays_text() -> None:
    lot, hostile = lawful(), "<script>alert(1)</script> volgens IEC 62623 & <b>meer</b>."
    lot.criteria.filter(code="K").update(description=hostile, title="<img src=x onerror=y>")
    lot.criteria.filter(code="D1").update(description=f"<i>{CERTIFICATE}")
    lawyer = client_of(Role.LAWYER)
    [finding] = found(lawyer, lot.tender)["motivate"]
    lawyer.post(url(lot.tender), {"give_reason": finding.key, f"{finding.key}-text": "<u>Mag</u>"})

    shown = lawyer.get(url(lot.tender)).content.decode()

    assert [
        tag for tag in ("<script>alert", "<b>meer", "<img src=x", "<i>De", "<u>Mag") if tag in shown
    ] == []


def test_the_same_words_at_one_place_are_one_finding() -> None:
    lot = lawful()
    lot.criteria.filter(code="K").update(description=f"{NORM} {NORM} {NORM}")

    [finding] = found(client_of(Role.OFFICER), lot.tender)["blocking"]

    assert finding.times == 3


def test_many_findings_of_a_rule_wait_behind_one_line_and_no_id_stands_twice() -> None:
    lot = lawful()
    many = " ".join(f"Gemeten volgens IEC {number}." for number in range(62000, 62200))
    lot.criteria.filter(code="K").update(description=many)

    page = html.fromstring(client_of(Role.LAWYER).get(url(lot.tender)).content)

    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert len(page.xpath("//article")) == 200
    assert len(page.xpath("//article[count(ancestor::details)=1]")) == MOST_AT_ONCE
    assert page.xpath("//summary[contains(., 'Nog 195 plaatsen bij L10')]")


def test_many_findings_take_no_more_queries_than_one() -> None:
    lot, lawyer = unlawful(), client_of(Role.LAWYER)
    few = queries(lawyer, url(lot.tender))
    many = " ".join(f"Gemeten volgens IEC {number}." for number in range(62000, 62100))
    for code in ("K", "D1"):
        lot.criteria.filter(code=code).update(description=f"{many} {CERTIFICATE}")
    lot.requirements.update(text=many)

    assert queries(lawyer, url(lot.tender)) == few


def test_a_second_lot_takes_no_more_queries() -> None:
    lot, lawyer = unlawful(), client_of(Role.LAWYER)
    one = queries(lawyer, url(lot.tender))
    for number in (2, 3):
        other = cast.lot(lot.tender, number)
        other.criteria.filter(code="K").update(description=NORM)

    assert queries(lawyer, url(lot.tender)) == one

"""The panel of the legality check: what it finds by weight, and what a person does about it there."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from lxml import html

from procurement.audit.models import Event
from procurement.organisations.models import Role
from tenders.models import LegalReason, Lot
from tenders.views.legal_findings import MOST_AT_ONCE
from tests import cast
from tests.legality_page import (
    CERTIFICATE,
    NORM,
    NORM_MENDED,
    WHY,
    answered,
    client_of,
    found,
    lawful,
    unlawful,
    url,
)
from tests.queries import queries

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


def test_an_officer_takes_the_offered_sentence_over() -> None:
    lot, officer = unlawful(), client_of(Role.OFFICER)
    [finding] = found(officer, lot.tender)["blocking"]
    events = Event.objects.count()

    answer = officer.post(url(lot.tender), {"accept": finding.offer}, follow=True)

    assert lot.criteria.get(code="K").description == NORM_MENDED
    assert f"Overgenomen. De tekst is nu: {NORM_MENDED}" in answer.content.decode()
    assert (Event.objects.count() - events, answer.redirect_chain) == (1, [(url(lot.tender), 302)])


def test_old_and_new_sentence_stand_there_with_the_difference_marked() -> None:
    lot = unlawful()

    page = html.fromstring(client_of(Role.OFFICER).get(url(lot.tender)).content)

    old, new = page.xpath("//dl[@class='facts']/dd[@lang='nl']")
    assert (old.text_content(), new.text_content()) == (NORM, NORM_MENDED)
    assert [each.text for each in new.iter("ins")] == [" of gelijkwaardig"]


def test_a_sentence_that_changed_meanwhile_is_not_taken_over() -> None:
    lot, officer = unlawful(), client_of(Role.OFFICER)
    [finding] = found(officer, lot.tender)["blocking"]
    lot.criteria.filter(code="K").update(description="Gemeten volgens EN 50564.")

    answer = officer.post(url(lot.tender), {"accept": finding.offer})

    assert (answer.status_code, lot.criteria.get(code="K").description) == (409, "Gemeten volgens EN 50564.")
    assert "Niet gewijzigd: dit punt is er niet meer." in answer.content.decode()


@pytest.mark.parametrize("offer", ["", "0" * 20])
def test_an_offer_that_was_never_made_changes_nothing(offer: str) -> None:
    lot = unlawful()

    answer = client_of(Role.OFFICER).post(url(lot.tender), {"accept": offer})

    assert (answer.status_code, lot.criteria.get(code="K").description) == (409, NORM)


@pytest.mark.parametrize("role", [Role.LAWYER, Role.PROJECT_LEAD, Role.CONTRACT_MANAGER, Role.AUDITOR])
def test_only_who_edits_takes_a_sentence_over(role: Role) -> None:
    lot, client = unlawful(), client_of(role)
    [finding] = found(client, lot.tender)["blocking"]

    answer = client.post(url(lot.tender), {"accept": finding.offer})

    assert (answer.status_code, lot.criteria.get(code="K").description) == (403, NORM)
    assert 'name="accept"' not in client.get(url(lot.tender)).content.decode()


def test_a_lawyer_gives_a_reason_and_takes_it_back() -> None:
    lot, lawyer = unlawful(), client_of(Role.LAWYER)
    [finding] = found(lawyer, lot.tender)["motivate"]

    given = lawyer.post(
        url(lot.tender), {"give_reason": finding.key, f"{finding.key}-text": WHY}, follow=True
    )
    [accepted] = found(lawyer, lot.tender)["motivated"]
    back = lawyer.post(url(lot.tender), {"take_back": accepted.key}, follow=True)

    said = given.content.decode()
    assert (WHY in said, "Gemotiveerd door een jurist, lawyer.amaranth, op" in said) == (True, True)
    assert [row.text for row in LegalReason.objects.order_by("pk")] == [WHY, ""]
    assert [each.about.quote for each in found(lawyer, lot.tender)["motivate"]] == [CERTIFICATE]
    assert "wacht weer op een jurist" in back.content.decode()


def test_the_newest_reason_is_shown() -> None:
    lot, lawyer = unlawful(), client_of(Role.LAWYER)
    [finding] = found(lawyer, lot.tender)["motivate"]
    for text in ("Eerst dit.", "Daarna dit."):
        lawyer.post(url(lot.tender), {"give_reason": finding.key, f"{finding.key}-text": text})
        [accepted] = found(lawyer, lot.tender)["motivated"]
        last = accepted.reason.text
        lawyer.post(url(lot.tender), {"take_back": accepted.key})

    assert last == "Daarna dit."


@pytest.mark.parametrize("typed", ["", "  \n ", "x" * 10_001, "recht\u202eslinks", "nul\x00teken"])
def test_a_reason_that_cannot_be_kept_comes_back_with_what_was_typed(typed: str) -> None:
    lot, lawyer = unlawful(), client_of(Role.LAWYER)
    [finding] = found(lawyer, lot.tender)["motivate"]

    answer = lawyer.post(url(lot.tender), {"give_reason": finding.key, f"{finding.key}-text": typed})

    assert (answer.status_code in (400, 422), LegalReason.objects.count()) == (True, 0)
    if answer.status_code == 422:
        page = html.fromstring(answer.content)
        [field] = page.xpath(f"//textarea[@name='{finding.key}-text']")
        assert field.get("aria-invalid") == "true"
        assert page.xpath(f"//article[@id='f-{finding.key}']//details[@open]")


def test_a_reason_for_words_that_changed_meanwhile_is_not_kept() -> None:
    lot, lawyer = unlawful(), client_of(Role.LAWYER)
    [finding] = found(lawyer, lot.tender)["motivate"]
    lot.criteria.filter(code="D1").update(description=CERTIFICATE.replace("punten", "veel punten"))

    answer = lawyer.post(url(lot.tender), {"give_reason": finding.key, f"{finding.key}-text": WHY})

    assert (answer.status_code, LegalReason.objects.count()) == (409, 0)


def test_what_blocks_gets_no_reason() -> None:
    lot, lawyer = unlawful(), client_of(Role.LAWYER)
    [finding] = found(lawyer, lot.tender)["blocking"]

    answer = lawyer.post(url(lot.tender), {"give_reason": finding.key, f"{finding.key}-text": WHY})

    assert (answer.status_code, LegalReason.objects.count()) == (409, 0)


@pytest.mark.parametrize("role", [Role.OFFICER, Role.PROJECT_LEAD, Role.AUDITOR])
def test_others_see_that_a_finding_waits_for_a_lawyer(role: Role) -> None:
    lot, client = unlawful(), client_of(role)
    [finding] = found(client, lot.tender)["motivate"]

    refused = client.post(url(lot.tender), {"give_reason": finding.key, f"{finding.key}-text": WHY})
    taken = client.post(url(lot.tender), {"take_back": finding.key})

    shown = client.get(url(lot.tender)).content.decode()
    assert ("wacht op motivering van een jurist" in shown, 'name="give_reason"' in shown) == (True, False)
    assert (refused.status_code, taken.status_code, LegalReason.objects.count()) == (403, 403, 0)


def test_who_runs_the_site_gives_no_reason_and_may_mend_a_text() -> None:
    lot, client = unlawful(), Client()
    client.force_login(User.objects.create_superuser("beheer"))
    [blocks], [waits] = (found(client, lot.tender)[outcome] for outcome in ("blocking", "motivate"))

    reason = client.post(url(lot.tender), {"give_reason": waits.key, f"{waits.key}-text": WHY})
    accepted = client.post(url(lot.tender), {"accept": blocks.offer})

    assert (reason.status_code, accepted.status_code, LegalReason.objects.count()) == (403, 302, 0)


def test_a_published_tender_is_read_and_not_changed() -> None:
    lot, officer, lawyer = cast.lot(), client_of(Role.OFFICER), client_of(Role.LAWYER)
    cast.published(lot.tender)

    shown = officer.get(url(lot.tender)).content.decode()

    posted = [
        officer.post(url(lot.tender), {"accept": "x"}),
        lawyer.post(url(lot.tender), {"give_reason": "x"}),
        lawyer.post(url(lot.tender), {"take_back": "x"}),
    ]
    assert "14 september 2026, de dag van de aankondiging" in shown
    assert ("bevroren" in shown, "<form method" in shown.split("<main")[1]) == (True, False)
    assert [each.status_code for each in posted] == [403, 403, 403]


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

"""What a person does in the panel of the legality check: accept a sentence, give a reason, take it back."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from lxml import html

from procurement.audit.models import Event
from procurement.organisations.models import Role
from tenders.models import LegalReason
from tests import cast
from tests.legality_page import CERTIFICATE, NORM, NORM_MENDED, WHY, answered, found, unlawful, url
from tests.queries import queries
from tests.signing_in import client_of

pytestmark = pytest.mark.django_db


def test_an_officer_takes_the_offered_sentence_over() -> None:
    lot, officer = unlawful(), client_of(Role.OFFICER)
    [finding] = found(officer, lot.tender)["blocking"]
    events = Event.objects.count()

    answer = officer.post(url(lot.tender), {"accept": finding.offer}, follow=True)

    assert lot.criteria.get(code="K").description == NORM_MENDED
    assert f"Overgenomen. De tekst is nu: {NORM_MENDED}" in answer.content.decode()
    assert (Event.objects.count() - events, answer.redirect_chain) == (1, [(url(lot.tender), 302)])


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


@pytest.mark.parametrize(
    "typed", ["", "  \n ", "x" * 10_001, "recht\u202eslinks", "nul\x00teken", "a\x0bb\x1f"]
)
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


def test_many_reasons_take_no_more_queries_than_one() -> None:
    lot, lawyer = unlawful(), client_of(Role.LAWYER)
    answered(lot.tender, "contract", public_value="")
    counted = []

    for finding in found(lawyer, lot.tender)["motivate"]:
        lawyer.post(url(lot.tender), {"give_reason": finding.key, f"{finding.key}-text": WHY})
        counted.append(queries(lawyer, url(lot.tender)))

    assert counted == [counted[0]] * 2

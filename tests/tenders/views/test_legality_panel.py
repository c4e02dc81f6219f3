"""The check in short on the pages where a tender is written: it says what stands there now."""

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html

from procurement.organisations.models import Role
from tenders.models import Lot
from tests import cast
from tests.legality_page import CERTIFICATE, NORM, NORM_MENDED, found, lawful, unlawful
from tests.queries import queries
from tests.signing_in import client_of

pytestmark = pytest.mark.django_db

PAGES = ("tenders:criteria", "tenders:rule", "tenders:check", "admin:tenders_tender_change")


def address(lot: Lot, where: str) -> str:
    return reverse(where, args=[lot.pk if where in ("tenders:criteria", "tenders:rule") else lot.tender.pk])


def panel(client: Client, lot: Lot, where: str) -> list[str]:
    """The texts of the panel on this page, empty without one."""
    sections = html.fromstring(client.get(address(lot, where)).content).xpath(
        "//section[@aria-labelledby='legality-title']"
    )
    return [text.strip() for section in sections for text in section.itertext() if text.strip()]


@pytest.mark.parametrize("where", PAGES)
def test_the_counts_and_the_heaviest_findings_stand_on_the_page(where: str) -> None:
    lot = unlawful()

    shown = panel(client_of(Role.OFFICER), lot, where)

    assert [text for text in shown if ": " in text][:3] == ["Blokkerend: 1", "Motiveren: 1", "Advies: 0"]
    assert [text for text in shown if text.startswith("L1")] == ["L10", "L12"]


@pytest.mark.parametrize("where", PAGES)
def test_the_panel_follows_every_change(where: str) -> None:
    lot, officer = unlawful(), client_of(Role.OFFICER)
    before = panel(officer, lot, where)
    lot.criteria.filter(code="K").update(description=NORM_MENDED)

    after = panel(officer, lot, where)

    assert ("Blokkerend: 1" in before, "Blokkerend: 0" in after) == (True, True)


def test_no_more_than_three_findings_the_heaviest_first() -> None:
    lot = lawful()
    texts = " ".join(f"Gemeten volgens IEC {number}." for number in range(62620, 62630))
    lot.criteria.filter(code="K").update(description=f"{CERTIFICATE} {texts}")

    shown = panel(client_of(Role.OFFICER), lot, "tenders:criteria")

    assert [text for text in shown if text in ("L10", "L12")] == ["L10"] * 3


def test_each_finding_leads_to_its_place_in_the_check() -> None:
    lot, officer = unlawful(), client_of(Role.OFFICER)
    [blocking] = found(officer, lot.tender)["blocking"]

    page = html.fromstring(officer.get(address(lot, "tenders:rule")).content)

    check = reverse("tenders:legality", args=[lot.tender.pk])
    links = page.xpath("//section[@aria-labelledby='legality-title']//li/a/@href")
    assert links[0] == f"{check}#f-{blocking.key}"


@pytest.mark.parametrize("where", PAGES)
def test_a_frozen_tender_has_no_panel(where: str) -> None:
    lot = cast.lot()
    cast.published(lot.tender)

    assert panel(client_of(Role.OFFICER), lot, where) == []


def test_a_draft_that_cannot_be_read_is_told_of() -> None:
    lot = unlawful()
    Lot.objects.filter(pk=lot.pk).update(points=None)

    shown = panel(client_of(Role.OFFICER), lot, "tenders:criteria")

    assert "De toets kan dit concept nog niet lezen." in shown


def test_the_check_page_counts_what_is_incomplete_and_what_is_not_lawful() -> None:
    lot = unlawful()
    lot.criteria.filter(code="P").update(weight=50)

    page = client_of(Role.OFFICER).get(address(lot, "tenders:check"))

    legal = page.context["legal"]["open_points"]
    assert (page.context["open_points"], legal) == (len(page.context["findings"]) + legal, 3)
    assert f"{page.context['open_points']} punten staan open" in page.content.decode()


@pytest.mark.parametrize("where", PAGES)
def test_many_findings_take_no_more_queries_than_one(where: str) -> None:
    lot, officer = unlawful(), client_of(Role.OFFICER)
    few = queries(officer, address(lot, where))
    many = " ".join(f"Gemeten volgens IEC {number}." for number in range(62000, 62060))
    lot.criteria.filter(code="K").update(description=f"{many} {NORM}")

    assert queries(officer, address(lot, where)) == few

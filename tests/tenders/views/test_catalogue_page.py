"""The catalogue: filters, sources in words, overdue reviews, and taking a criterion over into a lot."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from procurement.organisations.models import Role
from tenders.catalogue.loading import catalogue
from tenders.catalogue.model import ItemKind
from tenders.views.catalogue import Shown
from tests import cast
from tests.signing_in import client_of

pytestmark = pytest.mark.django_db

URL = "/catalogus/"


def codes(query: str) -> set[str]:
    return {shown.item.code for shown in client_of(Role.OFFICER).get(URL + query).context["items"]}


def test_it_shows_everything_at_first() -> None:
    assert codes("") == set(catalogue().codes)
    assert len(catalogue()) >= 40


@pytest.mark.parametrize("field", ["kind", "group", "theme"])
def test_each_filter_keeps_what_fits(field: str) -> None:
    value = getattr(next(iter(catalogue())), field).value

    assert codes(f"?{field}={value}") == {item.code for item in catalogue() if getattr(item, field) == value}


def test_words_are_sought_in_title_and_text() -> None:
    assert codes("?words=REFURBISHED") >= {
        item.code for item in catalogue() if "refurbished" in item.title.nl
    }
    assert codes("?words=refurbished+woord-dat-nergens-staat") == set()


def test_an_unknown_filter_value_shows_everything() -> None:
    assert codes("?kind=verzonnen") == set(catalogue().codes)


def test_an_overdue_review_is_said() -> None:
    item = next(iter(catalogue()))
    day = item.review_by

    due = [Shown(item, "nl", day + timedelta(days=late), "Basis").overdue for late in (0, 1)]

    assert due == [False, True]


def test_an_award_item_is_taken_over_with_weight_zero() -> None:
    lot = cast.lot()
    item = next(item for item in catalogue() if item.kind == ItemKind.AWARD)

    client_of(Role.OFFICER).post(
        reverse("tenders:copy_criteria", args=[lot.pk]), {"source": f"item:{item.code}"}
    )

    row = lot.criteria.get(catalogue_code=item.code)
    assert (row.title, row.weight, row.proof) == (item.title.nl, 0, item.proof.nl)


def test_a_contract_item_does_not_become_an_award_criterion() -> None:
    lot = cast.lot()
    item = next(item for item in catalogue() if item.kind == ItemKind.CONTRACT)

    response = client_of(Role.OFFICER).post(
        reverse("tenders:copy_criteria", args=[lot.pk]), {"source": f"item:{item.code}"}
    )

    assert (response.status_code, lot.criteria.count()) == (400, 4)


def test_only_an_officer_is_offered_lots_that_are_still_open() -> None:
    cast.lot()

    assert [len(client_of(role).get(URL).context["lots"]) for role in (Role.OFFICER, Role.LAWYER)] == [1, 0]


def test_an_unconfirmed_source_says_so() -> None:
    item = replace(next(iter(catalogue())), basis=("c-532-06",))

    assert Shown(item, "nl", item.review_by, "").basis[0].endswith("(te bevestigen door een jurist)")


@pytest.mark.parametrize(("role", "links"), [(Role.OFFICER, 6), (Role.JUROR, 3)])
def test_the_main_menu_names_only_what_this_reader_can_open(client: Client, role: Role, links: int) -> None:
    client.force_login(cast.person(role))

    page = client.get(reverse("tenders:catalogue")).content.decode()

    menu = page.partition('aria-label="Hoofdmenu"')[2].partition("</nav>")[0]
    assert menu.count("<a ") == links


def test_a_requirement_is_taken_over_into_a_lot_and_opened() -> None:
    lot = cast.lot()
    item = next(item for item in catalogue() if item.kind == ItemKind.REQUIREMENT)

    answer = client_of(Role.OFFICER).post(f"/percelen/{lot.pk}/eisen/overnemen/", {"item": item.code})

    row = lot.requirements.get(catalogue_code=item.code)
    assert answer.url == reverse("admin:tenders_requirement_change", args=[row.pk])


@pytest.mark.parametrize("code", ["", "onbekend", "hw-award-energy-etec"])
def test_what_is_no_requirement_is_refused(code: str) -> None:
    lot = cast.lot()

    answer = client_of(Role.OFFICER).post(f"/percelen/{lot.pk}/eisen/overnemen/", {"item": code})

    assert answer.status_code == 400
    assert lot.requirements.count() == 1

"""The explanation of one bid: each figure of it, in words, as far as it was calculated."""

from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from procurement.organisations.models import Role
from tenders.models import Lot
from tenders.procedure.phases import Phase
from tenders.services.evaluate import evaluate_lot
from tests import cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def lot() -> Lot:
    row = cast.lot_with_bids()
    cast.published(row.tender, Phase.EVALUATION)
    return row


def explained(lot: Lot, code: str) -> str:
    return reverse("tenders:explanation", args=[lot.pk, code])


def calculated(lot: Lot) -> Lot:
    evaluate_lot(lot=lot, at=cast.NOW, actor=cast.person(Role.OFFICER))
    return lot


def test_the_explanation_gives_each_figure_of_the_bid(officer: Client, lot: Lot) -> None:
    page = officer.get(explained(calculated(lot), "B"))

    rounded = [(one.leaf.code, one.working.rounded, one.difference) for one in page.context["explained"]]
    assert rounded == [
        ("P", Decimal("22.50"), Decimal("-22.50")),
        ("K", Decimal("15.00"), Decimal("6.00")),
        ("D1", Decimal("20.00"), Decimal("11.25")),
    ]
    assert page.context["total"].rounded == Decimal("57.50")


def test_the_explanation_shows_level_motivation_and_filled_formula(officer: Client, lot: Lot) -> None:
    text = officer.get(explained(calculated(lot), "A")).content.decode()

    assert [text.count(words) for words in ("Is voldoende.", "Waarde van K gecontroleerd.")] == [1, 1]
    assert text.count("(1.200 − 900) / (1.200 − 800)") == 1


def test_an_excluded_bid_is_explained_by_its_reason(officer: Client, lot: Lot) -> None:
    page = officer.get(explained(calculated(lot), "C"))

    assert page.content.decode().count("Deze inschrijving is terzijde gelegd") == 1


def test_no_explanation_of_what_is_not_calculated(officer: Client, lot: Lot) -> None:
    assert officer.get(explained(lot, "A")).status_code == 404
    assert officer.get(explained(calculated(lot), "X")).status_code == 404

"""The scoring grid: saved as a whole or not at all, never over a colleague's work, and for members only."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from procurement.organisations.models import Role
from tenders.models import BidValue, Lot
from tests import cast
from tests.queries import queries

pytestmark = pytest.mark.django_db


@pytest.fixture
def lot() -> Lot:
    lot = cast.lot_with_bids()
    cast.published(lot.tender)
    return lot


@pytest.fixture
def officer(client: Client) -> Client:
    client.force_login(cast.person(Role.OFFICER))
    return client


def address(lot: Lot, criterion: str = "") -> str:
    return reverse("tenders:scores", args=[lot.pk]) + (f"?criterion={criterion}" if criterion else "")


def sent(page: Any) -> dict[str, str]:
    """What a browser sends when nothing was typed."""
    form = page.context["form"]
    return {name: form[name].value() or "" for name in form.fields}


def cell(lot: Lot, bid: str, criterion: str, kind: str = "value") -> str:
    return f"{kind}-{lot.bids.get(code=bid).pk}-{lot.criteria.get(code=criterion).pk}"


def stored(lot: Lot, bid: str, criterion: str) -> str:
    return BidValue.objects.get(bid__lot=lot, bid__code=bid, criterion__code=criterion).value


def test_the_grid_counts_what_is_filled(officer: Client, lot: Lot) -> None:
    BidValue.objects.filter(bid__code="B", criterion__code="P").delete()

    grid = officer.get(address(lot)).context["grid"]

    assert (grid.filled, grid.total, [column.filled for column in grid.columns]) == (5, 6, [3, 2, 3])


def test_a_dutch_number_is_stored_as_canonical_text(officer: Client, lot: Lot) -> None:
    data = sent(officer.get(address(lot))) | {cell(lot, "A", "P"): "1.249,50"}

    response = officer.post(address(lot), data)

    assert (response.status_code, stored(lot, "A", "P")) == (302, "1249.5")


def test_the_message_tells_how_the_number_was_read(officer: Client, lot: Lot) -> None:
    data = sent(officer.get(address(lot))) | {cell(lot, "A", "P"): "99.995"}

    page = officer.post(address(lot), data, follow=True)

    assert [str(message) for message in page.context["messages"]] == [
        "1 cel opgeslagen. Prijs – A: € 99.995,00"
    ]


@pytest.mark.parametrize("typed", ["12.5", "NaN", "1e400", "1_000", "٣", "-0", "twaalf"])
def test_bad_input_names_the_cell_and_saves_nothing(officer: Client, lot: Lot, typed: str) -> None:
    wrong, right = cell(lot, "B", "D1"), cell(lot, "A", "P")
    data = sent(officer.get(address(lot))) | {wrong: typed, right: "901"}

    page = officer.post(address(lot), data)

    (place,) = [found.place for found, _ in page.context["wrong"]]
    assert (page.status_code, place) == (422, "CO2-voetafdruk, inschrijving B (Leverancier B)")
    assert page.context["form"][wrong].value() == typed
    assert (stored(lot, "A", "P"), stored(lot, "B", "D1")) == ("900", "190")


def test_an_unknown_level_is_refused(officer: Client, lot: Lot) -> None:
    data = sent(officer.get(address(lot))) | {cell(lot, "A", "K"): "uitmuntend"}

    assert officer.post(address(lot), data).status_code == 422


def test_a_motivation_without_a_value_is_not_lost_in_silence(officer: Client, lot: Lot) -> None:
    data = sent(officer.get(address(lot))) | {cell(lot, "A", "K"): ""}

    assert (officer.post(address(lot), data).status_code, stored(lot, "A", "K")) == (422, "voldoende")


def test_an_old_page_does_not_overwrite_a_colleague(officer: Client, lot: Lot) -> None:
    old = sent(officer.get(address(lot)))
    officer.post(address(lot), old | {cell(lot, "A", "P"): "910"})

    page = officer.post(address(lot), old | {cell(lot, "A", "P"): "950"})

    (conflict,) = page.context["conflicts"]
    assert (page.status_code, conflict["mine"], conflict["stored"]) == (409, "€ 950,00", "€ 910,00")
    assert sent(page)[cell(lot, "A", "P")] == "950"
    assert stored(lot, "A", "P") == "910"


def test_after_comparing_the_same_page_can_be_saved(officer: Client, lot: Lot) -> None:
    old = sent(officer.get(address(lot)))
    officer.post(address(lot), old | {cell(lot, "A", "P"): "910"})
    compared = officer.post(address(lot), old | {cell(lot, "A", "P"): "950"})

    response = officer.post(address(lot), sent(compared))

    assert (response.status_code, stored(lot, "A", "P")) == (302, "950")


def test_an_old_page_that_touches_another_cell_leaves_the_newer_one(officer: Client, lot: Lot) -> None:
    old = sent(officer.get(address(lot)))
    officer.post(address(lot), old | {cell(lot, "A", "P"): "910"})

    response = officer.post(address(lot), old | {cell(lot, "B", "P"): "1.060"})

    assert (response.status_code, stored(lot, "A", "P"), stored(lot, "B", "P")) == (302, "910", "1060")


def test_one_criterion_shows_all_bids_and_leaves_the_rest_alone(officer: Client, lot: Lot) -> None:
    page = officer.get(address(lot, "K"))

    response = officer.post(address(lot, "K"), sent(page) | {cell(lot, "A", "K"): "goed"})

    assert (page.context["grid"].total, response.status_code) == (2, 302)
    assert (stored(lot, "A", "K"), stored(lot, "A", "P")) == ("goed", "900")


def test_an_unknown_criterion_is_not_there(officer: Client, lot: Lot) -> None:
    assert officer.get(address(lot, "X9")).status_code == 404


def test_before_publication_nothing_is_saved(officer: Client) -> None:
    lot = cast.lot_with_bids()
    data = sent(officer.get(address(lot))) | {cell(lot, "A", "P"): "901"}

    assert (officer.post(address(lot), data).status_code, stored(lot, "A", "P")) == (409, "900")


def test_without_bids_the_page_says_where_to_start(officer: Client) -> None:
    page = officer.get(address(cast.lot()))

    assert page.content.decode().count("Er zijn nog geen inschrijvingen om te beoordelen.") == 1


@pytest.mark.parametrize(
    ("role", "of", "read", "write"),
    [
        (Role.OFFICER, "Amaranth", 200, 302),
        (Role.LAWYER, "Amaranth", 200, 403),
        (Role.CONTRACT_MANAGER, "Amaranth", 200, 403),
        (Role.JUROR, "Amaranth", 404, 404),
        (Role.OFFICER, "Bellis", 404, 404),
    ],
)
def test_who_may_read_and_write(client: Client, lot: Lot, role: Role, of: str, read: int, write: int) -> None:
    client.force_login(cast.person(role, of))

    found = (client.get(address(lot)).status_code, client.post(address(lot), {"seen": "{}"}).status_code)

    assert found == (read, write)


def test_a_visitor_is_asked_to_sign_in(client: Client, lot: Lot) -> None:
    assert client.get(address(lot)).status_code == 302


def test_many_bids_cost_no_more_queries(officer: Client, lot: Lot) -> None:
    few = queries(officer, address(lot))
    for number in range(12):
        cast.bid(lot, f"Z{number}", "1000", "goed", "200")

    assert queries(officer, address(lot)) == few

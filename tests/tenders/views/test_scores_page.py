"""The offered values: saved as a whole or not at all, never over a colleague's work, and for members only.

Prices and scores of the jury can only be read here.
"""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from procurement.organisations.models import Role
from tenders.models import BidValue, Lot
from tenders.procedure.phases import Phase
from tenders.views.readings import Reading
from tests import cast
from tests.guards import without_guards
from tests.queries import queries

pytestmark = pytest.mark.django_db


@pytest.fixture
def lot() -> Lot:
    return cast.in_phase(cast.lot_with_bids(), Phase.OPENING)


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
    BidValue.objects.filter(bid__code="B", criterion__code="D1").delete()

    grid = officer.get(address(lot)).context["grid"]

    assert (grid.filled, grid.total, [column.filled for column in grid.columns]) == (1, 2, [1, 0, 1])


def test_a_dutch_number_is_stored_as_canonical_text(officer: Client, lot: Lot) -> None:
    data = sent(officer.get(address(lot))) | {cell(lot, "A", "D1"): "1.249,50"}

    response = officer.post(address(lot), data)

    assert (response.status_code, stored(lot, "A", "D1")) == (302, "1249.5")


def test_the_message_tells_how_the_number_was_read(officer: Client, lot: Lot) -> None:
    data = sent(officer.get(address(lot))) | {cell(lot, "A", "D1"): "99.995"}

    page = officer.post(address(lot), data, follow=True)

    assert [str(message) for message in page.context["messages"]] == [
        "1 cel opgeslagen. CO2-voetafdruk – A: 99.995,0 kg CO2e"
    ]


@pytest.mark.parametrize("typed", ["12.5", "NaN", "1e400", "1_000", "٣", "-0", "twaalf"])
def test_bad_input_names_the_cell_and_saves_nothing(officer: Client, lot: Lot, typed: str) -> None:
    wrong, right = cell(lot, "B", "D1"), cell(lot, "A", "D1")
    data = sent(officer.get(address(lot))) | {wrong: typed, right: "281"}

    page = officer.post(address(lot), data)

    (place,) = [found.place for found, _ in page.context["wrong"]]
    assert (page.status_code, place) == (422, "CO2-voetafdruk, inschrijving B (Leverancier B)")
    assert page.context["form"][wrong].value() == typed
    assert (stored(lot, "A", "D1"), stored(lot, "B", "D1")) == ("280", "190")


@pytest.mark.parametrize(("criterion", "value", "kept"), [("K", "goed", "voldoende"), ("P", "850", "900")])
def test_a_price_or_a_score_of_the_jury_is_not_taken_from_the_page(
    officer: Client, lot: Lot, criterion: str, value: str, kept: str
) -> None:
    data = sent(officer.get(address(lot))) | {cell(lot, "A", criterion): value}

    assert (officer.post(address(lot), data).status_code, stored(lot, "A", criterion)) == (302, kept)


@pytest.mark.parametrize("criterion", ["K", "P"])
def test_a_price_or_a_criterion_of_the_jury_has_no_page_of_its_own(
    officer: Client, lot: Lot, criterion: str
) -> None:
    assert officer.get(address(lot, criterion)).status_code == 404


def test_what_is_not_typed_here_says_where_it_comes_from(officer: Client, lot: Lot) -> None:
    with without_guards("tenders_bidvalue"):
        BidValue.objects.filter(criterion__code="P").delete()

    rows = officer.get(address(lot)).context["grid"].rows

    readings = {row.criterion.code: row.reading for row in rows}
    prices = ("nog in de prijskluis", "nog in de prijskluis", "niet beoordeeld")
    assert readings["P"] == Reading("komt uit de prijskluis", prices)
    assert readings["K"] == Reading("komt van de beoordelaars", ("voldoende", "goed", "goed"))
    assert readings["D1"] is None


def test_a_motivation_without_a_value_is_not_lost_in_silence(officer: Client, lot: Lot) -> None:
    data = sent(officer.get(address(lot))) | {cell(lot, "A", "D1"): ""}

    assert (officer.post(address(lot), data).status_code, stored(lot, "A", "D1")) == (422, "280")


def test_an_old_page_does_not_overwrite_a_colleague(officer: Client, lot: Lot) -> None:
    old = sent(officer.get(address(lot)))
    officer.post(address(lot), old | {cell(lot, "A", "D1"): "275"})

    page = officer.post(address(lot), old | {cell(lot, "A", "D1"): "270"})

    (conflict,) = page.context["conflicts"]
    assert (page.status_code, conflict["mine"], conflict["stored"]) == (409, "270,0 kg CO2e", "275,0 kg CO2e")
    assert sent(page)[cell(lot, "A", "D1")] == "270"
    assert stored(lot, "A", "D1") == "275"


def test_after_comparing_the_same_page_can_be_saved(officer: Client, lot: Lot) -> None:
    old = sent(officer.get(address(lot)))
    officer.post(address(lot), old | {cell(lot, "A", "D1"): "275"})
    compared = officer.post(address(lot), old | {cell(lot, "A", "D1"): "270"})

    response = officer.post(address(lot), sent(compared))

    assert (response.status_code, stored(lot, "A", "D1")) == (302, "270")


def test_an_old_page_that_touches_another_cell_leaves_the_newer_one(officer: Client, lot: Lot) -> None:
    old = sent(officer.get(address(lot)))
    officer.post(address(lot), old | {cell(lot, "A", "D1"): "275"})

    response = officer.post(address(lot), old | {cell(lot, "B", "D1"): "200"})

    assert (response.status_code, stored(lot, "A", "D1"), stored(lot, "B", "D1")) == (302, "275", "200")


def test_one_criterion_shows_all_bids_and_leaves_the_rest_alone(officer: Client, lot: Lot) -> None:
    page = officer.get(address(lot, "D1"))

    response = officer.post(address(lot, "D1"), sent(page) | {cell(lot, "A", "D1"): "275"})

    assert (page.context["grid"].total, response.status_code) == (2, 302)
    assert (stored(lot, "A", "D1"), stored(lot, "B", "D1")) == ("275", "190")


def test_an_unknown_criterion_is_not_there(officer: Client, lot: Lot) -> None:
    assert officer.get(address(lot, "X9")).status_code == 404


@pytest.mark.parametrize("phase", [Phase.PREPARATION, Phase.PRICE_OPENING, Phase.STANDSTILL])
def test_outside_the_assessment_nothing_is_saved(officer: Client, phase: Phase) -> None:
    lot = cast.in_phase(cast.lot_with_bids(), phase)
    data = sent(officer.get(address(lot))) | {cell(lot, "A", "D1"): "281"}

    assert (officer.post(address(lot), data).status_code, stored(lot, "A", "D1")) == (409, "280")


def test_without_bids_the_page_says_where_to_start(officer: Client) -> None:
    page = officer.get(address(cast.lot()))

    assert page.content.decode().count("Tot dan zijn ze verzegeld.") == 1


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
    cast.in_phase(lot, Phase.EVALUATION)
    for number in range(12):
        cast.bid(lot, f"Z{number}", "1000", "goed", "200")
    cast.in_phase(lot, Phase.OPENING)

    assert queries(officer, address(lot)) == few


def test_the_cells_of_a_bid_that_was_knocked_out_can_only_be_read(officer: Client, lot: Lot) -> None:
    data = sent(officer.get(address(lot)))

    fields = officer.get(address(lot)).context["form"].fields
    officer.post(address(lot), data | {cell(lot, "C", "D1"): "150"})

    closed = {name.split("-")[1] for name in fields if fields[name].disabled}
    assert (closed, stored(lot, "C", "D1")) == ({str(lot.bids.get(code="C").pk)}, "160")


def test_a_correction_without_a_motivation_names_its_cell(officer: Client, lot: Lot) -> None:
    data = sent(officer.get(address(lot)))
    data |= {cell(lot, "A", "D1"): "275", cell(lot, "A", "D1", "why"): ""}

    page = officer.post(address(lot), data)

    [(wrong, field)] = page.context["wrong"]
    assert (page.status_code, wrong.bid.code, field.name) == (422, "A", cell(lot, "A", "D1", "why"))


def test_who_runs_the_site_saves_nothing(admin_client: Client, lot: Lot) -> None:
    page = admin_client.get(address(lot))

    assert page.context["may_write"] is False
    assert admin_client.post(address(lot), sent(page)).status_code == 403

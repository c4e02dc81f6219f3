"""The page of the price sheet, and where its amounts are shown once the prices are open."""

from typing import Any

import pytest
from django.test import Client

from procurement.organisations.models import Role
from tenders.forms.price_lines import PriceLinesForm
from tenders.models import Lot
from tenders.services.price_lines import criteria_for_sum, lines_version, stored_lines
from tests import cast, priced, sealed
from tests.tenders.views.life_cycle_pages import address, client, page

pytestmark = pytest.mark.django_db

LAPTOP = {
    "lines-0-group": "", "lines-0-description": "Laptop", "lines-0-unit": "stuk",
    "lines-0-quantity": "1.250,5", "lines-0-maximum": "€ 900,25",
}  # fmt: skip


def post(lot: Lot, who: Client | None = None, **changed: str) -> Any:
    given = LAPTOP | {"seen": lines_version(lot), "criterion": "P"}
    given |= {name.replace("__", "-"): value for name, value in changed.items()}
    return (who or client()).post(address("price_lines", lot), given)


def test_what_is_typed_the_dutch_way_is_kept_exactly() -> None:
    lot = cast.lot()

    response = post(lot)

    assert response.status_code == 302
    [line] = stored_lines(lot)
    assert (str(line.quantity), str(line.maximum)) == ("1250.5", "900.25")
    assert 'value="1.250,5"' in page("price_lines", lot)


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"lines__0__quantity": "1,5,0"}, "is geen getal"),
        ({"lines__0__quantity": "0"}, "Regel 1: vul een hoeveelheid in boven 0"),
        ({"lines__0__unit": ""}, "Vul dit in."),
        ({"lines__0__description": "Laptop\u202e"}, "leesrichting"),
        ({"lines__0__maximum": "-1"}, "Regel 1: vul een maximumprijs in boven 0"),
        ({"criterion": "K"}, "K is geen beschikbare keuze"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_kept(changed: dict[str, str], words: str) -> None:
    lot = cast.lot()

    response = post(lot, **changed)

    assert (response.status_code, stored_lines(lot)) == (422, ())
    assert words in response.content.decode()


def test_somebody_else_saved_meanwhile() -> None:
    lot = cast.lot()
    seen = lines_version(lot)
    priced.save(lot, priced.LINES)

    response = post(lot, seen=seen)

    assert response.status_code == 409
    assert "iemand anders heeft dit prijzenblad" in response.content.decode()
    assert stored_lines(lot) == priced.LINES


def test_the_form_shows_what_is_kept_and_saves_the_same_again() -> None:
    lot = priced.lot()
    form = PriceLinesForm(stored=stored_lines(lot), criteria=criteria_for_sum(lot), seen=lines_version(lot))
    shown: list[dict[str, str]] = form["lines"].initial

    given = {f"lines__{place}__{name}": text for place, row in enumerate(shown) for name, text in row.items()}
    response = post(lot, **given)

    assert response.status_code == 302
    assert stored_lines(lot) == priced.LINES


def test_a_line_too_many_is_refused_and_not_dropped() -> None:
    lot = cast.lot()
    given = {
        f"lines__{place}__{name}": text
        for place in range(251)
        for name, text in {
            "description": f"Regel {place}",
            "unit": "stuk",
            "quantity": "1",
            "group": "",
        }.items()
    }

    response = post(lot, **given)

    assert (response.status_code, stored_lines(lot)) == (422, ())
    assert "hooguit 250 regels" in response.content.decode()


@pytest.mark.parametrize("who", [(Role.LAWYER, "Amaranth"), (Role.AUDITOR, "Amaranth")])
def test_only_an_editor_changes_it(who: tuple[Role, str]) -> None:
    lot = cast.lot()

    assert client(*who).get(address("price_lines", lot)).status_code == 200
    assert post(lot, client(*who)).status_code == 403
    assert stored_lines(lot) == ()


def test_after_publication_the_lines_are_read_and_not_changed() -> None:
    lot = priced.open_for_bids()

    shown = page("price_lines", lot)

    assert "De som van deze regels is de prijs bij criterium P." in shown
    assert ("Ondersteuning" in shown, "<input" in shown.split("</nav>")[-1]) == (True, False)
    assert post(lot).status_code == 403


def test_no_amount_is_shown_before_the_opening_of_the_prices() -> None:
    lot = priced.open_for_bids()
    priced.hand_in(lot)
    sealed.opened(lot)

    before = [page("life_cycle", lot), page("life_cycle_sheet", lot, "A"), page("bid", lot, "A")]

    assert not any("86,6667" in each or "95.878,33" in each or "899,95" in each for each in before)
    assert "De prijzen zijn nog verzegeld." in before[1]


def test_the_working_stands_on_the_sheet_of_the_bid() -> None:
    lot = priced.open_for_bids()
    priced.hand_in(lot)
    priced.prices_opened(lot)

    overview, sheet = page("life_cycle", lot), page("life_cycle_sheet", lot, "A")

    assert "95.878,33" in overview
    assert "12,5 × € 86,6667 = € 1.083,33" in sheet
    assert "€ 95.878,33" in sheet


def test_what_if_has_nothing_to_change_for_a_sheet_alone() -> None:
    lot = priced.open_for_bids()
    priced.hand_in(lot)
    priced.prices_opened(lot)

    assert "Stel dat andere waarden golden" not in page("life_cycle", lot)
    assert client().get(address("what_if", lot)).status_code == 200

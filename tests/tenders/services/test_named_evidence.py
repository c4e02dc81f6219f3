"""The evidence of a declaration that names a piece of the register, with the shelf life of that piece."""

from datetime import date

import pytest

from tenders.models import Lot
from tenders.services.named_evidence import named_evidence, names
from tests import calculated, cast, evidence
from tests.tenders.views.life_cycle_pages import page

pytestmark = pytest.mark.django_db

PROVEN = {"laptop__production.evidence": "Certificaat nl-1401, bijlage 2"}


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("Rapport NL-1401.", "NL-1401", True),
        ("zie  nl-1401 en NL-1402", "NL-1401", True),
        ("(NL-1401)", "NL-1401", True),
        ("NL 1401", "NL  1401", True),
        ("NL-14012", "NL-1401", False),
        ("NL-1401-2", "NL-1401", False),
        ("NL-1401/2", "NL-1401", False),
        ("XNL-1401", "NL-1401", False),
        ("2.NL-1401", "NL-1401", False),
        ("NL-14012 en NL-1401", "NL-1401", True),
        ("Rapport", "", False),
        ("a.b", "a+b", False),
    ],
)
def test_a_number_stands_in_a_text_as_a_whole(text: str, number: str, expected: bool) -> None:
    assert names(text, number) is expected


def opened(**changed: str) -> Lot:
    lot = calculated.open_for_bids()
    calculated.hand_in(lot, "Leverancier A", **changed)
    return calculated.opened(lot)


def found_in(lot: Lot) -> dict[str, list[str]]:
    bid = lot.bids.get()
    given = dict(bid.life_cycle_answers.values_list("code", "value"))
    named = named_evidence(bid, given, today=cast.NOW.date())
    return {each.words: [piece.row.title for piece in each.pieces] for each in named}


def test_a_piece_of_this_supplier_is_found_by_its_number() -> None:
    evidence.piece(title="Van A")
    evidence.piece(title="Zonder nummer", number="")
    evidence.piece(evidence.supplier("Leverancier B"), title="Van B")
    evidence.piece(evidence.supplier("Leverancier A", "Bellis"), title="Van een ander")

    found = found_in(opened(**PROVEN))

    assert found == {"Rapport 1": [], "Certificaat nl-1401, bijlage 2": ["Van A"]}


def test_the_sheet_shows_the_piece_and_when_it_ends() -> None:
    row = evidence.piece(valid_from=date(2025, 1, 1), valid_until=date(2026, 1, 31))

    shown = page("life_cycle_sheet", opened(**PROVEN), "A")

    assert f"/bewijs/{row.pk}/" in shown
    assert "niet gecontroleerd" in shown
    assert "voor de dag van inschrijving" in shown
    assert "geen stuk van deze leverancier met een nummer dat hier staat" in shown


def test_a_lot_of_which_nothing_rests_on_evidence_has_no_such_table() -> None:
    lot = opened()

    assert named_evidence(lot.bids.get(), {"laptop:lifetime": "5"}, today=cast.NOW.date()) == []

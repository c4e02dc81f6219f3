"""Every cell that is not to be filled in, changed in every way."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from procurement.incoming import CellKind
from procurement.returned_sheets import (
    read_back,
)
from procurement.returned_sheets.form import cells_of
from procurement.returned_sheets.places import address
from tests.procurement.returned_sheets.build import ANSWERS, BLANKS, filled, form, sent
from tests.procurement.returned_sheets.changes import (
    cell_at,
    forged,
    is_formula,
    with_cell,
)

some = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def found(table):
    """The problems as (place, sentence)."""
    return [(each.place.nl, each.text.nl) for each in read_back(form(), table).problems]


FROZEN = [
    (sheet.title, address(where), cell.formula is not None)
    for sheet in filled(ANSWERS).sheets
    for where, cell in cells_of(sheet)
    if (sheet.title, address(where)) not in {(blank.sheet, blank.at) for blank in BLANKS}
]
FIXED = [(title, at) for title, at, is_live in FROZEN if not is_live]
LIVE = [(title, at) for title, at, is_live in FROZEN if is_live]


@some
@given(
    st.sampled_from(FIXED),
    st.sampled_from([CellKind.TEXT, CellKind.NUMBER, CellKind.DATE, CellKind.BOOLEAN, CellKind.ERROR]),
    st.sampled_from(["", "4", "true", "2026-11-23", "Laptop =1+1 ", "#N/A"]),
)
def test_a_changed_frozen_cell_is_found(where, kind, value):
    """A cell that is emptied too."""
    if kind is CellKind.NUMBER and value != "4":
        value = "4"
    changed = with_cell(sent(), *where, kind, value)
    before = cell_at(sent(), *where)

    places = [place for place, _ in found(changed)]

    is_changed = (before and (before.kind, before.value)) != ((kind, value) if value else None)
    assert places == ([f"blad {where[0]}, cel {where[1]}"] if is_changed else [])


def test_the_sentence_says_what_should_be_there():
    changed = with_cell(sent(), "Prijzen", "B4", CellKind.NUMBER, "30")

    assert found(changed) == [
        ("blad Prijzen, cel B4", "Deze cel is veranderd. Hier hoort te staan: ‘3’. Zet dat terug.")
    ]


@pytest.mark.parametrize("at", ["A2", "F1", "C6", "A99", "ZZ4"])
def test_a_cell_that_was_added_is_found(at):
    changed = with_cell(sent(), "Prijzen", at, value="meer")

    assert found(changed) == [(f"blad Prijzen, cel {at}", "Hier hoort niets te staan. Maak deze cel leeg.")]


@pytest.mark.parametrize(("title", "at"), LIVE)
def test_a_forged_result_is_found(title, at):
    kind = cell_at(sent(), title, at).kind
    changed = forged(sent(), title, at, "0.01" if kind is CellKind.NUMBER else "Betaald.", kind)

    [(place, sentence)] = found(changed)

    assert place == f"blad {title}, cel {at}"
    assert "hoort niet bij wat is ingevuld" in sentence


def test_a_result_that_was_not_calculated_again_is_found():
    """Somebody changed a price with a program that does not calculate."""
    changed = with_cell(sent(), "Prijzen", "C4", CellKind.NUMBER, "9")

    assert [place for place, _ in found(changed)] == ["blad Prijzen, cel D4", "blad Prijzen, cel D6"]


def test_a_formula_without_a_stored_result_is_fine():
    assert found(with_cell(sent(), "Prijzen", "D6", CellKind.EMPTY, formula=True)) == []


def test_a_right_result_typed_over_a_formula_is_fine_and_a_wrong_one_is_not():
    assert found(with_cell(sent(), "Prijzen", "D4", CellKind.NUMBER, "24.6")) == []
    assert len(found(with_cell(sent(), "Prijzen", "D4", CellKind.NUMBER, "24.7"))) == 1
    assert len(found(with_cell(sent(), "Prijzen", "D4"))) == 1


def test_a_result_of_binary_arithmetic_is_fine():
    assert found(forged(sent(), "Prijzen", "D4", "24.599999999999998")) == []


def test_every_frozen_cell_was_in_the_sheet():
    assert len(FIXED) >= 15
    assert len(LIVE) >= 5
    assert is_formula(cell_at(sent(), "Prijzen", "D4"))


def test_a_tab_that_an_office_program_leaves_out_is_no_change():
    """LibreOffice does so in an .ods, after a line break."""
    text = "Muis\n\tmet draad"
    tabbed = form(fill=lambda answers: _with_text(filled(answers), text))

    returned = read_back(tabbed, with_cell(sent(of=tabbed), "Prijzen", "A5", value=text.replace("\t", "")))

    assert returned.problems == ()


def _with_text(workbook, text):
    sheet, *others = workbook.sheets
    rows = [(text, *row[1:]) if row and row[0] == "Muis\nmet draad" else row for row in sheet.rows]
    return replace(workbook, sheets=(replace(sheet, rows=tuple(rows)), *others))

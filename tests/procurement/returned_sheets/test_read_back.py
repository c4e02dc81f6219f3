from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from procurement.documents.workbook import Cell as Issued
from procurement.incoming import CellKind, Sheet, Table
from procurement.returned_sheets import (
    differences,
    packed,
    read_back,
    unpacked,
)
from tests.procurement.returned_sheets.build import ANSWERS, BLANKS, CHOICES, filled, form, sent
from tests.procurement.returned_sheets.changes import (
    forged,
    with_cell,
    without_row,
    without_sheet,
)

NOTHING = {blank.key: None for blank in BLANKS}
some = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])

words = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Cs", "Co", "Cn"]), max_size=80)
answers = st.fixed_dictionaries(
    {
        "first": st.none() | st.decimals(0, 1_000_000, places=4),
        "second": st.none() | st.decimals(-(10**11), 10**11, places=3),
        "choice": st.none() | st.sampled_from(CHOICES),
        "why": st.none() | words.map(str.strip).map(lambda text: text or None),
        "day": st.none() | st.dates(date(1900, 3, 1), date(9999, 12, 31)),
    }
)


def found(table):
    """The problems as (place, sentence)."""
    return [(each.place.nl, each.text.nl) for each in read_back(form(), table).problems]


def test_answers_come_back_as_they_were_given():
    returned = read_back(form(), sent())

    assert (returned.answers, returned.problems) == (ANSWERS, ())


def test_an_empty_sheet_gives_empty_answers():
    returned = read_back(form(), sent({}))

    assert (returned.answers, returned.problems) == (NOTHING, ())


@some
@given(answers)
def test_any_answers_come_back_equal(given_answers):
    returned = read_back(form(), sent(given_answers))

    assert (returned.answers, returned.problems) == (given_answers, ())


@given(answers)
def test_answers_travel_unchanged(given_answers):
    assert unpacked(packed(given_answers), BLANKS) == given_answers


def test_a_formula_where_a_value_belongs_is_found():
    table = sent()
    assert found(forged(table, "Prijzen", "C4", "8.2"))[0] == (
        "blad Prijzen, cel C4",
        "Hier staat een formule. Vul de waarde zelf in.",
    )


@pytest.mark.parametrize(
    ("at", "kind", "value", "sentence"),
    [
        ("C4", CellKind.TEXT, "8,20", "‘8,20’ staat als tekst in de cel. Zet de cel op Getal"),
        ("C4", CellKind.TEXT, "acht", "‘acht’ is geen getal"),
        ("C4", CellKind.UNCLEAR, "1e400", "‘1e400’ is geen getal"),
        ("C4", CellKind.UNCLEAR, "NaN", "‘NaN’ is geen getal"),
        ("C4", CellKind.BOOLEAN, "true", "geen getal"),
        ("C4", CellKind.DATE, "2026-11-22", "geen getal"),
        ("C4", CellKind.ERROR, "#DIV/0!", "foutmelding (#DIV/0!)"),
        ("C4", CellKind.NUMBER, "-0.0001", "Vul minstens 0 in"),
        ("C4", CellKind.NUMBER, "1000000.0001", "Vul hooguit 1.000.000 in"),
        ("C4", CellKind.NUMBER, "0.00001", "te veel cijfers achter de komma. Gebruik er hooguit 4"),
        ("B7", CellKind.TEXT, "goed", "staat niet in de keuzelijst"),
        ("B7", CellKind.NUMBER, "11", "staat niet in de keuzelijst"),
        ("B8", CellKind.NUMBER, "12", "apostrof"),
        ("B8", CellKind.TEXT, "x" * 501, "501 tekens. Gebruik er hooguit 500"),
        ("B8", CellKind.TEXT, "links \u202e rechts", "onzichtbare tekens"),
        ("B8", CellKind.TEXT, "bel \x07", "onzichtbare tekens"),
        ("B9", CellKind.TEXT, "1 december", "is geen datum"),
        ("B9", CellKind.DATE, "2026-12-01T09:00:00", "is geen datum"),
    ],
)
def test_what_cannot_be_an_answer_is_found_in_its_place(at, kind, value, sentence):
    [(place, said)] = found(with_cell(sent(), "Prijzen", at, kind, value))

    assert place == f"blad Prijzen, cel {at}"
    assert sentence in said


@pytest.mark.parametrize("value", ["0", "1000000", "0.0001"])
def test_the_edges_of_a_number_are_answers(value):
    table = sent({**ANSWERS, "first": Decimal(value)})

    assert read_back(form(), table).answers["first"] == Decimal(value)


def test_a_choice_may_be_saved_as_a_number():
    table = sent({**ANSWERS, "choice": "10"})

    assert (
        read_back(form(), with_cell(table, "Prijzen", "B7", CellKind.NUMBER, "10")).answers["choice"] == "10"
    )


def test_a_text_like_a_formula_stays_a_text():
    table = sent({**ANSWERS, "why": "=1+1"})

    returned = read_back(form(), table)

    assert (returned.answers["why"], returned.problems) == ("=1+1", ())


def test_line_ends_and_space_around_a_text_do_not_count():
    table = with_cell(sent(), "Prijzen", "B8", value=" Omdat het\r\nzo is. \n")

    assert read_back(form(), table).answers["why"] == ANSWERS["why"]


def test_a_text_of_spaces_is_no_answer_but_no_empty_cell_to_a_formula():
    """`COUNTBLANK` does not count it, so the result in the file is that of a filled cell."""
    spaces = {**ANSWERS, "why": " \n"}

    returned = read_back(form(), sent(spaces))

    assert (returned.answers["why"], returned.problems) == (None, ())


@pytest.mark.parametrize(
    ("at", "sentence"), [("C4", "geen getal"), ("B7", "keuzelijst"), ("B9", "geen datum")]
)
def test_spaces_where_something_else_belongs_are_found(at, sentence):
    [(_, said)] = found(with_cell(sent(), "Prijzen", at, value="  "))

    assert sentence in said


def test_a_row_that_was_taken_out_is_found():
    [(place, sentence)] = found(without_row(sent(), "Prijzen", 4))

    assert (place, "rijen weggehaald (1), vanaf rij 4" in sentence) == ("blad Prijzen", True)


def test_sheets_that_are_gone_added_or_there_twice_are_found():
    table = sent()
    twice = Table((*table.sheets, table.sheets[1]))
    added = Table((*table.sheets, Sheet("Notities", ())))

    said = [found(each) for each in (without_sheet(table, "Keuze"), twice, added)]

    assert [[place for place, _ in each] for each in said] == [
        ["blad Keuze"],
        ["blad Keuze"],
        ["blad Notities"],
    ]
    assert ["ontbreekt" in said[0][0][1], "twee keer" in said[1][0][1], "Haal het weg" in said[2][0][1]] == [
        True,
        True,
        True,
    ]


def test_a_result_that_nobody_says_is_not_compared():
    def fill(given_answers):
        workbook = filled(given_answers)
        rows = [list(row) for row in workbook.sheets[0].rows]
        rows[3][3] = Issued(None, "B4*C4")
        return replace(workbook, sheets=(replace(workbook.sheets[0], rows=tuple(rows)), *workbook.sheets[1:]))

    live = form(fill=fill)

    assert read_back(live, forged(sent(of=live), "Prijzen", "D4", "99")).problems == ()


def test_the_same_answers_twice_are_no_difference():
    answers_back = read_back(form(), sent()).answers

    assert differences(ANSWERS, answers_back, BLANKS) == ()


def test_differences_name_place_old_and_new():
    new = {**ANSWERS, "first": Decimal("1234.5"), "day": None}

    said = [
        (each.place.nl, each.title.en, each.old.nl, each.new.nl) for each in differences(ANSWERS, new, BLANKS)
    ]

    assert said == [
        ("blad Prijzen, cel C4", "Box first", "8,2", "1.234,5"),
        ("blad Prijzen, cel B9", "Box day", "1-12-2026", "(leeg)"),
    ]


@pytest.mark.parametrize(
    ("stored", "price"),
    [("41627.530000000006", "41627.53"), ("41627.529999999999", "41627.53"), ("0.30000000000000004", "0.3")],
)
def test_what_a_spreadsheet_shows_in_fifteen_digits_is_the_price(stored, price):
    changed = with_cell(sent(), "Prijzen", "C4", CellKind.NUMBER, stored)

    assert read_back(form(), changed).answers["first"] == Decimal(price)


def test_a_digit_too_many_that_a_spreadsheet_shows_is_told():
    changed = with_cell(sent(), "Prijzen", "C4", CellKind.NUMBER, "41627.53001")

    assert read_back(form(), changed).answers["first"] is None

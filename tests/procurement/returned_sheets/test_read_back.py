from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from procurement.documents.workbook import Cell as Issued
from procurement.documents.writers.xlsx import xlsx_bytes
from procurement.incoming import Cell, CellKind, Mark, Refused, Row, Sheet, Table
from procurement.returned_sheets import (
    WrongSheet,
    differences,
    identity_of,
    issued,
    packed,
    read_back,
    unpacked,
)
from procurement.returned_sheets.form import cells_of
from procurement.returned_sheets.places import address
from tests.procurement.returned_sheets.build import ANSWERS, BLANKS, CHOICES, KEY, filled, form, sent
from tests.procurement.returned_sheets.changes import (
    cell_at,
    forged,
    is_formula,
    with_cell,
    without_row,
    without_sheet,
)
from tests.procurement.returned_sheets.in_process import read_here

NOTHING = {blank.key: None for blank in BLANKS}
WHOLE = xlsx_bytes(issued(form(), ANSWERS, KEY))
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


def test_a_formula_where_a_value_belongs_is_found():
    table = sent()
    assert found(forged(table, "Prijzen", "C4", "8.2"))[0] == (
        "blad Prijzen, cel C4",
        "Hier staat een formule. Vul de waarde zelf in.",
    )


@pytest.mark.parametrize(
    ("at", "kind", "value", "sentence"),
    [
        ("C4", CellKind.TEXT, "8,20", "‘8,20’ is geen getal"),
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
    assert "blad Prijzen, cel A4" in [place for place, _ in found(without_row(sent(), "Prijzen", 4))]


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


cells = st.builds(
    lambda kind, value, marks: (kind, value, marks),
    st.sampled_from(CellKind),
    st.text(max_size=20) | st.sampled_from(["1", "-1.5", "true", "2026-11-22", "1e5"]),
    st.frozensets(st.sampled_from(Mark)),
)


def _sound(cell):
    """What the reader keeps to: a number is a number, a date is a date."""
    kind, value, marks = cell
    sound = {CellKind.NUMBER: "12.5", CellKind.DATE: "2026-11-22", CellKind.BOOLEAN: "true"}
    return kind, sound.get(kind, "" if kind is CellKind.EMPTY else value), marks


@st.composite
def tables(draw):
    titles = st.sampled_from(["Prijzen", "Keuze", "_tenderwijzer", "x"])
    found_sheets = []
    for title in draw(st.lists(titles, max_size=4)):
        rows = draw(
            st.dictionaries(st.integers(1, 12), st.dictionaries(st.integers(1, 5), cells.map(_sound)))
        )
        lines = (Row(n, tuple(Cell(c, *rows[n][c]) for c in sorted(rows[n]))) for n in sorted(rows))
        found_sheets.append(Sheet(title, tuple(lines)))
    return Table(tuple(found_sheets))


@given(tables())
def test_any_table_gives_problems_or_a_refusal_and_nothing_else(table):
    returned = read_back(form(), table)

    assert returned.problems
    with pytest.raises(WrongSheet):
        identity_of(table, KEY)


@some
@given(st.binary(max_size=400), st.integers(0, 6_000), st.integers(1, 200))
def test_a_damaged_file_is_refused_or_read_and_nothing_else(noise, start, length):
    content = WHOLE[:start] + noise + WHOLE[start + length :]

    try:
        table = read_here(content)
        identity_of(table, KEY)
    except (Refused, WrongSheet):
        return
    returned = read_back(form(), table)
    assert returned.problems or returned.answers == ANSWERS


def test_every_frozen_cell_was_in_the_sheet():
    assert len(FIXED) >= 15
    assert len(LIVE) >= 5
    assert is_formula(cell_at(sent(), "Prijzen", "D4"))

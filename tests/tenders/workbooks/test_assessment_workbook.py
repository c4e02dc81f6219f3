"""The sheet of an assessor as a value: what it says, what it counts, and that LibreOffice counts the same."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from procurement.documents.workbook import Style, Workbook
from procurement.documents.writers.ods import ods_bytes
from procurement.documents.writers.xlsx import xlsx_bytes
from procurement.incoming import read_rows
from procurement.language import Language, Text
from procurement.returned_sheets import (
    Answers,
    Form,
    Identity,
    check_identity,
    identity_of,
    issued,
    read_back,
)
from tenders.workbooks.assessed import Bidder, Criterion, Level, Task, key_of, level_labels
from tenders.workbooks.assessment import KIND, assessment_form
from tenders.workbooks.assessment_rows import COUNT_ROW
from tests.libreoffice import recalculated, saved_as

KEY = b"a key for tests"
SCALE = (
    Level("g", "Goed", "Alles\nis er."),
    Level("v", "Voldoende", "Het meeste."),
    Level("o", "Goed", "Nee."),
)
TASK = Task(
    authority="Gemeente Amaranth",
    tender="Laptops",
    lot="Perceel 1",
    least=5,
    least_words=2,
    most=8_000,
    criteria=(
        Criterion("K", "Service", "Hoe snel.", SCALE),
        Criterion("L", "Plan", "", (Level("1", "=ja", "Ja."), Level("2", "10", "Tien."))),
    ),
    bidders=(
        Bidder("f00d", Text(nl="Inschrijver A", en="Bidder A")),
        Bidder("beef", Text(nl="Inschrijver B", en="Bidder B")),
    ),
    made_at=datetime(2026, 11, 22, tzinfo=UTC),
)
ALL: Answers = {
    key_of("K", "f00d", "level"): "Goed (o)",
    key_of("K", "f00d", "why"): '=1+1 is geen formule, en\n"dit" blijft <staan> & zo.',
    key_of("K", "beef", "level"): "Voldoende",
    key_of("K", "beef", "why"): "Kort.",
    key_of("L", "f00d", "level"): "10",
    key_of("L", "f00d", "why"): "12345",
    key_of("L", "beef", "level"): "=ja",
    key_of("L", "beef", "why"): "-----",
}
HALF: Answers = {
    key_of("K", "f00d", "level"): "Voldoende",
    key_of("K", "beef", "why"): "  ",
    key_of("L", "beef", "level"): "10",
    key_of("L", "beef", "why"): "Omdat.",
}


def form(language: Language = "nl", task: Task = TASK) -> Form:
    identity = Identity(
        kind=KIND, organisation="1", tender="T-1", lot="1", version="2", seat="B", language=language
    )
    return assessment_form(task, identity, language)


def texts(answers: Answers, language: Language = "nl") -> dict[str, str]:
    """The cells of the first sheet as they are read back, by address."""
    content = xlsx_bytes(issued(form(language), answers, KEY))
    sheet = read_rows(content, "blad.xlsx").sheets[0]
    return {f"{'ABCD'[cell.column - 1]}{row.number}": cell.value for row in sheet.rows for cell in row.cells}


def test_each_bid_stands_under_each_criterion_with_what_is_missing() -> None:
    said = texts(HALF)

    assert {at: said.get(at, "") for at in ("A7", "A8", "A9", "A10", "A11", "A12")} == {
        "A7": "Service",
        "A8": "Inschrijver A",
        "A9": "Inschrijver B",
        "A10": "Plan",
        "A11": "Inschrijver A",
        "A12": "Inschrijver B",
    }
    assert {at: said.get(at, "") for at in ("D8", "D9", "D11", "D12")} == {
        "D8": "Schrijf waarom.",
        "D9": "Kies een niveau.",
        "D11": "Kies een niveau en schrijf waarom.",
        "D12": "",
    }
    assert (said["B4"], said["C4"]) == ("3", "Nog in te vullen: 3 van 4. Kijk in de kolom Controle.")


def test_a_full_sheet_says_so_in_english_too() -> None:
    said = texts(ALL, "en")

    assert (said["A8"], said["B4"], said["C4"]) == ("Bidder A", "0", "Everything is filled in.")
    assert "in at least 5 characters and 2 words" in said["A3"]


def test_reasons_that_are_too_short_are_told_and_counted() -> None:
    said = texts({**ALL, key_of("K", "beef", "why"): "Kor"})

    assert said["D9"] == "De motivering is korter dan 5 tekens. Schrijf meer op."
    assert (said["B4"], said["C4"]) == ("1", "Nog in te vullen: 1 van 4. Kijk in de kolom Controle.")


def test_what_office_programs_count_differently_is_not_held_against_the_file() -> None:
    table = read_rows(
        xlsx_bytes(issued(form(), {**ALL, key_of("K", "beef", "why"): "Kor😀"}, KEY)), "blad.xlsx"
    )

    assert read_back(form(), table).problems == ()
    assert read_back(form(), table).answers[key_of("K", "beef", "why")] == "Kor😀"


def test_two_levels_of_one_name_are_told_apart() -> None:
    assert list(level_labels(TASK.criteria[0]).values()) == ["Goed (g)", "Voldoende", "Goed (o)"]


def test_the_token_of_a_bid_is_nowhere_in_the_sheets() -> None:
    workbook = issued(form(), ALL, KEY)

    values = [str(cell) for sheet in workbook.sheets for row in sheet.rows for cell in row]

    assert [each for each in values if "f00d" in each or "beef" in each] == []


def test_only_levels_and_reasons_are_unlocked() -> None:
    sheets = form().fill(ALL).sheets

    assert all(sheet.protected and sheet.landscape and sheet.frozen for sheet in sheets)
    assert [blank.at for blank in form().blanks] == ["B8", "C8", "B9", "C9", "B11", "C11", "B12", "C12"]


SHORT: Answers = {**ALL, key_of("K", "beef", "why"): "Kor"}


@pytest.mark.libreoffice
@pytest.mark.parametrize("answers", [ALL, SHORT, HALF, {}], ids=["all", "short", "half", "none"])
def test_libreoffice_counts_the_same(tmp_path: Path, answers: Answers) -> None:
    path = tmp_path / "blad.xlsx"
    path.write_bytes(xlsx_bytes(issued(form(), answers, KEY)))

    rows = recalculated(path)["Beoordeling"]

    said = texts(answers)
    for at in ("B4", "C4", "D8", "D9", "D11", "D12"):
        assert rows[int(at[1:]) - 1]["ABCD".index(at[0])] == said.get(at, ""), at


@pytest.mark.libreoffice
@pytest.mark.parametrize(("write", "ending"), [(xlsx_bytes, "xlsx"), (ods_bytes, "ods")], ids=["xlsx", "ods"])
@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_a_sheet_saved_by_libreoffice_comes_back(
    tmp_path: Path, write: Callable[[Workbook], bytes], ending: str, kind: str
) -> None:
    path = tmp_path / f"blad.{ending}"
    path.write_bytes(write(issued(form(), ALL, KEY)))

    table = read_rows(saved_as(path, tmp_path / "out", kind))

    check_identity(identity_of(table, KEY), form().identity)
    returned = read_back(form(), table)
    assert (returned.problems, returned.answers) == ((), ALL)


def test_an_opendocument_sheet_comes_back_as_it_went() -> None:
    table = read_rows(ods_bytes(issued(form(), ALL, KEY)), "blad.ods")

    assert read_back(form(), table).answers == ALL
    assert read_back(form(), table).problems == ()


def test_the_count_stands_free_of_the_sentence_beside_it() -> None:
    count, sentence = issued(form(), {}, KEY).sheets[0].rows[COUNT_ROW - 1][1:3]

    assert (count.style, sentence.style) == (Style.CENTRED, Style.BOLD)

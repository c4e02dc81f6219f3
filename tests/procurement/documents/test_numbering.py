"""The numbers computed from the tree are those a reader of the document sees."""

import pytest

from procurement.documents.compose import column, content, heading, paragraph, point, provision, row, table
from procurement.documents.errors import DocumentError
from procurement.documents.model import Clause
from procurement.documents.numbering import letters, outline, roman
from tests.procurement.documents.examples import BLOCKS, document


def labels(*blocks):
    return {anchor: target.label for anchor, target in outline(document(*blocks)).targets.items()}


def test_every_anchor_of_the_contract_has_its_number():
    found = labels(*BLOCKS)

    assert found == {
        "criteria": "1",
        "plain": "Een alinea met een naam",
        "scores": "Tabel 1",
        "co2": "1",
        "co2.yearly": "1.1",
        "co2.use": "1.2(a)",
        "co2.move": "1.2(b)(ii)",
    }


def test_headings_begin_again_below_a_higher_one():
    found = labels(
        heading(1, "a"),
        heading(2, "b"),
        heading(3, "c"),
        heading(2, "d"),
        heading(1, "zonder", numbered=False),
        heading(1, "e"),
        heading(3, "f", anchor="deep"),
    )

    assert found == {"deep": "2.0.1"}


def test_the_contents_list_headings_and_clauses_in_order():
    entries = outline(document(*BLOCKS)).entries

    assert [(entry.level, entry.number, entry.text) for entry in entries] == [
        (1, "1", "Criteria"),
        (2, "1.1", "Weging"),
        (1, "", "Zonder nummer"),
        (4, "", "Klein kopje"),
        (1, "1", "CO₂-rapportage"),
        (2, "2", "Slot"),
    ]


def test_an_english_table_is_called_table():
    blocks = (table([column("a")], [row("1")], caption="x", anchor="t"),)

    found = outline(document(*blocks, language="en")).targets

    assert found["t"].label == "Table 1"


def test_an_anchor_used_twice_is_refused():
    twice = Clause(code="c", version="1", title=content("x"), anchor="a", body=(provision("y", anchor="a"),))

    with pytest.raises(DocumentError, match="'a' is used twice"):
        outline(document(twice))


def test_letters_and_roman_numbers_count_as_word_does():
    assert [letters(n) for n in (1, 2, 26, 27, 28, 53)] == ["a", "b", "z", "aa", "bb", "aaa"]
    assert [roman(n) for n in (1, 4, 9, 14, 40, 49)] == ["i", "iv", "ix", "xiv", "xl", "xlix"]


def test_points_below_points_count_in_roman():
    clause = Clause(
        code="c",
        version="1",
        title=content("x"),
        body=(paragraph("los"), provision("een", points=[point("a", points=[point("i", anchor="here")])])),
    )

    assert labels(clause) == {"here": "1.1(a)(i)"}

"""The numbers computed from the tree are those a reader of the document sees."""

import pytest

from procurement.documents.compose import (
    annex,
    column,
    content,
    heading,
    paragraph,
    point,
    provision,
    row,
    table,
)
from procurement.documents.errors import DocumentError
from procurement.documents.model import Clause, Heading
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
        "delivery": "Levering",
        "annex.a": "Bijlage A",
        "annex.a1": "A.1",
        "annex.a11": "A.1.1",
        "annex.b": "Bijlage B",
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
        (1, "Bijlage A", "Toezeggingen"),
        (2, "A.1", "Waarden"),
        (3, "A.1.1", "Per jaar"),
        (1, "Bijlage B", "Breed overzicht"),
    ]


def test_an_english_annex_is_called_annex_and_headings_go_on_beside_it():
    found = outline(
        document(heading(1, "a"), annex("b", anchor="b"), heading(1, "c", anchor="c"), language="en")
    )

    assert [found.targets[anchor].label for anchor in "bc"] == ["Annex A", "2"]


@pytest.mark.parametrize("wrong", [{"level": 4}, {"numbered": False}])
def test_a_heading_of_an_annex_is_always_numbered(wrong):
    with pytest.raises(DocumentError, match="a heading of an annex is numbered"):
        Heading(**({"level": 1, "content": content("x"), "annex": True} | wrong))


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

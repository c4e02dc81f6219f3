"""The whole document: a draft says what is open, a final contract has nothing open, Word numbers it."""

import io
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest

from clauses.assembly.assemble import Assembly, assemble
from clauses.assembly.contract import ContractHead, NotFinal, contract
from clauses.assembly.library import newest, read_library
from procurement.documents.model import Clause, Field, FieldKind, Heading, Note, Table, plain
from procurement.documents.numbering import outline
from procurement.documents.writers.docx import docx_bytes
from procurement.language import Language
from tests.clauses.assembly.builders import KG, clause
from tests.libreoffice import to_pdf

HEAD = ContractHead(
    title="Bijlage duurzaamheid",
    reference="T-1",
    authority="Ministerie (voorbeeld)",
    created=datetime(2026, 11, 21, 9, 0, tzinfo=UTC),
)
CLAUSES = (
    clause("one", "1. Hoogstens {kg} kg, zie artikel [#two].", more=KG),
    clause("two", "1. Zie ook artikel [#one]."),
)


def filled(value: str, language: Language = "nl") -> Assembly:
    return assemble(CLAUSES, None, {"one": {"kg": value}}, language)


def test_a_draft_says_how_much_is_open() -> None:
    document = contract(filled(""), HEAD)

    notes = [plain(block.content) for block in document.blocks if isinstance(block, Note)]
    assert notes == ["Dit is een concept. Nog in te vullen: 1. Nog op te lossen: 0."]


def test_a_final_contract_has_no_note() -> None:
    document = contract(filled("5"), HEAD, final=True)

    assert [block for block in document.blocks if isinstance(block, Note)] == []


@pytest.mark.parametrize("value", ["", "501"])
def test_a_final_contract_is_refused_while_something_is_open(value: str) -> None:
    with pytest.raises(NotFinal):
        contract(filled(value), HEAD, final=True)


def test_references_follow_the_numbers_when_clauses_move() -> None:
    turned = assemble(tuple(reversed(CLAUSES)), None, {"one": {"kg": "5"}}, "nl")

    numbers = outline(contract(turned, HEAD)).targets

    assert (numbers["clause-two"].label, numbers["clause-one"].label) == ("1", "2")


def test_the_register_names_version_basis_and_digest_of_each_clause() -> None:
    document = contract(filled("5"), HEAD)

    register = [block for block in document.blocks if isinstance(block, Table)][-1]
    assert [plain(cell) for cell in register.rows[0].cells] == [
        "",
        "Titel van one (one, versie 1)",
        "art. 2.80 Aw 2012",
        CLAUSES[0].digest[:8],
    ]


def test_the_english_contract_is_english() -> None:
    document = contract(filled("5", "en"), HEAD)

    headings = [plain(block.content) for block in document.blocks if isinstance(block, Heading)]
    assert headings == ["Signatures", "Account: origin of the clauses"]
    assert [plain(block.title) for block in document.blocks if isinstance(block, Clause)] == [
        "Title of one",
        "Title of two",
    ]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_whole_library_is_written_to_word(language: Language) -> None:
    preferred = [each for each in newest(read_library()) if each.rung == "preferred"]

    written = docx_bytes(contract(assemble(preferred, None, {}, language), HEAD))

    body = zipfile.ZipFile(io.BytesIO(written)).read("word/document.xml").decode()
    assert [each.code for each in preferred if each.title.to(language) not in body] == []


@pytest.mark.libreoffice
def test_libreoffice_opens_the_contract(tmp_path: Path) -> None:
    preferred = [each for each in newest(read_library()) if each.rung == "preferred"]
    path = tmp_path / "contract.docx"
    path.write_bytes(docx_bytes(contract(assemble(preferred, None, {}, "nl"), HEAD)))

    assert to_pdf(path, tmp_path).stat().st_size > 20_000


def test_the_file_carries_contract_version_and_digest() -> None:
    head = replace(HEAD, contract="C-1", version="2", digest="ab" * 32)

    properties = contract(filled("5"), head, final=True).properties

    assert (properties.contract, properties.version, properties.digest) == ("C-1", "2", "ab" * 32)


def test_without_a_stored_form_the_digest_is_that_of_the_content() -> None:
    digests = {contract(filled(value), HEAD).properties.digest for value in ("5", "5", "6")}

    assert len(digests) == 2
    assert {len(digest) for digest in digests} == {64}


def test_no_level_of_heading_is_left_out() -> None:
    document = contract(filled("5"), HEAD)

    levels = [entry.level for entry in outline(document).entries]
    assert all(after - before <= 1 for before, after in pairwise([0, *levels]))


def test_an_open_blank_is_chosen_picked_or_typed() -> None:
    kinds = f"""{KG}
[[variables]]
name = "day"
kind = "date"
source = "buyer"
label.nl = "Dag"
label.en = "Day"
[[variables]]
name = "tool"
kind = "choice"
source = "buyer"
label.nl = "Methode"
label.en = "Method"
[[variables.options]]
code = "a"
label.nl = "De eerste"
label.en = "The first"
[[variables.options]]
code = "b"
label.nl = "De tweede"
label.en = "The second"
"""
    text = clause("one", "1. Voor {day} met {tool} hoogstens {kg} kg.", more=kinds)

    (block,) = assemble((text,), None, {}, "nl").blocks
    fields = [each for each in block.body[0].content if isinstance(each, Field)]

    assert [(each.name, each.kind, each.choices) for each in fields] == [
        ("day", FieldKind.DATE, ()),
        ("tool", FieldKind.CHOICE, ("De eerste", "De tweede")),
        ("kg", FieldKind.TEXT, ()),
    ]

"""The annexes of a contract: what was promised with its source, and what is due when."""

import io
import zipfile
from datetime import UTC, datetime

from clauses.assembly.annex import PROMISES, TERMS, award_annex
from clauses.assembly.award import NO_AWARD
from clauses.assembly.contract import ContractHead, contract
from procurement.documents import model
from procurement.documents.writers.docx import docx_bytes
from tests.clauses.assembly.promising import AWARD, assembled

FILLED = {"co2-product-footprint": {"footprint_per_unit": "214.5"}}
CODES = ("definitions", "promised-values", "co2-product-footprint", "capacity-use")


def headings(blocks: tuple[model.Block, ...]) -> list[str]:
    return [model.plain(each.content) for each in blocks if isinstance(each, model.Heading)]


def tables(blocks: tuple[model.Block, ...]) -> list[model.Table]:
    return [each for each in blocks if isinstance(each, model.Table)]


def test_every_promise_stands_with_its_value_its_own_words_and_its_article() -> None:
    blocks = award_annex(assembled(*CODES, values=FILLED), AWARD)

    promises = tables(blocks)[0]
    assert headings(blocks) == [PROMISES.nl, TERMS.nl]
    assert [[model.plain(cell) for cell in row.cells[1:3]] for row in promises.rows] == [
        ["214,5 kg CO2e per laptop", "214,5 kg CO2e per laptop"],
        ["zoals aangeboden", "Wij halen elke laptop binnen vijf dagen op."],
    ]
    assert [row.cells[3] for row in promises.rows] == [
        (model.Reference("clause-co2-product-footprint"),),
        (model.Reference("clause-promised-values"),),
    ]


def test_the_source_of_a_promise_is_a_footnote_in_the_word_file() -> None:
    assembly = assembled(*CODES, values=FILLED)
    head = ContractHead(title="T", reference="R", authority="A", created=datetime(2026, 11, 4, tzinfo=UTC))

    word = docx_bytes(contract(assembly, head, annexes=award_annex(assembly, AWARD)))

    notes = zipfile.ZipFile(io.BytesIO(word)).read("word/footnotes.xml").decode()
    assert notes.count("Inschrijving I-01, gunningscriterium G2, 3 november 2026. Gevraagd: Hoeveel kg") == 1


def test_without_an_award_there_are_terms_and_no_promises() -> None:
    blocks = award_annex(assembled("definitions", "capacity-use"), NO_AWARD)

    assert headings(blocks) == [TERMS.nl]
    assert [model.plain(row.cells[2]) for row in tables(blocks)[0].rows] == [
        "elk kwartaal, binnen 20 werkdagen",
        "elk kwartaal, binnen 20 werkdagen",
        "als het zich voordoet, binnen 20 werkdagen",
    ]
    assert model.plain(tables(blocks)[0].rows[0].cells[3]) == "29 april 2027"


def test_a_contract_in_which_nothing_is_due_has_no_annex() -> None:
    assert award_annex(assembled("definitions"), NO_AWARD) == ()

"""What a Word contract says of its sources: its clauses, its footnotes, and names that stay the same."""

from dataclasses import replace

import pytest
from docx.oxml.ns import qn
from lxml import etree

from procurement.documents.compose import content, footnote, heading, paragraph, ref
from procurement.documents.errors import DocumentError
from procurement.documents.model import Document
from procurement.documents.writers.docx import docx_bytes
from tests.procurement.documents.examples import CLAUSE, PROPERTIES, document
from tests.procurement.documents.writers.docx_parts import parts


def test_the_file_says_which_contract_and_which_clauses_it_holds():
    properties = replace(PROPERTIES, contract="C-1", version="3")
    clauses = (CLAUSE, *(replace(CLAUSE, code=f"clause-{n}", anchor="", body=()) for n in range(12)))
    tree = Document(title="x", language="nl", properties=properties, blocks=clauses)

    root = etree.fromstring(parts(tree)["docProps/custom.xml"])
    found = {node.get("name"): node[0].text for node in root}
    listed = f"{found.pop('Clauses')} {found.pop('Clauses2')}".split()
    assert found == {
        "TenderId": "T-2026-014",
        "ContractId": "C-1",
        "ContractVersion": "3",
        "ContractSha256": "ab" * 32,
    }
    assert listed == [f"{clause.code}@2#cdcdcdcdcdcd" for clause in clauses]
    assert max(len(node[0].text) for node in root) <= 255


def test_footnotes_stand_in_a_part_of_their_own():
    tree = document(paragraph("a", footnote("Bron: ", ref("b"))), paragraph("c", footnote("twee")))
    tree = replace(tree, blocks=(*tree.blocks, heading(1, "kop", anchor="b")))

    found = parts(tree)
    notes = etree.fromstring(found["word/footnotes.xml"])
    asked = etree.fromstring(found["word/document.xml"]).iter(qn("w:footnoteReference"))
    texts = {note.get(qn("w:id")): "".join(note.itertext()).strip() for note in notes}
    assert texts == {"-1": "", "0": "", "1": "Bron: 1", "2": "twee"}
    assert [node.get(qn("w:id")) for node in asked] == ["1", "2"]


@pytest.mark.parametrize("place", ["header", "footnote"])
def test_a_footnote_in_a_header_or_a_footnote_is_refused(place):
    inner = content("x", footnote("y"))
    wrong = {
        "header": replace(document(), header=inner),
        "footnote": document(paragraph("a", footnote(*inner))),
    }

    with pytest.raises(DocumentError, match="in 'x': a footnote in a footnote, a header or a footer"):
        docx_bytes(wrong[place])


def test_a_name_of_a_bookmark_is_the_same_wherever_its_block_stands():
    one = document(heading(1, "a", anchor="a"), CLAUSE)
    other = document(CLAUSE, heading(1, "a", anchor="a"))

    names = [
        {node.get(qn("w:name")) for node in etree.fromstring(parts(tree)["word/document.xml"]).iter()}
        - {None}
        for tree in (one, other)
    ]
    assert names[0] == names[1]

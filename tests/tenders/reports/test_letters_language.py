"""What the buyer wrote in Dutch stands in an English letter as a quotation, in the file too."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from procurement.documents.model import Document, Paragraph, Run, Table
from procurement.documents.writers.docx import docx_bytes
from procurement.documents.writers.odt import odt_bytes
from tenders.reports.letters.model import Disclosure, addressees
from tenders.scoring.evaluate import evaluate
from tenders.scoring.model import Kind
from tests.tenders.reports.letters import LOT, made


def runs(document: Document) -> list[Run]:
    """Every run in a paragraph or a table."""
    tables = [block for block in document.blocks if isinstance(block, Table)]
    contents = [cell for each in tables for row in each.rows for cell in row.cells]
    contents += [block.content for block in document.blocks if isinstance(block, Paragraph)]
    return [inline for content in contents for inline in content if isinstance(inline, Run)]


@pytest.mark.parametrize("code", [each.code for each in addressees(evaluate(LOT))])
def test_an_english_letter_marks_every_word_of_the_buyer_as_dutch(code):
    """No level, motivation or reason stands in an English sentence without its mark."""
    leaves, bids = list(LOT.leaves()), LOT.bids
    authored = [leaf.title for leaf in leaves]
    authored += [each.title for each in LOT.requirements]
    authored += [leaf.unit for leaf in leaves if leaf.kind is Kind.QUANTITY]
    authored += [level.description for leaf in leaves for level in leaf.levels]
    authored += [words for bid in bids for words in (*bid.motivations.values(), *bid.failed.values())]

    shown = {leaf.code: Disclosure(shows_motivation=True) for leaf in leaves}
    found = runs(made(code, "en", disclosed=shown))

    unmarked = [run.text for run in found if run.language is None]
    assert [words for words in authored if words and any(words in text for text in unmarked)] == []
    assert {run.language for run in found if run.italic} == {"nl"}
    assert any("The Dutch words count." in text for text in unmarked)


def test_a_dutch_letter_marks_nothing():
    assert [run for run in runs(made("B")) if run.language is not None or run.italic] == []


def test_what_the_officer_typed_keeps_its_language():
    [leaf, *_] = LOT.leaves()
    typed = {leaf.code: Disclosure(text="Sterke planning.", written_in="nl")}

    english, dutch = made("B", "en", disclosed=typed), made("B", disclosed=typed)

    assert [run.language for run in runs(english) if run.text == "Sterke planning."] == ["nl"]
    assert [run.language for run in runs(dutch) if run.text == "Sterke planning."] == [None]


def test_the_mark_is_in_the_files():
    english = made("B", "en")

    word = ZipFile(BytesIO(docx_bytes(english))).read("word/document.xml").decode()
    odt = ZipFile(BytesIO(odt_bytes(english))).read("content.xml").decode()

    assert '<w:i/><w:lang w:val="nl-NL"/>' in word
    assert '<text:span text:style-name="InDutch"><text:span text:style-name="Italic">' in odt

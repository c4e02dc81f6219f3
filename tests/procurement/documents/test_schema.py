"""The files keep to the schema of their format: by our own check of the order, and by the SDK validator."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from procurement.documents.house_style.reading import read_house_style
from procurement.documents.house_style.sample import sample
from procurement.documents.writers.docx import docx_bytes
from procurement.documents.writers.xlsx import xlsx_bytes
from tests.ooxml_validator import faults, validator
from tests.procurement.documents.element_order import misplaced
from tests.procurement.documents.examples import BLOCKS, document, workbook
from tests.procurement.documents.house_styles import house_style, numbered_headings

PARTS = ("document", "styles", "settings", "numbering", "footnotes", "header1", "footer2")
MADE = {
    "own.docx": lambda: docx_bytes(document(*BLOCKS)),
    "english.docx": lambda: docx_bytes(sample("en")),
    "house.docx": lambda: docx_bytes(
        document(*BLOCKS), read_house_style(house_style(change=numbered_headings()))
    ),
    "scores.xlsx": lambda: xlsx_bytes(workbook()),
}


@pytest.mark.parametrize("name", [name for name in MADE if name.endswith(".docx")])
def test_every_child_stands_where_word_wants_it(name):
    with ZipFile(BytesIO(MADE[name]())) as package:
        found = {part: list(misplaced(package.read(f"word/{part}.xml"))) for part in PARTS}

    assert found == {part: [] for part in PARTS}


def test_a_child_at_the_wrong_place_is_found():
    part = b'<w:pPr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:ind/><w:pStyle/></w:pPr>'

    assert list(misplaced(part)) == ["pPr: ind pStyle"]


@pytest.mark.parametrize("name", list(MADE))
def test_the_sdk_validator_finds_nothing(name, tmp_path):
    program = validator()
    if not program:
        pytest.skip("ooxml-validator is not installed; tests/ooxml_validator.py says how")
    path = tmp_path / name
    path.write_bytes(MADE[name]())

    assert faults(program, path) == []

"""Another program opens what we write, shows every page, and computes the same numbers."""

from decimal import Decimal
from pathlib import Path

import pytest

from procurement.documents.house_style.reading import read_house_style
from procurement.documents.writers.docx import docx_bytes
from procurement.documents.writers.xlsx import xlsx_bytes
from tests.libreoffice import recalculated, to_pdf, without_cached_values
from tests.procurement.documents.examples import BLOCKS, document, workbook
from tests.procurement.documents.house_styles import house_style, numbered_headings
from tests.procurement.documents.pdf_pages import pages

pytestmark = pytest.mark.libreoffice


def written(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def test_the_contract_becomes_pages(tmp_path):
    contract = written(tmp_path, "contract.docx", docx_bytes(document(*BLOCKS)))

    pdf = to_pdf(contract, tmp_path)

    assert pages(pdf) == 6


def test_a_contract_in_a_house_style_becomes_pages(tmp_path):
    style = read_house_style(house_style(change=numbered_headings()))
    contract = written(tmp_path, "contract.docx", docx_bytes(document(*BLOCKS), style))

    pdf = to_pdf(contract, tmp_path)

    assert pages(pdf) == 6


def test_the_workbook_becomes_pages(tmp_path):
    scores = written(tmp_path, "scores.xlsx", xlsx_bytes(workbook()))

    pdf = to_pdf(scores, tmp_path)

    assert pages(pdf) == 2


def test_formulas_compute_what_is_cached(tmp_path):
    scores = written(tmp_path, "scores.xlsx", xlsx_bytes(workbook()))

    sheet = recalculated(scores)["Lot 1 & 'rest' x"]

    assert [Decimal(row[3]) for row in sheet[2:5]] == [Decimal("0.91"), Decimal("1"), Decimal("1.91")]
    assert sheet[5][3] == "A & B <BV>"


def test_cached_values_are_really_taken_out(tmp_path):
    honest = xlsx_bytes(workbook())
    scores = written(tmp_path, "scores.xlsx", honest)

    bare = without_cached_values(honest)

    assert len(bare) != len(honest)
    assert recalculated(scores) == recalculated(written(tmp_path, "bare.xlsx", bare))

"""Amounts, shares and dates are printed as the language of the workbook writes them, wherever that is."""

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from procurement.documents.workbook import Cell, Column, Sheet, Style, Workbook
from procurement.documents.writers.ods import ods_bytes
from procurement.documents.writers.xlsx import xlsx_bytes
from procurement.language import Language
from tests.libreoffice import to_pdf
from tests.procurement.documents.examples import workbook

pytestmark = [
    pytest.mark.libreoffice,
    pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed"),
]
FIGURES = (
    Cell(Decimal("1759259.18"), style=Style.EURO),
    Cell(Decimal("1759259.18"), style=Style.TOTAL_EURO),
    Cell(Decimal("0.6667"), style=Style.PERCENT),
    Cell(Decimal("66.67"), style=Style.PERCENT_POINTS),
    Cell(Decimal("1759259.1834"), style=Style("number 4")),
    Cell(Decimal("8.25"), style=Style.NUMBER),
    Cell(date(2026, 9, 1), style=Style.DATE),
    Cell(date(2026, 9, 1), style=Style.INPUT_DATE),
)
PRINTED: dict[Language, list[str]] = {
    "nl": [*["€ 1.759.259,18"] * 2, "66,67%", "66,67%", "1.759.259,1834", "8,25", *["1-9-2026"] * 2],
    "en": [*["€ 1,759,259.18"] * 2, "66.67%", "66.67%", "1,759,259.1834", "8.25", *["01/09/2026"] * 2],
}


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("write", [xlsx_bytes, ods_bytes])
def test_figures_are_printed_in_the_language_of_the_workbook(
    tmp_path: Path, write: Callable[[Workbook], bytes], language: Language
) -> None:
    sheet = Sheet(title="Cijfers", rows=tuple((each,) for each in FIGURES), columns=(Column(24),))
    path = tmp_path / f"cijfers.{'ods' if write is ods_bytes else 'xlsx'}"
    path.write_bytes(write(replace(workbook(sheet), language=language)))

    pdf = to_pdf(path, tmp_path)

    read = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, check=True, text=True)
    lines = [" ".join(line.split()) for line in read.stdout.splitlines()]
    assert [line for line in lines if line in {*PRINTED["nl"], *PRINTED["en"]}] == PRINTED[language]

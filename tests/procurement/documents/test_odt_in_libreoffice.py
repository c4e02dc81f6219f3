"""LibreOffice reads the OpenDocument file as it reads the Word file: the same words and numbers."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from procurement.documents.writers.docx import docx_bytes
from procurement.documents.writers.odt import odt_bytes
from tests.libreoffice import to_pdf
from tests.procurement.documents.examples import BLOCKS, document

pytestmark = pytest.mark.libreoffice

MARGINS = re.compile(r"^(Inkoop · versi.* [0-9] (van|of) [0-9]|Overeenkomst T-2026-014)$")
PAGE_IN_CONTENTS = re.compile(
    r"^(.*(?:Criteria|Weging|nummer|rapportage|Slot|Toezeggingen|Waarden|overzicht)) \d+$"
)


def text_of(path: Path) -> list[str]:
    """The words of the pages; without headers, footers and page numbers."""
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")
    pdf = to_pdf(path, path.parent)
    read = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, check=True, text=True)
    lines = (" ".join(line.split()) for line in read.stdout.replace("\f", "\n").splitlines())
    kept = (PAGE_IN_CONTENTS.sub(r"\1", line) for line in lines if line and not MARGINS.match(line))
    return " ".join(kept).split()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_both_formats_show_the_same_text(tmp_path, language):
    tree = document(*BLOCKS, language=language)
    word, open_document = tmp_path / "word.docx", tmp_path / "open.odt"
    word.write_bytes(docx_bytes(tree))
    open_document.write_bytes(odt_bytes(tree))

    assert text_of(open_document) == text_of(word)

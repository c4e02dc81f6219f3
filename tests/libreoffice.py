"""LibreOffice as a second opinion: pages as PDF, and formulas computed by somebody else.

Every call uses a user profile of its own, so that tests can run side by side. For tests marked
`libreoffice`. LibreOffice shows the cached results of a file; `recalculated` takes them out first.
"""

import re
import subprocess
import tempfile
import zipfile
from pathlib import Path

import openpyxl

PATIENCE = 180  # seconds for one conversion, on a machine that is busy

_CACHED = re.compile(rb"(<f>[^<]*</f>)<v>[^<]*</v>")


def saved_as(path: Path, outdir: Path, kind: str) -> Path:
    """The document saved by LibreOffice as another kind ("odt") or as its own ("docx"), in `outdir`."""
    return _converted(path, outdir, kind)


def to_pdf(path: Path, outdir: Path) -> Path:
    """The document or workbook as PDF in `outdir`."""
    return _converted(path, outdir, "pdf")


def recalculated(path: Path) -> dict[str, list[list[str]]]:
    """What LibreOffice computes: sheet name → rows → cells, as unformatted text; an empty cell is ""."""
    with tempfile.TemporaryDirectory() as folder:
        bare = Path(folder, "bare.xlsx")
        bare.write_bytes(without_cached_values(path.read_bytes()))
        workbook = openpyxl.load_workbook(_converted(bare, Path(folder, "out"), "xlsx"), data_only=True)
        return {sheet.title: _texts(sheet.iter_rows(values_only=True)) for sheet in workbook}


def without_cached_values(content: bytes) -> bytes:
    """The workbook with every formula as it is and without the result that was stored beside it."""
    with tempfile.TemporaryFile() as source, tempfile.TemporaryFile() as target:
        source.write(content)
        with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
            for name in old.namelist():
                part = old.read(name)
                new.writestr(name, _CACHED.sub(rb"\1", part) if "/worksheets/" in name else part)
        target.seek(0)
        return target.read()


def _texts(rows) -> list[list[str]]:
    return [["" if value is None else str(value) for value in row] for row in rows]


def _converted(path: Path, outdir: Path, kind: str) -> Path:
    with tempfile.TemporaryDirectory(prefix="soffice-") as profile:
        command = ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", kind]
        command += ["--outdir", str(outdir), str(path)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=False)
    result = outdir / f"{path.stem}.{kind}"
    if not result.is_file():
        raise RuntimeError(f"LibreOffice made no {kind} of {path.name}: {done.stdout} {done.stderr}")
    return result

"""LibreOffice as a second opinion: pages as PDF, and formulas computed by somebody else.

Every call uses a user profile of its own, so that tests can run side by side. For tests marked
`libreoffice`. LibreOffice shows the cached results of a file; `recalculated` takes them out first.
"""

import csv
import re
import subprocess
import tempfile
import zipfile
from collections.abc import Sequence
from pathlib import Path

import openpyxl

PATIENCE = 180  # seconds for one conversion, on a machine that is busy
_CSV_OF_EACH_SHEET = "Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"
"""Comma, quotes, UTF-8, from line 1; figures not as they are shown; -1 is all sheets."""

_CACHED = re.compile(rb"(<f>[^<]*</f>)<v>[^<]*</v>")
_CACHED_IN_ODS = re.compile(
    rb'(<table:table-cell [^>]*table:formula="[^"]*")[^>]*?(?:/>|>.*?</table:table-cell>)', re.DOTALL
)
# Everything is computed on opening. Without this an .ods without results is computed for the most part only.
_CALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="ODFRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


def saved_as(path: Path, outdir: Path, kind: str) -> Path:
    """The document saved by LibreOffice as another kind ("odt") or as its own ("docx"), in `outdir`."""
    return _converted(path, outdir, kind)


def to_pdf(path: Path, outdir: Path) -> Path:
    """The document or workbook as PDF in `outdir`."""
    return _converted(path, outdir, "pdf")


def recalculated(path: Path) -> dict[str, list[list[str]]]:
    """What LibreOffice computes: sheet name → rows → cells, as unformatted text; an empty cell is ""."""
    with tempfile.TemporaryDirectory() as folder:
        bare = Path(folder, f"bare{path.suffix}")
        bare.write_bytes(without_cached_values(path.read_bytes()))
        saved = _converted(bare, Path(folder, "out"), "xlsx", calculate=True)
        workbook = openpyxl.load_workbook(saved, data_only=True)
        return {sheet.title: _texts(sheet.iter_rows(values_only=True)) for sheet in workbook}


def recalculated_at_once(paths: Sequence[Path], patience: int = PATIENCE) -> list[dict[str, list[list[str]]]]:
    """As `recalculated`, for many workbooks in one start of LibreOffice, which is far faster.

    Every sheet is saved as CSV with its figures unformatted: that holds all digits and costs a third of XLSX.
    """
    with tempfile.TemporaryDirectory() as folder:
        bare = [Path(folder, f"{number}{path.suffix}") for number, path in enumerate(paths)]
        for path, target in zip(paths, bare, strict=True):
            target.write_bytes(without_cached_values(path.read_bytes()))
        out = Path(folder, "out")
        _convert(bare, out, f"csv:{_CSV_OF_EACH_SHEET}", patience, calculate=True)
        return [_tables(path, out) for path in bare]


def _tables(path: Path, out: Path) -> dict[str, list[list[str]]]:
    """LibreOffice names the files after the workbook and the sheet."""
    found = {}
    for written in out.glob(f"{path.stem}-*.csv"):
        with written.open(encoding="utf-8", newline="") as lines:
            found[written.stem.removeprefix(f"{path.stem}-")] = list(csv.reader(lines))
    if not found:
        raise RuntimeError(f"LibreOffice made no CSV of {path.name}")
    return found


def without_cached_values(content: bytes) -> bytes:
    """The workbook with every formula as it is and without the result that was stored beside it."""
    with tempfile.TemporaryFile() as source, tempfile.TemporaryFile() as target:
        source.write(content)
        with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
            for name in old.namelist():
                part = old.read(name)
                if "/worksheets/" in name:
                    part = _CACHED.sub(rb"\1", part)
                elif name == "content.xml":
                    part = _CACHED_IN_ODS.sub(rb"\1/>", part)
                new.writestr(name, part)
        target.seek(0)
        return target.read()


def _texts(rows) -> list[list[str]]:
    return [["" if value is None else str(value) for value in row] for row in rows]


def _converted(path: Path, outdir: Path, kind: str, *, calculate: bool = False) -> Path:
    said = _convert([path], outdir, kind, PATIENCE, calculate=calculate)
    result = outdir / f"{path.stem}.{kind}"
    if not result.is_file():
        raise RuntimeError(f"LibreOffice made no {kind} of {path.name}: {said}")
    return result


def _convert(
    paths: Sequence[Path], outdir: Path, kind: str, patience: int, *, calculate: bool = False
) -> str:
    """What LibreOffice said."""
    with tempfile.TemporaryDirectory(prefix="soffice-") as profile:
        if calculate:
            settings = Path(profile, "user", "registrymodifications.xcu")
            settings.parent.mkdir()
            settings.write_text(_CALCULATE, encoding="utf-8")
        command = ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", kind]
        command += ["--outdir", str(outdir), *map(str, paths)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=patience, check=False)
    return f"{done.stdout} {done.stderr}"

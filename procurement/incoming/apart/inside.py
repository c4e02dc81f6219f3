"""The reading process: takes an order and the bytes of a file, writes lines, and ends."""

import codecs
import json
import sys
from typing import BinaryIO

from procurement.incoming.apart.confinement import confine
from procurement.incoming.apart.lines import SheetLines, Want, written
from procurement.incoming.codes import Code
from procurement.incoming.guard import Package, examine
from procurement.incoming.kinds import Kind
from procurement.incoming.limits import Limits
from procurement.incoming.refusals import Refused
from procurement.incoming.sheets.csv import read_csv
from procurement.incoming.sheets.ods import read_ods
from procurement.incoming.sheets.xlsx import read_xlsx
from procurement.incoming.text.docx import Takers, read_docx
from procurement.incoming.text.lines import change_line, comment_line, paragraph_line, property_line


def main() -> None:
    """Every end but being killed is a line: `end`, or `refused` with the code, the place and the limit."""
    given, answers = sys.stdin.buffer, sys.stdout.buffer
    order = json.loads(given.readline())
    limits = Limits(**order["limits"])
    # A codec is a module that is looked up at its first use; files are out of reach after this.
    for codec in ("utf-8", "utf-16", "ascii", "cp1252", "cp437", "utf-8-sig"):
        codecs.lookup(codec)
    confine(limits.memory_bytes, limits.cpu_seconds)
    try:
        _read(given.read(), order["name"], limits, Want(order["want"]), answers)
        answers.write(written({"end": True}))
    except Refused as refused:
        refusal = refused.refusal
        answers.write(written({"refused": [refusal.code.value, refusal.place, refusal.most]}))
    except MemoryError:
        answers.write(written({"refused": [Code.TOO_HEAVY.value, "", ""]}))
    answers.flush()


def _read(content: bytes, name: str, limits: Limits, want: Want, answers: BinaryIO) -> None:
    package = examine(content, name, limits)
    if want is Want.TEXT:
        _read_text(package, limits, answers)
    if want is Want.CELLS:
        _read_cells(package, content, limits, answers)
    package.examine_waiting()


def _read_text(package: Package, limits: Limits, answers: BinaryIO) -> None:
    if package.kind is not Kind.DOCX:
        raise Refused(Code.NOT_A_TEXT)
    takers = Takers(
        paragraph=lambda paragraph: _write(answers, paragraph_line(paragraph)),
        change=lambda change: _write(answers, change_line(change)),
        comment=lambda comment: _write(answers, comment_line(comment)),
        property=lambda name, value: _write(answers, property_line(name, value)),
    )
    read_docx(package, limits, takers)


def _write(answers: BinaryIO, line: bytes) -> None:
    answers.write(line)


def _read_cells(package: Package, content: bytes, limits: Limits, answers: BinaryIO) -> None:
    def begin(title: str, hidden: bool) -> SheetLines:
        return SheetLines(answers.write, title, hidden)

    if package.kind is Kind.XLSX:
        read_xlsx(package, limits, begin)
    elif package.kind is Kind.ODS:
        read_ods(package, limits, begin)
    elif package.kind is Kind.CSV:
        read_csv(content, limits, begin)
    else:
        raise Refused(Code.NOT_A_TABLE)

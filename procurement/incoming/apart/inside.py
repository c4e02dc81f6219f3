"""The reading process: takes an order and the bytes of a file, writes lines, and ends."""

import json
import sys
from typing import BinaryIO

from procurement.incoming.apart.confinement import confine
from procurement.incoming.apart.lines import row_line, written
from procurement.incoming.codes import Code
from procurement.incoming.guard import examine
from procurement.incoming.kinds import Kind
from procurement.incoming.limits import Limits
from procurement.incoming.refusals import Refused
from procurement.incoming.sheets.collecting import Give
from procurement.incoming.sheets.csv import read_csv
from procurement.incoming.sheets.ods import read_ods
from procurement.incoming.sheets.values import Row
from procurement.incoming.sheets.xlsx import read_xlsx


def main() -> None:
    """Every end but being killed is a line: `end`, or `refused` with the code, the place and the limit."""
    given, answers = sys.stdin.buffer, sys.stdout.buffer
    order = json.loads(given.readline())
    limits = Limits(**order["limits"])
    # A codec is a module that is looked up at its first use; files are out of reach after this.
    for codec in ("utf-16", "cp1252", "cp437", "utf-8-sig"):
        b"".decode(codec)
    confine(limits.memory_bytes, limits.cpu_seconds)
    try:
        _read(given.read(), order["name"], limits, answers if order["cells"] else None)
        answers.write(written({"end": True}))
    except Refused as refused:
        refusal = refused.refusal
        answers.write(written({"refused": [refusal.code.value, refusal.place, refusal.most]}))
    except MemoryError:
        answers.write(written({"refused": [Code.TOO_HEAVY.value, "", ""]}))
    answers.flush()


def _read(content: bytes, name: str, limits: Limits, answers: BinaryIO | None) -> None:
    package = examine(content, name, limits)
    if answers is None:
        return

    def begin(title: str, hidden: bool) -> Give:
        answers.write(written({"sheet": title, "hidden": hidden}))
        return give

    def give(row: Row) -> None:
        answers.write(row_line(row))

    if package.kind is Kind.XLSX:
        read_xlsx(package, limits, begin)
    elif package.kind is Kind.ODS:
        read_ods(package, limits, begin)
    elif package.kind is Kind.CSV:
        read_csv(content, limits, begin)
    else:
        raise Refused(Code.NOT_A_TABLE)

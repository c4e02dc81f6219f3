"""Word and Excel against docxtpl, python-docx, mammoth and openpyxl, in one run: `make bench-documents`.

CPU time of this process and of the one that reads; in every round each variant runs once, and ratios are
taken within the round, so that a busy machine weighs on all alike. Printed: the median and the spread of
the rounds.
"""

import argparse
import platform
import tracemalloc
import zlib
from collections.abc import Callable
from io import BytesIO
from resource import RUSAGE_CHILDREN, getrusage
from statistics import median
from time import process_time
from zipfile import ZipFile

import contract
import rival_docxtpl
import rival_mammoth
import rival_openpyxl
import rival_python_docx
import sheets

from procurement.documents.deflate import library
from procurement.documents.workbook import Workbook
from procurement.documents.writers.docx import write_docx
from procurement.documents.writers.html import html_text
from procurement.documents.writers.ods import ods_bytes
from procurement.documents.writers.xlsx import write_xlsx, xlsx_bytes
from tests.procurement.incoming.apart import outcome
from tests.tenders.reports.large_lot import ASSESSORS, BIDS, CRITERIA, large_lot, large_workbook
from tests.tenders.reports.making import assessed

Variants = dict[str, Callable[[], object]]


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--rounds", type=int, default=5)
    arguments.add_argument("--long-rounds", type=int, default=2, help="rounds of the 100,000 rows")
    chosen = arguments.parse_args()
    print(f"Python {platform.python_version()}, {platform.machine()}; CPU time; ratio = other / ours, paired")
    print(f"Our files are compressed by {library().__name__}, those of the others by zlib")
    report(f"Word: {contract.CLAUSES} clauses with all features, 3 tables of 50 rows", word(), chosen.rounds)
    report("Preview in HTML of the same contract", preview(), chosen.rounds)
    book = large_workbook(assessed(large_lot()))
    about = f"{BIDS} bids x {CRITERIA} criteria x {ASSESSORS} assessors, {cells_in(book):,} cells"
    report(f"Excel: the evaluation workbook, {about}, from its tree", evaluation(book), chosen.rounds)
    report("The same workbook from the results of the program", from_results(), chosen.rounds)
    report(
        f"Excel: {sheets.BIDS * sheets.CRITERIA:,} marks, as many weighted formulas and 800 totals",
        marks(),
        chosen.rounds,
    )
    report(f"Excel: {sheets.ROWS:,} rows x 8 columns", long_list(), chosen.long_rounds)
    report(f"Excel: {sheets.ROWS:,} rows read back", reading(), chosen.long_rounds)
    memory()


def word() -> Variants:
    document = contract.tree()
    shell = contract.empty()
    template, context = rival_docxtpl.template(document), rival_docxtpl.context_of(document)
    with ZipFile(BytesIO(contract.ours(document))) as package:
        body = package.read("word/document.xml")
    return {
        "ours": lambda: contract.ours(document),
        "docxtpl": lambda: rival_docxtpl.write(context, template),
        "python-docx": lambda: rival_python_docx.write(document, shell),
        "zlib level 6 of the ready XML": lambda: zlib.compress(body, 6),
    }


def preview() -> Variants:
    document = contract.tree()
    written = contract.ours(document)
    return {"ours": lambda: html_text(document), "mammoth": lambda: rival_mammoth.write(written)}


def evaluation(book: Workbook) -> Variants:
    """openpyxl has no values beside its formulas; ours are in the file."""
    return {
        "ours": lambda: xlsx_bytes(book),
        "openpyxl write_only": lambda: rival_openpyxl.write(book),
        "ours as .ods": lambda: ods_bytes(book),
    }


def from_results() -> Variants:
    """Making the tree belongs to it. openpyxl writes the same tree: nothing else works out its formulas."""
    assessment = assessed(large_lot())
    return {
        "ours": lambda: xlsx_bytes(large_workbook(assessment)),
        "our tree, written by openpyxl": lambda: rival_openpyxl.write(large_workbook(assessment)),
        "ours as .ods": lambda: ods_bytes(large_workbook(assessment)),
        "of which the tree": lambda: large_workbook(assessment),
    }


def cells_in(book: Workbook) -> int:
    return sum(cell is not None for sheet in book.sheets for row in sheet.rows for cell in row)


def marks() -> Variants:
    return {"ours": sheets.marks_ours, "openpyxl": sheets.marks_openpyxl}


def long_list() -> Variants:
    return {"ours": sheets.list_ours, "openpyxl write_only": sheets.list_openpyxl_write_only}


def reading() -> Variants:
    """Ours is guarded and read in a process of its own, and answers with every cell."""
    written = sheets.list_openpyxl_write_only()
    return {
        "ours": lambda: sheets.read_ours(written),
        "openpyxl read_only": lambda: sheets.read_openpyxl(written),
    }


def report(title: str, variants: Variants, rounds: int) -> None:
    for variant in variants.values():
        variant()  # imports and caches; what is measured is the second file and later
    times = [{name: seconds(variant) for name, variant in variants.items()} for _ in range(rounds)]
    print(f"\n{title}\n  {'':32}{'ms':>10}{'ratio':>9}   lowest-highest")
    for name in variants:
        ratios = [spent[name] / spent["ours"] for spent in times]
        spread = f"{min(ratios):.2f}-{max(ratios):.2f}"
        milliseconds = median(spent[name] for spent in times) * 1000
        print(f"  {name:32}{milliseconds:>10.1f}{median(ratios):>9.2f}   {spread}")


def seconds(work: Callable[[], object]) -> float:
    started = spent()
    work()
    return spent() - started


def spent() -> float:
    """Seconds of CPU, of processes that ended too."""
    ended = getrusage(RUSAGE_CHILDREN)
    return process_time() + ended.ru_utime + ended.ru_stime


def memory() -> None:
    """Peak memory of writing, the tree itself not counted; the file goes to a sink that keeps nothing."""
    print("\nPeak memory while writing")
    for clauses in (contract.CLAUSES, 4 * contract.CLAUSES):
        document = contract.tree(clauses)
        print(
            f"  {clauses:>7} clauses {peak(lambda document=document: write_docx(document, Sink())):>9.2f} MB"
        )
    for rows in (sheets.ROWS // 10, sheets.ROWS):
        print(f"  {rows:>7} rows    {peak(lambda rows=rows: sheets.list_to(Sink(), rows)):>9.2f} MB")
    for bids in (BIDS // 4, BIDS):
        book = large_workbook(assessed(large_lot(bids)))
        print(f"  {cells_in(book):>7} cells   {peak(lambda book=book: write_xlsx(book, Sink())):>9.2f} MB")
    print("\nPeak resident memory of the process that reads, the file in it included")
    for rows in (sheets.ROWS // 10, sheets.ROWS):
        reading = outcome(sheets.list_openpyxl_write_only(rows), "scores.xlsx", sheets.WIDE)
        print(f"  {rows:>7} rows    {reading.peak:>9.2f} MB")


def peak(work: Callable[[], object]) -> float:
    tracemalloc.start()
    work()
    highest = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return highest / 1e6


class Sink:
    """A file that keeps nothing, as a download does."""

    def __init__(self) -> None:
        self.at = 0

    def write(self, block: bytes) -> int:
        self.at += len(block)
        return len(block)

    def tell(self) -> int:
        return self.at

    def flush(self) -> None:
        pass


if __name__ == "__main__":
    main()

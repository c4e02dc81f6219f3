"""OpenDocument spreadsheet (ODF 1.3), rendered natively from the same tree as Excel; rows are streamed."""

from io import BytesIO
from typing import IO

from procurement.documents.package import write_package
from procurement.documents.workbook import Workbook
from procurement.documents.writers.ods.parts import KIND, parts


def write_ods(workbook: Workbook, stream: IO[bytes]) -> None:
    """Write the workbook as .ods, reading the rows of each sheet once. Raises `DocumentError`."""
    write_package(stream, parts(workbook), kind=KIND)


def ods_bytes(workbook: Workbook) -> bytes:
    """The workbook as the bytes of an .ods file."""
    stream = BytesIO()
    write_ods(workbook, stream)
    return stream.getvalue()

"""Excel: rows as escaped text, streamed into a package whose styles openpyxl makes once."""

from io import BytesIO
from typing import IO

from procurement.documents.package import write_package
from procurement.documents.workbook import Workbook
from procurement.documents.writers.xlsx.parts import parts


def write_xlsx(workbook: Workbook, stream: IO[bytes]) -> None:
    """Write the workbook as .xlsx, reading the rows of each sheet once. Raises `DocumentError`."""
    write_package(stream, parts(workbook))


def xlsx_bytes(workbook: Workbook) -> bytes:
    """The workbook as the bytes of an .xlsx file."""
    stream = BytesIO()
    write_xlsx(workbook, stream)
    return stream.getvalue()

"""The worksheet of an assessor: downloaded, filled in as people do, sent back and taken over."""

import re
from collections.abc import Callable
from io import BytesIO
from typing import Any

import openpyxl
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tenders.models import IndividualScore, Lot
from tests.panel import address

WHY = "De monteur komt binnen vier uur en neemt een leentoestel mee naar de werkplek."
SHEET = "Beoordeling"


def downloaded(client: Client, lot: Lot, kind: str = "excel") -> bytes:
    return client.get(address(lot, f"worksheet_{kind}")).content


def filled_in(content: bytes, fill: Callable[[Any], None]) -> bytes:
    """As somebody does in a program that does not calculate: the results of formulas are gone."""
    book = openpyxl.load_workbook(BytesIO(content))
    fill(book)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def rows_of(book: Any) -> list[int]:
    """The rows of the bids."""
    cells = book[SHEET]["A"]
    return [cell.row for cell in cells if re.fullmatch(r"(Inschrijver|Bidder) [A-Z]+", str(cell.value))]


def scored(*levels: str) -> Callable[[Any], None]:
    def fill(book: Any) -> None:
        for row, level in zip(rows_of(book), levels, strict=True):
            book[SHEET].cell(row, 2, level)
            book[SHEET].cell(row, 3, f"{WHY} In regel {row}.")

    return fill


def sent(client: Client, lot: Lot, content: bytes, name: str = "werkblad.xlsx") -> Any:
    return client.post(address(lot, "worksheet"), {"file": SimpleUploadedFile(name, content)})


def applied(client: Client, lot: Lot, compared: Any) -> Any:
    return client.post(address(lot, "worksheet"), {"waiting": compared.context["waiting"]})


def said(answer: Any) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def stored() -> dict[str, tuple[str, str]]:
    return {row.bid.code: (row.value, row.motivation) for row in IndividualScore.objects.all()}

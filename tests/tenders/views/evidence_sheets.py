"""The workbook of the register of evidence: its address, and how it is filled in and sent."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import openpyxl
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from procurement.organisations.models import Organisation

Fill = Callable[[Any], None]


def address(name: str = "evidence_sheet", of: str = "Amaranth") -> str:
    return reverse(f"tenders:{name}", args=[Organisation.objects.get(name=of).pk])


def filled_in(client: Client, fill: Fill, language: str = "nl") -> bytes:
    content = client.get(address("evidence_sheet_excel"), {"language": language}).content
    book, stream = openpyxl.load_workbook(BytesIO(content)), BytesIO()
    fill(book.worksheets[0])
    book.save(stream)
    return stream.getvalue()


def cells(**values: object) -> Fill:
    """Named as E4=…: what somebody types."""

    def fill(sheet: Any) -> None:
        for at, value in values.items():
            sheet[at] = value

    return fill


def sent(client: Client, content: bytes, name: str = "bewijs.xlsx") -> Any:
    return client.post(address(), {"file": SimpleUploadedFile(name, content)})


def applied(client: Client, compared: Any) -> Any:
    return client.post(address(), {"waiting": compared.context["waiting"]})

"""A calculated lot, its workbook as somebody got it, and that workbook sent in again."""

import re
import zipfile
from collections.abc import Callable
from io import BytesIO
from typing import Any

import openpyxl
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from procurement.organisations.models import Role
from tenders.models import Lot
from tenders.procedure.phases import Phase
from tenders.services.evaluate import evaluate_lot
from tests import cast


def calculated(row: Lot) -> Lot:
    cast.published(row.tender, Phase.EVALUATION)
    evaluate_lot(lot=row, at=cast.NOW, actor=cast.person(Role.OFFICER, row.tender.organisation.name))
    return row


def client() -> Client:
    found = Client()
    found.force_login(cast.person(Role.OFFICER))
    return found


def downloaded(row: Lot, kind: str = "xlsx", language: str = "nl") -> bytes:
    address = reverse("tenders:document", args=[row.tender_id, f"beoordeling.{kind}"])
    return client().get(address, {"language": language}).content


def sent(row: Lot, content: bytes, name: str = "beoordeling.xlsx") -> Any:
    address = reverse("tenders:evaluation_check", args=[row.tender_id])
    return client().post(address, {"file": SimpleUploadedFile(name, content)})


def changed(content: bytes, change: Callable[[Any], None]) -> bytes:
    """As by a program that does not calculate: what no formula gives stands in the file alone."""
    book, stream = openpyxl.load_workbook(BytesIO(content)), BytesIO()
    change(book)
    book.save(stream)
    return stream.getvalue()


def said(answer: Any) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def lines(answer: Any) -> dict[str, list[tuple[str, ...]]]:
    """By sort of cell: place, title, recorded and in the file."""
    return {
        section["sort"]: [tuple(line.values()) for line in section["lines"]]
        for section in answer.context["sections"]
    }


def forged(content: bytes, at: str, value: str) -> bytes:
    """The stored result of a formula on the sheet with totals changed in the file itself."""
    titles = openpyxl.load_workbook(BytesIO(content)).sheetnames
    part = f"xl/worksheets/sheet{titles.index('Totaal 1') + 1}.xml"
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            written = old.read(name).decode("utf-8") if name == part else old.read(name)
            if isinstance(written, str):
                pattern = rf'(<c r="{at}"[^>]*><f>[^<]*</f><v>)[^<]*(</v>)'
                written, changes = re.subn(pattern, rf"\g<1>{value}\g<2>", written)
                assert changes == 1
            new.writestr(name, written)
    return stream.getvalue()

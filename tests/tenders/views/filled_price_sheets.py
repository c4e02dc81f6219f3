"""A price sheet as a bidder fills it in and sends it."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from procurement.documents.writers.ods import ods_bytes
from procurement.documents.writers.xlsx import xlsx_bytes
from procurement.returned_pages import sheet_key
from procurement.returned_sheets import Answer, issued
from tenders.models import Lot
from tenders.services import price_sheets
from tests.procedure.canaries import spelled

CANARY = "Waterhoen-51fc B.V."
CANARIES = (CANARY, "Waterhoen", "41627.53", "41627,53", "4162753", *spelled("41", "627", cents="53"))
ANSWERS: Mapping[str, Answer] = {
    "supplier": CANARY,
    "chamber_of_commerce": "12345678",
    "price_line:1": Decimal("41627.53"),
    "price_line:2": Decimal(120),
    "price_line:3": Decimal("86.6667"),
}


def filled_in(lot: Lot, answers: Mapping[str, Answer] = ANSWERS, kind: str = "xlsx", **more: Any) -> Any:
    """As a bidder sends it."""
    _asked, form = price_sheets._sheet(lot, more.get("language", "nl"), price_sheets._newest(lot))
    write = ods_bytes if kind == "ods" else xlsx_bytes
    return SimpleUploadedFile(f"prijzenblad.{kind}", write(issued(form, answers, sheet_key())))

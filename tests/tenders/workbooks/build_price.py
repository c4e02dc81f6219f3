"""A price sheet of the three lines of the tests, and one that a whole calculation asks besides."""

from collections.abc import Mapping
from datetime import UTC, datetime
from decimal import Decimal

from procurement.documents.writers.xlsx import xlsx_bytes
from procurement.incoming import Table
from procurement.language import Language
from procurement.returned_sheets import Answer, Form, Identity, issued
from tenders.lifecycle.plan import Plan
from tenders.workbooks.price import KIND, Asked, price_form
from tenders.workbooks.price_entries import TypedPrice
from tests.priced import LINES
from tests.procurement.returned_sheets.in_process import read_here

KEY = b"a key for tests"
IDENTITY = Identity(kind=KIND, organisation="7", tender="T-1", lot="1", version="1")
ANSWERS: Mapping[str, Answer] = {
    "supplier": "Anemoon & Zn. <bv>",
    "chamber_of_commerce": "01234567",
    "price_line:1": Decimal("899.95"),
    "price_line:2": Decimal(120),
    "price_line:3": Decimal("86.6667"),
}


def asked(plan: Plan | None = None, **more: object) -> Asked:
    given: dict[str, object] = {
        "authority": "Gemeente Amaranth",
        "tender": "Laptops (T-1)",
        "lot": "Perceel 1: Laptops",
        "version": "versie 1 van 14 september 2026",
        "plan": plan or Plan(price_lines=LINES),
        "made_at": datetime(2026, 9, 14, 7, tzinfo=UTC),
    }
    return Asked(**(given | more))  # type: ignore[arg-type]


def with_typed_price() -> Asked:
    return asked(typed=(TypedPrice("O", "Onderhoud per jaar"),))


def form(what: Asked | None = None, language: Language = "nl") -> Form:
    return price_form(what or asked(), IDENTITY, language)


def sent(answers: Mapping[str, Answer] = ANSWERS, of: Form | None = None) -> Table:
    """What goes out with these answers, read as a file that comes back."""
    return read_here(xlsx_bytes(issued(of or form(), answers, KEY)))

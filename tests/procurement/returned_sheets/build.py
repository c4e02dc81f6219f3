"""A small sheet with a blank of each kind, frozen cells of each kind and live formulas."""

from datetime import UTC, date, datetime
from decimal import Decimal

from procurement.documents.properties import Properties
from procurement.documents.workbook import Cell, Column, Name, OneOf, Sheet, Style, Workbook
from procurement.documents.writers.xlsx import xlsx_bytes
from procurement.language import Text
from procurement.returned_sheets import Blank, BlankKind, Identity, form_of, issued
from tests.procurement.returned_sheets.in_process import read_here

KEY = b"a key for tests"
CHOICES = ("Goed", "Slecht", "10")
IDENTITY = Identity(kind="price-sheet", organisation="7", tender="T-1", lot="2", version="3", seat="B")


def blank(key, at, kind, **more):
    return Blank(
        key=key, sheet="Prijzen", at=at, kind=kind, title=Text(nl=f"Vak {key}", en=f"Box {key}"), **more
    )


BLANKS = (
    blank("first", "C4", BlankKind.NUMBER, lowest=Decimal(0), highest=Decimal(1_000_000), places=4),
    blank("second", "C5", BlankKind.NUMBER),
    blank("choice", "B7", BlankKind.CHOICE, choices=CHOICES),
    blank("why", "B8", BlankKind.TEXT, most=500),
    blank("day", "B9", BlankKind.DATE),
)


def filled(answers):
    first, second = answers.get("first"), answers.get("second")
    total = 3 * (first or 0) + Decimal("0.1") * (second or 0)
    empty = 5 - sum(answers.get(each.key) is not None for each in BLANKS)
    rows = [
        (Cell("Prijzen van 'perceel 2' <&>", style=Style.TITLE),),
        (),
        ("Regel", "Aantal", "Prijs", "Totaal"),
        ("Laptop =1+1", 3, _number(first), Cell(3 * (first or 0), "B4*C4", Style.EURO)),
        ("Muis\nmet draad", Decimal("0.1"), _number(second), Cell(Decimal("0.1") * (second or 0), "B5*C5")),
        (
            "Samen",
            Cell(date(2026, 11, 22), style=Style.DATE),
            None,
            Cell(total, "SUM(D4:D5)", Style.TOTAL_EURO),
        ),
        ("Oordeel", Cell(answers.get("choice"), style=Style.INPUT_TEXT)),
        ("Waarom", Cell(answers.get("why"), style=Style.INPUT_TEXT)),
        ("Dag", Cell(answers.get("day"), style=Style.INPUT_DATE)),
        ("Open", Cell(empty, "COUNTBLANK(C4:C5)+COUNTBLANK(B7:B9)"), Cell(_said(empty), _SAID), True),
    ]
    sheet = Sheet(
        title="Prijzen",
        rows=tuple(rows),
        columns=(Column(20), Column(14), Column(14), Column(14)),
        protected=True,
        validations=(OneOf(area="B7", source="Keuze!$A$1:$A$3"),),
    )
    choices = Sheet(title="Keuze", rows=tuple((each,) for each in CHOICES), hidden=True)
    made = Properties(author="Gemeente", created=datetime(2026, 11, 22, tzinfo=UTC))
    names = (Name("totaal", "Prijzen!$D$6"),)
    return Workbook(title="Prijzenblad", language="nl", properties=made, sheets=(sheet, choices), names=names)


_SAID = 'IF(B10=0,"Alles is ingevuld.","Nog in te vullen: "&B10)'


def _said(empty):
    return f"Nog in te vullen: {empty}" if empty else "Alles is ingevuld."


def _number(value):
    return Cell(value, style=Style.INPUT_EURO)


def form(identity=IDENTITY, blanks=BLANKS, fill=filled):
    return form_of(identity=identity, blanks=blanks, fill=fill)


ANSWERS = {
    "first": Decimal("8.2"),
    "second": Decimal("1250.5"),
    "choice": "Goed",
    "why": "Omdat het\nzo is.",
    "day": date(2026, 12, 1),
}


def sent(answers=ANSWERS, of=None, key=KEY):
    """What goes out with these answers, read as a file that comes back."""
    return read_here(xlsx_bytes(issued(of or form(), answers, key)))

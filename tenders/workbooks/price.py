"""The price sheet that a bidder fills in: lines with live amounts, and what a calculation asks besides."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from procurement.documents.formulas import cell
from procurement.language import Language, Text
from procurement.numbers import plain
from procurement.returned_sheets import Answer, Answers, Blank, BlankKind, Form, Identity, form_of
from tenders.lifecycle.statement.answers import LONGEST_TEXT
from tenders.reports.wording import Wording
from tenders.workbooks.price_entries import CHAMBER, SUPPLIER, TYPED, Asked, Entry, asks_a_price, entries_of
from tenders.workbooks.price_layout import Layout
from tenders.workbooks.price_places import WHO, WHO_ROWS, Places
from tenders.workbooks.price_rows import WHO_TITLES

__all__ = ["KIND", "Asked", "Stated", "asks_a_price", "price_form", "stated_in"]

KIND = "price-sheet"
_LONGEST_NAME = 200
_TITLE = Text(nl="{about}: {label}", en="{about}: {label}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """What a filled-in sheet says, by the code of the criterion or input, in canonical text."""

    supplier: str = field(repr=False)
    chamber_of_commerce: str = field(repr=False)
    values: Mapping[str, str] = field(repr=False)
    prices: Mapping[str, str] = field(repr=False)


def price_form(asked: Asked, identity: Identity, language: Language) -> Form:
    """`identity` without its digest. There is an amount to ask: see `asks_a_price`."""
    say = Wording(language)
    places = Places(entries_of(asked), say)
    return form_of(
        identity=identity,
        blanks=tuple(_blanks(places)),
        fill=lambda answers: Layout(asked, places, say, answers).workbook(),
    )


def _blanks(places: Places) -> Iterator[Blank]:
    for key, longest in ((SUPPLIER, _LONGEST_NAME), (CHAMBER, 8)):
        yield Blank(
            key=key,
            sheet=places.price_sheet,
            at=cell(WHO, WHO_ROWS[key]),
            kind=BlankKind.TEXT,
            title=WHO_TITLES[key],
            most=longest,
        )
    for entry in places.entries:
        yield Blank(
            key=entry.key,
            sheet=places.sheet_of(entry),
            at=places.at(entry),
            kind=entry.kind,
            title=_TITLE.format(about=entry.about, label=entry.label),
            choices=tuple(places.say(label) for _, label in entry.options),
            lowest=entry.lowest,
            highest=entry.highest,
            places=entry.places,
            most=LONGEST_TEXT,
        )


def stated_in(asked: Asked, answers: Answers, language: Language) -> Stated:
    """From the answers of `read_back` without problems to what the form of a bid takes."""
    say = Wording(language)
    values, prices = dict[str, str](), dict[str, str]()
    for entry in entries_of(asked):
        text = _canonical(entry, answers.get(entry.key), say)
        if text:
            (prices if entry.is_price else values)[entry.key.removeprefix(TYPED)] = text
    return Stated(
        supplier=str(answers.get(SUPPLIER) or ""),
        chamber_of_commerce=str(answers.get(CHAMBER) or ""),
        values=values,
        prices=prices,
    )


def _canonical(entry: Entry, answer: Answer, say: Wording) -> str:
    if isinstance(answer, Decimal):
        return plain(answer)
    if entry.kind is BlankKind.CHOICE:
        return {say(label): code for code, label in entry.options}.get(str(answer), "")
    return str(answer or "")

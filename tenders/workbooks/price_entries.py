"""What a price sheet asks of a bidder, entry by entry, from the published calculation of the lot."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from procurement.language import Text
from procurement.returned_sheets import BlankKind
from tenders.lifecycle.plan import Plan
from tenders.lifecycle.statement import Asks, Condition, InputField, inputs_of
from tenders.scoring.price_lines import MOST_PRICE, PRICE_PLACES, PriceLine

SUPPLIER, CHAMBER = "supplier", "chamber_of_commerce"
TYPED = "criterion:"
YES_NO = (("yes", Text(nl="ja", en="yes")), ("no", Text(nl="nee", en="no")))
_LATEST = Decimal(9999)
_PRICE = Text(nl="Prijs", en="Price")
_EURO = Text(nl="€", en="€")


@dataclass(frozen=True, slots=True)
class TypedPrice:
    """A price criterion whose amount the bidder states as it is."""

    code: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Of one lot. `lot` in words; `version` as it is printed; `made_at` with its time zone."""

    authority: str
    tender: str
    lot: str
    version: str
    plan: Plan
    typed: Sequence[TypedPrice] = ()
    made_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One cell to fill in. `options` by code; `only_if`: asked where another entry has one of these codes."""

    key: str
    about: Text
    label: Text
    unit: Text | None
    kind: BlankKind
    is_price: bool
    options: tuple[tuple[str, Text], ...] = ()
    lowest: Decimal | None = None
    highest: Decimal | None = None
    places: int = 10
    line: PriceLine | None = None
    only_if: Condition | None = None
    is_optional: bool = False


def entries_of(asked: Asked) -> tuple[Entry, ...]:
    """In the order in which the form of a bid asks them; amounts typed as they are come last."""
    return (*map(_of_input, inputs_of(asked.plan)), *map(_of_criterion, asked.typed))


def asks_a_price(plan: Plan) -> bool:
    """Is there anything in euros to put on a sheet?"""
    return any(each.is_price for each in inputs_of(plan))


def lines_of(entries: Sequence[Entry]) -> Iterator[tuple[Entry, PriceLine]]:
    for entry in entries:
        if entry.line is not None:
            yield entry, entry.line


def _of_input(asked: InputField) -> Entry:
    options = YES_NO if asked.asks is Asks.YES_NO else tuple((o.code, o.label) for o in asked.options)
    lowest, highest = _bounds(asked)
    return Entry(
        key=asked.code,
        about=asked.about,
        label=asked.label,
        unit=asked.unit.label if asked.unit is not None and asked.unit.powers else None,
        kind=_kind(asked),
        is_price=asked.is_price,
        options=options,
        lowest=lowest,
        highest=highest,
        places=PRICE_PLACES if asked.line else 0 if asked.asks is Asks.YEAR else 10,
        line=asked.line,
        only_if=asked.only_if,
        is_optional=asked.is_optional,
    )


def _kind(asked: InputField) -> BlankKind:
    if asked.asks in (Asks.NUMBER, Asks.YEAR):
        return BlankKind.NUMBER
    return BlankKind.TEXT if asked.asks is Asks.TEXT else BlankKind.CHOICE


def _bounds(asked: InputField) -> tuple[Decimal | None, Decimal | None]:
    if asked.line is not None:
        return Decimal(0), MOST_PRICE if asked.line.maximum is None else asked.line.maximum
    if asked.asks is Asks.YEAR:
        return Decimal(1000), _LATEST
    return (None, None) if asked.most is None else (Decimal(asked.least), Decimal(asked.most))


def _of_criterion(price: TypedPrice) -> Entry:
    name = f"{price.code} {price.title}"
    return Entry(
        key=f"{TYPED}{price.code}",
        about=_PRICE,
        label=Text(nl=name, en=name),
        unit=_EURO,
        kind=BlankKind.NUMBER,
        is_price=True,
        lowest=Decimal(0),
    )

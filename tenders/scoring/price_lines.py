"""A price sheet: lines with a quantity, the bidder's price of one unit, and the sum that is scored.

Each line is its quantity times its unit price, rounded to cents half-up; the sum adds the rounded lines,
so that a bidder who adds up the printed amounts finds the same sum to the cent.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from procurement.language import Text
from procurement.numbers import NotANumber, decimals, in_both, parse, plain
from tenders.scoring.numbers import exactly, round_half_up
from tenders.scoring.problem import Problem

MOST_LINES = 250
CENTS, PRICE_PLACES, QUANTITY_PLACES = 2, 4, 4
MOST_QUANTITY, MOST_PRICE = Decimal(10) ** 8, Decimal(10) ** 9
LONGEST_DESCRIPTION, LONGEST_UNIT = 200, 40  # characters

_MISSING = Text(
    nl="Vul de prijs van regel {number} in: {description}, per {unit}.",
    en="Fill in the price of line {number}: {description}, per {unit}.",
)
_NO_NUMBER = Text(
    nl="De prijs van regel {number} ({description}) is geen getal. Vul een bedrag in, bijvoorbeeld 12,50.",
    en="The price of line {number} ({description}) is not a number. Fill in an amount, for example 12.50.",
)
_NEGATIVE = Text(
    nl="De prijs van regel {number} ({description}) is negatief. Vul een bedrag in van 0 of meer.",
    en="The price of line {number} ({description}) is negative. Fill in an amount of 0 or more.",
)
_DECIMALS = Text(
    nl="De prijs van regel {number} ({description}) heeft meer dan {most} decimalen. Rond hem af.",
    en="The price of line {number} ({description}) has more than {most} decimals. Round it.",
)
_TOO_HIGH = Text(
    nl="De prijs van regel {number} ({description}) is hoger dan het maximum van € {most}. Vul een lagere "
    "prijs in.",
    en="The price of line {number} ({description}) is above the maximum of €{most}. Fill in a lower price.",
)
_NOT_CANONICAL = Text(
    nl="Schrijf de prijs van regel {number} ({description}) zonder overbodige nullen.",
    en="Write the price of line {number} ({description}) without superfluous zeros.",
)
_MANY = Text(
    nl="Een prijzenblad heeft hooguit {most} regels. Voeg regels samen.",
    en="A price sheet has at most {most} lines. Join lines.",
)
_NUMBERS = Text(
    nl="De regels zijn niet genummerd van 1 tot en met {last}.",
    en="The lines are not numbered from 1 to {last}.",
)
_DESCRIBE = Text(
    nl="Regel {number}: vul een omschrijving in van hooguit {most} tekens.",
    en="Line {number}: fill in a description of at most {most} characters.",
)
_UNIT = Text(
    nl="Regel {number}: vul de eenheid in, in hooguit {most} tekens.",
    en="Line {number}: fill in the unit, in at most {most} characters.",
)
_GROUP = Text(
    nl="Regel {number}: kort de groep in tot {most} tekens.",
    en="Line {number}: shorten the group to {most} characters.",
)
_QUANTITY = Text(
    nl="Regel {number}: vul een hoeveelheid in boven 0 en tot en met {most}, met hooguit 4 decimalen.",
    en="Line {number}: fill in a quantity above 0 and up to {most}, with at most 4 decimals.",
)
_MAXIMUM = Text(
    nl="Regel {number}: vul een maximumprijs in boven 0, met hooguit 4 decimalen, of laat hem leeg.",
    en="Line {number}: fill in a maximum price above 0, with at most 4 decimals, or leave it empty.",
)
_SAME = Text(
    nl="Regel {number}: deze omschrijving staat al in dezelfde groep. Maak de regels verschillend.",
    en="Line {number}: this description is already there in the same group. Make the lines differ.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceLine:
    """`number` from 1; `quantity` in `unit`; `maximum` in euros for one unit, None where there is none."""

    number: int
    description: str
    unit: str
    quantity: Decimal
    group: str = ""
    maximum: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PricedLine:
    """`unit_price` as the bidder stated it; `amount` is that times the quantity, in cents."""

    line: PriceLine
    unit_price: Decimal
    amount: Decimal

    @property
    def filled(self) -> Text:
        """The multiplication in numbers: "12 × € 3,4567 = € 41,48"."""
        quantity, price = in_both(self.line.quantity), in_both(self.unit_price)
        amount = in_both(self.amount, CENTS)
        return Text(
            nl=f"{quantity.nl} × € {price.nl} = € {amount.nl}",
            en=f"{quantity.en} × €{price.en} = €{amount.en}",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class PricedSheet:
    lines: tuple[PricedLine, ...]
    total: Decimal


def line_amount(line: PriceLine, unit_price: Decimal) -> Decimal:
    """Rounded to cents, half-up."""
    with exactly():
        return round_half_up(line.quantity * unit_price, CENTS)


def priced(lines: Sequence[PriceLine], prices: Mapping[int, Decimal]) -> PricedSheet:
    """`prices` by the number of the line, all of them; see `misfit` for what a price may be."""
    found = tuple(
        PricedLine(line=line, unit_price=prices[line.number], amount=line_amount(line, prices[line.number]))
        for line in lines
    )
    with exactly():
        total = sum((each.amount for each in found), Decimal("0.00"))
    return PricedSheet(lines=found, total=total)


def no_price(line: PriceLine) -> Text:
    """That its price is missing, naming the line."""
    return _MISSING.format(**_names(line))


def _names(line: PriceLine) -> dict[str, str]:
    return {"number": str(line.number), "description": line.description, "unit": line.unit}


def misfit(line: PriceLine, answer: str) -> Text | None:
    """Why this text is no price of one unit, naming the line and never the price; None when it is one."""
    names = _names(line)
    if not answer:
        return no_price(line)
    try:
        price = parse(answer)
    except NotANumber:
        return _NO_NUMBER.format(**names)
    if price < 0:
        return _NEGATIVE.format(**names)
    if decimals(price) > PRICE_PLACES:
        return _DECIMALS.format(most=str(PRICE_PLACES), **names)
    most = MOST_PRICE if line.maximum is None else line.maximum
    if price > most:
        return _TOO_HIGH.format(most=in_both(most), **names)
    return None if plain(price) == answer else _NOT_CANONICAL.format(**names)


def problems_of_lines(lines: Sequence[PriceLine]) -> Iterator[Problem]:
    """What keeps them from being published; a place is "[0].quantity"."""
    if len(lines) > MOST_LINES:
        yield Problem("", _MANY.format(most=str(MOST_LINES)))
    if [line.number for line in lines] != list(range(1, len(lines) + 1)):
        yield Problem("", _NUMBERS.format(last=str(len(lines))))
    named = Counter((line.group, line.description) for line in lines)
    for place, line in enumerate(lines):
        for field, message in _of_line(line):
            yield Problem(f"[{place}].{field}", message)
        if named[line.group, line.description] > 1:
            yield Problem(f"[{place}].description", _SAME.format(number=str(line.number)))


def _of_line(line: PriceLine) -> Iterator[tuple[str, Text]]:
    number, longest = str(line.number), str(LONGEST_DESCRIPTION)
    if not line.description.strip() or len(line.description) > LONGEST_DESCRIPTION:
        yield "description", _DESCRIBE.format(number=number, most=longest)
    if not line.unit.strip() or len(line.unit) > LONGEST_UNIT:
        yield "unit", _UNIT.format(number=number, most=str(LONGEST_UNIT))
    if len(line.group) > LONGEST_DESCRIPTION:
        yield "group", _GROUP.format(number=number, most=longest)
    if not 0 < line.quantity <= MOST_QUANTITY or decimals(line.quantity) > QUANTITY_PLACES:
        yield "quantity", _QUANTITY.format(number=number, most=in_both(MOST_QUANTITY))
    most = line.maximum
    if most is not None and (not 0 < most <= MOST_PRICE or decimals(most) > PRICE_PLACES):
        yield "maximum", _MAXIMUM.format(number=number)

"""Published numbers in a document: every digit that was published, and a rate as a percentage as well."""

from decimal import Decimal

from procurement.language import Text
from procurement.numbers import FRACTION_DIGITS, in_both
from tenders.lifecycle.quantity import Quantity
from tenders.lifecycle.unit import NUMBER
from tenders.scoring.numbers import quotient

MOST_PLACES = 20  # ten as typed, and a few more for a factor per tonne-kilometre that is kept per kilogram
_PERCENT = Text(nl="{number} ({percent}%)", en="{number} ({percent}%)")
_AMOUNT = Text(nl="{number} {unit}", en="{number} {unit}")


def exact(value: Quantity) -> Text:
    """With its unit; a number that has no end is cut at ten decimals."""
    places = places_of(value)
    if places <= FRACTION_DIGITS:
        return value.label(places)
    number = quotient(Decimal(value.amount.numerator), Decimal(value.amount.denominator))
    return _AMOUNT.format(number=in_both(number), unit=value.unit.label)


def as_rate(value: Quantity) -> Text:
    """A part of one, per year: "0,03 (3%)"."""
    if value.unit != NUMBER:
        return exact(value)
    return _PERCENT.format(number=exact(value), percent=exact(value * 100))


def percent(share: Decimal) -> Text:
    """Of a part of one: "12,5%"."""
    number = in_both(share.scaleb(2).normalize() + 0)
    return Text(nl=f"{number.nl}%", en=f"{number.en}%")


def places_of(value: Quantity) -> int:
    ends = (places for places in range(MOST_PLACES) if 10**places % value.amount.denominator == 0)
    return next(ends, FRACTION_DIGITS)

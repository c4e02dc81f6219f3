"""Words and cell expressions that several methods share."""

from decimal import Decimal

from procurement.language import Text
from procurement.numbers import plain
from tenders.scoring.direction import lower_is_better
from tenders.scoring.model import Criterion, Kind

_DIGITS = 15

_PRICE = Text(nl="de prijs van deze inschrijving", en="the price of this bid")
_QUANTITY = Text(nl="de waarde van deze inschrijving", en="the value of this bid")
_IN_UNIT = Text(nl="{what}, in {unit}", en="{what}, in {unit}")
_BEST = Text(nl="de beste van de geldige inschrijvingen", en="the best of the valid bids")
_LOWEST = Text(nl="de laagste van de geldige inschrijvingen", en="the lowest of the valid bids")


def offered(criterion: Criterion) -> Text:
    """What P stands for."""
    what = _PRICE if criterion.kind is Kind.PRICE else _QUANTITY
    return _IN_UNIT.format(what=what, unit=criterion.unit) if criterion.unit else what


def reference(criterion: Criterion) -> Text:
    """What the best value among the valid bids is called."""
    return _LOWEST if lower_is_better(criterion) else _BEST


def cell(value: Decimal) -> str:
    """A number inside an English spreadsheet formula; a negative one in brackets."""
    text = plain(value)
    return f"({text})" if text.startswith("-") else text


def apart(first: str, second: str, largest: Decimal) -> str:
    """`first` − `second` in a formula, neither beyond `largest` where it counts.

    A spreadsheet keeps 15 digits. What two large numbers differ by has fewer that are true; the others would
    come back many times as large where the difference is divided by a narrow band.
    """
    whole_digits = max(1, largest.adjusted() + 1)
    return f"ROUND({first}-{second},{max(0, _DIGITS - whole_digits)})"


def quoted(text: str) -> str:
    """A text inside a spreadsheet formula."""
    return '"' + text.replace('"', '""') + '"'


def no_objection(criterion: Criterion) -> tuple[Text, ...]:
    """The check of a method whose parameters need no further rule."""
    return ()

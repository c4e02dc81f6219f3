"""One thing that a bid must state: an entry of the flat list that a form, a vault and a row go by."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from procurement.language import Text
from tenders.lifecycle.unit import Unit
from tenders.scoring.price_lines import PriceLine


class Asks(StrEnum):
    NUMBER = "number"  # canonical text: "12.5"
    YEAR = "year"  # four digits
    CHOICE = "choice"  # the code of an option
    TEXT = "text"  # one line
    YES_NO = "yes_no"  # "yes" or "no"


class Option(NamedTuple):
    code: str
    label: Text


class Condition(NamedTuple):
    """Asked only where the input `code` has one of these answers."""

    code: str
    answers: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class InputField:
    """`code` holds a colon, so it is never the code of a criterion: "laptop:energy.value".

    `is_price`: an amount in euros, which goes into the price vault and is opened last.
    """

    code: str
    about: Text  # the kind of device, or the part of the calculation
    label: Text
    asks: Asks
    unit: Unit | None = None  # of a number
    most: int | None = None  # of a number that is at least `least` and at most this
    least: int = 0
    is_whole: bool = False  # of a number
    options: tuple[Option, ...] = ()  # of a choice
    is_price: bool = False
    is_optional: bool = False
    only_if: Condition | None = None
    line: PriceLine | None = None  # of the price sheet, where it asks the price of one unit

    @property
    def is_evidence(self) -> bool:
        """Does it ask what a declaration rests on?"""
        return self.asks is Asks.TEXT and self.code.endswith(".evidence")

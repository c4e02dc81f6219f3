"""A cell to fill in: what it is called, where it stands and what may be in it."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from procurement.documents.formulas import cell
from procurement.language import Text
from procurement.returned_sheets.places import Position, place_of, position


class BlankKind(StrEnum):
    TEXT = "text"
    NUMBER = "number"
    CHOICE = "choice"
    DATE = "date"


@dataclass(frozen=True, slots=True, kw_only=True)
class Blank:
    """`key` is how the program knows the answer, `title` what people call it, `at` as Excel does ("D7").

    `choices` are what a CHOICE takes, letter by letter. A NUMBER is from `lowest` to `highest` with at most
    `places` decimals. A TEXT has at most `most` characters. Empty is always an answer: whether that is enough
    is up to who asked.
    """

    key: str
    sheet: str
    at: str
    kind: BlankKind
    title: Text
    choices: tuple[str, ...] = ()
    lowest: Decimal | None = None
    highest: Decimal | None = None
    places: int = 10
    most: int = 8_000

    @property
    def position(self) -> Position:
        return position(self.at)

    @property
    def place(self) -> Text:
        return place_of(self.sheet, cell(*self.position))

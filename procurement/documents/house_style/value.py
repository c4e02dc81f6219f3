"""A house style of an organisation: what is taken over from its Word file, ready to stand around our text."""

from collections.abc import Mapping
from dataclasses import dataclass

from procurement.language import Text

PICTURES: Mapping[str, str] = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "bmp": "image/bmp",
    "tif": "image/tiff",
    "tiff": "image/tiff",
    "emf": "image/x-emf",
    "wmf": "image/x-wmf",
    "svg": "image/svg+xml",
}
"""Content type by the ending of the name."""

LANGUAGE = "xx-LANGUAGE"
"""Stands in the style sheet where the language of the document comes."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a house style cannot be used; `place` is the part of the file or the name of the style."""

    place: str
    text: Text


class UnusableHouseStyle(ValueError):
    """The file cannot be used; `problems` say what is wrong, where, and what to do."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        super().__init__("; ".join(f"{each.place}: {each.text.en}" for each in problems))


@dataclass(frozen=True, slots=True)
class StandIn:
    """A style that the file does not have, by the name that Word shows; ours stands in, in their font."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """An upright page in twentieths of a point."""

    width: int
    height: int
    top: int
    right: int
    bottom: int
    left: int
    header: int
    footer: int

    @property
    def text_width(self) -> int:
        return self.width - self.left - self.right

    @property
    def wide_text_width(self) -> int:
        """Of the same page on its side, with the same margins to the left and to the right."""
        return self.height - self.left - self.right


@dataclass(frozen=True, slots=True)
class Margin:
    """A header or footer: the part up to its end tag, the end tag, and its relationships (may be empty)."""

    opening: str
    closing: str
    relationships: bytes = b""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class HouseStyle:
    """`digest` (SHA-256 of the file) tells one from another. `styles`: the style sheet under our ids, with
    `LANGUAGE` in it. `levels`: of the headings, empty for our own 1, 1.1.
    `media`: part names and bytes. `remarks`: what differs from the file and need not be mended.
    """

    digest: str
    styles: str
    theme: bytes
    page: Page
    header: Margin | None
    footer: Margin | None
    levels: str
    fonts: tuple[str, ...]
    media: tuple[tuple[str, bytes], ...]
    stand_ins: tuple[StandIn, ...]
    remarks: tuple[Text, ...]

    def __hash__(self) -> int:
        return hash(self.digest)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, HouseStyle) and self.digest == other.digest

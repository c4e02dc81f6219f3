"""An assembly as a page shows it: numbers written out, open blanks marked. The template escapes it."""

from dataclasses import dataclass
from typing import Literal

from clauses.assembly.assemble import Assembly
from procurement.documents import model
from procurement.documents.numbering import letters

Look = Literal["plain", "bold", "open"]


@dataclass(frozen=True, slots=True)
class Part:
    text: str
    look: Look = "plain"


@dataclass(frozen=True, slots=True)
class Line:
    """A provision (1.1) or, with `points`, also its (a), (b)."""

    number: str
    parts: tuple[Part, ...]
    points: tuple["Line", ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """One clause with its number in this contract."""

    code: str
    number: int
    title: str
    lines: tuple[Line, ...]


def preview(assembly: Assembly) -> tuple[Page, ...]:
    numbers = {block.anchor: number for number, block in enumerate(assembly.blocks, start=1)}
    return tuple(
        Page(block.code, number, model.plain(block.title), _lines(block, number, numbers))
        for number, block in enumerate(assembly.blocks, start=1)
    )


def _lines(block: model.Clause, number: int, numbers: dict[str, int]) -> tuple[Line, ...]:
    provisions = [part for part in block.body if isinstance(part, model.Provision)]
    return tuple(
        Line(
            f"{number}.{ordinal}",
            _parts(provision.content, numbers),
            tuple(
                Line(f"({letters(place)})", _parts(point.content, numbers))
                for place, point in enumerate(provision.points, start=1)
            ),
        )
        for ordinal, provision in enumerate(provisions, start=1)
    )


def _parts(content: model.Content, numbers: dict[str, int]) -> tuple[Part, ...]:
    return tuple(_part(inline, numbers) for inline in content)


def _part(inline: model.Inline, numbers: dict[str, int]) -> Part:
    match inline:
        case model.Run(text, bold):
            return Part(text, "bold" if bold else "plain")
        case model.Field(label=label):
            return Part(f"[{label}]", "open")
        case model.Reference(anchor):
            return Part(str(numbers[anchor]))
    return Part("")

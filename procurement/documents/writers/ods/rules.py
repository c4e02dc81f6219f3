"""What may be typed in which cells, said once for the file and named in every cell it holds for."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from procurement.documents.errors import DocumentError
from procurement.documents.formulas import text_literal
from procurement.documents.opendocument import words
from procurement.documents.sheets.rules import joined_choices
from procurement.documents.sheets.values import RefusedValue
from procurement.documents.text import attribute
from procurement.documents.workbook import Between, OneOf, Sheet, Validation
from procurement.documents.writers.ods.addresses import Area, areas, first_cell
from procurement.documents.writers.ods.formulas import open_formula


class Ruled(NamedTuple):
    """The cells for which the rule `name` holds."""

    area: Area
    name: str


@dataclass(slots=True)
class Rules:
    """The rules of all sheets: the XML that states them, and by number of the sheet where they hold."""

    stated: str
    held: list[list[Ruled]]

    @classmethod
    def of(cls, sheets: tuple[Sheet, ...]) -> "Rules":
        stated: list[str] = []
        held: list[list[Ruled]] = []
        for sheet in sheets:
            held.append([])
            for validation in sheet.validations:
                name = f"rule{len(stated) + 1}"
                within = areas(validation.area)
                stated.append(_stated(name, sheet.title, validation, within[0]))
                held[-1] += [Ruled(area, name) for area in within]
        inner = "".join(stated)
        whole = f"<table:content-validations>{inner}</table:content-validations>" if inner else ""
        return cls(whole, held)


def rows_below(ruled: list[Ruled], last: int) -> Iterator[tuple[int, int]]:
    """The first and last row of each stretch below row `last` for which the same rules hold."""
    edges = {last + 1}
    for each in ruled:
        edges |= {each.area.first_row, each.area.last_row + 1}
    after = sorted(edge for edge in edges if edge > last)
    for first, following in pairwise(after):
        yield first, following - 1


def _stated(name: str, title: str, validation: Validation, area: Area) -> str:
    listed = ' table:display-list="unsorted"' if isinstance(validation, OneOf) else ""
    return (
        f'<table:content-validation table:name="{name}"'
        f' table:condition="of:{attribute(_condition(title, validation))}" table:allow-empty-cell="true"'
        f'{listed} table:base-cell-address="{attribute(first_cell(title, area))}">'
        f"{_messages(validation.message)}</table:content-validation>"
    )


def _messages(text: str) -> str:
    """What is shown beside the cell, and when something else is typed; that is always stopped."""
    said = f"<text:p>{words(text)}</text:p>" if text else ""
    shown = f'<table:help-message table:display="true">{said}</table:help-message>' if said else ""
    stopped = '<table:error-message table:message-type="stop" table:display="true">'
    return f"{shown}{stopped}{said}</table:error-message>"


def _condition(title: str, validation: Validation) -> str:
    match validation:
        case OneOf(source=""):
            joined_choices(title, validation)
            listed = ";".join(text_literal(choice) for choice in validation.choices)
            return f"cell-content-is-in-list({listed})"
        case OneOf(source=source):
            return f"cell-content-is-in-list({_source(title, validation, source)})"
        case Between(lowest=lowest, highest=highest):
            return f"cell-content-is-decimal-number() and cell-content-is-between({lowest},{highest})"


def _source(title: str, validation: OneOf, source: str) -> str:
    try:
        return open_formula(source)
    except RefusedValue as refused:
        raise DocumentError(f"sheet {title!r}, list for {validation.area}: {refused}") from None

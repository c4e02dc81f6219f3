"""The workbook of what was agreed when it comes back: it is to be read, so nothing of it is ever taken over.

What it says is held against the contract as it is now, clause by clause.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

from clauses.agreements import Agreed, workbook
from clauses.assembly.register import CODE_COLUMN, TEXT_COLUMN, TITLE_COLUMN, VERSION_COLUMN
from clauses.assembly.register import TITLE as CLAUSES
from procurement.documents.text import cleaned
from procurement.documents.workbook import Workbook
from procurement.incoming import Cell, Table
from procurement.incoming.refusals import shown
from procurement.language import Text
from procurement.returned_sheets import (
    Form,
    Identity,
    Problem,
    check_identity,
    form_of,
    identity_of,
    read_back,
)
from procurement.returned_sheets import issued as issued_form

KIND = "agreements"


class State(StrEnum):
    SAME = "same"
    OTHER_TEXT = "other text"
    OTHER_VERSION = "other version"
    GONE = "gone"  # from the contract
    NEW = "new"  # in the contract


STATE_WORDS: Mapping[State, Text] = {
    State.SAME: Text(nl="nog zo", en="still so"),
    State.OTHER_TEXT: Text(nl="de tekst is nu anders", en="the text is another now"),
    State.OTHER_VERSION: Text(
        nl="er staat nu een andere versie in het contract", en="the contract has another version now"
    ),
    State.GONE: Text(nl="staat niet meer in het contract", en="is no longer in the contract"),
    State.NEW: Text(nl="is erbij gekomen", en="was added"),
}


@dataclass(frozen=True, slots=True)
class ClauseLine:
    """One clause: its version in the file and in the contract now, "" where it is not."""

    code: str
    title: str  # in the contract, or in the file where the contract has it no more
    in_file: str
    now: str
    state: State


@dataclass(frozen=True, slots=True)
class Comparison:
    """`problems`: cells of a current file that say something else than the program wrote."""

    is_current: bool
    clauses: tuple[ClauseLine, ...]
    problems: tuple[Problem, ...]


def sheet_form(found: Agreed) -> Form:
    """Without a cell to fill in."""
    made, draft = workbook(found), found.draft
    identity = Identity(
        kind=KIND,
        organisation=str(draft.organisation_id),
        tender=draft.reference,
        version=found.version.nl,
        seat=str(draft.pk),
        language=found.assembly.language,
    )
    return form_of(identity=identity, blanks=(), fill=lambda _answers: made)


def issued(found: Agreed, key: bytes) -> Workbook:
    """What goes out, with the properties of the contract and its identity in a hidden sheet."""
    return replace(issued_form(sheet_form(found), {}, key), properties=workbook(found).properties)


def compared(found: Agreed, table: Table, key: bytes) -> Comparison:
    """Raises `WrongSheet` for another kind of workbook and for that of another contract."""
    form, said = sheet_form(found), identity_of(table, key)
    now = form.identity
    check_identity(replace(said, version=now.version, digest=now.digest, language=now.language), now)
    is_current = said == now
    return Comparison(
        is_current=is_current,
        clauses=tuple(_lines(_in_file(table), _in_contract(found))),
        problems=read_back(form, table).problems if is_current else (),
    )


class InSheet(NamedTuple):
    """What a sheet says of one clause."""

    version: str
    text: str
    title: str


Said = Mapping[str, InSheet]
"""By the code of a clause."""


def _lines(in_file: Said, now: Said) -> Iterator[ClauseLine]:
    for code in dict.fromkeys((*now, *in_file)):
        old, new = in_file.get(code), now.get(code)
        title = new.title if new else old.title if old else ""
        yield ClauseLine(
            code, title, old.version if old else "", new.version if new else "", _state(old, new)
        )


def _state(old: InSheet | None, new: InSheet | None) -> State:
    if old is None or new is None:
        return State.NEW if old is None else State.GONE
    if old.version != new.version:
        return State.OTHER_VERSION
    return State.SAME if old.text == new.text else State.OTHER_TEXT


def _in_contract(found: Agreed) -> Said:
    sheet = next(each for each in workbook(found).sheets if each.title == CLAUSES.to(found.assembly.language))
    rows = [[_plain(cell) for cell in row] for row in list(sheet.rows)[1:]]
    return {
        row[CODE_COLUMN - 1]: InSheet(row[VERSION_COLUMN - 1], row[TEXT_COLUMN - 1], row[TITLE_COLUMN - 1])
        for row in rows
    }


def _plain(cell: object) -> str:
    value = cell.value if isinstance(cell, tuple) and hasattr(cell, "value") else cell
    return cleaned("" if value is None else str(value))


def _in_file(table: Table) -> Said:
    titles = (CLAUSES.nl, CLAUSES.en)
    rows = [row for sheet in table.sheets if sheet.title in titles for row in sheet.rows[1:]]
    found = [{cell.column: cell for cell in row.cells} for row in rows]
    return {
        _value(row, CODE_COLUMN): InSheet(
            _value(row, VERSION_COLUMN),
            cleaned(_value(row, TEXT_COLUMN)),
            shown(_value(row, TITLE_COLUMN)),
        )
        for row in found
        if CODE_COLUMN in row
    }


def _value(row: Mapping[int, Cell], column: int) -> str:
    return row[column].value if column in row else ""

"""The register of evidence as a workbook to fill in: one row a piece, by its number.

What a piece says can be corrected as long as no scores or ranking rest on it; a check can always be added.
The cells of the check hold the newest one, so that the same file twice says nothing new.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from procurement.documents.formulas import area, cell
from procurement.documents.properties import Properties
from procurement.documents.workbook import (
    Cell,
    CellLike,
    Column,
    Highlight,
    HighlightLook,
    OneOf,
    Sheet,
    Style,
    Workbook,
)
from procurement.language import Text, language_named
from procurement.returned_sheets import Answers, Blank, BlankKind, Form, Identity, form_of
from tenders.reports.wording import Wording

KIND = "evidence-register"
HEADING_ROW = 3
FIRST_ROW = HEADING_ROW + 1

NUMBER, BODY, SCOPE, FROM, UNTIL = "number", "body", "scope", "valid_from", "valid_until"
OUTCOME, WAY, ON, REMARK = "outcome", "way", "checked_on", "remark"
DESCRIBED = (NUMBER, BODY, SCOPE, FROM, UNTIL)
CHECKED = (OUTCOME, WAY, ON, REMARK)

TITLE = Text(nl="Bewijsmiddelen om in te vullen", en="Evidence to fill in")
_SHEET = Text(nl="Bewijsmiddelen", en="Evidence")
_HELP = Text(
    nl="Vul de open cellen in en lees het bestand in bij het register. Verandert u iets aan een controle, "
    "dan komt er een controle bij; wat al is vastgelegd, blijft staan.",
    en="Fill in the open cells and read the file in at the register. If you change a check, a check is "
    "added; what was recorded stays.",
)
_COLUMNS: tuple[tuple[Text, Column], ...] = (
    (Text(nl="Nr.", en="No."), Column(8)),
    (Text(nl="Leverancier", en="Supplier"), Column(24, Style.WRAPPED)),
    (Text(nl="Soort", en="Kind"), Column(22, Style.WRAPPED)),
    (Text(nl="Titel", en="Title"), Column(28, Style.WRAPPED)),
    (Text(nl="Nummer", en="Number"), Column(18, Style.WRAPPED)),
    (Text(nl="Instelling", en="Body"), Column(22, Style.WRAPPED)),
    (Text(nl="Reikwijdte", en="Scope"), Column(36, Style.WRAPPED)),
    (Text(nl="Geldig vanaf", en="Valid from"), Column(13, Style.DATE)),
    (Text(nl="Geldig tot en met", en="Valid until"), Column(13, Style.DATE)),
    (Text(nl="Uitkomst van de controle", en="Outcome of the check"), Column(18, Style.WRAPPED)),
    (Text(nl="Hoe gecontroleerd", en="How it was checked"), Column(24, Style.WRAPPED)),
    (Text(nl="Gecontroleerd op", en="Checked on"), Column(13, Style.DATE)),
    (Text(nl="Wat u zag", en="What you saw"), Column(36, Style.WRAPPED)),
    (Text(nl="Let op", en="Note"), Column(36, Style.WRAPPED)),
)
_AT = {NUMBER: 5, BODY: 6, SCOPE: 7, FROM: 8, UNTIL: 9, OUTCOME: 10, WAY: 11, ON: 12, REMARK: 13}
_NOTE = 14
_KINDS = {
    **dict.fromkeys((NUMBER, BODY, SCOPE, REMARK), BlankKind.TEXT),
    **dict.fromkeys((FROM, UNTIL, ON), BlankKind.DATE),
    **dict.fromkeys((OUTCOME, WAY), BlankKind.CHOICE),
}
_ORDER = Text(
    nl="‘Geldig tot en met’ ligt vóór ‘geldig vanaf’. Controleer beide data.",
    en="‘Valid until’ lies before ‘valid from’. Check both dates.",
)
_FROZEN = Text(
    nl="Scores of een rangorde rusten hierop. Alleen een controle kan erbij.",
    en="Scores or a ranking rest on this. Only a check can be added.",
)
_PICK = Text(nl="Kies uit de lijst.", en="Choose from the list.")
_WHAT = Text(nl="Nr. {number}, {title}: {field}", en="No. {number}, {title}: {field}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One piece of evidence. `fixed`: what it says under `DESCRIBED`, where that cannot change any more."""

    number: int
    supplier: str
    kind: str
    title: str
    fixed: Answers | None = None

    def key(self, name: str) -> str:
        return f"{self.number}/{name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """`outcomes` and `ways`: what the lists say; `longest`: characters of each text."""

    authority: str
    pieces: tuple[Piece, ...]
    outcomes: tuple[str, ...]
    ways: tuple[str, ...]
    longest: Mapping[str, int]
    made_at: datetime


def register_form(register: Register, identity: Identity) -> Form:
    """`identity` without its digest."""
    say = Wording(language_named(identity.language))
    rows = tuple(enumerate(register.pieces, start=FIRST_ROW))
    return form_of(
        identity=identity,
        blanks=tuple(blank for row, piece in rows for blank in _blanks(register, piece, row, say)),
        fill=lambda answers: _Layout(register, say, answers).workbook(),
    )


def open_fields(piece: Piece) -> tuple[str, ...]:
    return CHECKED if piece.fixed is not None else (*DESCRIBED, *CHECKED)


def _blanks(register: Register, piece: Piece, row: int, say: Wording) -> Iterator[Blank]:
    choices = {OUTCOME: register.outcomes, WAY: register.ways}
    for name in open_fields(piece):
        heading = _COLUMNS[_AT[name] - 1][0]
        yield Blank(
            key=piece.key(name),
            sheet=say(_SHEET),
            at=cell(_AT[name], row),
            kind=_KINDS[name],
            title=_WHAT.format(number=str(piece.number), title=piece.title, field=heading),
            choices=choices.get(name, ()),
            most=register.longest.get(name, 0),
        )


@dataclass(slots=True)
class _Layout:
    register: Register
    say: Wording
    answers: Answers
    rows: list[tuple[CellLike, ...]] = field(default_factory=list)

    def workbook(self) -> Workbook:
        title = f"{self.say(TITLE)} – {self.register.authority}"
        made = Properties(
            author=self.register.authority, created=self.register.made_at, subject=self.say(TITLE)
        )
        return Workbook(
            title=title, language=self.say.language, properties=made, sheets=(self._sheet(title),)
        )

    def _sheet(self, title: str) -> Sheet:
        self.rows += [
            (Cell(title, style=Style.TITLE),),
            (Cell(self.say(_HELP), style=Style.WRAPPED, span=7),),
            tuple(Cell(self.say(heading), style=Style.HEADING) for heading, _column in _COLUMNS),
        ]
        for row, piece in enumerate(self.register.pieces, start=FIRST_ROW):
            self.rows.append(tuple(self._cells(piece, row)))
        last = max(len(self.rows), FIRST_ROW)
        notes = area((_NOTE, FIRST_ROW), (_NOTE, last))
        return Sheet(
            title=self.say(_SHEET),
            rows=tuple(self.rows),
            columns=tuple(column for _heading, column in _COLUMNS),
            frozen=cell(5, FIRST_ROW),
            title_rows=(HEADING_ROW, HEADING_ROW),
            landscape=True,
            protected=True,
            validations=tuple(self._list(name, last) for name in (OUTCOME, WAY)),
            highlights=(Highlight(notes, f"LEN($N{FIRST_ROW})>0", HighlightLook.ATTENTION),),
        )

    def _list(self, name: str, last: int) -> OneOf:
        choices = self.register.outcomes if name == OUTCOME else self.register.ways
        where = area((_AT[name], FIRST_ROW), (_AT[name], last))
        return OneOf(area=where, choices=choices, message=self.say(_PICK))

    def _cells(self, piece: Piece, row: int) -> Iterator[CellLike]:
        yield from (piece.number, piece.supplier, piece.kind, piece.title)
        for name in DESCRIBED:
            yield self._cell(piece, name) if piece.fixed is None else piece.fixed.get(name)
        for name in CHECKED:
            yield self._cell(piece, name)
        yield self._note(piece, row) if piece.fixed is None else self.say(_FROZEN)

    def _cell(self, piece: Piece, name: str) -> Cell:
        style = Style.INPUT_DATE if _KINDS[name] is BlankKind.DATE else Style.INPUT_TEXT
        return Cell(self.answers.get(piece.key(name)), style=style)

    def _note(self, piece: Piece, row: int) -> Cell:
        """Where the days are the wrong way round the cell is coloured, and says so."""
        starts, ends = (self.answers.get(piece.key(name)) for name in (FROM, UNTIL))
        is_wrong = isinstance(starts, date) and isinstance(ends, date) and ends < starts
        first, last = cell(_AT[FROM], row), cell(_AT[UNTIL], row)
        said = self.say(_ORDER)
        return Cell(said if is_wrong else "", f'IF(AND({first}<>"",{last}<>"",{last}<{first}),"{said}","")')

"""Which duties a clause holds: from its own head, else from the reading of its published text.

A published text never changes, so the duties of one that was published without them stand in a file beside
it, `clauses/library/<code>/<version>.duties.toml`. The file names the SHA-256 of the text it was read from:
it says nothing about any other text.
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from clauses.assembly.assemble import Assembly
from clauses.assembly.clause import LibraryClause
from clauses.assembly.duty import Duty, read_duties
from clauses.assembly.front_matter import Table, WrongEntry
from clauses.assembly.head import digest_of
from clauses.assembly.library import FOLDER
from clauses.assembly.markdown import Blank, CrossReference, Piece, Provision, Words
from clauses.assembly.source import ClauseError, parse_clause
from procurement.language import Text


def duties_of(clause: LibraryClause) -> tuple[Duty, ...]:
    """Of a text that was rewritten in one contract, those whose provision or words still stand in it."""
    published = digest_of(clause.source)
    duties = clause.duties or _readings().get(published, ())
    if clause.digest == published or not duties:
        return duties
    return tuple(_still_there(clause, duties))


def duties_in(assembly: Assembly, clause: LibraryClause) -> tuple[Duty, ...]:
    """Those that a final contract kept, else those that its text has now."""
    return duties_of(clause) if assembly.duties is None else assembly.duties.get(clause.code, ())


def head_kpi(duties: Iterable[Duty]) -> Duty | None:
    """The duty to measure the KPI in the head of the clause; None where no provision says so."""
    return next((each for each in duties if each.kind == "kpi" and each.title is None), None)


def _still_there(clause: LibraryClause, duties: Iterable[Duty]) -> Iterator[Duty]:
    model = parse_clause(clause.source, clause.code)
    for duty in duties:
        places = [
            _place(duty, before, after)
            for before, after in ((model.nl, clause.nl), (model.en, clause.en))
            if [whole_provision(each) for each in before] != [whole_provision(each) for each in after]
        ]
        moved = replace(duty, provision=places[0]) if places else duty
        if moved.provision and not any(_missing(clause, duty)):
            yield moved


def _place(duty: Duty, before: Sequence[Provision], after: Sequence[Provision]) -> int:
    """The number of the provision of this duty in the rewritten text; 0 when it is gone."""
    wanted = whole_provision(before[duty.provision - 1])
    numbered = [(number, whole_provision(each)) for number, each in enumerate(after, start=1)]
    same = (number for number, text in numbered if text == wanted)
    near = (number for number, text in numbered if duty.words in text)
    return next(same, next(near, 0))


def carried(before: LibraryClause, after: LibraryClause) -> tuple[Duty, ...]:
    """The duties of one text that another version of the clause still holds, in whichever provision."""
    found = (
        replace(duty, provision=_place(duty, before.nl, after.nl))
        for duty in duties_of(before)
        if not any(_missing(after, duty))
    )
    return tuple(each for each in found if each.provision and not any(_faults(after, each)))


def lost_duties(before: LibraryClause, after: LibraryClause) -> tuple[Duty, ...]:
    """Those of one text that the next one does not have, in whichever provision."""
    kept = {_what(duty) for duty in duties_of(after)}
    return tuple(duty for duty in duties_of(before) if _what(duty) not in kept)


def _what(duty: Duty) -> tuple[str, Text | None]:
    return duty.kind, duty.title


def read_readings(folder: Path = FOLDER) -> Mapping[str, tuple[Duty, ...]]:
    """By SHA-256 of the text. Raises ClauseError for a faulty file."""
    return dict(_reading(path, folder) for path in sorted(folder.glob("*/*.duties.toml")))


def faults_of(clause: LibraryClause) -> tuple[str, ...]:
    """What a duty of this clause names that the clause does not have, in English."""
    return tuple(fault for duty in duties_of(clause) for fault in _faults(clause, duty))


def _faults(clause: LibraryClause, duty: Duty) -> Iterator[str]:
    if duty.provision > len(clause.nl):
        yield f"there is no provision {duty.provision}"
    elif duty.words not in whole_provision(clause.nl[duty.provision - 1]):
        yield f"provision {duty.provision} does not say {duty.words!r}"
    yield from _missing(clause, duty)
    if duty.kind == "kpi" and duty.title is None and clause.kpi is None:
        yield "a KPI without a title, and none in the head"


def _missing(clause: LibraryClause, duty: Duty) -> Iterator[str]:
    """The blanks that the duty names and the clause does not have."""
    amount = duty.within.amount
    own = clause.kpi.variable if clause.kpi and duty.kind == "kpi" and duty.title is None else ""
    for name in (duty.variable or own, duty.interval, "" if amount.isdigit() else amount):
        if name and clause.variable(name) is None:
            yield f"there is no blank {name}"


def whole_provision(provision: Provision) -> str:
    """As in the file, without the marks of bold words."""
    parts = (provision.pieces, *(point.pieces for point in provision.points))
    return " ".join("".join(_piece(piece) for piece in part) for part in parts)


def _piece(piece: Piece) -> str:
    match piece:
        case Words(text):
            return text
        case Blank(name):
            return f"{{{name}}}"
        case CrossReference(code):
            return f"[#{code}]"


@cache
def _readings() -> Mapping[str, tuple[Duty, ...]]:
    return read_readings()


def _reading(path: Path, folder: Path) -> tuple[str, tuple[Duty, ...]]:
    name = path.relative_to(folder).as_posix()
    try:
        table = Table(tomllib.loads(path.read_text(encoding="utf-8")))
        text, duties = table.words("text"), read_duties(table)
        table.finish()
    except tomllib.TOMLDecodeError as error:
        raise ClauseError(name, 1, Text(nl=f"Dit is geen TOML: {error}", en=f"Not TOML: {error}")) from None
    except WrongEntry as error:
        message = Text(nl=f"{error.key}: {error.message.nl}", en=f"{error.key}: {error.message.en}")
        raise ClauseError(name, 1, message) from None
    return text, duties

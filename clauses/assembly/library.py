"""The clauses reviewed as files: `clauses/library/<code>/<version>.md`."""

from pathlib import Path

from clauses.assembly.clause import LibraryClause
from clauses.assembly.source import ClauseError, parse_clause
from procurement.language import Text

FOLDER = Path(__file__).resolve().parent.parent / "library"


def read_library(folder: Path = FOLDER) -> tuple[LibraryClause, ...]:
    """Every version of every clause, in the order of a contract. Raises ClauseError for a faulty file."""
    clauses = (_read(path, folder) for path in folder.glob("*/*.md"))
    return tuple(sorted(clauses, key=lambda clause: (clause.order, clause.code, clause.version)))


def newest(clauses: tuple[LibraryClause, ...]) -> tuple[LibraryClause, ...]:
    """The newest version of each code, in the order of a contract."""
    last = {clause.code: clause for clause in sorted(clauses, key=lambda clause: clause.version)}
    return tuple(sorted(last.values(), key=lambda clause: (clause.order, clause.code)))


def _read(path: Path, folder: Path) -> LibraryClause:
    name = path.relative_to(folder).as_posix()
    clause = parse_clause(path.read_text(encoding="utf-8"), name)
    if name != f"{clause.code}/{clause.version}.md":
        raise ClauseError(
            name,
            2,
            Text(
                nl=f"Het bestand hoort {clause.code}/{clause.version}.md te heten.",
                en=f"The file should be called {clause.code}/{clause.version}.md.",
            ),
        )
    return clause

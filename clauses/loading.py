"""The files of the library into the database: new versions are added, what is there stays as it is.

They were reviewed before they came into the program: the row says so, with the SHA-256 of the file.
"""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from clauses.assembly.clause import LibraryClause
from clauses.assembly.library import read_library
from clauses.assembly.source import ClauseError
from clauses.models import Clause, ClauseVersion
from procurement.language import Text


class ChangedText(ClauseError):
    """A file says something else than the version that was recorded under the same number."""


@transaction.atomic
def load_library(*, at: datetime, clauses: Iterable[LibraryClause] | None = None) -> int:
    """Add the versions that are not there yet and say how many. Raises ClauseError and then adds none."""
    chosen = read_library() if clauses is None else clauses
    known = {
        (version.clause.code, version.number): version.digest
        for version in ClauseVersion.objects.filter(organisation=None).select_related("clause")
    }
    return sum(_load(clause, known, at) for clause in chosen)


def _load(clause: LibraryClause, known: dict[tuple[str, int], str], at: datetime) -> bool:
    digest = known.get((clause.code, clause.version))
    if digest is None:
        _add(clause, at)
    elif digest != clause.digest:
        raise ChangedText(
            clause.code,
            1,
            Text(
                nl=f"Versie {clause.version} is al vastgelegd met een andere tekst. Maak een nieuwe versie.",
                en=f"Version {clause.version} was recorded with another text. Make a new version.",
            ),
        )
    return digest is None


def _add(clause: LibraryClause, at: datetime) -> None:
    described = {"theme": clause.theme, "rung": clause.rung, "order": clause.order}
    row, _created = Clause.objects.get_or_create(organisation=None, code=clause.code, defaults=described)
    if not row.versions.filter(organisation=None, number__gt=clause.version).exists():
        Clause.objects.filter(pk=row.pk).update(**described)
    ClauseVersion.objects.create(
        clause=row,
        number=clause.version,
        title_nl=clause.title.nl,
        title_en=clause.title.en,
        source=clause.source,
        digest=clause.digest,
        valid_from=clause.valid_from,
        review_by=clause.review_by,
        recorded_at=at,
    )

"""What changes in the law between two days, and which tenders and clauses that touches."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from clauses.drafts import clause_from, versions_valid_on
from clauses.models import ClauseVersion
from procurement.organisations.models import Organisation
from tenders.lint.law import Shift, Standing, Touch, shifts_between, touches_of
from tenders.models import Tender
from tenders.services.law_standings import standings_of


@dataclass(frozen=True, slots=True)
class TouchedTender:
    tender: Tender
    touches: tuple[Touch, ...]


@dataclass(frozen=True, slots=True)
class TouchedClause:
    """`cites`: the codes of the articles for which this clause is touched."""

    version: ClauseVersion
    cites: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LawChange:
    shift: Shift
    tenders: tuple[TouchedTender, ...]
    clauses: tuple[TouchedClause, ...]


def law_changes(
    *,
    tenders: QuerySet[Tender],
    organisations: Iterable[Organisation] = (),
    earlier: date,
    later: date,
    today: date,
) -> tuple[LawChange, ...]:
    """After `earlier`, up to and including `later`. Those clauses count that hold today, of the library and
    of these organisations."""
    shifts = shifts_between(earlier, later)
    if not shifts:
        return ()
    standings, library = standings_of(tenders), _holding(organisations, today)
    return tuple(
        LawChange(
            shift=shift,
            tenders=_touched_tenders(shift, standings, today),
            clauses=_touched_clauses(shift, library),
        )
        for shift in shifts
    )


def _holding(organisations: Iterable[Organisation], today: date) -> list[ClauseVersion]:
    """Each text once; without an organisation those of the library."""
    whose: list[Organisation | None] = [*organisations] or [None]
    found = {version.pk: version for each in whose for version in versions_valid_on(today, each)}
    return list(found.values())


def _touched_tenders(
    shift: Shift, standings: list[tuple[Tender, Standing]], today: date
) -> tuple[TouchedTender, ...]:
    found = ((row, touches_of(shift, standing, today=today)) for row, standing in standings)
    return tuple(TouchedTender(row, touches) for row, touches in found if touches)


def _touched_clauses(shift: Shift, library: list[ClauseVersion]) -> tuple[TouchedClause, ...]:
    found = ((version, shift.cited_in(clause_from(version.source).basis)) for version in library)
    return tuple(TouchedClause(version, cites) for version, cites in found if cites)

"""From rows to values: a draft as the pure assembly sees it. The only crossing in this app."""

from datetime import date
from functools import lru_cache

from clauses.assembly.assemble import Assembly, assemble
from clauses.assembly.clause import LibraryClause
from clauses.assembly.facts import facts
from clauses.assembly.source import parse_clause
from clauses.models import ChosenClause, ClauseVersion, ContractDraft
from procurement.language import Language

KEPT_CLAUSES = 1000


@lru_cache(maxsize=KEPT_CLAUSES)
def clause_from(source: str) -> LibraryClause:
    """The clause of a stored text. Texts are immutable, so reading one once is enough."""
    return parse_clause(source, "database")


def chosen_in(draft: ContractDraft) -> list[ChosenClause]:
    return list(draft.chosen.select_related("version__clause").order_by("position"))


def assembled(draft: ContractDraft) -> Assembly:
    """The draft with what is filled in so far."""
    chosen = chosen_in(draft)
    language: Language = "en" if draft.language == "en" else "nl"
    return assemble(
        [clause_from(each.version.source) for each in chosen],
        facts(draft.facts) if draft.facts else None,
        {each.version.clause.code: each.values for each in chosen},
        language,
    )


def versions_valid_on(day: date) -> list[ClauseVersion]:
    """Of each clause the newest version that holds on this day, in the order of a contract."""
    newest: dict[int, ClauseVersion] = {}
    valid = ClauseVersion.objects.filter(valid_from__lte=day).select_related("clause")
    for version in valid.order_by("clause__order", "clause__code", "number"):
        newest[version.clause_id] = version
    return list(newest.values())

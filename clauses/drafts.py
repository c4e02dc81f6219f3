"""From rows to values: a draft as the pure assembly sees it, and which texts hold when."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache

from django.db.models import Q

from clauses.assembly.assemble import Assembly, Values, assemble
from clauses.assembly.award import NO_AWARD, award_from_data
from clauses.assembly.clause import LibraryClause
from clauses.assembly.facts import facts
from clauses.assembly.origin import given_from_data
from clauses.assembly.promised import promise_problems
from clauses.assembly.source import parse_clause
from clauses.assembly.unlisted import unlisted_problems
from clauses.contract_check import contract_problems
from clauses.deviating import deviated, deviation_problems, deviations_of
from clauses.models import ChosenClause, ClauseDeviation, ClauseVersion, ContractDraft
from procurement.language import Language, language_named
from procurement.organisations.models import Organisation

KEPT_CLAUSES = 1000


@lru_cache(maxsize=KEPT_CLAUSES)
def clause_from(source: str) -> LibraryClause:
    """The clause of a stored text. Texts are immutable, so reading one once is enough."""
    return parse_clause(source, "database")


def chosen_in(draft: ContractDraft) -> list[ChosenClause]:
    return list(draft.chosen.select_related("version__clause").order_by("position"))


def contract_code(draft: int) -> str:
    """What the files of a contract carry, by the key of its draft: a file that comes back is known by it."""
    return f"contract-{draft}"


def language_of(draft: ContractDraft) -> Language:
    return language_named(draft.language)


@dataclass(frozen=True, slots=True)
class Drafted:
    """A draft read once: its choices, and everything that was recorded about departing from them."""

    draft: ContractDraft
    chosen: list[ChosenClause]
    deviations: list[ClauseDeviation]

    @property
    def models(self) -> list[LibraryClause]:
        """The texts that were chosen, as they stand in the library."""
        return [clause_from(each.version.source) for each in self.chosen]

    @property
    def clauses(self) -> list[LibraryClause]:
        """The texts as the contract has them."""
        return deviated(self.models, self.deviations, self.draft.language)

    @property
    def values(self) -> Values:
        """Without the values of blanks that a rewritten text no longer has."""
        given = {each.version.clause.code: each.values for each in self.chosen}
        models = {clause.code: clause for clause in self.models}
        for clause in self.clauses:
            model = models.get(clause.code)
            if model is not None and clause.variables != model.variables:
                names = {variable.name for variable in clause.variables}
                given[clause.code] = {n: v for n, v in given[clause.code].items() if n in names}
        return given

    def assembly(self) -> Assembly:
        """Filled in so far, with what the deviations still ask."""
        known = facts(self.draft.facts) if self.draft.facts else None
        made = assemble(self.clauses, known, self.values, language_of(self.draft))
        asked = deviation_problems(self.models, self.deviations)
        award = award_from_data(self.draft.award)
        promised = promise_problems(made, award, self._given())
        unlisted = unlisted_problems(made, award)
        checked = contract_problems(self.draft) if award != NO_AWARD else ()
        return replace(made, problems=(*made.problems, *asked, *promised, *unlisted, *checked))

    def _given(self) -> dict[tuple[str, str], str]:
        """By clause and blank, what the tender and the bid filled in."""
        return {
            (each.version.clause.code, name): given.value
            for each in self.chosen
            for name, given in given_from_data(each.given).items()
        }


def read_draft(draft: ContractDraft) -> Drafted:
    return Drafted(draft, chosen_in(draft), deviations_of(draft))


def assembled(draft: ContractDraft) -> Assembly:
    """The draft with what is filled in so far."""
    return read_draft(draft).assembly()


def versions_valid_on(
    day: date, organisation: Organisation | int | None = None, *, known: datetime | None = None
) -> list[ClauseVersion]:
    """Of each clause the newest version that holds on this day, in the order of a contract.

    Of an organisation its own texts count as well, and go before those of the library. `known`: as far as
    it was recorded before that moment.
    """
    whose = (
        Q(organisation=None) if organisation is None else Q(organisation=None) | Q(organisation=organisation)
    )
    valid = ClauseVersion.objects.filter(whose, valid_from__lte=day)
    if known is not None:
        valid = valid.filter(recorded_at__lt=known)
    return holding(valid.select_related("clause").order_by("clause__order", "clause__code", "number"))


def holding(versions: Iterable[ClauseVersion]) -> list[ClauseVersion]:
    """Of each clause the last of these versions; an own text goes before those of the library."""
    newest: dict[int, ClauseVersion] = {}
    for version in versions:
        there = newest.get(version.clause_id)
        if there is None or version.is_own or not there.is_own:
            newest[version.clause_id] = version
    return list(newest.values())

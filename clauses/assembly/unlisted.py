"""What a contract says or promises, and what would nevertheless be missing from its list of obligations."""

from collections.abc import Iterator

from clauses.assembly.assemble import Assembly, Problem
from clauses.assembly.award import Award
from clauses.assembly.clause import LibraryClause
from clauses.assembly.duties import duties_in, head_kpi
from clauses.assembly.obligations import PROOF_CLAUSE, RENEWAL_TERM, ending_proofs, unheld_promises
from clauses.assembly.period import DATES, FIRST, LAST
from clauses.assembly.promised import GENERAL_CLAUSE
from clauses.assembly.schedule import UNDATED
from procurement.language import Text

_PROMISE = Text(
    nl="Niemand toont deze belofte van de inschrijving straks aan: {title}. In clausule {clause} "
    "staat niet meer dat de opdrachtnemer elke Toezegging aantoont. Zet die zin terug.",
    en="Nobody will prove this promise of the bid: {title}. Clause {clause} no longer says that "
    "the contractor proves every Promise. Put that sentence back.",
)
_PROOF = Text(
    nl="Dit bewijs loopt af tijdens het contract: {name}. In de tekst van clausule {clause} staat niet meer "
    "hoeveel werkdagen vooraf nieuw bewijs komt. Zet die zin terug.",
    en="This proof ends during the contract: {name}. The text of clause {clause} no longer says how many "
    "working days beforehand new proof is due. Put that sentence back.",
)
_DATES = Text(
    nl="De ingangsdatum en de einddatum staan niet meer allebei in het contract: geen afspraak krijgt een "
    "datum. Zet ze terug in clausule {clause}.",
    en="The start date and the end date are no longer both in the contract: no obligation gets a date. Put "
    "them back in clause {clause}.",
)
_KPI = Text(
    nl="De KPI ‘{title}’ staat straks niet in de afspraken: er staat niet (meer) in welk lid en hoe "
    "vaak zij wordt gemeten.",
    en="The KPI ‘{title}’ will not be in the obligations: it is not said (any more) in which provision "
    "and how often it is measured.",
)


def unlisted_problems(assembly: Assembly, award: Award) -> Iterator[Problem]:
    """Of a contract that is read now; a promise, a proof or every date that is missing blocks it."""
    yield from _promises(assembly, award)
    yield from _proofs(assembly, award)
    yield from _dates(assembly)
    yield from (_kpi(clause) for clause in assembly.clauses if _is_unlisted(assembly, clause))


def _promises(assembly: Assembly, award: Award) -> Iterator[Problem]:
    """Where the general clause is not there at all, `promise_problems` says so."""
    general = next((each for each in assembly.clauses if each.place == GENERAL_CLAUSE), None)
    if general is not None:
        for promise in unheld_promises(assembly, award):
            title = f"{promise.criterion} {promise.title}"
            yield Problem(general.code, 1, _PROMISE.format(title=title, clause=general.title))


def _proofs(assembly: Assembly, award: Award) -> Iterator[Problem]:
    clause = next((each for each in assembly.clauses if each.place == PROOF_CLAUSE), None)
    if clause is not None and clause.variable(RENEWAL_TERM) is None:
        for proof in ending_proofs(assembly, award.proofs):
            name = f"{proof.name} {proof.number}".strip()
            yield Problem(clause.code, 1, _PROOF.format(name=name, clause=clause.title))


def _dates(assembly: Assembly) -> Iterator[Problem]:
    dated = (
        duty
        for clause in assembly.clauses
        for duty in duties_in(assembly, clause)
        if duty.rhythm not in UNDATED
    )
    holder = next((each for each in assembly.clauses if each.place == DATES), None)
    is_there = holder is not None and holder.variable(FIRST) and holder.variable(LAST)
    if not is_there and next(dated, None) is not None:
        yield Problem(DATES, 1, _DATES.format(clause=holder.title if holder else DATES))


def _is_unlisted(assembly: Assembly, clause: LibraryClause) -> bool:
    return clause.kpi is not None and head_kpi(duties_in(assembly, clause)) is None


def _kpi(clause: LibraryClause) -> Problem:
    assert clause.kpi is not None
    return Problem(clause.code, 1, _KPI.format(title=clause.kpi.title), blocking=False)

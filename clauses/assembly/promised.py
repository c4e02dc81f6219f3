"""Whether a contract says what the awarded bid promised: nothing less, nothing more, nothing lost."""

from collections.abc import Iterator, Mapping

from clauses.assembly.assemble import Assembly, Problem
from clauses.assembly.award import Award, Promise
from clauses.assembly.clause import LibraryClause
from clauses.assembly.variables import Variable, WrongValue, shown
from procurement import numbers
from procurement.language import Text

GENERAL_CLAUSE = "promised-values"
"""The place of the clause that holds every promise that no blank holds."""

_OTHER = Text(
    nl="{label}: de inschrijving beloofde {promised}, in het contract staat {value}. Zet de belofte terug. "
    "Wilt u er toch van afwijken, schrijf de waarde dan in de tekst van de clausule en leg die tekst vast "
    "als afwijking.",
    en="{label}: the bid promised {promised}, the contract says {value}. Put the promise back. If you do "
    "want to depart from it, write the value in the text of the clause and record that text as a deviation.",
)
_LOST = Text(
    nl="Geen clausule houdt deze belofte van de inschrijving vast: {title}. Neem clausule {clause} weer op.",
    en="No clause holds this promise of the bid: {title}. Take clause {clause} in again.",
)


def promise_problems(
    assembly: Assembly, award: Award, given: Mapping[tuple[str, str], str]
) -> Iterator[Problem]:
    """`given`: by clause and blank the value as the bid filled it in; without it the promise counts."""
    places = {clause.place: clause for clause in assembly.clauses}
    for promise in award.promises:
        clause = places.get(promise.clause)
        variable = clause.variable(promise.variable) if clause else None
        if clause is not None and variable is not None:
            promised = given.get((clause.code, variable.name)) or promise.value
            yield from _other_value(assembly, clause, variable, promised)
        elif GENERAL_CLAUSE not in places:
            yield _lost(promise)


def _other_value(
    assembly: Assembly, clause: LibraryClause, variable: Variable, promised: str
) -> Iterator[Problem]:
    value = assembly.values[clause.code][variable.name]
    if value and not _same(value, promised):
        told, kept = _words(variable, promised), _words(variable, value)
        yield Problem(clause.code, 1, _OTHER.format(label=variable.label, promised=told, value=kept))


def _lost(promise: Promise) -> Problem:
    title = f"{promise.criterion} {promise.title}"
    return Problem(GENERAL_CLAUSE, 1, _LOST.format(title=title, clause=GENERAL_CLAUSE))


def _same(one: str, other: str) -> bool:
    try:
        return numbers.parse(one) == numbers.parse(other)
    except numbers.NotANumber:
        return one == other


def _words(variable: Variable, value: str) -> Text:
    try:
        return Text(nl=shown(variable, value, "nl"), en=shown(variable, value, "en"))
    except WrongValue:
        return Text(nl=value, en=value)

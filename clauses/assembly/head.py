"""The head of a clause file, key by key, into a `LibraryClause`."""

import hashlib

from clauses.assembly.clause import APPROVERS, RUNGS, THEMES, Kpi, LibraryClause
from clauses.assembly.conditions import Condition, WrongCondition, condition_from
from clauses.assembly.declarations import read_variables
from clauses.assembly.duty import read_duties
from clauses.assembly.front_matter import Table, WrongEntry
from clauses.assembly.markdown import Provision
from procurement.language import Text

HIGHEST_AMBITION = 3


def digest_of(source: str) -> str:
    """The sha256 of a clause file, in hexadecimal."""
    return hashlib.sha256(source.encode()).hexdigest()


def read_head(
    table: Table, source: str, dutch: tuple[Provision, ...], english: tuple[Provision, ...]
) -> LibraryClause:
    clause = LibraryClause(
        code=table.slug("code"),
        version=_positive(table, "version"),
        order=_positive(table, "order"),
        title=table.both_languages("title"),
        theme=table.one_of("theme", THEMES.codes),
        purpose=table.both_languages("purpose"),
        basis=_filled_list(table, "basis"),
        criteria=table.list_of_words("criteria"),
        kpi=_kpi(table),
        ambition=table.whole_number("ambition"),
        condition=_condition(table),
        variables=read_variables(table),
        rung=table.one_of("rung", RUNGS),
        instead_of=table.slug("instead_of") if table.has("instead_of") else "",
        approver=table.one_of("approver", APPROVERS.codes),
        valid_from=table.day("valid_from"),
        review_by=table.day("review_by"),
        nl=dutch,
        en=english,
        source=source,
        digest=digest_of(source),
        duties=read_duties(table),
    )
    table.finish()
    _check_clause(clause)
    return clause


def _check_clause(clause: LibraryClause) -> None:
    if (clause.rung == "preferred") is bool(clause.instead_of):
        raise WrongEntry(
            "rung",
            Text(
                nl="Alleen een clausule onder de voorkeur noemt met instead_of welke clausule zij vervangt.",
                en="Only a clause below the preferred rung names, with instead_of, the clause it replaces.",
            ),
        )
    if not 0 <= clause.ambition <= HIGHEST_AMBITION:
        raise WrongEntry(
            "ambition",
            Text(nl=f"Kies 0 tot en met {HIGHEST_AMBITION}.", en=f"Choose 0 to {HIGHEST_AMBITION}."),
        )
    if clause.review_by <= clause.valid_from:
        raise WrongEntry(
            "review_by",
            Text(
                nl="Herzien komt na de ingangsdatum.", en="The review comes after the first day of validity."
            ),
        )
    if clause.kpi and clause.kpi.variable and clause.variable(clause.kpi.variable) is None:
        raise WrongEntry(
            "kpi.variable", Text(nl="Deze invulplek bestaat niet.", en="There is no such blank.")
        )


def _positive(table: Table, key: str) -> int:
    number = table.whole_number(key)
    if number < 1:
        raise WrongEntry(table.key(key), Text(nl="Begin te tellen bij 1.", en="Start counting at 1."))
    return number


def _filled_list(table: Table, key: str) -> tuple[str, ...]:
    found = table.list_of_words(key)
    if not found:
        raise WrongEntry(table.key(key), Text(nl="Noem er minstens één.", en="Name at least one."))
    return found


def _kpi(table: Table) -> Kpi | None:
    if not table.has("kpi"):
        return None
    inner = table.table("kpi")
    kpi = Kpi(
        title=inner.both_languages("title"),
        unit=inner.both_languages("unit"),
        variable=inner.words("variable") if inner.has("variable") else "",
    )
    inner.finish()
    return kpi


def _condition(table: Table) -> Condition:
    data = table.anything("condition")
    try:
        return condition_from(data)
    except WrongCondition as error:
        raise WrongEntry("condition", error.message) from None

"""The variables of a clause file: reading and checking their declarations."""

import re
from decimal import Decimal

from clauses.assembly.front_matter import Table, WrongEntry
from clauses.assembly.variables import KINDS, NUMERIC, SOURCES, Option, Variable, WrongValue, shown
from procurement import numbers
from procurement.language import Text

_NAME = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")


def read_variables(table: Table) -> tuple[Variable, ...]:
    if not table.has("variables"):
        return ()
    found = tuple(_variable(each) for each in table.tables("variables"))
    names = [variable.name for variable in found]
    for number, name in enumerate(names):
        if name in names[:number]:
            raise WrongEntry(
                f"variables[{number}].name",
                Text(nl=f"{name!r} staat er twee keer.", en=f"{name!r} is there twice."),
            )
    return found


def _variable(table: Table) -> Variable:
    variable = Variable(
        name=_variable_name(table),
        kind=table.one_of("kind", KINDS),
        label=table.both_languages("label"),
        source=table.one_of("source", SOURCES),
        unit=table.both_languages("unit") if table.has("unit") else None,
        minimum=_limit(table, "minimum"),
        maximum=_limit(table, "maximum"),
        whole=table.has("whole") and table.yes_or_no("whole"),
        options=tuple(_option(each) for each in table.tables("options")) if table.has("options") else (),
        default=table.words("default") if table.has("default") else "",
        default_because=table.both_languages("default_because") if table.has("default_because") else None,
    )
    table.finish()
    _check_variable(table, variable)
    return variable


def _variable_name(table: Table) -> str:
    name = table.words("name")
    if not _NAME.fullmatch(name):
        raise WrongEntry(
            table.key("name"),
            Text(nl="Gebruik kleine letters, cijfers en _.", en="Use small letters, digits and _."),
        )
    return name


def _limit(table: Table, key: str) -> Decimal | None:
    if not table.has(key):
        return None
    try:
        return numbers.parse(table.words(key))
    except numbers.NotANumber as error:
        raise WrongEntry(table.key(key), error.message) from None


def _option(table: Table) -> Option:
    option = Option(code=table.slug("code"), label=table.both_languages("label"))
    table.finish()
    return option


def _check_variable(table: Table, variable: Variable) -> None:
    numeric = variable.kind in NUMERIC
    if numeric and variable.minimum is None:
        raise WrongEntry(table.key("minimum"), Text(nl="Geef de ondergrens.", en="Give the lower limit."))
    if not numeric and (variable.minimum, variable.maximum, variable.whole) != (None, None, False):
        raise WrongEntry(
            table.key("minimum"), Text(nl="Alleen een getal heeft grenzen.", en="Only a number has limits.")
        )
    if (variable.kind == "choice") is not (len(variable.options) > 1):
        raise WrongEntry(
            table.key("options"),
            Text(
                nl="Een keuze, en niets anders, heeft opties.", en="A choice, and nothing else, has options."
            ),
        )
    if bool(variable.default) is not (variable.default_because is not None):
        raise WrongEntry(
            table.key("default_because"),
            Text(nl="Een standaardwaarde heeft een reden nodig.", en="A default needs its reason."),
        )
    _check_default(table, variable)


def _check_default(table: Table, variable: Variable) -> None:
    if not variable.default:
        return
    try:
        shown(variable, variable.default, "nl")
    except WrongValue as error:
        raise WrongEntry(table.key("default"), error.message) from None

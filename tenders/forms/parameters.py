"""Form fields for the parameters that a method declares: the form asks what the method publishes."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from procurement.numbers import NotANumber, parse, plain
from procurement.words import words
from tenders.forms.fields import DutchDecimalField
from tenders.forms.rows import Column, RowsField
from tenders.scoring.method import Parameter, ParameterKind

PREFIX = "par_"
NOT_CHOSEN = ("", _("– nog niet gekozen –"))

SHARE = Column("share", _("deel van de punten"), "number", percent=True)
COLUMNS: dict[ParameterKind, tuple[Column, ...]] = {
    ParameterKind.STEPS: (
        Column("lower", _("vanaf"), "number", optional=True),
        Column("upper", _("tot"), "number", optional=True),
        SHARE,
    ),
    ParameterKind.KNOTS: (Column("value", _("waarde"), "number"), SHARE),
    ParameterKind.SHARES: (SHARE,),
    ParameterKind.LEVEL_AMOUNTS: (
        Column("level", _("niveau")),
        Column("amount", _("bedrag of deel"), "number"),
    ),
}


def parameter_fields(declared: Sequence[Parameter]) -> dict[str, forms.Field]:
    """One field for each parameter; none is required, so that a draft can be saved half-way."""
    return {PREFIX + parameter.name: _field(parameter) for parameter in declared}


def _field(parameter: Parameter) -> forms.Field:
    texts: dict[str, Any] = {
        "label": words(parameter.title),
        "help_text": words(parameter.help),
        "required": False,
    }
    if parameter.kind in COLUMNS:
        return RowsField(COLUMNS[parameter.kind], **texts)
    if parameter.kind is ParameterKind.NUMBER:
        return DutchDecimalField(max_digits=25, decimal_places=10, **texts)
    if not parameter.choices:
        return forms.CharField(max_length=60, **texts)
    choices = [NOT_CHOSEN, *((code, words(text)) for code, text in parameter.choices)]
    return forms.ChoiceField(choices=choices, **texts)


def shown_parameters(declared: Sequence[Parameter], stored: Mapping[str, Any]) -> dict[str, Any]:
    """Stored parameters as initial values of their fields; what does not fit is left out."""
    fields = parameter_fields(declared)
    known = {name: stored[name[len(PREFIX) :]] for name in fields if name[len(PREFIX) :] in stored}
    return {name: _shown(fields[name], value) for name, value in known.items()}


def _shown(field: forms.Field, value: Any) -> Any:
    if isinstance(field, RowsField) and isinstance(value, list):
        rows = [row if isinstance(row, dict) else {field.columns[0].name: row} for row in value]
        return field.stored(rows)
    if isinstance(field, DutchDecimalField):
        return _number(value)
    return value


def _number(value: Any) -> Decimal | str:
    try:
        return parse(value)
    except NotANumber:
        return str(value)


def stored_parameters(declared: Sequence[Parameter], cleaned: Mapping[str, Any]) -> dict[str, Any]:
    """What the form gathered, as it is stored: text decimals, only what was filled in."""
    stored = {
        parameter.name: _stored(parameter, cleaned.get(PREFIX + parameter.name)) for parameter in declared
    }
    return {name: value for name, value in stored.items() if value not in (None, "", [])}


def _stored(parameter: Parameter, value: Any) -> Any:
    if isinstance(value, Decimal):
        return plain(value)
    if parameter.kind is ParameterKind.SHARES:
        return [row["share"] for row in value or []]
    return value


def parameter_words(declared: Sequence[Parameter], stored: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Published parameters to read, as (name, value); a table becomes one line with semicolons."""
    fields = parameter_fields(declared)
    shown = shown_parameters(declared, stored)
    return [(str(fields[name].label), _words(fields[name], value)) for name, value in shown.items()]


def _words(field: forms.Field, value: Any) -> str:
    if isinstance(field, RowsField):
        return "; ".join(" · ".join(_cells(field, row)) for row in value)
    if isinstance(field, forms.ChoiceField):
        return str(dict(field.choices).get(value, value))  # type: ignore[arg-type]
    return str(field.prepare_value(value))


def _cells(field: RowsField, row: Mapping[str, str]) -> list[str]:
    filled = [(column, row[column.name]) for column in field.columns if row.get(column.name)]
    return [f"{column.label} {cell}{'%' if column.percent else ''}" for column, cell in filled]

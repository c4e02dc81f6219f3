"""A small table of inputs in one form field: steps of a method, knots, described levels, tie rules."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from procurement.numbers import NotANumber, dutch, parse, parse_dutch, plain
from procurement.words import words
from tenders.forms.fields import refuse_no_whole_number

SPARE_ROWS = 2
MOST_ROWS = 60

Row = dict[str, str]
Label = str | Promise
ROW = _("regel")


@dataclass(frozen=True, slots=True)
class Column:
    """`percent` shows a stored fraction (0.6) as a percentage (60); the widest column is `wide`."""

    name: str
    label: Label
    kind: str = "text"  # text, long, number, whole or choice
    percent: bool = False
    optional: bool = False
    choices: tuple[tuple[str, Label], ...] = ()
    wide: bool = False

    def shown(self, stored: object) -> str:
        text = "" if stored is None else str(stored)
        if self.kind != "number" or not text:
            return text
        value = parse(text)
        return dutch(Decimal(plain(value.scaleb(2) if self.percent else value)))

    def read(self, typed: str) -> str:
        """Canonical text; raises NotANumber."""
        if self.kind != "number":
            return typed
        value = parse_dutch(typed)
        return plain(value.scaleb(-2) if self.percent else value)


class RowsWidget(forms.Widget):
    template_name = "tenders/widgets/rows.html"
    use_fieldset = True  # a table of inputs: each has its own name, the legend names the table

    def __init__(
        self,
        columns: Sequence[Column],
        row_name: Label,
        least_rows: int = SPARE_ROWS,
        most_rows: int = MOST_ROWS,
    ) -> None:
        super().__init__()
        self.columns, self.row_name = columns, row_name
        self.least_rows, self.most_rows = least_rows, most_rows

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> list[Row] | None:
        rows = []
        for place in range(self.most_rows):
            keys = {column.name: f"{name}-{place}-{column.name}" for column in self.columns}
            if not any(key in data for key in keys.values()):
                break
            rows.append({column: str(data.get(key, "")).strip() for column, key in keys.items()})
        return [row for row in rows if any(row.values())]

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        return f"{name}-0-{self.columns[0].name}" not in data

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        filled = value or []
        closed = bool(attrs and attrs.get("disabled"))
        rows = [*filled, *([{}] * (0 if closed else max(SPARE_ROWS, self.least_rows - len(filled))))]
        return {
            "name": name,
            "columns": self.columns,
            "rows": [[(column, row.get(column.name, "")) for column in self.columns] for row in rows],
            "row_name": self.row_name,
            "attrs": attrs or {},
        }


class RowsField(forms.Field):
    """Cleans to a list of rows of canonical text; empty rows are left out. `least_rows` are always shown."""

    def __init__(
        self,
        columns: Sequence[Column],
        row_name: Label = ROW,
        *,
        least_rows: int = SPARE_ROWS,
        most_rows: int = MOST_ROWS,
        **options: Any,
    ) -> None:
        self.columns, self.row_name = columns, row_name
        super().__init__(widget=RowsWidget(columns, row_name, least_rows, most_rows), **options)

    def stored(self, rows: Sequence[Mapping[str, object]]) -> list[Row]:
        """Stored rows as they are shown."""
        return [{column.name: column.shown(row.get(column.name)) for column in self.columns} for row in rows]

    def clean(self, value: Any) -> list[Row]:
        errors: list[ValidationError] = []
        rows = [self._row(number, row, errors) for number, row in enumerate(value or [], 1)]
        if errors:
            raise ValidationError(errors)
        if self.required and not rows:
            raise ValidationError(_("Vul minstens één regel in."))
        return rows

    def _row(self, number: int, typed: Row, errors: list[ValidationError]) -> Row:
        row: Row = {}
        for column in self.columns:
            text = typed.get(column.name, "")
            try:
                if text or not column.optional:
                    row[column.name] = self._cell(column, text)
            except ValidationError as wrong:
                prefix = f"{self.row_name} {number}, {column.label}: "
                errors.append(ValidationError(prefix.capitalize() + wrong.messages[0]))
        return row

    def _cell(self, column: Column, text: str) -> str:
        if not text:
            raise ValidationError(_("Vul dit in."))
        if column.choices and text not in dict(column.choices):
            raise ValidationError(_("Kies een waarde uit de lijst."))
        if column.kind == "whole":
            refuse_no_whole_number(text)
        try:
            return column.read(text)
        except NotANumber as refusal:
            raise ValidationError(words(refusal.message)) from refusal

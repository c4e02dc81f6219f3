"""The lines of the price sheet of a lot, and the criterion that takes their sum."""

from collections.abc import Iterator, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from procurement.numbers import parse, plain
from procurement.words import words
from tenders.forms.bids import without_form_tag
from tenders.forms.rows import SPARE_ROWS, Column, Row, RowsField
from tenders.forms.values import refuse_direction_controls, refuse_unwritable
from tenders.models import Criterion
from tenders.scoring.price_lines import MOST_LINES, PriceLine, problems_of_lines
from tenders.services.price_lines import SUM

SPARE = 10  # rows that are always empty
TEXTS = ("group", "description", "unit")
COLUMNS = (
    Column("group", _("Groep"), optional=True),
    Column("description", _("Omschrijving"), wide=True),
    Column("unit", _("Eenheid")),
    Column("quantity", _("Hoeveelheid"), kind="number"),
    Column("maximum", _("Maximum per eenheid in €"), kind="number", optional=True),
)


class PriceLinesForm(forms.Form):
    """`seen` is the version that the page was filled from."""

    seen = forms.CharField(widget=forms.HiddenInput)
    helper = without_form_tag()

    def __init__(
        self,
        data: Any = None,
        *,
        stored: Sequence[PriceLine],
        criteria: Sequence[Criterion],
        seen: str,
        **kwargs: Any,
    ) -> None:
        super().__init__(data, initial={"seen": seen}, **kwargs)
        rows = RowsField(
            COLUMNS,
            _("regel"),
            least_rows=min(len(stored) + SPARE, MOST_LINES),
            most_rows=MOST_LINES + SPARE_ROWS,  # so that one too many is told and not dropped
            label=_("Prijsregels"),
            help_text=_("Wat u leeg laat, telt niet mee. Na het opslaan komen er lege rijen bij."),
            required=False,
        )
        rows.initial = rows.stored([_row(line) for line in stored])
        self.fields["lines"] = rows
        self.fields["criterion"] = forms.ChoiceField(
            label=_("Criterium dat de som overneemt"),
            choices=[(row.code, f"{row.code} {row.title}") for row in criteria],
            initial=next((row.code for row in criteria if row.figure == SUM), None),
            required=False,
            help_text=_("De som van het prijzenblad is de prijs die bij dit criterium telt."),
        )

    def clean_lines(self) -> tuple[PriceLine, ...]:
        rows: list[Row] = self.cleaned_data["lines"]
        wrong = list(_wrong_texts(rows))
        if wrong:
            raise ValidationError(wrong)
        lines = tuple(_line(number, row) for number, row in enumerate(rows, 1))
        problems = [words(problem.message) for problem in problems_of_lines(lines)]
        if problems:
            raise ValidationError(problems)
        return lines


def _wrong_texts(rows: Sequence[Row]) -> Iterator[ValidationError]:
    for number, row in enumerate(rows, 1):
        for name in TEXTS:
            try:
                refuse_direction_controls(row.get(name, ""))
                refuse_unwritable(row.get(name, ""))
            except ValidationError as wrong:
                where = _("Regel %(number)s: ") % {"number": number}
                yield ValidationError(where + wrong.messages[0])


def _row(line: PriceLine) -> Row:
    return {
        "group": line.group,
        "description": line.description,
        "unit": line.unit,
        "quantity": plain(line.quantity),
        "maximum": "" if line.maximum is None else plain(line.maximum),
    }


def _line(number: int, row: Row) -> PriceLine:
    maximum = row.get("maximum")
    return PriceLine(
        number=number,
        group=row.get("group", ""),
        description=row["description"],
        unit=row["unit"],
        quantity=parse(row["quantity"]),
        maximum=parse(maximum) if maximum else None,
    )

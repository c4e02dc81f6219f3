"""Trying out a scoring method: its own parameters, a few values and the points they compete for."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from procurement.numbers import NotANumber, parse, parse_dutch
from procurement.words import words
from tenders.forms.fields import DutchDecimalField
from tenders.forms.parameters import PREFIX, parameter_fields
from tenders.forms.rows import Column, RowsField
from tenders.scoring.method import Parameter, ParameterKind, ScoringMethod
from tenders.scoring.model import Criterion, Direction, Kind, Knot, Level, ParameterValue, Step
from tenders.scoring.stated import LABEL_SHARES

MOST_VALUES = 12
PRICE = "price"
WHAT = (
    (PRICE, gettext_lazy("prijs of kosten (lager is beter)")),
    (Direction.LOWER.value, gettext_lazy("hoeveelheid, lager is beter")),
    (Direction.HIGHER.value, gettext_lazy("hoeveelheid, hoger is beter")),
)
LEVEL_COLUMNS = (
    Column("title", gettext_lazy("niveau")),
    Column("share", gettext_lazy("deel van de punten"), "number", percent=True),
)


def states_level(method: ScoringMethod) -> bool:
    return Kind.SCALE in method.kinds


def takes_numbers(method: ScoringMethod) -> bool:
    return bool(method.kinds & {Kind.PRICE, Kind.QUANTITY})


class TryForm(forms.Form):
    """The fields follow from the method: what it asks a tender to publish, it asks here."""

    points = DutchDecimalField(
        label=gettext_lazy("Punten voor dit criterium"),
        min_value=Decimal(0),
        help_text=gettext_lazy("Bijvoorbeeld 40 als het criterium voor 40 punten meetelt."),
    )

    def __init__(self, *args: Any, method: ScoringMethod, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.method = method
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        if takes_numbers(method):
            self._add_values()
        if states_level(method):
            self.fields["levels"] = RowsField(LEVEL_COLUMNS, label=_("Niveaus"))
        self.fields |= parameter_fields(method.parameters)

    def _add_values(self) -> None:
        self.fields["what"] = forms.ChoiceField(label=_("Waarover gaat het?"), choices=WHAT)
        self.fields["values"] = forms.CharField(
            label=_("Waarden van de inschrijvers"),
            help_text=_("Eén per regel, in Nederlandse schrijfwijze: 1.250,50. Hooguit 12."),
            widget=forms.Textarea(attrs={"rows": 6, "class": "form-control number-lines"}),
        )

    def clean_values(self) -> list[Decimal]:
        lines = [line.strip() for line in self.cleaned_data["values"].splitlines() if line.strip()]
        if len(lines) > MOST_VALUES:
            raise ValidationError(_("Vul hooguit %(most)s waarden in."), params={"most": MOST_VALUES})
        errors: list[str] = []
        values = [_number(place, line, errors) for place, line in enumerate(lines, 1)]
        if errors:
            raise ValidationError(errors)
        return values

    def criterion(self) -> Criterion:
        """The criterion that the filled-in form describes."""
        what = self.cleaned_data.get("what", "")
        kinds = self.method.kinds
        kind = next(iter(kinds)) if not takes_numbers(self.method) else Kind.QUANTITY
        return Criterion(
            code="X",
            title=_("Voorbeeld"),
            weight=Decimal(100),
            kind=Kind.PRICE if what == PRICE else kind,
            method=self.method.code,
            parameters=self._parameters(),
            direction=Direction(what) if what in tuple(Direction) else None,
            levels=self._levels(),
        )

    def _parameters(self) -> dict[str, ParameterValue]:
        given = (
            (parameter, self.cleaned_data.get(PREFIX + parameter.name))
            for parameter in self.method.parameters
        )
        return {
            parameter.name: _typed(parameter, value)
            for parameter, value in given
            if value not in (None, "", [])
        }

    def _levels(self) -> tuple[Level, ...]:
        rows = self.cleaned_data.get("levels") or []
        return tuple(
            Level(code=f"{number}", title=row["title"], share=parse(row["share"]), description="")
            for number, row in enumerate(rows, 1)
        )


def _number(place: int, line: str, errors: list[str]) -> Decimal:
    try:
        return parse_dutch(line)
    except NotANumber as wrong:
        message = words(wrong.message)
        errors.append(_("Regel %(place)s: %(message)s") % {"place": place, "message": message})
        return Decimal(0)


def _typed(parameter: Parameter, value: Any) -> ParameterValue:
    if parameter.kind is ParameterKind.STEPS:
        return tuple(Step(_limit(row, "lower"), _limit(row, "upper"), parse(row["share"])) for row in value)
    if parameter.kind is ParameterKind.KNOTS:
        return tuple(Knot(parse(row["value"]), parse(row["share"])) for row in value)
    if parameter.kind is ParameterKind.SHARES:
        return tuple(parse(row["share"]) for row in value)
    number_or_choice: Decimal | str = value
    return number_or_choice


def _limit(row: Mapping[str, str], name: str) -> Decimal | None:
    return parse(row[name]) if row.get(name) else None


VALUES = "820\n900\n1.050\n1.200"
BAND = {"par_floor": "800", "par_ceiling": "1.200", "par_outside": "clip"}


def _rows(name: str, *rows: Mapping[str, str | Promise]) -> dict[str, str | Promise]:
    return {
        f"{name}-{place}-{column}": text for place, row in enumerate(rows) for column, text in row.items()
    }


EXAMPLES: Mapping[str, Mapping[str, str | Promise]] = {
    "absolute-linear": BAND,
    "quadratic": BAND,
    "linear-to-lowest": {"par_multiple": "2"},
    "logarithmic": {"par_base": "2", "par_negative": "to_zero"},
    "rank-ladder": _rows("par_shares", {"share": "100"}, {"share": "75"}, {"share": "50"}, {"share": "25"}),
    "piecewise-linear": _rows(
        "par_knots",
        {"value": "800", "share": "100"},
        {"value": "1.000", "share": "70"},
        {"value": "1.200", "share": "0"},
    ),
    "step-table": _rows(
        "par_steps",
        {"upper": "900", "share": "100"},
        {"lower": "900", "upper": "1.100", "share": "60"},
        {"lower": "1.100", "share": "20"},
    ),
    "graded-scale": _rows(
        "levels",
        {"title": gettext_lazy("Goed"), "share": "100"},
        {"title": gettext_lazy("Voldoende"), "share": "60"},
        {"title": gettext_lazy("Matig"), "share": "20"},
    ),
}


def example(method: ScoringMethod) -> dict[str, str]:
    """A filled-in form to start from; figures of an invented tender."""
    own = {name: str(text) for name, text in EXAMPLES.get(method.code, {}).items()}
    return {"points": "40", "what": PRICE, "values": VALUES} | own


def fixed_shares(method: ScoringMethod) -> Mapping[str, Decimal]:
    """The shares of a method whose outcomes are fixed: a label or its equivalent."""
    return LABEL_SHARES if Kind.LABEL in method.kinds else {}

"""Which value a criterion takes from the calculation; a criterion without one is filled in by the bidder."""

from collections.abc import Iterator, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from procurement.language import Text
from procurement.words import words
from tenders.forms.bids import without_form_tag
from tenders.lifecycle.footprint.axis import Axis
from tenders.lifecycle.footprint.criterion import Per
from tenders.lifecycle.plan import Plan
from tenders.lifecycle.sheet.charts import PER
from tenders.lifecycle.statement.figures.data import FIGURES
from tenders.lifecycle.statement.figures.data_centre import KeyFigure
from tenders.lifecycle.statement.figures.software import SoftwareMeasure
from tenders.models import Criterion

BY_HAND = ""
PLACES = [(str(number), str(number)) for number in range(5)]
_PLACED = (
    "footprint",
    "energy",
    "indicator",
    "software",
    "data_centre",
    "ladder",
)  # those that are rounded here
_AXES = (
    ("production+transport+use+end_of_life", tuple(Axis)),
    ("production+transport+end_of_life", (Axis.PRODUCTION, Axis.TRANSPORT, Axis.END_OF_LIFE)),
    ("production+transport", (Axis.PRODUCTION, Axis.TRANSPORT)),
    *((axis.value, (axis,)) for axis in Axis),
)
_MEASURES = {
    SoftwareMeasure.USE_ENERGY: Text(nl="kWh per functionele eenheid", en="kWh per functional unit"),
    SoftwareMeasure.USE_MASS: Text(nl="kg CO2e per functionele eenheid", en="kg CO2e per functional unit"),
    SoftwareMeasure.TRAINING_ENERGY: Text(nl="kWh van training per jaar", en="kWh of training a year"),
    SoftwareMeasure.TRAINING_MASS: Text(nl="kg CO2e van training per jaar", en="kg CO2e of training a year"),
    SoftwareMeasure.YEARLY_MASS: Text(nl="kg CO2e per jaar", en="kg CO2e a year"),
}


class FiguresForm(forms.Form):
    """`tree` is the version of the criteria that the page was filled from."""

    tree = forms.CharField(widget=forms.HiddenInput, required=False)
    helper = without_form_tag()

    def __init__(
        self, data: Any = None, *, leaves: Sequence[Criterion], plan: Plan, tree: str, **kwargs: Any
    ) -> None:
        super().__init__(data, initial={"tree": tree}, **kwargs)
        self.leaves = leaves
        offered = dict(options(plan))
        for row in leaves:
            code = code_of(row.figure)
            known = offered | ({code: _("zoals het nu is")} if code not in offered else {})
            name = {"code": row.code, "title": row.title}
            self.fields[f"figure-{row.pk}"] = forms.ChoiceField(
                label=_("%(code)s %(title)s: waarde") % name,
                choices=list(known.items()),
                required=False,
                initial=code,
            )
            self.fields[f"places-{row.pk}"] = forms.ChoiceField(
                label=_("%(code)s %(title)s: decimalen") % name,
                choices=[("", "–"), *PLACES],
                required=False,
                initial=str(row.figure.get("places", "")),
            )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        for row in self.leaves:
            places = f"places-{row.pk}"
            if given.get(f"figure-{row.pk}", "").split(":")[0] in _PLACED and not given.get(places):
                self.add_error(places, _("Kies het aantal decimalen."))
        return given

    def rows(self) -> Iterator[tuple[Criterion, forms.BoundField, forms.BoundField]]:
        for row in self.leaves:
            yield row, self[f"figure-{row.pk}"], self[f"places-{row.pk}"]

    def figures(self) -> dict[str, dict[str, Any]]:
        """By criterion, as `save_figures` takes it."""
        given = self.cleaned_data
        return {
            row.code: figure_data(given[f"figure-{row.pk}"], given[f"places-{row.pk}"], row)
            for row in self.leaves
        }

    def close(self) -> None:
        for field in self.fields.values():
            field.disabled = True
            field.widget.attrs["disabled"] = True


def figure_data(code: str, places: str, row: Criterion) -> dict[str, Any]:
    """A choice that this page does not offer keeps what it was."""
    if code == BY_HAND:
        return {}
    of, *more = code.split(":")
    rounded = {"places": int(places)} if of in _PLACED and places else {}
    if code == code_of(row.figure):
        return {**row.figure, **rounded}
    if of == "footprint":
        axes = dict(_AXES)[more[0]]
        return {"of": of, "axes": sorted(axis.value for axis in axes), "per": more[1], **rounded}
    named = {"indicator": "indicator", "software": "measure", "data_centre": "measure"}.get(of)
    return {"of": of, **({named: more[0]} if named else {}), **rounded}


def code_of(figure: dict[str, Any]) -> str:
    """The choice that stands for a stored figure."""
    if not figure:
        return BY_HAND
    if figure["of"] == "footprint":
        names = set(figure["axes"])
        axes = next((code for code, each in _AXES if {axis.value for axis in each} == names), "other")
        return f"footprint:{axes}:{figure['per']}"
    detail = figure.get("indicator") or figure.get("measure")
    return f"{figure['of']}:{detail}" if detail else str(figure["of"])


def options(plan: Plan) -> Iterator[tuple[str, str]]:
    """What the parts of this plan can give."""
    yield BY_HAND, _("de inschrijver vult de waarde in")
    if plan.cost is not None:
        yield "cost", words(FIGURES["cost"])
    if plan.energy is not None:
        yield "energy", words(FIGURES["energy"])
    if plan.footprint is not None:
        for code, axes in _AXES:
            names = ", ".join(words(axis.label) for axis in axes)
            for per in Per:
                yield f"footprint:{code}:{per.value}", f"{words(PER[per])}: {names}"
    if plan.circularity is not None:
        yield "circularity", words(FIGURES["circularity"])
        for part in plan.circularity.parts:
            yield f"indicator:{part.indicator.value}", words(part.indicator.measure.label)
    if plan.software is not None:
        for measure in SoftwareMeasure:
            yield (
                f"software:{measure.value}",
                f"{words(FIGURES['software'])}: {words(_MEASURES[measure])}",
            )
    if plan.data_centre is not None:
        for key in KeyFigure:
            yield f"data_centre:{key.value}", key.value.upper()
    if plan.ladder is not None:
        yield "ladder", words(FIGURES["ladder"])

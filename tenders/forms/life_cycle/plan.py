"""What a lot calculates, as fields. Nothing is chosen beforehand: what is empty is not published."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from procurement.words import readers_language, words
from tenders.forms.award import DayField
from tenders.forms.bids import without_form_tag
from tenders.forms.fields import WholeNumberField
from tenders.forms.life_cycle import choices
from tenders.forms.life_cycle.data import field_of, plan_data
from tenders.forms.life_cycle.known import known_choices, row_of
from tenders.forms.life_cycle.numbers import choices as parameters
from tenders.forms.life_cycle.shown import shown_data
from tenders.forms.parameters import NOT_CHOSEN
from tenders.forms.rows import SPARE_ROWS, Column, RowsField
from tenders.forms.values import refuse_direction_controls
from tenders.lifecycle.plan import plan_from_data
from tenders.scoring.files import UnreadableTender
from tenders.scoring.problem import Problem

# As many as the smallest calculation asks at once: what is half filled in cannot be kept. Ten numbers are
# those of a cost with its rises of prices; five levels those of the oldest version of the ladder.
LEAST_ROWS = {"kinds": 3, "numbers": 14, "declared": 4, "circularity": 8, "steps": 4, "levels": 5}


def _choice(label: Any, options: Iterable[tuple[str, Any]], **more: Any) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, required=False, choices=[NOT_CHOSEN, *options], **more)


def _several(label: Any, options: Iterable[tuple[str, Any]], **more: Any) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label, required=False, choices=list(options), widget=forms.CheckboxSelectMultiple, **more
    )


def _whole(label: Any, **more: Any) -> WholeNumberField:
    widget = forms.TextInput(attrs={"class": "number", "inputmode": "numeric", "autocomplete": "off"})
    return WholeNumberField(label=label, required=False, min_value=0, widget=widget, **more)


class PlanForm(forms.Form):
    """`seen` is the version that the page was filled from."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    parts = _several(_("Wat u berekent"), choices.PARTS)
    kinds = RowsField((), _("soort"), label=_("Soorten apparaten"), required=False)
    horizon = _whole(_("Looptijd in hele jaren"), help_text=_("Voor alle inschrijvers en vormen gelijk."))
    known = _choice(
        _("Een bekend cijfer overnemen"),
        (),
        help_text=_("Het komt als regel hieronder, met zijn bron en jaar. Controleer het en sla daarna op."),
    )
    numbers = RowsField((), _("getal"), label=_("Getallen, elk met bron en jaar"), required=False)
    declared = RowsField((), _("opgave"), label=_("Opgaven van de inschrijver"), required=False)
    time_shares = RowsField((), _("stand"), label=_("Energie uit vermogen (E_TEC)"), required=False)
    price_level = _whole(_("Prijspeil van alle bedragen (jaar)"))
    rate_is = _choice(_("Disconteringsvoet is"), choices.RATES)
    yearly_costs_fall = _choice(_("Kosten van een jaar vallen"), choices.MOMENTS)
    asked = _several(_("Jaarlijkse kosten die meetellen"), choices.ASKED)
    residual = _choice(_("Restwaarde"), choices.RESIDUALS)
    counts = _choice(_("Prijs van CO2e die telt"), choices.ESTIMATES)
    carbon_embodied = _choice(_("Uitstoot van maken en afdanken, in de kosten"), choices.EMBODIED)
    places = _whole(_("Decimalen van het bedrag"))
    embodied = _choice(_("Uitstoot van maken en afdanken, in de voetafdruk"), choices.EMBODIED)
    transport = RowsField((), _("vervoer"), label=_("Factoren voor vervoer"), required=False)
    circularity = RowsField((), _("circulair kenmerk"), label=_("Circulariteit: banden"), required=False)
    steps = RowsField((), _("trede"), label=_("Circulariteit: treden"), required=False)
    circularity_places = _whole(_("Decimalen van de score"))
    unit = forms.CharField(
        label=_("Functionele eenheid"),
        required=False,
        max_length=60,
        help_text=_("Bijvoorbeeld 1.000 transacties."),
        validators=[refuse_direction_controls],
    )
    period = forms.CharField(
        label=_("Meetperiode van het datacentrum"),
        required=False,
        max_length=200,
        validators=[refuse_direction_controls],
    )
    version = _choice(_("Versie van de CO2-Prestatieladder"), choices.VERSIONS)
    published_on = DayField(label=_("Datum van de aankondiging"), required=False)
    discount_in = _choice(_("Voordeel in"), choices.DISCOUNTS)
    levels = RowsField((), _("niveau"), label=_("Voordeel per niveau"), required=False)
    helper = without_form_tag()

    def __init__(self, data: Any = None, *, stored: dict[str, Any], seen: str) -> None:
        super().__init__(data, initial=shown_data(stored) | {"seen": seen})
        self.fields["known"].choices = [NOT_CHOSEN, *known_choices()]  # type: ignore[attr-defined]
        for name, columns in _columns().items():
            field: Any = self.fields[name]
            self.fields[name] = RowsField(
                columns,
                field.row_name,
                label=field.label,
                required=False,
                least_rows=LEAST_ROWS.get(name, SPARE_ROWS),
            )
            self.initial[name] = self.fields[name].stored(self.initial[name])  # type: ignore[attr-defined]

    def with_known(self) -> "PlanForm":
        """What was typed, unchecked, and the chosen figure as one row more."""
        found = PlanForm(stored={}, seen="")
        found.initial = {name: self[name].data for name in self.fields}
        code = str(found.initial.pop("known") or "")
        if code in dict(known_choices()):
            field, row = row_of(code)
            found.initial[field] = [*(found.initial[field] or []), row]
        return found

    def clean(self) -> dict[str, Any]:
        """Readable, so that it can be kept; whether it is sound is said beside it and before publication."""
        given = super().clean() or {}
        if self.errors:
            return given
        wrong: list[Problem] = []
        data = plan_data(given, wrong)
        try:
            plan_from_data(data)
        except UnreadableTender as unreadable:
            wrong += unreadable.problems
        for problem in wrong:
            self.add_error(field_of(problem.place), words(problem.message))
        return given | {"data": data}

    def close(self) -> None:
        for field in self.fields.values():
            field.disabled = True
            field.widget.attrs["disabled"] = True


def _columns() -> dict[str, tuple[Column, ...]]:
    """By the name of a table of rows."""
    language = readers_language()
    return _columns_of_parameters(language) | _columns_of_points(language)


def _columns_of_parameters(language: str) -> dict[str, tuple[Column, ...]]:
    value, source = Column("value", _("waarde"), kind="number"), Column("source", _("bron"), wide=True)
    year = Column("year", _("jaar"), kind="whole")
    return {
        "kinds": (
            Column("code", _("code")),
            Column("title", _("naam")),
            Column("number", _("aantal"), kind="whole"),
            Column("longest_life", _("levensduur die hooguit telt (jaar)"), kind="whole", optional=True),
        ),
        "numbers": (Column("which", _("getal"), choices=tuple(parameters(language))), value, source, year),
        "declared": (
            Column("what", _("opgave van"), choices=choices.DECLARED),
            Column("boundary", _("systeemgrens")),
            Column("standards", _("normen, met komma’s ertussen")),
            Column("earliest_year", _("niet ouder dan (jaar)"), kind="whole"),
        ),
        "time_shares": (
            Column("mode", _("stand")),
            Column("value", _("deel van de tijd (%)"), kind="number"),
            source,
            year,
        ),
        "transport": (
            Column("mode", _("vervoer")),
            Column("value", _("kg CO2e per tonkilometer"), kind="number"),
            source,
            year,
        ),
    }


def _columns_of_points(language: str) -> dict[str, tuple[Column, ...]]:
    indicator = Column("indicator", _("circulair kenmerk"), choices=choices.indicators(language))
    return {
        "circularity": (
            indicator,
            Column("weight", _("gewicht (%)"), kind="number"),
            Column("floor", _("bodem"), kind="number", optional=True),
            Column("ceiling", _("plafond"), kind="number", optional=True),
        ),
        "steps": (
            indicator,
            Column("lower", _("vanaf"), kind="number", optional=True),
            Column("upper", _("tot"), kind="number", optional=True),
            Column("share", _("deel van de punten"), kind="number", percent=True),
        ),
        "levels": (
            Column("level", _("niveau"), kind="whole"),
            Column("advantage", _("voordeel (een korting in %)"), kind="number"),
        ),
    }

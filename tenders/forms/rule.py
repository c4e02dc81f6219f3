"""The rules of the award of one lot. Nothing is chosen beforehand: what is empty was not published."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from procurement.words import words
from tenders.forms.fields import DutchDecimalField
from tenders.forms.parameters import NOT_CHOSEN, parameter_fields, shown_parameters, stored_parameters
from tenders.forms.rows import Column, RowsField
from tenders.models import Lot
from tenders.scoring.awards import AWARDS
from tenders.scoring.method import Parameter, Verdict
from tenders.services.rule import RULE_COLUMNS

TIE_RULES = (
    ("quality", _("de hoogste score op alles behalve prijs")),
    ("criterion", _("de hoogste score op één criterium")),
    ("price", _("de laagste prijs")),
    ("draw", _("loting, met een verslag")),
)
COLUMNS = tuple(name for name in RULE_COLUMNS if name != "award_parameters")  # those have fields of their own


class RuleForm(forms.Form):
    award_method = forms.ChoiceField(label=_("Gunningsmethode"), required=False)
    points = DutchDecimalField(
        label=_("Punten voor 100%"),
        max_digits=9,
        decimal_places=2,
        min_value=Decimal(0),
        required=False,
        help_text=_("Vaak 100 of 1.000."),
    )
    rounding_places = forms.ChoiceField(
        label=_("Decimalen bij afronding"),
        required=False,
        choices=[NOT_CHOSEN, *((str(places), str(places)) for places in range(7))],
        help_text=_("Afronden gaat altijd naar het dichtstbijzijnde; een half gaat omhoog."),
    )
    rounding_at = forms.ChoiceField(
        label=_("Afronden"), required=False, choices=[NOT_CHOSEN, *Lot.RoundAt.choices]
    )
    ties = RowsField((), _("regel"), label=_("Volgorde bij gelijke stand"), required=False)
    zero_price = forms.ChoiceField(
        label=_("Prijs van 0"), required=False, choices=[NOT_CHOSEN, *Lot.ZeroPrice.choices]
    )
    zero_price_amount = DutchDecimalField(
        label=_("Bedrag voor een prijs van 0 (€)"),
        max_digits=9,
        decimal_places=2,
        min_value=Decimal(0),
        required=False,
    )
    combination = forms.ChoiceField(
        label=_("Scores van beoordelaars samenvoegen"),
        required=False,
        choices=[NOT_CHOSEN, *Lot.Combination.choices],
    )
    falling_away = forms.ChoiceField(
        label=_("Als een inschrijving vervalt"),
        required=False,
        choices=[NOT_CHOSEN, *Lot.FallingAway.choices],
        help_text=_("Verplicht als een score van andere inschrijvingen afhangt."),
    )

    def __init__(self, *, criteria: Sequence[tuple[str, str]], **options: Any) -> None:
        super().__init__(**options)
        chosen = self._chosen_method()
        self.award = next((award for award in AWARDS if award.code == chosen), None)
        offered = [award for award in AWARDS if award.verdict != Verdict.REFUSED or award.code == chosen]
        names = [(award.code, words(award.title)) for award in offered]
        self.fields["award_method"].choices = [NOT_CHOSEN, *names]  # type: ignore[attr-defined]
        self.fields["ties"] = RowsField(
            _tie_columns(criteria), _("regel"), label=_("Volgorde bij gelijke stand"), required=False
        )
        self.fields.update(parameter_fields(self._declared()))

    def close(self) -> None:
        """Show the rule without letting anything be changed."""
        for field in self.fields.values():
            field.disabled = True
            field.widget.attrs["disabled"] = True

    def _chosen_method(self) -> str:
        value = self.data.get("award_method") if self.is_bound else self.initial.get("award_method")
        return str(value or "")

    def _declared(self) -> Sequence[Parameter]:
        return self.award.parameters if self.award else ()

    def parameter_rows(self) -> list[forms.BoundField]:
        return [self[name] for name in parameter_fields(self._declared())]

    def typed(self) -> dict[str, Any]:
        return {field.name: field.data if self.is_bound else field.initial for field in self}

    def values(self) -> dict[str, Any]:
        """The columns of the lot, as they are saved."""
        cleaned = self.cleaned_data
        places = cleaned["rounding_places"]
        return {
            **{name: cleaned[name] for name in COLUMNS},
            "rounding_places": int(places) if places else None,
            "award_parameters": stored_parameters(self._declared(), cleaned),
        }


def _tie_columns(criteria: Sequence[tuple[str, str]]) -> tuple[Column, ...]:
    return (
        Column("by", _("dan beslist"), choices=TIE_RULES),
        Column("criterion", _("welk criterium"), choices=tuple(criteria), optional=True),
    )


def initial_rule(lot: Lot) -> dict[str, Any]:
    columns: Mapping[str, Any] = {name: getattr(lot, name) for name in COLUMNS}
    places = "" if lot.rounding_places is None else str(lot.rounding_places)
    declared = AWARDS[lot.award_method].parameters if lot.award_method in AWARDS else ()
    return {**columns, "rounding_places": places, **shown_parameters(declared, lot.award_parameters)}

"""The own minimum weight of sustainability, as a lawyer records it."""

from decimal import Decimal

from django import forms
from django.utils.translation import gettext_lazy

from tenders.forms.award import DayField
from tenders.forms.bids import without_form_tag
from tenders.forms.fields import DutchDecimalField
from tenders.forms.values import refuse_direction_controls
from tenders.services.policy import Stated


class PolicyForm(forms.Form):
    least = DutchDecimalField(
        label=gettext_lazy("Minimum (%)"),
        help_text=gettext_lazy("Wat duurzaamheid in elk perceel ten minste weegt."),
        max_digits=7,
        decimal_places=4,
        min_value=Decimal(0),
        max_value=Decimal(100),
    )
    valid_from = DayField(
        label=gettext_lazy("Geldt vanaf"), help_text=gettext_lazy("Op zijn vroegst morgen.")
    )
    decided_on = DayField(label=gettext_lazy("Datum van het besluit"))
    decided_by = forms.CharField(
        label=gettext_lazy("Wie besloot"),
        help_text=gettext_lazy("De functie of het orgaan, bijvoorbeeld het college of de directie."),
        max_length=200,
        validators=[refuse_direction_controls],
    )
    reference = forms.CharField(
        label=gettext_lazy("Waar het besluit staat"),
        help_text=gettext_lazy("Kenmerk of vindplaats, zodat een ander het besluit kan lezen."),
        max_length=300,
        validators=[refuse_direction_controls],
    )
    helper = without_form_tag()

    def stated(self) -> Stated:
        """What was filled in, once it is valid."""
        return Stated(**self.cleaned_data)

"""A target for circular buying, as a lawyer records it."""

from decimal import Decimal

from django import forms
from django.utils.translation import gettext_lazy

from tenders.forms.bids import without_form_tag
from tenders.forms.fields import DutchDecimalField, WholeNumberField
from tenders.forms.values import refuse_direction_controls, refuse_unwritable
from tenders.models import OrganisationTarget
from tenders.services.targets import FIRST_YEAR, LAST_YEAR, Stated

MOST_DEVICES = 10_000_000
_CHOOSE = ("", gettext_lazy("– kies –"))


class TargetForm(forms.Form):
    category = forms.ChoiceField(
        label=gettext_lazy("Productgroep"), choices=(_CHOOSE, *OrganisationTarget.Category.choices)
    )
    year = WholeNumberField(
        label=gettext_lazy("Jaar"),
        help_text=gettext_lazy("Het jaar waarin het contract begint."),
        min_value=FIRST_YEAR,
        max_value=LAST_YEAR,
    )
    indicator = forms.ChoiceField(
        label=gettext_lazy("Waarover het gaat"), choices=(_CHOOSE, *OrganisationTarget.Indicator.choices)
    )
    least = DutchDecimalField(
        label=gettext_lazy("Minimum (%)"),
        help_text=gettext_lazy("Van alle apparaten die u dat jaar in deze groep koopt."),
        max_digits=7,
        decimal_places=4,
        min_value=Decimal(0),
        max_value=Decimal(100),
    )
    planned = WholeNumberField(
        label=gettext_lazy("Apparaten die dat jaar worden gekocht"), min_value=1, max_value=MOST_DEVICES
    )
    reference = forms.CharField(
        label=gettext_lazy("Waar het besluit staat"),
        max_length=300,
        validators=[refuse_direction_controls, refuse_unwritable],
    )
    helper = without_form_tag()

    def stated(self) -> Stated:
        """What was filled in, once it is valid."""
        return Stated(**self.cleaned_data)

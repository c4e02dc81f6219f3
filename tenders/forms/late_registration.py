"""After the deadline: the first of two signatures on a bid that takes the place of an earlier one."""

from django import forms
from django.utils.translation import gettext_lazy

from tenders.forms.bids import without_form_tag
from tenders.forms.values import MotivationField, refuse_direction_controls


class SignReplacementForm(forms.Form):
    """The first of two people lets a bid be replaced after the deadline."""

    receipt = forms.CharField(
        label=gettext_lazy("Ontvangstnummer van de eerdere inschrijving"),
        max_length=30,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    reason = MotivationField(
        label=gettext_lazy("Reden"),
        help_text=gettext_lazy(
            "Waarom komt de latere inschrijving pas nu, en waaruit blijkt dat zij op tijd is ingediend? "
            "De reden staat in het proces-verbaal van opening. Noem geen naam en geen prijs."
        ),
        max_length=2_000,
        validators=[refuse_direction_controls],
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    helper = without_form_tag()

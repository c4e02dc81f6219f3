"""Reinstating a bid that fell away: the first signature with the reason, the second with a ruling."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from tenders.forms.award import PartForm, ProseField
from tenders.forms.values import refuse_direction_controls
from tenders.models import Bid


class SignReinstatementForm(PartForm):
    bid = forms.ModelChoiceField(
        label=gettext_lazy("Inschrijving"), queryset=Bid.objects.none(), empty_label=gettext_lazy("– kies –")
    )
    reason = ProseField(
        label=gettext_lazy("Waarom de afwijzing onterecht was"),
        help_text=gettext_lazy("De reden komt in het proces-verbaal en in het dossier."),
    )

    def __init__(self, *args: Any, bids: Sequence[int], **kwargs: Any) -> None:
        """`bids`: the keys of those that fell away."""
        super().__init__(*args, **kwargs)
        field = self.fields["bid"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = Bid.objects.filter(pk__in=bids).select_related("supplier")


class SecondSignatureForm(PartForm):
    ruling = forms.CharField(
        label=gettext_lazy("Uitspraak of zaaknummer"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("Alleen als een rechter of commissie besliste; anders leeg."),
        validators=[refuse_direction_controls],
    )


class SignReadmissionForm(PartForm):
    reason = ProseField(
        label=gettext_lazy("Waarom de inschrijving toch aan de eisen voldoet"),
        help_text=gettext_lazy("De reden komt in het proces-verbaal en in het dossier."),
    )

"""The question about a bid on an earlier version of the documents: did the bidder confirm it?"""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tenders.forms.award import DayField, PartForm, ProseField

CONFIRMED, NOT_CONFIRMED = "yes", "no"


class VersionForm(PartForm):
    """`confirmed_on` goes with a confirmation alone."""

    confirmed = forms.ChoiceField(
        label=gettext_lazy("Heeft de inschrijver de inschrijving op tijd voor die versie bevestigd?"),
        choices=(
            (CONFIRMED, gettext_lazy("Ja, de inschrijver heeft bevestigd")),
            (NOT_CONFIRMED, gettext_lazy("Nee, de inschrijving vervalt")),
        ),
        widget=forms.RadioSelect,
    )
    confirmed_on = DayField(label=gettext_lazy("Bevestigd op"), required=False)
    reason = ProseField(
        label=gettext_lazy("Waaruit dat blijkt"),
        help_text=gettext_lazy(
            "De reden staat in het proces-verbaal van opening, en bij een afwijzing in de brief."
        ),
    )

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        if given.get("confirmed") == CONFIRMED and not given.get("confirmed_on") and "confirmed_on" in given:
            self.add_error("confirmed_on", _("Kies de dag waarop de inschrijver heeft bevestigd."))
        return given

    def answered(self) -> dict[str, Any]:
        """As `answer_version` takes it."""
        given = self.cleaned_data
        is_confirmed = given["confirmed"] == CONFIRMED
        day = given["confirmed_on"] if is_confirmed else None
        return {"is_confirmed": is_confirmed, "confirmed_on": day, "reason": given["reason"]}

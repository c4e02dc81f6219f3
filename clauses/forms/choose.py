"""The page on which the clauses of a draft are chosen from the library."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms
from django.utils.translation import gettext_lazy as _

from clauses.drafts import versions_valid_on
from clauses.models import ClauseVersion


class ChooseClausesForm(forms.Form):
    """The texts that hold on `day` here and those that are in the draft, in the order of a contract."""

    revision = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(
        self,
        *args: Any,
        chosen: Sequence[ClauseVersion],
        day: date,
        organisation: int,
        revision: int,
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        offered = {version.pk: version for version in (*versions_valid_on(day, organisation), *chosen)}
        self._offered = sorted(
            offered.values(), key=lambda each: (each.clause.order, each.clause.code, each.number)
        )
        self.fields["clauses"] = forms.TypedMultipleChoiceField(
            label=_("Clausules"),
            choices=[(version.pk, _described(version)) for version in self._offered],
            coerce=int,
            widget=forms.CheckboxSelectMultiple,
        )
        self.initial = {"revision": revision, "clauses": [version.pk for version in chosen]}
        self.helper = FormHelper()
        self.helper.add_input(Submit("choose", _("Neem deze clausules op")))

    def versions(self) -> list[ClauseVersion]:
        """What was chosen, in the order of a contract; call it on a valid form."""
        wanted = set(self.cleaned_data["clauses"])
        return [version for version in self._offered if version.pk in wanted]


def _described(version: ClauseVersion) -> str:
    clause = version.clause
    return f"{version} – {clause.get_theme_display()}, {clause.get_rung_display()}"

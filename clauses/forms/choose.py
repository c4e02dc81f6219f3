"""The page on which the clauses of a draft are chosen from the library."""

from collections import Counter
from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from clauses.assembly.clause import LibraryClause
from clauses.drafts import versions_valid_on
from clauses.models import ClauseVersion
from clauses.uses import newer_than
from procurement.words import words


class ChooseClausesForm(forms.Form):
    """The texts that hold on `day` here and those that are in the draft, in the order of a contract.

    `removed`: the codes of clauses that a deviation leaves out. `newer`: each text of the draft in whose
    place another one holds now, with that one.
    """

    revision = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(
        self,
        *args: Any,
        chosen: Sequence[ClauseVersion],
        day: date,
        organisation: int,
        revision: int,
        removed: Collection[str] = (),
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        current = versions_valid_on(day, organisation)
        self.newer = [
            (version, later) for version in chosen if (later := newer_than(version, current)) is not None
        ]
        offered = {version.pk: version for version in (*current, *chosen)}
        self._offered = sorted(
            offered.values(), key=lambda each: (each.clause.order, each.clause.code, each.number)
        )
        self.fields["clauses"] = forms.TypedMultipleChoiceField(
            label=_("Clausules"),
            choices=[(version.pk, self._described(version, removed)) for version in self._offered],
            coerce=int,
            widget=forms.CheckboxSelectMultiple,
        )
        self.fields["reason"] = forms.CharField(
            label=_("Waarom u een clausule weglaat"),
            required=False,
            max_length=2000,
            widget=forms.Textarea(attrs={"rows": 3}),
            help_text=_(
                "Nodig als u een clausule weglaat die bij dit contract hoort. Wie goedkeurt, leest dit."
            ),
        )
        self.initial = {"revision": revision, "clauses": [version.pk for version in chosen]}
        self.helper = FormHelper()
        self.helper.add_input(Submit("choose", _("Neem deze clausules op")))

    def clean_clauses(self) -> list[int]:
        """One text of each clause: two of them would say the same thing twice, or not the same."""
        wanted: list[int] = self.cleaned_data["clauses"]
        counted = Counter(version.clause_id for version in self._offered if version.pk in wanted)
        twice = {version.clause_id: version for version in self._offered if counted[version.clause_id] > 1}
        if twice:
            names = ", ".join(f"‘{version.title}’" for version in twice.values())
            told = gettext("Kies van een clausule één versie. Twee versies staan aan van: %(names)s.")
            raise forms.ValidationError(told % {"names": names})
        return wanted

    def versions(self) -> list[ClauseVersion]:
        """What was chosen, in the order of a contract; call it on a valid form."""
        wanted = set(self.cleaned_data["clauses"])
        return [version for version in self._offered if version.pk in wanted]

    def ask_why(self, clauses: Sequence[LibraryClause]) -> None:
        """These are left out without a reason."""
        names = ", ".join(f"‘{words(clause.title)}’" for clause in clauses)
        told = gettext(
            "Deze clausules horen bij dit contract: %(names)s. Kies ze, of schrijf op waarom niet."
        )
        self.add_error("reason", told % {"names": names})

    def _described(self, version: ClauseVersion, removed: Collection[str]) -> str:
        clause = version.clause
        told = [f"{version} – {clause.get_theme_display()}, {clause.get_rung_display()}"]
        if clause.code in removed:
            told.append(f"({gettext('weggelaten met een afwijking')})")
        if any(version == older for older, _later in self.newer):
            told.append(f"({gettext('er is een nieuwere versie')})")
        if any(version == later for _older, later in self.newer):
            told.append(f"({gettext('nieuwer dan in dit concept')})")
        return " ".join(told)

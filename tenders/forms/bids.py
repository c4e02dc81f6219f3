"""An opened bid: its evidence and the outcome of each requirement."""

import unicodedata
from collections.abc import Sequence
from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tenders.forms.values import refuse_direction_controls
from tenders.models import Bid, Evidence, Requirement, RequirementOutcome

YES, NO = "yes", "no"


def without_form_tag() -> FormHelper:
    helper = FormHelper()
    helper.form_tag = False
    return helper


def composed(name: str) -> str:
    """One spelling for a name, however its accents were typed."""
    return unicodedata.normalize("NFC", name)


class EvidenceForm(forms.Form):
    """Which pieces from the supplier's register this bid rests on."""

    evidence = forms.ModelMultipleChoiceField(
        Evidence.objects.none(),
        label=gettext_lazy("Bewijsmiddelen bij deze inschrijving"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    helper = without_form_tag()

    def __init__(self, *args: Any, bid: Bid, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["evidence"]
        assert isinstance(field, forms.ModelMultipleChoiceField)
        field.queryset = Evidence.objects.filter(supplier=bid.supplier_id)
        field.initial = list(bid.evidence.values_list("pk", flat=True))


class OutcomeForm(forms.Form):
    """Does the bid meet each requirement? An unmet one sets the bid aside, so it needs a reason."""

    helper = without_form_tag()

    def __init__(
        self,
        *args: Any,
        requirements: Sequence[Requirement],
        outcomes: Sequence[RequirementOutcome],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.requirements = requirements
        known = {outcome.requirement_id: outcome for outcome in outcomes}
        for requirement in requirements:
            self._add(requirement, known.get(requirement.pk))

    def _add(self, requirement: Requirement, outcome: RequirementOutcome | None) -> None:
        self.fields[f"met-{requirement.pk}"] = forms.ChoiceField(
            label=f"{requirement.code} {requirement.title}",
            help_text=requirement.text,
            required=False,
            choices=((YES, _("Voldoet")), (NO, _("Voldoet niet"))),
            widget=forms.RadioSelect,
            initial=(YES if outcome.met else NO) if outcome else None,
        )
        self.fields[f"reason-{requirement.pk}"] = forms.CharField(
            label=_("Reden bij %(code)s") % {"code": requirement.code},
            required=False,
            max_length=4_000,
            validators=[refuse_direction_controls],
            initial=outcome.reason if outcome else "",
            widget=forms.Textarea(attrs={"rows": 2}),
        )

    def clean(self) -> dict[str, Any]:
        for requirement in self.requirements:
            unmet = self.cleaned_data.get(f"met-{requirement.pk}") == NO
            if unmet and not self.cleaned_data.get(f"reason-{requirement.pk}"):
                names = {"code": requirement.code}
                self.add_error(
                    f"reason-{requirement.pk}",
                    _("Schrijf op waarom de inschrijving niet aan %(code)s voldoet.") % names,
                )
        return self.cleaned_data

    def outcomes(self) -> list[tuple[int, bool, str]]:
        """The requirements that were judged, as `record_outcomes` takes them."""
        given = self.cleaned_data
        return [
            (requirement.pk, given[f"met-{requirement.pk}"] == YES, given[f"reason-{requirement.pk}"])
            for requirement in self.requirements
            if given[f"met-{requirement.pk}"]
        ]

"""One step in the procedure as a button sends it, and the approval of a draft."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from tenders.forms.values import refuse_direction_controls
from tenders.procedure.transitions import TRANSITIONS

REASON_LENGTH = 4_000  # characters


class StepForm(forms.Form):
    lot = forms.IntegerField(min_value=1)
    code = forms.ChoiceField(choices=[(transition.code, transition.code) for transition in TRANSITIONS])
    reason = forms.CharField(required=False, max_length=REASON_LENGTH, validators=[refuse_direction_controls])

    def clean(self) -> dict[str, Any]:
        code = self.cleaned_data.get("code")
        if code and TRANSITIONS[code].needs_reason and not self.cleaned_data.get("reason"):
            self.add_error("reason", _("Schrijf op waarom u dit doet."))
        return self.cleaned_data


class ApprovalForm(forms.Form):
    """The remark of a lawyer who approves; it may stay empty."""

    remark = forms.CharField(required=False, max_length=REASON_LENGTH, validators=[refuse_direction_controls])

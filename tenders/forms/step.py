"""One step in the procedure as a button sends it, and the approval of a draft."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from tenders.assessment.motivation import words_of
from tenders.forms.values import refuse_direction_controls
from tenders.procedure.transitions import TRANSITIONS

REASON_LENGTH = 4_000  # characters
LEAST_WORDS = 5  # of a reason that every bidder reads


class StepForm(forms.Form):
    lot = forms.IntegerField(min_value=1)
    code = forms.ChoiceField(choices=[(transition.code, transition.code) for transition in TRANSITIONS])
    reason = forms.CharField(required=False, max_length=REASON_LENGTH, validators=[refuse_direction_controls])

    def clean(self) -> dict[str, Any]:
        code, reason = self.cleaned_data.get("code"), self.cleaned_data.get("reason") or ""
        if code and TRANSITIONS[code].needs_reason and not reason:
            self.add_error("reason", _("Schrijf op waarom u dit doet."))
        elif code and TRANSITIONS[code].bidders_read_reason and len(words_of(reason)) < LEAST_WORDS:
            text = _("Elke inschrijver leest deze reden. Schrijf in minstens %(count)s woorden wat er is.")
            self.add_error("reason", text % {"count": LEAST_WORDS})
        return self.cleaned_data


class ApprovalForm(forms.Form):
    """The remark of a lawyer who approves; it may stay empty."""

    remark = forms.CharField(required=False, max_length=REASON_LENGTH, validators=[refuse_direction_controls])

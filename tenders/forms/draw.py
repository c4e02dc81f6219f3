"""Recording a drawing of lots between bids that stand equal."""

from collections.abc import Sequence
from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tenders.forms.values import refuse_direction_controls


class DrawForm(forms.Form):
    """Which bid was drawn first, second and so on, and who held the draw."""

    held_by = forms.CharField(
        label=gettext_lazy("Uitgevoerd door"),
        max_length=200,
        help_text=gettext_lazy("Naam en functie, bijvoorbeeld de notaris."),
        validators=[refuse_direction_controls],
    )

    def __init__(self, *args: Any, codes: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.places = [f"place-{number}" for number in range(1, len(codes) + 1)]
        choices = [("", _("– kies –")), *((code, code) for code in codes)]
        fields = {name: self._place(number, choices) for number, name in enumerate(self.places, 1)}
        self.fields = fields | self.fields

    def _place(self, number: int, choices: Sequence[tuple[str, str]]) -> forms.ChoiceField:
        return forms.ChoiceField(
            label=_("Getrokken als nummer %(number)s") % {"number": number}, choices=choices
        )

    def clean(self) -> dict[str, Any]:
        chosen = [self.cleaned_data[name] for name in self.places if name in self.cleaned_data]
        if len(chosen) != len(set(chosen)):
            self.add_error(
                None, _("Een inschrijving staat er twee keer in. Kies elke inschrijving één keer.")
            )
        return self.cleaned_data

    def order(self) -> list[str]:
        return [self.cleaned_data[name] for name in self.places]

"""A piece of evidence in the register of a supplier: its dates in order and its value as a number."""

from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tenders.forms.values import NumberValueField, number_shown
from tenders.models import Evidence

PERCENTAGES = (Evidence.Kind.REFURBISHED_SHARE, Evidence.Kind.TAKE_BACK, Evidence.Kind.SECOND_LIFE)
HUNDRED = Decimal(100)


class NotNegativeField(NumberValueField):
    """A number of zero or more in Dutch notation; the cleaned value is its canonical text."""

    def to_python(self, value: object) -> str:
        text = super().to_python(value)
        if text.startswith("-"):
            raise ValidationError(_("Vul 0 of meer in."))
        return text


class RegisterForm(forms.ModelForm):  # type: ignore[type-arg]
    value = NotNegativeField(
        label=gettext_lazy("Waarde"),
        required=False,
        max_length=40,
        help_text=gettext_lazy("Getal, bijvoorbeeld 35 bij 35%."),
    )

    class Meta:
        model = Evidence
        fields = (
            "supplier",
            "kind",
            "title",
            "number",
            "body",
            "accredited",
            "scope",
            "covers_performance",
            "value",
            "valid_from",
            "valid_until",
            "source",
            "equivalent_of",
            "checked_on",
        )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.initial["value"] = number_shown(self.instance.value) if self.instance.value else ""

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        starts, ends = given.get("valid_from"), given.get("valid_until")
        if starts and ends and ends < starts:
            self.add_error("valid_until", _("Deze dag ligt vóór ‘geldig vanaf’. Controleer beide data."))
        if given.get("kind") in PERCENTAGES and Decimal(given.get("value") or 0) > HUNDRED:
            self.add_error("value", _("Een percentage is 100 of minder."))
        return given

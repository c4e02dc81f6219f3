"""The blanks of a proposed clause, one small form each; an empty one does not count."""

from collections.abc import Sequence
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div, Layout
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clauses.assembly.variables import KINDS, NUMERIC, SOURCES, Variable
from procurement import numbers

MOST = 40
EXTRA = 2

KIND_WORDS = {
    "text": gettext_lazy("tekst"),
    "number": gettext_lazy("getal"),
    "money": gettext_lazy("bedrag in euro"),
    "percentage": gettext_lazy("percentage"),
    "date": gettext_lazy("datum"),
    "choice": gettext_lazy("keuze"),
}
SOURCE_WORDS = {
    "buyer": gettext_lazy("de inkoper"),
    "tender": gettext_lazy("de aanbesteding"),
    "bid": gettext_lazy("de inschrijving"),
}


def _words(label: Any, *, required: bool = False, longest: int = 200, help_text: Any = "") -> forms.CharField:
    return forms.CharField(label=label, max_length=longest, required=required, help_text=help_text)


class BlankForm(forms.Form):
    name = _words(gettext_lazy("Naam in de tekst"), longest=60, required=True)
    kind = forms.ChoiceField(
        label=gettext_lazy("Soort"), choices=[(each, KIND_WORDS[each]) for each in KINDS]
    )
    source = forms.ChoiceField(
        label=gettext_lazy("Wie kent de waarde"), choices=[(each, SOURCE_WORDS[each]) for each in SOURCES]
    )
    label_nl = _words(gettext_lazy("Vraag"), required=True)
    label_en = _words(gettext_lazy("Vraag in het Engels"), required=True)
    unit_nl = _words(gettext_lazy("Eenheid"))
    unit_en = _words(gettext_lazy("Eenheid in het Engels"))
    minimum = _words(gettext_lazy("Ten minste"), longest=30)
    maximum = _words(gettext_lazy("Ten hoogste"), longest=30)
    whole = forms.BooleanField(label=gettext_lazy("Alleen hele getallen"), required=False)
    options = forms.CharField(
        label=gettext_lazy("Keuzes"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Eén per regel: code = Nederlands / Engels."),
    )
    default = _words(gettext_lazy("Standaardwaarde"))
    default_because_nl = _words(gettext_lazy("Waarom die waarde eerlijk is"), longest=500)
    default_because_en = _words(gettext_lazy("Waarom, in het Engels"), longest=500)

    def clean_minimum(self) -> str:
        return _number(self.cleaned_data["minimum"])

    def clean_maximum(self) -> str:
        return _number(self.cleaned_data["maximum"])

    def clean_options(self) -> list[dict[str, object]]:
        lines = self.cleaned_data["options"].splitlines()
        return [_option(number, line) for number, line in enumerate(lines, start=1) if line.strip()]

    def declaration(self) -> dict[str, object]:
        """The table `[[variables]]` of the head; call it on a valid form."""
        given = self.cleaned_data
        table: dict[str, object] = {name: given[name] for name in ("name", "kind", "source")}
        for name in ("label", "unit", "default_because"):
            both = {"nl": given[f"{name}_nl"], "en": given[f"{name}_en"]}
            if any(both.values()):
                table[name] = both
        table |= {name: given[name] for name in ("minimum", "maximum", "default") if given[name]}
        if given["whole"]:
            table["whole"] = True
        return table | ({"options": given["options"]} if given["options"] else {})


def _number(typed: str) -> str:
    try:
        return numbers.plain(numbers.parse_dutch(typed)) if typed else ""
    except numbers.NotANumber as error:
        raise ValidationError(error.message.nl) from None


def _option(number: int, line: str) -> dict[str, object]:
    code, _equals, label = (part.strip() for part in line.partition("="))
    dutch, _slash, english = (part.strip() for part in label.partition("/"))
    if not (code and dutch and english):
        raise ValidationError(_("Regel %(line)s: schrijf code = Nederlands / Engels.") % {"line": number})
    return {"code": code, "label": {"nl": dutch, "en": english}}


class BlankForms(forms.BaseFormSet):  # type: ignore[type-arg]
    @property
    def helper(self) -> FormHelper:
        helper = FormHelper()
        helper.form_tag = False
        helper.disable_csrf = True
        helper.layout = Layout(
            Div("name", "kind", "source", css_class="columns"),
            Div("label_nl", "label_en", css_class="columns"),
            Div("unit_nl", "unit_en", css_class="columns"),
            Div("minimum", "maximum", "whole", css_class="columns"), "options",
            "default", Div("default_because_nl", "default_because_en", css_class="columns"), "DELETE",
        )  # fmt: skip
        return helper

    def declarations(self) -> list[dict[str, object]]:
        """Those that were filled in and not deleted; call it on a valid formset."""
        return [
            form.declaration()
            for form in self.forms
            if form.has_changed() and form not in self.deleted_forms and form.cleaned_data.get("name")
        ]


blank_forms = forms.formset_factory(
    BlankForm, formset=BlankForms, extra=EXTRA, max_num=MOST, absolute_max=MOST, can_delete=True
)


def initial_blanks(variables: Sequence[Variable]) -> list[dict[str, object]]:
    return [_initial(variable) for variable in variables]


def _initial(variable: Variable) -> dict[str, object]:
    numeric = variable.kind in NUMERIC
    unit, because = variable.unit, variable.default_because
    return {
        "name": variable.name,
        "kind": variable.kind,
        "source": variable.source,
        "label_nl": variable.label.nl,
        "label_en": variable.label.en,
        "unit_nl": unit.nl if unit else "",
        "unit_en": unit.en if unit else "",
        "minimum": "" if variable.minimum is None else numbers.dutch(variable.minimum),
        "maximum": "" if variable.maximum is None else numbers.dutch(variable.maximum),
        "whole": numeric and variable.whole,
        "options": "\n".join(f"{each.code} = {each.label.nl} / {each.label.en}" for each in variable.options),
        "default": variable.default,
        "default_because_nl": because.nl if because else "",
        "default_because_en": because.en if because else "",
    }

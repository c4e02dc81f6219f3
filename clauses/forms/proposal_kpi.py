"""The KPI of a clause in the editor: what is measured, and what makes it one of the obligations."""

from collections.abc import Mapping
from typing import Any

from crispy_forms.layout import Div, Fieldset
from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clauses.assembly.clause import LibraryClause
from clauses.assembly.duties import duties_of, head_kpi, whole_provision
from clauses.assembly.duty import Duty
from clauses.assembly.schedule import Rhythm
from clauses.assembly.timing_words import DIRECTION_WORDS, RHYTHM_WORDS
from procurement.language import Text
from procurement.words import lazy_words

MEASURED = ("kpi_provision", "kpi_direction", "kpi_every", "kpi_proof_nl", "kpi_proof_en")
"""Filled in together, or left to what the text from which this one starts says."""
_RHYTHMS: tuple[Rhythm, ...] = ("quarter", "reporting-year", "delivery", "version", "start", "end", "event")
"""Those that need no day or interval besides."""
_CHOOSE = [("", "–")]


def _line(label: Any, longest: int = 200, help_text: Any = "") -> forms.CharField:
    return forms.CharField(label=label, max_length=longest, required=False, help_text=help_text)


class KpiForm(forms.Form):
    """What belongs to the KPI in the head of a clause; all of it may be empty."""

    kpi_title_nl = _line(gettext_lazy("Wat gemeten wordt (KPI)"))
    kpi_title_en = _line(gettext_lazy("KPI in het Engels"))
    kpi_unit_nl = _line(gettext_lazy("Eenheid van de KPI"))
    kpi_unit_en = _line(gettext_lazy("Eenheid in het Engels"))
    kpi_variable = _line(gettext_lazy("Invulplek met de streefwaarde"), 60)
    kpi_provision = forms.IntegerField(
        label=gettext_lazy("Lid waarin de KPI staat"),
        min_value=1,
        required=False,
        help_text=gettext_lazy(
            "Het nummer van het lid. Blijft de KPI zoals in de tekst waarvan u uitgaat? Laat dit vak en de "
            "volgende vier dan leeg."
        ),
    )
    kpi_direction = forms.ChoiceField(
        label=gettext_lazy("De waarde is"),
        required=False,
        choices=[*_CHOOSE, *((code, lazy_words(text)) for code, text in DIRECTION_WORDS.items())],
    )
    kpi_every = forms.ChoiceField(
        label=gettext_lazy("Hoe vaak gemeten"),
        required=False,
        choices=[*_CHOOSE, *((code, lazy_words(RHYTHM_WORDS[code])) for code in _RHYTHMS)],
    )
    kpi_proof_nl = _line(gettext_lazy("Waarmee de opdrachtnemer het aantoont"))
    kpi_proof_en = _line(gettext_lazy("Waarmee, in het Engels"))

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if any(given.get(name) for name in MEASURED):
            for name in MEASURED:
                if not given.get(name) and name not in self.errors:
                    self.add_error(name, _("Vul dit ook in, of laat alle vijf de vakken leeg."))
        return given


def kpi_fieldset() -> Fieldset:
    return Fieldset(_("KPI"), Div("kpi_title_nl", "kpi_title_en", css_class="columns"),
                    Div("kpi_unit_nl", "kpi_unit_en", "kpi_variable", css_class="columns"),
                    Div("kpi_provision", "kpi_direction", "kpi_every", css_class="columns"),
                    Div("kpi_proof_nl", "kpi_proof_en", css_class="columns"))  # fmt: skip


def typed_kpi(given: Mapping[str, Any], clause: LibraryClause) -> Duty | None:
    """The duty to measure the KPI of this clause, as typed; None where nothing was."""
    number = given["kpi_provision"]
    if clause.kpi is None or not number or number > len(clause.nl):
        return None
    return Duty(
        kind="kpi",
        provision=number,
        words=whole_provision(clause.nl[number - 1]),
        rhythm=given["kpi_every"],
        title=None,
        direction=given["kpi_direction"],
        proof=Text(nl=given["kpi_proof_nl"].strip(), en=given["kpi_proof_en"].strip()),
    )


def kpi_fault(given: Mapping[str, Any], clause: LibraryClause) -> str:
    """What keeps the KPI of this clause out of the list of obligations; empty where nothing does."""
    number = given["kpi_provision"]
    if number and number > len(clause.nl):
        return _("De tekst heeft geen lid %(number)s.") % {"number": number}
    if number and clause.kpi is None:
        return _("Zeg ook wat er gemeten wordt, of laat alle vakken van de KPI leeg.")
    if clause.kpi is not None and head_kpi(duties_of(clause)) is None:
        return _(
            "Deze KPI staat straks niet in de afspraken. Vul in in welk lid zij staat, hoe vaak zij wordt "
            "gemeten en waarmee de opdrachtnemer haar aantoont."
        )
    return ""


def initial_kpi(duty: Duty | None) -> dict[str, Any]:
    """The fields for a duty as it was typed."""
    if duty is None or duty.proof is None:
        return {}
    return {
        "kpi_provision": duty.provision,
        "kpi_direction": duty.direction,
        "kpi_every": duty.rhythm,
        "kpi_proof_nl": duty.proof.nl,
        "kpi_proof_en": duty.proof.en,
    }

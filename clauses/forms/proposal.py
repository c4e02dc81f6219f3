"""The editor of a clause: the head as fields, the text in the small mark-up of `docs/clauses.md`."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div, Fieldset, Layout
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clauses.assembly.clause import APPROVERS
from clauses.assembly.facts import FACTS
from clauses.assembly.head import HIGHEST_AMBITION
from clauses.assembly.markdown import WrongText, provisions
from clauses.forms.proposal_kpi import KpiForm, kpi_fieldset
from clauses.models import rung_choices, theme_choices
from procurement.citations import CITATIONS
from procurement.language import Text
from procurement.words import lazy_words, words

LONGEST_TEXT = 20_000
ALWAYS, AS_IT_WAS = "always", "as-it-was"
CRITERIA = {
    "climate": Text(nl="Klimaat", en="Climate"),
    "energy": Text(nl="Energie", en="Energy"),
    "circularity": Text(nl="Circulariteit", en="Circularity"),
    "materials": Text(nl="Materialen", en="Materials"),
    "water": Text(nl="Water", en="Water"),
    "supply-chain": Text(nl="Keten", en="Supply chain"),
    "data": Text(nl="Gegevens", en="Data"),
    "reporting": Text(nl="Rapportage", en="Reporting"),
}
"""The themes of award criteria whose promises a clause can hold, in the order of the page."""


def _words(label: Any, *, required: bool = True, longest: int = 200, **more: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=longest, required=required, **more)


def _long(
    label: Any, rows: int, *, required: bool = True, longest: int = 1000, help_text: Any = ""
) -> forms.CharField:
    area = forms.Textarea(attrs={"rows": rows, "maxlength": longest})
    return forms.CharField(
        label=label, max_length=longest, required=required, widget=area, help_text=help_text, strip=False
    )


def _day(label: Any, help_text: Any = "") -> forms.DateField:
    return forms.DateField(
        label=label, widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}), help_text=help_text
    )


class ProposalForm(KpiForm):
    """`keeps_condition`: the text starts from one with a condition of its own, which can be kept."""

    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)
    title_nl = _words(gettext_lazy("Titel"))
    title_en = _words(gettext_lazy("Titel in het Engels"))
    purpose_nl = _long(gettext_lazy("Waarvoor is deze clausule"), 2)
    purpose_en = _long(gettext_lazy("Waarvoor, in het Engels"), 2)
    reason = _long(
        gettext_lazy("Waarom wilt u deze tekst"),
        2,
        help_text=gettext_lazy("Wie goedkeurt, leest dit. Wijkt u af van de bibliotheek? Schrijf op waarom."),
    )
    theme = forms.ChoiceField(label=gettext_lazy("Thema"), choices=theme_choices)
    criteria = forms.MultipleChoiceField(
        label=gettext_lazy("Houdt toezeggingen vast over"),
        required=False,
        choices=[(code, lazy_words(label)) for code, label in CRITERIA.items()],
        widget=forms.CheckboxSelectMultiple,
    )
    basis = _long(
        gettext_lazy("Grondslag"),
        3,
        help_text=gettext_lazy("Eén code per regel, zoals aw2012:2.80. De codes staan bij Bronnen."),
    )
    ambition = forms.TypedChoiceField(
        label=gettext_lazy("Ambitie"),
        coerce=int,
        choices=[(number, str(number)) for number in range(HIGHEST_AMBITION + 1)],
    )
    order = forms.IntegerField(
        label=gettext_lazy("Plaats in het contract"),
        min_value=1,
        max_value=9999,
        help_text=gettext_lazy("Een laag getal komt eerst."),
    )
    condition = forms.ChoiceField(label=gettext_lazy("Hoort in een contract"))
    rung = forms.ChoiceField(label=gettext_lazy("Trede"), choices=rung_choices)
    instead_of = forms.SlugField(
        label=gettext_lazy("In plaats van"),
        max_length=60,
        required=False,
        help_text=gettext_lazy("Alleen bij een lagere trede: de code van de clausule die zij vervangt."),
    )
    approver = forms.ChoiceField(
        label=gettext_lazy("Wie keurt het gebruik goed"),
        choices=[(each.code, lazy_words(each.label)) for each in APPROVERS],
    )
    valid_from = _day(gettext_lazy("Geldig vanaf"))
    review_by = _day(gettext_lazy("Opnieuw bekijken voor"), gettext_lazy("Binnen 18 maanden."))
    text_nl = _long(
        gettext_lazy("Tekst"),
        14,
        longest=LONGEST_TEXT,
        help_text=gettext_lazy(
            "Eén genummerde lijst. **vet**, {…} voor een invulplek en [#code] zijn de enige tekens."
        ),
    )
    text_en = _long(gettext_lazy("Tekst in het Engels"), 14, longest=LONGEST_TEXT)

    def __init__(self, *args: Any, keeps_condition: bool = False, **options: Any) -> None:
        super().__init__(*args, **options)
        condition = self.fields["condition"]
        assert isinstance(condition, forms.ChoiceField)
        condition.choices = [*_kept(keeps_condition), (ALWAYS, _("Altijd")), *_questions()]
        self.helper = _helper()

    def clean_basis(self) -> list[str]:
        lines = self.cleaned_data["basis"].splitlines()
        codes = [(number, line.strip()) for number, line in enumerate(lines, start=1) if line.strip()]
        for number, code in codes:
            if code not in CITATIONS:
                raise ValidationError(
                    _("Regel %(line)s: %(code)s staat niet bij de bronnen.") % {"line": number, "code": code}
                )
        return [code for _number, code in codes]

    def clean_text_nl(self) -> str:
        return _readable(self.cleaned_data["text_nl"])

    def clean_text_en(self) -> str:
        return _readable(self.cleaned_data["text_en"])


def _readable(text: str) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    try:
        provisions(text)
    except WrongText as error:
        raise ValidationError(on_line(error.line, error.message)) from None
    return text


def on_line(line: int, message: Text) -> str:
    return _("Regel %(line)s: %(message)s") % {"line": line, "message": words(message)}


def _kept(keeps: bool) -> list[tuple[str, str]]:
    return [(AS_IT_WAS, _("Zoals in de tekst waarvan u uitgaat"))] if keeps else []


def _questions() -> list[tuple[str, str]]:
    return [
        (f"{fact.code}:{answer.code}", f"{words(fact.question)} {words(answer.label)}")
        for fact in FACTS
        for answer in fact.answers
    ]


def _helper() -> FormHelper:
    helper = FormHelper()
    helper.form_tag = False
    helper.disable_csrf = True
    helper.layout = Layout(
        "revision",
        Fieldset(_("Naam en doel"), Div("title_nl", "title_en", css_class="columns"),
                 Div("purpose_nl", "purpose_en", css_class="columns"), "reason"),
        Fieldset(_("Tekst"), Div("text_nl", "text_en", css_class="columns")),
        Fieldset(_("Plaats en grondslag"), Div("theme", "ambition", "order", css_class="columns"),
                 "condition", "basis", "criteria"),
        Fieldset(_("Trede en geldigheid"), Div("rung", "instead_of", "approver", css_class="columns"),
                 Div("valid_from", "review_by", css_class="columns")),
        kpi_fieldset(),
    )  # fmt: skip
    return helper

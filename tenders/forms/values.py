"""Form fields for what a bid offers: typed as Dutch people write it, cleaned to the canonical text."""

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from procurement.direction_controls import turns_direction
from procurement.numbers import NotANumber, decimals, dutch, parse, parse_dutch, plain
from procurement.words import words
from tenders.figures import figure
from tenders.models import Criterion
from tenders.scoring.files.fields import unwritable

MOTIVATION_LENGTH = 4_000  # characters; fits a cell of a workbook with room to spare

LABEL_CHOICES = (
    ("label", gettext_lazy("Keurmerk")),
    ("equivalent", gettext_lazy("Gelijkwaardig bewijs")),
    ("none", gettext_lazy("Geen bewijs")),
)
YES_NO_CHOICES = (("yes", gettext_lazy("Ja")), ("no", gettext_lazy("Nee")))
NUMBER_KINDS = (Criterion.Kind.PRICE, Criterion.Kind.QUANTITY)


def refuse_direction_controls(text: str) -> None:
    """Invisible characters that turn the reading direction can make a text say something else."""
    if turns_direction(text):
        raise ValidationError(
            _("Deze tekst bevat onzichtbare tekens die de leesrichting omkeren. Typ hem opnieuw.")
        )


def refuse_unwritable(text: str) -> None:
    """What no document can hold, and what a publication could not be read back with."""
    wrong = unwritable(text)
    if wrong is not None:
        raise ValidationError(words(wrong))


class NumberValueField(forms.CharField):
    """A number in Dutch notation; the cleaned value is its canonical text, or "" when empty."""

    def to_python(self, value: object) -> str:
        text = str(super().to_python(value) or "")
        if not text:
            return ""
        try:
            return plain(parse_dutch(text))
        except NotANumber as wrong:
            raise ValidationError(words(wrong.message)) from wrong


def number_shown(canonical: str) -> str:
    """A stored number as it stands in the field; a text that is no number stays as it is."""
    try:
        return dutch(parse(canonical))
    except NotANumber:
        return canonical


def number_echo(canonical: str, criterion: Criterion) -> str:
    """How a number was read, beyond doubt: "99.995" typed comes back as "€ 99.995,00"."""
    try:
        number = parse(canonical)
    except NotANumber:
        return canonical
    if criterion.kind == Criterion.Kind.PRICE:
        return f"€ {dutch(number, max(2, decimals(number)))}"
    return f"{dutch(number, max(1, decimals(number)))} {criterion.unit}".strip()


def choices_of(criterion: Criterion) -> list[tuple[str, str]]:
    """The codes that a bid may state, with their words."""
    if criterion.kind == Criterion.Kind.LABEL:
        return [(code, str(label)) for code, label in LABEL_CHOICES]
    if criterion.kind == Criterion.Kind.YES_NO:
        return [(code, str(label)) for code, label in YES_NO_CHOICES]
    return [(level.code, level.title) for level in criterion.levels.all()]


def value_shown(value: str, criterion: Criterion) -> str:
    """A stored value in words or in Dutch notation."""
    if not value:
        return _("leeg")
    if criterion.kind in NUMBER_KINDS:
        return number_echo(value, criterion)
    return dict(choices_of(criterion)).get(value, value)


def value_field(criterion: Criterion, *, name: str) -> forms.Field:
    """The field for one cell of the grid; `name` is what a screen reader calls it."""
    if criterion.kind in NUMBER_KINDS:
        return _number_field(name)
    return forms.ChoiceField(
        label=name,
        required=False,
        choices=[("", _("– kies –")), *choices_of(criterion)],
        widget=forms.Select(attrs={"class": "form-select", "aria-label": name}),
    )


def judging_field(criterion: Criterion) -> forms.Field:
    """The field on the page of one criterion: the described levels are the choices."""
    if criterion.kind in NUMBER_KINDS:
        return _number_field(_("Waarde"))
    choices = [("", _("Nog niet beoordeeld")), *_described_choices(criterion)]
    return forms.ChoiceField(label=_("Oordeel"), required=False, choices=choices, widget=forms.RadioSelect)


def _described_choices(criterion: Criterion) -> list[tuple[str, str]]:
    if criterion.kind != Criterion.Kind.SCALE:
        return choices_of(criterion)
    return [
        (level.code, f"{level.title} ({figure(level.share)}%): {level.description}")
        for level in criterion.levels.all()
    ]


def _number_field(name: str) -> forms.Field:
    attributes = {
        "class": "form-control number",
        "inputmode": "decimal",
        "autocomplete": "off",
        "aria-label": name,
    }
    return NumberValueField(label=name, required=False, widget=forms.TextInput(attrs=attributes))


class MotivationField(forms.CharField):
    """Free text; browsers send a line end as two characters, one is kept."""

    def to_python(self, value: object) -> str:
        return str(super().to_python(value) or "").replace("\r\n", "\n")


def motivation_field(name: str) -> MotivationField:
    return MotivationField(
        label=name,
        required=False,
        validators=[MaxLengthValidator(MOTIVATION_LENGTH), refuse_direction_controls],
        widget=forms.Textarea(attrs={"class": "form-control", "rows": 2, "aria-label": name}),
    )

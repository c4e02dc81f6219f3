"""The text of a nota van inlichtingen: questions with their answers, and the grounds of a change."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from tenders.forms.moments import MomentField
from tenders.forms.values import refuse_direction_controls
from tenders.models import Clarification
from tenders.services.clarifications import Asked, Grounds

SPARE_QUESTIONS = 2
MOST_QUESTIONS = 500
WEIGHTS = (
    ("", _("Nog niet beslist")),
    ("yes", _("Ja, de stukken wijzigen aanzienlijk")),
    ("no", _("Nee")),
)

WEIGHT_CODES: dict[bool | None, str] = {True: "yes", False: "no", None: ""}


class QuestionForm(forms.Form):
    """One question, without the name of who asked it. A row with nothing in it is left out."""

    place = forms.CharField(
        label=_("Document en plaats"), max_length=200, required=False, validators=[refuse_direction_controls]
    )
    question = forms.CharField(
        label=_("Vraag"),
        required=False,
        validators=[refuse_direction_controls],
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    answer = forms.CharField(
        label=_("Antwoord"),
        required=False,
        validators=[refuse_direction_controls],
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if (given.get("place") or given.get("answer")) and not given.get("question"):
            self.add_error("question", ValidationError(_("Schrijf de vraag op, of maak deze rij leeg.")))
        return given


QuestionFormSet = forms.formset_factory(QuestionForm, extra=SPARE_QUESTIONS, max_num=MOST_QUESTIONS)


class GroundsForm(forms.Form):
    """Why the documents or the deadline change. What is compulsory is asked at publication."""

    reason = forms.CharField(
        label=_("Reden van de wijziging"),
        required=False,
        validators=[refuse_direction_controls],
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Verplicht als de stukken of het uiterste tijdstip wijzigen."),
    )
    is_substantial = forms.ChoiceField(
        label=_("Wijzigen de stukken aanzienlijk?"),
        required=False,
        choices=WEIGHTS,
        help_text=_("Aanzienlijk is wat een ondernemer anders had laten besluiten of rekenen."),
    )
    why_not_substantial = forms.CharField(
        label=_("Waarom de wijziging niet aanzienlijk is"),
        required=False,
        validators=[refuse_direction_controls],
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_(
            "Verplicht als criteria, wegingen, methoden of schalen wijzigen en u dat niet aanzienlijk noemt. "
            "De reden staat in de nota."
        ),
    )
    new_deadline = MomentField(label=_("Nieuw uiterste tijdstip van inschrijving"), required=False)

    def grounds(self) -> Grounds:
        given = self.cleaned_data
        return Grounds(
            reason=given["reason"],
            is_substantial={"yes": True, "no": False}.get(given["is_substantial"]),
            why_not_substantial=given["why_not_substantial"],
            new_deadline=given["new_deadline"],
        )


class ClarificationText:
    """The two parts of the page together: valid when both are."""

    def __init__(self, row: Clarification, data: Any = None) -> None:
        stored = row.questions.order_by("position", "pk").values("place", "question", "answer")
        self.questions = QuestionFormSet(data, initial=None if data else list(stored), prefix="question")
        weight = WEIGHT_CODES[row.is_substantial]
        self.grounds = GroundsForm(
            data,
            initial={
                "reason": row.reason,
                "is_substantial": weight,
                "why_not_substantial": row.why_not_substantial,
                "new_deadline": row.new_deadline,
            },
            prefix="grounds",
        )

    def is_valid(self) -> bool:
        return all([self.questions.is_valid(), self.grounds.is_valid()])

    def asked(self) -> list[Asked]:
        filled = (form.cleaned_data for form in self.questions if form.cleaned_data.get("question"))
        return [Asked(place=row["place"], question=row["question"], answer=row["answer"]) for row in filled]

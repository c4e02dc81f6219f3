"""What is filled in between the ranking and the contract."""

from collections.abc import Sequence
from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tenders.forms.values import refuse_direction_controls, refuse_unwritable
from tenders.models import Bid, FallenBid, Inquiry, Proceedings, StandstillWaiver
from tenders.services.verification import Seen

LONGEST_TEXT = 10_000  # characters


class DayField(forms.DateField):
    """A day, by the calendar of the browser."""

    def __init__(self, **options: Any) -> None:
        widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
        super().__init__(widget=widget, input_formats=("%Y-%m-%d", "%d-%m-%Y"), **options)


class ProseField(forms.CharField):
    """Text of some lines."""

    def __init__(self, *, rows: int = 3, **options: Any) -> None:
        super().__init__(
            widget=forms.Textarea(attrs={"rows": rows}),
            max_length=LONGEST_TEXT,
            validators=[refuse_unwritable],
            **options,
        )


class PartForm(forms.Form):
    """One of several forms on a page; the page draws the button."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True


class _OfBid(PartForm):
    bid = forms.ModelChoiceField(
        label=gettext_lazy("Inschrijving"), queryset=Bid.objects.none(), empty_label=gettext_lazy("– kies –")
    )

    def __init__(self, *args: Any, bids: Sequence[Bid], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["bid"].queryset = Bid.objects.filter(  # type: ignore[attr-defined]
            pk__in=[bid.pk for bid in bids]
        ).select_related("supplier")


class QuestionForm(_OfBid):
    question = ProseField(
        rows=6,
        label=gettext_lazy("Vraag aan de inschrijver"),
        help_text=gettext_lazy("Noem de onderdelen die opvallen. Noem geen prijs van een ander."),
    )
    answer_by = DayField(
        label=gettext_lazy("Antwoord uiterlijk op"),
        help_text=gettext_lazy("Geef de inschrijver genoeg tijd."),
    )


class NoQuestionForm(_OfBid):
    reason = ProseField(
        label=gettext_lazy("Waarom geen vraag nodig is"),
        help_text=gettext_lazy("De reden komt in het dossier."),
    )


class AnswerForm(PartForm):
    answer = ProseField(
        label=gettext_lazy("Toelichting van de inschrijver"),
        help_text=gettext_lazy("Neem de toelichting over, of vat haar samen en noem de bijlagen."),
    )


class JudgementForm(PartForm):
    outcome = forms.ChoiceField(label=gettext_lazy("Oordeel"))
    reason = ProseField(
        label=gettext_lazy("Reden van het oordeel"),
        help_text=gettext_lazy("Bij een afwijzing komt de reden in de brief en in het proces-verbaal."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", _("– kies –")), *Inquiry.Outcome.choices]
        self.fields["outcome"].choices = choices  # type: ignore[attr-defined]


class CheckForm(PartForm):
    """One piece of proof; `is_evidence`: a document with an end date, or one that says it has none."""

    verdict = forms.ChoiceField(label=gettext_lazy("Oordeel"), widget=forms.RadioSelect)
    reason = ProseField(
        rows=2,
        label=gettext_lazy("Wat u zag"),
        help_text=gettext_lazy("Welk stuk, van wie, en wat het zegt. Klopt het niet: wat er niet klopt."),
    )
    seen_on = DayField(label=gettext_lazy("Gezien op"))
    valid_until = DayField(label=gettext_lazy("Geldig tot en met"), required=False)
    has_no_end = forms.BooleanField(
        label=gettext_lazy("Dit bewijsmiddel heeft geen einddatum"), required=False
    )
    renewal = ProseField(
        rows=2,
        required=False,
        label=gettext_lazy("Afspraak over vernieuwing"),
        help_text=gettext_lazy("Verplicht als het bewijs vóór het einde van het contract verloopt."),
    )

    def __init__(self, *args: Any, is_evidence: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("right", _("klopt")), ("wrong", _("klopt niet"))]
        self.fields["verdict"].choices = choices  # type: ignore[attr-defined]
        if not is_evidence:
            del self.fields["has_no_end"]

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        if given.get("has_no_end") and given.get("valid_until"):
            self.add_error("has_no_end", _("Vul een einddatum in, of kies dat er geen is. Niet allebei."))
        return given

    def seen(self) -> Seen:
        given = self.cleaned_data
        return Seen(
            is_right=given["verdict"] == "right",
            words=given["reason"],
            on=given["seen_on"],
            valid_until=given["valid_until"],
            has_no_end=given.get("has_no_end", False),
            renewal=given["renewal"],
        )


class FallForm(_OfBid):
    cause = forms.ChoiceField(label=gettext_lazy("Oorzaak"))
    reason = ProseField(
        label=gettext_lazy("Reden"),
        help_text=gettext_lazy("De reden komt in de brief en in het proces-verbaal."),
    )
    sure = forms.BooleanField(
        label=gettext_lazy("Ik weet dat alleen twee personen samen dit nog kunnen herstellen")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        causes = [each for each in FallenBid.Cause.choices if each[0] != FallenBid.Cause.LOW]
        self.fields["cause"].choices = [("", _("– kies –")), *causes]  # type: ignore[attr-defined]


class ProceedingsForm(PartForm):
    started_on = DayField(label=gettext_lazy("Dagvaarding ontvangen op"))
    reference = forms.CharField(
        label=gettext_lazy("Zaaknummer"),
        max_length=100,
        required=False,
        validators=[refuse_direction_controls],
    )


class RulingForm(PartForm):
    ended_on = DayField(label=gettext_lazy("Beslist of ingetrokken op"))
    ruling = forms.ChoiceField(label=gettext_lazy("Uitspraak"))
    outcome = ProseField(rows=2, label=gettext_lazy("Uitkomst"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", _("– kies –")), *Proceedings.Ruling.choices]
        self.fields["ruling"].choices = choices  # type: ignore[attr-defined]


class ClearanceForm(PartForm):
    reason = ProseField(label=gettext_lazy("Waarom de overeenkomst toch mag"))


class WaiverForm(PartForm):
    ground = forms.ChoiceField(label=gettext_lazy("Grond van artikel 2.127 lid 4"))
    reason = ProseField(label=gettext_lazy("Waarom de uitzondering geldt"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", _("– kies –")), *StandstillWaiver.Ground.choices]
        self.fields["ground"].choices = choices  # type: ignore[attr-defined]

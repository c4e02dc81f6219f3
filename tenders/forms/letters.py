"""Preparing the letters: language, court, contact, and per criterion what others read about the winner."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from crispy_forms.helper import FormHelper
from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tenders.forms.values import refuse_direction_controls
from tenders.models import LetterDraft
from tenders.procedure.standstill_days import SHORTEST
from tenders.reports.letters.model import Disclosure
from tenders.scoring.model import Criterion, Kind
from tenders.services.letter_drafts import Preparation

LONGEST = 4000  # characters about the winner on one criterion
LONGEST_STANDSTILL = 365  # days: more is a slip of the pen


class About(NamedTuple):
    """The fields of one criterion, with the motivation of the winner's score beside them."""

    title: str
    motivation: str
    fields: list[forms.BoundField]


class PreparationForm(forms.Form):
    """`leaves` are the criteria as published, `motivations` those of the winner by criterion code.

    `bidders`: the names by bid code. `derived` says by criterion code what a reader can work out about the
    winner without being told.
    """

    language = forms.ChoiceField(
        label=gettext_lazy("Taal van de brieven"), choices=lambda: LetterDraft.Language.choices
    )
    court = forms.CharField(
        label=gettext_lazy("Bevoegde rechter"),
        max_length=200,
        required=False,
        help_text=gettext_lazy(
            "Bijvoorbeeld: de voorzieningenrechter van de rechtbank Den Haag. Leeg: ‘de bevoegde rechtbank’."
        ),
        validators=[refuse_direction_controls],
    )
    contact = forms.CharField(
        label=gettext_lazy("Contact voor vragen"),
        max_length=200,
        required=False,
        validators=[refuse_direction_controls],
    )
    days = forms.IntegerField(
        label=gettext_lazy("Opschortende termijn (kalenderdagen)"),
        min_value=SHORTEST,
        max_value=LONGEST_STANDSTILL,
        error_messages={
            "min_value": gettext_lazy(
                "De opschortende termijn is minstens 20 kalenderdagen (art. 2.127 lid 3 Aw 2012)."
            )
        },
        help_text=gettext_lazy(
            "Minstens 20. Kies er meer als de stukken een langere termijn noemen, of als inschrijvers meer "
            "tijd nodig hebben. De brieven noemen de laatste dag."
        ),
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(
        self,
        *args: Any,
        leaves: Sequence[Criterion],
        motivations: Mapping[str, str],
        derived: Mapping[str, str],
        bidders: Mapping[str, str],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.leaves, self.motivations, self.derived = leaves, motivations, derived
        self.bidders = bidders
        choices = [("", _("zoals hierboven")), *LetterDraft.Language.choices]
        for code, name in bidders.items():
            label = _("Taal voor %(code)s – %(name)s") % {"code": code, "name": name}
            self.fields[f"language-{code}"] = forms.ChoiceField(label=label, choices=choices, required=False)
        for number, leaf in enumerate(leaves):
            self._add(number, leaf)

    def _add(self, number: int, leaf: Criterion) -> None:
        if leaf.kind is not Kind.SCALE:
            label = _("Wat de winnaar hier bood is niet vertrouwelijk: noem het")
            known = self.derived.get(leaf.code, "")
            self.fields[f"value-{number}"] = forms.BooleanField(label=label, required=False, help_text=known)
        if self.motivations.get(leaf.code):
            label = _("De motivering is niet vertrouwelijk: neem haar over")
            self.fields[f"motivation-{number}"] = forms.BooleanField(label=label, required=False)
        self.fields[f"text-{number}"] = forms.CharField(
            label=_("Kenmerken en voordelen in uw woorden"),
            required=False,
            max_length=LONGEST,
            widget=forms.Textarea(attrs={"rows": 2}),
            validators=[refuse_direction_controls],
        )

    def languages(self) -> list[forms.BoundField]:
        return [self[f"language-{code}"] for code in self.bidders]

    def criteria(self) -> Iterator[About]:
        for number, leaf in enumerate(self.leaves):
            names = (f"value-{number}", f"motivation-{number}", f"text-{number}")
            fields = [self[name] for name in names if name in self.fields]
            yield About(f"{leaf.code} {leaf.title}", self.motivations.get(leaf.code, ""), fields)

    def prepared(self) -> Preparation:
        data = self.cleaned_data
        return Preparation(
            language=data["language"],
            languages={code: chosen for code in self.bidders if (chosen := data[f"language-{code}"])},
            court=data["court"],
            contact=data["contact"],
            days=data["days"],
            version=data["version"],
            disclosed={
                leaf.code: Disclosure(
                    shows_value=data.get(f"value-{number}", False),
                    shows_motivation=data.get(f"motivation-{number}", False),
                    text=data[f"text-{number}"],
                )
                for number, leaf in enumerate(self.leaves)
            },
        )


def initial_of(draft: LetterDraft, leaves: Sequence[Criterion]) -> dict[str, Any]:
    """What was prepared before, by the names of the fields."""
    initial: dict[str, Any] = {
        "language": draft.language,
        "court": draft.court,
        "contact": draft.contact,
        "days": draft.days,
        "version": draft.version,
    }
    initial |= {f"language-{code}": language for code, language in draft.languages.items()}
    for number, leaf in enumerate(leaves):
        told = Disclosure(**draft.disclosed.get(leaf.code, {}))
        initial[f"value-{number}"] = told.shows_value
        initial[f"motivation-{number}"] = told.shows_motivation
        initial[f"text-{number}"] = told.text
    return initial


class SendingForm(forms.Form):
    """The letters are dated: the officer says that they go out on that day."""

    today = forms.BooleanField(
        label=gettext_lazy("Ik plaats deze brieven vandaag in TenderNed, als bericht aan elke inschrijver."),
        error_messages={
            "required": gettext_lazy(
                "Bevestig dat u de brieven vandaag verzendt. De termijn telt vanaf die dag."
            )
        },
    )

    def __init__(self, *args: Any, left_out: Sequence[str] = (), **kwargs: Any) -> None:
        """`left_out`: the criteria whose value is not stated although it follows from the points."""
        super().__init__(*args, **kwargs)
        if left_out:
            label = _(
                "Ik noem niet wat de winnaar bood bij %(criteria)s. Ik weet dat een ander het uit de punten "
                "en de formule kan uitrekenen."
            )
            self.fields["left_out"] = forms.BooleanField(
                label=label % {"criteria": ", ".join(left_out)},
                error_messages={
                    "required": _("Bevestig dit, of kies hierboven dat de brieven deze waarden noemen.")
                },
            )

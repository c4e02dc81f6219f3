"""What is handed in: one bid with its values, answers, files and prices; a price alone; a withdrawal."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tenders.forms.bids import composed, without_form_tag
from tenders.forms.moments import MomentField, moment_from
from tenders.forms.sealed_prices import AS_RECEIVED, NO_CALCULATION, PriceFields, filled, value_in_sight
from tenders.forms.stated_inputs import input_fields, stated_in
from tenders.forms.values import MotivationField, refuse_direction_controls
from tenders.lifecycle.statement import InputField
from tenders.models import Criterion
from tenders.models.suppliers import CHAMBER_OF_COMMERCE
from tenders.services.calculation import Calculation
from tenders.services.offered import (
    BID_BYTES,
    FILE_BYTES,
    LONGEST_ANSWER,
    LONGEST_NAME,
    MOST_FILES,
    is_stated,
)
from tenders.services.sealing import NewFile, NewSealedBid, Withdrawn

WITH_SECONDS = ("%d-%m-%Y %H:%M:%S", "%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M:%S")
GENERAL = "files-general"


class ReceivedField(MomentField):
    """A moment that may have seconds: around the deadline they decide."""

    def _read(self, text: str) -> datetime:
        for each in WITH_SECONDS:
            try:
                return moment_from(datetime.strptime(text, each))  # noqa: DTZ007 — `moment_from` gives the zone
            except ValueError:
                continue
        return super()._read(text)


class SeveralFiles(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Any number of files, none of them larger than a bid may hold."""

    widget = SeveralFiles

    def clean(self, data: Any, initial: Any = None) -> "list[UploadedFile[bytes]]":
        files = [super(FilesField, self).clean(each, initial) for each in data or [] if each]
        if len(files) > MOST_FILES:
            raise ValidationError(_("Kies hooguit %(most)s bestanden."), params={"most": MOST_FILES})
        for file in files:
            if file.size > FILE_BYTES:
                raise ValidationError(_("Een bestand is groter dan 20 MB. Lever het in delen aan."))
        return files


class SealedBidForm(PriceFields):
    """One bid as received."""

    supplier = forms.CharField(
        label=gettext_lazy("Leverancier"),
        max_length=LONGEST_NAME,
        validators=[refuse_direction_controls],
        help_text=gettext_lazy("Kies een bekende leverancier of typ een nieuwe naam."),
        widget=forms.TextInput(attrs={"list": "known-suppliers", "autocomplete": "off"}),
    )
    chamber_of_commerce = forms.CharField(
        label=gettext_lazy("KvK-nummer"), max_length=8, required=False, validators=[CHAMBER_OF_COMMERCE]
    )
    received_at = ReceivedField(
        label=gettext_lazy("Ontvangen op"),
        help_text=gettext_lazy(
            "Het moment dat TenderNed noemt, met seconden als die er staan: 20-11-2026 11:30:05."
        ),
    )
    replaces = forms.CharField(
        label=gettext_lazy("Vervangt ontvangstnummer"),
        required=False,
        max_length=30,
        help_text=gettext_lazy("Alleen als de inschrijver een eerdere inschrijving vervangt."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def __init__(
        self,
        *args: Any,
        leaves: Sequence[Criterion],
        calculation: Calculation = NO_CALCULATION,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, leaves=leaves, calculation=calculation, **kwargs)
        for criterion in leaves:
            if is_stated(criterion):
                self.fields[f"value-{criterion.pk}"] = value_in_sight(criterion)
            elif criterion.kind == Criterion.Kind.SCALE:
                self.fields[f"answer-{criterion.pk}"] = _answer(criterion)
                self.fields[f"files-{criterion.pk}"] = _files(criterion)
        self.fields.update(input_fields(self.other_inputs(), "value"))
        self.fields[GENERAL] = FilesField(label=_("Overige bestanden"), required=False)

    def clean(self) -> dict[str, Any]:
        super().clean()
        uploaded = [file for _, file in self._uploaded()]
        if sum(file.size or 0 for file in uploaded) > BID_BYTES:
            raise ValidationError(_("De bestanden zijn samen groter dan 100 MB. Haal er een weg."))
        return self.cleaned_data

    def new_bid(self) -> NewSealedBid:
        given = self.cleaned_data
        jury = [each for each in self.leaves if each.kind == Criterion.Kind.SCALE]
        return NewSealedBid(
            supplier=composed(given["supplier"]),
            chamber_of_commerce=given["chamber_of_commerce"],
            received_at=given["received_at"],
            values=filled(given, "value", self.leaves) | stated_in(given, self.other_inputs(), "value"),
            prices=self.prices(),
            answers=filled(given, "answer", jury),
            files=tuple(NewFile(file.name or "", code, file.read()) for code, file in self._uploaded()),
            as_received=self.is_as_received(),
        )

    def _hold_together(self, given: Mapping[str, Any]) -> None:
        self.answers = stated_in(given, self.other_inputs(), "value")
        super()._hold_together(given)
        if not self.is_as_received():
            self._say(self.calculation.wrong_answers(self.answers), self.other_inputs(), "value")

    def knowingly(self) -> list[forms.BoundField]:
        return [self[AS_RECEIVED]] if AS_RECEIVED in self.fields else []

    def _uploaded(self) -> "Iterator[tuple[str, UploadedFile[bytes]]]":
        """Every file with the code of its criterion."""
        for name, code in ((GENERAL, ""), *((f"files-{each.pk}", each.code) for each in self.leaves)):
            yield from ((code, file) for file in self.cleaned_data.get(name) or ())

    def offered(self) -> list[forms.BoundField]:
        return [self[name] for name in self.fields if name.startswith("value-")]

    def answered(self) -> list[forms.BoundField]:
        return [self[name] for name in self.fields if name.startswith(("answer-", "files-"))]

    def other_inputs(self) -> list[InputField]:
        return [each for each in self.inputs if not each.is_price]

    def sender(self) -> list[forms.BoundField]:
        return [self[name] for name in ("supplier", "chamber_of_commerce", "received_at", "replaces")]


class WithdrawForm(forms.Form):
    receipt = forms.CharField(
        label=gettext_lazy("Ontvangstnummer"),
        max_length=30,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    reason = forms.ChoiceField(label=gettext_lazy("Reden"), choices=Withdrawn.choices)
    helper = without_form_tag()


def _answer(criterion: Criterion) -> forms.Field:
    return MotivationField(
        label=_("Antwoord bij %(code)s %(title)s") % {"code": criterion.code, "title": criterion.title},
        required=False,
        max_length=LONGEST_ANSWER,
        validators=[refuse_direction_controls],
        widget=forms.Textarea(attrs={"rows": 4}),
    )


def _files(criterion: Criterion) -> forms.Field:
    return FilesField(label=_("Bestanden bij %(code)s") % {"code": criterion.code}, required=False)

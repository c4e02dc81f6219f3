"""What the secretary fills in during the consensus meeting: agreed levels with their reason, and minutes."""

from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from procurement.language import Text
from procurement.words import words
from tenders.assessment.meeting import BidTalk, Topic
from tenders.figures import figure
from tenders.forms.moments import MomentField
from tenders.forms.values import MotivationField, motivation_field, refuse_direction_controls
from tenders.models import Assessor, Bid, Minutes
from tenders.services.agreed import CONFLICT_SINCE
from tenders.services.consensus import Agreement
from tenders.services.minutes import Written


class AgreementForm(forms.Form):
    """The bids of one criterion. `seen-…` holds the number of the score that was on the page."""

    def __init__(self, data: Any = None, *, topic: Topic, agrees: bool, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.topic = topic
        self.agrees = agrees
        for talk in topic.bids:
            self._add(talk)

    def _add(self, talk: BidTalk) -> None:
        label = _("Motivering van het panel") if self.agrees else _("Gezamenlijke motivering (mag leeg)")
        if self.agrees:
            self.fields[_level(talk)] = forms.ChoiceField(
                label=_("Vastgesteld niveau"),
                required=False,
                choices=[("", _("Nog niet vastgesteld")), *self._choices()],
                widget=forms.RadioSelect,
            )
        self.fields[_why(talk)] = motivation_field(str(label))
        self.fields[_why(talk)].widget.attrs["rows"] = 4
        self.fields[_seen(talk)] = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
        self.initial[_seen(talk)] = talk.agreed.number if talk.agreed else 0
        if talk.agreed and talk.objection is not CONFLICT_SINCE:
            self.initial[_level(talk)], self.initial[_why(talk)] = talk.agreed.code, talk.agreed.reason

    def _choices(self) -> Iterable[tuple[str, str]]:
        for level in self.topic.levels:
            yield level.code, f"{level.title} ({figure(level.share)}%): {level.description}"

    def agreements(self, bids: Mapping[int, Bid]) -> list[Agreement]:
        """Only of the bids that the page sent: one that was admitted in the meantime is not among them."""
        return [
            Agreement(
                bid=bids[talk.key],
                value=self.cleaned_data.get(_level(talk), ""),
                reason=self.cleaned_data[_why(talk)],
                seen=self.cleaned_data[_seen(talk)],
            )
            for talk in self.topic.bids
            if self.add_prefix(_why(talk)) in self.data
        ]

    def refuse(self, faults: Mapping[int, Sequence[Text]]) -> None:
        """Put what is wrong beside the motivation of its bid."""
        for talk in self.topic.bids:
            for fault in faults.get(talk.key, ()):
                self.add_error(_why(talk), words(fault))

    def take_over(self, newest: Mapping[int, int]) -> None:
        """Compare the next save with these numbers by bid, and keep what was typed."""
        data: Any = copy(self.data)
        for talk in self.topic.bids:
            if talk.key in newest:
                data[_seen(talk)] = str(newest[talk.key])
        self.data = data

    def parts(self, talk: BidTalk) -> dict[str, BoundField | None]:
        return {
            "level": self[_level(talk)] if self.agrees else None,
            "why": self[_why(talk)],
            "seen": self[_seen(talk)],
        }

    def wrong(self) -> list[tuple[BidTalk, BoundField]]:
        return [(talk, self[_why(talk)]) for talk in self.topic.bids if self[_why(talk)].errors]


def _level(talk: BidTalk) -> str:
    return f"level-{talk.code}"


def _why(talk: BidTalk) -> str:
    return f"why-{talk.code}"


def _seen(talk: BidTalk) -> str:
    return f"seen-{talk.code}"


class MinutesForm(forms.Form):
    held_at = MomentField(label=gettext_lazy("Gehouden op"), required=False)
    present = forms.MultipleChoiceField(
        label=gettext_lazy("Aanwezig"), required=False, widget=forms.CheckboxSelectMultiple
    )
    text = MotivationField(
        label=gettext_lazy("Verslag"),
        required=False,
        max_length=20_000,
        validators=[refuse_direction_controls],
        widget=forms.Textarea(attrs={"class": "form-control", "rows": 8}),
        help_text=gettext_lazy("Wat is besproken, en waarom week het panel af van de eerste scores?"),
    )
    seen = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    def __init__(
        self, data: Any = None, *, minutes: Minutes, assessors: Sequence[Assessor], **kwargs: Any
    ) -> None:
        initial = {
            "held_at": minutes.held_at,
            "present": [str(key) for key in minutes.present],
            "text": minutes.text,
            "seen": minutes.version,
        }
        super().__init__(data, initial=initial, prefix="minutes", **kwargs)
        self.assessors = assessors
        present: Any = self.fields["present"]
        present.choices = [(str(each.pk), str(each)) for each in assessors]

    def written(self) -> Written:
        chosen = set(self.cleaned_data["present"])
        return Written(
            held_at=self.cleaned_data["held_at"],
            present=tuple(each for each in self.assessors if str(each.pk) in chosen),
            text=self.cleaned_data["text"],
            seen=self.cleaned_data["seen"],
        )

    def take_over(self, version: int) -> None:
        """Compare the next save with this version, and keep what was typed."""
        data: Any = copy(self.data)
        data[self.add_prefix("seen")] = str(version)
        self.data = data

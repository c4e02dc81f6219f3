"""Registering a bid, or several pasted at once; its evidence and the outcome of each requirement."""

import unicodedata
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tenders.forms.values import refuse_direction_controls
from tenders.models import Bid, Evidence, Requirement, RequirementOutcome
from tenders.models.criteria import CODE
from tenders.models.suppliers import CHAMBER_OF_COMMERCE
from tenders.services.registration import NewBid

MOMENT_FORMATS = ("%d-%m-%Y %H:%M", "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M")
MOST_ROWS = 200
YES, NO = "yes", "no"


def without_form_tag() -> FormHelper:
    helper = FormHelper()
    helper.form_tag = False
    return helper


def composed(name: str) -> str:
    """One spelling for a name, however its accents were typed."""
    return unicodedata.normalize("NFC", name)


class BidForm(forms.Form):
    """One bid. The supplier is chosen from the register or typed."""

    code = forms.CharField(
        label=gettext_lazy("Code"),
        max_length=30,
        validators=[CODE],
        help_text=gettext_lazy("Kort, bijvoorbeeld A. Zo heet de inschrijving op elke pagina."),
    )
    supplier = forms.CharField(
        label=gettext_lazy("Leverancier"),
        max_length=200,
        validators=[refuse_direction_controls],
        help_text=gettext_lazy("Kies een bekende leverancier of typ een nieuwe naam."),
        widget=forms.TextInput(attrs={"list": "known-suppliers", "autocomplete": "off"}),
    )
    chamber_of_commerce = forms.CharField(
        label=gettext_lazy("KvK-nummer"), max_length=8, required=False, validators=[CHAMBER_OF_COMMERCE]
    )
    received_at = forms.DateTimeField(
        label=gettext_lazy("Ontvangen op"),
        input_formats=MOMENT_FORMATS,
        help_text=gettext_lazy("Dag-maand-jaar en tijd, bijvoorbeeld 20-11-2026 11:30."),
        error_messages={"invalid": gettext_lazy("Schrijf het tijdstip als 20-11-2026 11:30.")},
    )
    helper = without_form_tag()

    def new_bid(self) -> NewBid:
        given = self.cleaned_data
        return NewBid(
            code=given["code"],
            supplier=composed(given["supplier"]),
            chamber_of_commerce=given["chamber_of_commerce"],
            received_at=given["received_at"],
        )


class PasteForm(forms.Form):
    """Several bids, one a line, as copied from a worksheet or typed with semicolons."""

    rows = forms.CharField(
        label=gettext_lazy("Regels"),
        help_text=gettext_lazy(
            "Per regel: code; leverancier; KvK-nummer (mag leeg); ontvangen op. Plakken uit Excel werkt ook. "
            "Voorbeeld: A; Voorbeeld B.V.; 12345678; 20-11-2026 11:30"
        ),
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    helper = without_form_tag()

    def clean_rows(self) -> list[NewBid]:
        lines = [line for line in self.cleaned_data["rows"].splitlines() if line.strip()]
        if len(lines) > MOST_ROWS:
            raise ValidationError(_("Plak hooguit %(most)s regels tegelijk."), params={"most": MOST_ROWS})
        read = [_bid_of(line) for line in lines]
        wrong = [error for number, row in enumerate(read, 1) for error in _errors(number, row)]
        if wrong:
            raise ValidationError(wrong)
        return [row.new_bid() for row in read]


def _bid_of(line: str) -> BidForm:
    parts = [part.strip() for part in line.split("\t" if "\t" in line else ";")]
    names = ("code", "supplier", "chamber_of_commerce", "received_at")
    if len(parts) == len(names) - 1:
        parts.insert(2, "")
    return BidForm(dict(zip(names, parts, strict=False)))


def _errors(number: int, row: BidForm) -> Iterator[str]:
    for name, messages in row.errors.items():
        label = row.fields[name].label
        yield _("Rij %(number)s, %(field)s: %(message)s") % {
            "number": number,
            "field": label,
            "message": " ".join(map(str, messages)),
        }


class EvidenceForm(forms.Form):
    """Which pieces from the supplier's register this bid rests on."""

    evidence = forms.ModelMultipleChoiceField(
        Evidence.objects.none(),
        label=gettext_lazy("Bewijsmiddelen bij deze inschrijving"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    helper = without_form_tag()

    def __init__(self, *args: Any, bid: Bid, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["evidence"]
        assert isinstance(field, forms.ModelMultipleChoiceField)
        field.queryset = Evidence.objects.filter(supplier=bid.supplier_id)
        field.initial = list(bid.evidence.values_list("pk", flat=True))


class OutcomeForm(forms.Form):
    """Does the bid meet each requirement? An unmet one sets the bid aside, so it needs a reason."""

    helper = without_form_tag()

    def __init__(
        self,
        *args: Any,
        requirements: Sequence[Requirement],
        outcomes: Sequence[RequirementOutcome],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.requirements = requirements
        known = {outcome.requirement_id: outcome for outcome in outcomes}
        for requirement in requirements:
            self._add(requirement, known.get(requirement.pk))

    def _add(self, requirement: Requirement, outcome: RequirementOutcome | None) -> None:
        self.fields[f"met-{requirement.pk}"] = forms.ChoiceField(
            label=f"{requirement.code} {requirement.title}",
            help_text=requirement.text,
            required=False,
            choices=((YES, _("Voldoet")), (NO, _("Voldoet niet"))),
            widget=forms.RadioSelect,
            initial=(YES if outcome.met else NO) if outcome else None,
        )
        self.fields[f"reason-{requirement.pk}"] = forms.CharField(
            label=_("Reden bij %(code)s") % {"code": requirement.code},
            required=False,
            max_length=4_000,
            validators=[refuse_direction_controls],
            initial=outcome.reason if outcome else "",
            widget=forms.Textarea(attrs={"rows": 2}),
        )

    def clean(self) -> dict[str, Any]:
        for requirement in self.requirements:
            unmet = self.cleaned_data.get(f"met-{requirement.pk}") == NO
            if unmet and not self.cleaned_data.get(f"reason-{requirement.pk}"):
                names = {"code": requirement.code}
                self.add_error(
                    f"reason-{requirement.pk}",
                    _("Schrijf op waarom de inschrijving niet aan %(code)s voldoet.") % names,
                )
        return self.cleaned_data

    def outcomes(self) -> list[tuple[int, bool, str]]:
        """The requirements that were judged, as `record_outcomes` takes them."""
        given = self.cleaned_data
        return [
            (requirement.pk, given[f"met-{requirement.pk}"] == YES, given[f"reason-{requirement.pk}"])
            for requirement in self.requirements
            if given[f"met-{requirement.pk}"]
        ]


def next_code(taken: set[str]) -> str:
    """The first letter that no bid has, or a number after Z."""
    letters = (chr(place) for place in range(ord("A"), ord("Z") + 1))
    numbers = (f"B{number}" for number in range(27, 27 + len(taken) + 1))
    return next(code for code in (*letters, *numbers) if code not in taken)


def moment_shown(moment: datetime) -> str:
    return timezone.localtime(moment).strftime(MOMENT_FORMATS[0])

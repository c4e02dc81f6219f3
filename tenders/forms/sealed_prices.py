"""The prices of a bid: all of them or none, and amounts for a calculation that go together."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from procurement.words import words
from tenders.forms.bids import without_form_tag
from tenders.forms.stated_inputs import input_fields, named_inputs, stated_in
from tenders.forms.values import MotivationField, refuse_direction_controls, value_field
from tenders.lifecycle.statement import InputField
from tenders.models import Criterion
from tenders.scoring.problem import Problem
from tenders.services.calculation import Calculation, Given
from tenders.services.offered import is_typed_price

AS_RECEIVED = "as_received"
NO_CALCULATION = Calculation()


class PriceFields(forms.Form):
    """A field for each price of the lot; all of them or none.

    `answers`: what the bid states besides for the calculation; None while that is sealed.
    """

    helper = without_form_tag()

    def __init__(
        self,
        *args: Any,
        leaves: Sequence[Criterion],
        calculation: Calculation = NO_CALCULATION,
        answers: Given | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.leaves, self.calculation, self.answers = leaves, calculation, answers
        self.inputs = calculation.inputs
        for criterion in self.price_criteria():
            self.fields[f"price-{criterion.pk}"] = value_in_sight(criterion)
        self.fields.update(input_fields(self.price_inputs(), "price"))
        if self.inputs:
            self.fields[AS_RECEIVED] = _as_received()

    def price_criteria(self) -> list[Criterion]:
        return [each for each in self.leaves if is_typed_price(each)]

    def price_inputs(self) -> list[InputField]:
        """Amounts in euros for the calculated cost."""
        return [each for each in self.inputs if each.is_price]

    @property
    def has_sheet(self) -> bool:
        """Is there a price sheet that bidders fill in?"""
        return bool(self.price_inputs())

    def priced(self) -> list[forms.BoundField]:
        return [self[name] for name in self.fields if name.startswith("price-")]

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        names = [f"price-{each.pk}" for each in self.price_criteria()]
        if any(given.get(name) for name in names):
            for name in names:
                if name in given and not given[name]:
                    self.add_error(name, _("Deze prijs ontbreekt. Vul alle prijzen in, of geen."))
        self._hold_together(given)
        return given

    def is_as_received(self) -> bool:
        return bool(self.cleaned_data.get(AS_RECEIVED))

    def _hold_together(self, given: Mapping[str, Any]) -> None:
        """At each input what makes the statement not whole, unless that is registered knowingly."""
        amounts = stated_in(given, self.price_inputs(), "price")
        if amounts and not self.is_as_received():
            self._say(self.calculation.wrong_amounts(amounts, self.answers), self.price_inputs(), "price")

    def _say(self, problems: Iterable[Problem], inputs: Sequence[InputField], prefix: str) -> None:
        names = {each.code: name for name, each in named_inputs(inputs, prefix).items()}
        for each in problems:
            name = names.get(each.place)
            if name is None or name not in self.errors:
                self.add_error(name, words(each.message))

    def prices(self) -> dict[str, str]:
        typed = filled(self.cleaned_data, "price", self.price_criteria())
        return typed | stated_in(self.cleaned_data, self.price_inputs(), "price")


class PriceForm(PriceFields):
    """The prices of an opened bid, which are still sealed: they go in and never come back on a page."""

    def clean(self) -> dict[str, Any]:
        for criterion in self.price_criteria():
            name = f"price-{criterion.pk}"
            if name in self.cleaned_data and not self.cleaned_data[name]:
                self.add_error(name, _("Vul de prijs in."))
        self._hold_together(self.cleaned_data)
        return self.cleaned_data


class SignLatePriceForm(forms.Form):
    """Why a price goes into the vault after the deadline."""

    reason = MotivationField(
        label=gettext_lazy("Reden"),
        help_text=gettext_lazy(
            "Waarom komt de prijs nu pas, en waaruit blijkt dat hij op tijd is ingediend? "
            "De reden staat in het proces-verbaal van opening. Zet er geen prijs in."
        ),
        max_length=2_000,
        validators=[refuse_direction_controls],
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    helper = without_form_tag()


class ReceiptPriceForm(PriceForm):
    """The same for a bid that nobody has opened: its receipt says which."""

    receipt = forms.CharField(label=gettext_lazy("Ontvangstnummer"), max_length=30)
    field_order = ("receipt",)


def value_in_sight(criterion: Criterion) -> forms.Field:
    field = value_field(criterion, name=f"{criterion.code} {criterion.title}")
    field.help_text = criterion.unit
    field.widget.attrs.pop("aria-label", None)  # the label is in sight here
    return field


def _as_received() -> forms.BooleanField:
    return forms.BooleanField(
        label=_("Zo ontvangen: de opgave is niet volledig of niet goed, en ik registreer haar toch"),
        help_text=_(
            "Alleen als de inschrijver het zelf zo indiende. Wat dan niet te berekenen is, staat bij de "
            "opening in het logboek en op de pagina van de inschrijving."
        ),
        required=False,
    )


def filled(given: Mapping[str, Any], prefix: str, criteria: Sequence[Criterion]) -> dict[str, str]:
    found = {each.code: given.get(f"{prefix}-{each.pk}") for each in criteria}
    return {code: value for code, value in found.items() if value}

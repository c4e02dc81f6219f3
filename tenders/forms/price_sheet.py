"""A filled-in price sheet, and the form of a bid with what it says."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from procurement.returned_pages.forms import ReturnedSheetForm
from tenders.forms.bids import without_form_tag
from tenders.forms.sealed_bid import SealedBidForm
from tenders.forms.sealed_prices import PriceFields
from tenders.forms.stated_inputs import named_inputs
from tenders.forms.values import number_shown
from tenders.lifecycle.statement import Asks, InputField
from tenders.workbooks.price import Stated


class PriceSheetForm(ReturnedSheetForm):
    """The file; `stated` is what it says once it was read."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["file"].label = _("Ingevuld prijzenblad")
        self.fields["file"].help_text = _("Het .xlsx of .ods van deze inschrijver, hooguit 10 MB.")
        self.helper = without_form_tag()
        self.stated: Stated | None = None


def fill_in(form: SealedBidForm, stated: Stated) -> None:
    """Show in the empty form what the sheet says; nobody sent it yet."""
    form.initial = {
        "supplier": stated.supplier,
        "chamber_of_commerce": stated.chamber_of_commerce,
        **_prices(form, stated),
        **_shown(form.other_inputs(), "value", stated.values),
    }


def fill_in_prices(form: PriceFields, stated: Stated) -> None:
    """The same for a form that takes the prices alone."""
    form.initial = _prices(form, stated)


def _prices(form: PriceFields, stated: Stated) -> dict[str, str]:
    typed = {
        f"price-{row.pk}": number_shown(stated.prices[row.code])
        for row in form.price_criteria()
        if row.code in stated.prices
    }
    return typed | _shown(form.price_inputs(), "price", stated.prices)


def _shown(inputs: list[InputField], prefix: str, given: Any) -> dict[str, str]:
    return {
        name: number_shown(given[each.code]) if each.asks is Asks.NUMBER else given[each.code]
        for name, each in named_inputs(inputs, prefix).items()
        if each.code in given
    }

"""On the page of an opened bid: a price that is missing goes into the vault, on two signatures."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.models import User
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from procurement.language import Text
from tenders.forms.price_sheet import PriceSheetForm, fill_in_prices
from tenders.forms.sealed_prices import PriceForm, SignLatePriceForm
from tenders.models import Bid, FirstSignature
from tenders.procedure.phases import Phase
from tenders.services.calculation import calculation_of
from tenders.services.late_price_sheets import read_late_sheet
from tenders.services.late_prices import (
    LATE_PRICING,
    may_sign,
    opened_answers,
    seal_late_price,
    sign_late_price,
    waiting_for_price,
)
from tenders.services.offered import leaves_of


class LatePrice:
    """What this person sees of the missing price of one bid, and what the two buttons do."""

    def __init__(self, request: HttpRequest, bid: Bid, phase: Phase, data: Any) -> None:
        assert isinstance(request.user, User)
        self.request, self.bid, self.user = request, bid, request.user
        button = next((name for name in ("price", "sheet", "sign") if data is not None and name in data), "")
        self.is_price = button == "price"
        self.is_sheet = button == "sheet"
        self.is_signature = button == "sign"
        self.form = PriceForm(
            data if self.is_price else None,
            leaves=leaves_of(bid.lot),
            calculation=calculation_of(bid.lot),
            answers=opened_answers(bid.sealed) if bid.sealed is not None else None,
            prefix="price",
        )
        sent = (data, request.FILES) if self.is_sheet else (None, None)
        self.sheet = PriceSheetForm(*sent, prefix="sheet")
        self.remarks: tuple[Text, ...] = ()
        self.reason = SignLatePriceForm(data if self.is_signature else None, prefix="late")
        is_asked = phase in LATE_PRICING and bool(self.form.priced())
        self.is_sealed = is_asked and bid.sealed is not None and bid.sealed.prices.exists()
        self.is_missing = is_asked and bid.sealed is not None and not self.is_sealed

    @property
    def is_sent(self) -> bool:
        return self.is_price or self.is_signature or self.is_sheet

    def may_sign(self) -> bool:
        return may_sign(self.user, self.bid.lot)

    def first(self) -> FirstSignature | None:
        """The signature on which the price may follow."""
        if self.bid.sealed is None or not self.is_missing:
            return None
        return waiting_for_price(self.bid.sealed, at=timezone.now())

    def is_mine(self) -> bool:
        first = self.first()
        return first is not None and first.made_by_id == self.user.pk

    def is_valid(self) -> bool:
        form = self.form if self.is_price else self.sheet if self.is_sheet else self.reason
        return form.is_valid()

    @sensitive_variables()
    def read(self) -> None:
        """What the sheet says stands in the form on this one page; nothing is stored. Raises `Refused`."""
        file = self.sheet.cleaned_data["file"]
        found = read_late_sheet(
            bid=self.bid, content=file.read(), name=file.name or "", at=timezone.now(), actor=self.user
        )
        self.sheet.stated, self.remarks = found.stated, found.remarks
        fill_in_prices(self.form, found.stated)

    def save(self) -> None:
        """Raises `Refused`."""
        assert self.bid.sealed is not None, "only a bid from the vault has this form"
        now = timezone.now()
        if self.is_price:
            seal_late_price(
                sealed=self.bid.sealed,
                prices=self.form.prices(),
                at=now,
                actor=self.user,
                as_received=self.form.is_as_received(),
            )
            said = _("De prijs ligt in de kluis. Hij komt op geen enkele pagina terug.")
        else:
            reason = self.reason.cleaned_data["reason"]
            sign_late_price(sealed=self.bid.sealed, reason=reason, at=now, actor=self.user)
            said = _("U hebt getekend. Iemand anders legt de prijs binnen tien minuten in de kluis.")
        messages.success(self.request, said)

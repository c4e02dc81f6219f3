"""Before the opening: bids go in and nothing comes out but a receipt. No list, no count, no names."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.forms import BaseForm, Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from procurement.language import Text
from procurement.words import words
from tenders.forms.bid_table import BidTableForm
from tenders.forms.late_registration import SignReplacementForm
from tenders.forms.price_sheet import PriceSheetForm, fill_in, fill_in_prices
from tenders.forms.sealed_bid import SealedBidForm, WithdrawForm
from tenders.forms.sealed_prices import ReceiptPriceForm
from tenders.models import Lot, SealedBid, Supplier
from tenders.procedure.deadlines import IN_TIME, has_passed
from tenders.procedure.phases import SEALED, Phase
from tenders.services.calculation import calculation_of
from tenders.services.late_registration import may_sign, registered_late, replace_late, sign_replacement
from tenders.services.lost_receipts import own_receipts
from tenders.services.offered import leaves_of
from tenders.services.phases import Refused
from tenders.services.price_sheets import read_price_sheet
from tenders.services.sealing import (
    replace_bid,
    require_price_in_time,
    seal_bid,
    seal_prices,
    sealed_with,
    withdraw_bid,
)
from tenders.stages import progress_of_one
from tenders.views.access import takes_part
from tenders.views.listed_bids import seal_listed, show_list

Forms = dict[str, BaseForm]
_ONE_BY_ONE = Text(
    nl="Dit perceel vraagt gegevens voor een berekening. Registreer de inschrijvingen een voor een.",
    en="This lot asks data for a calculation. Register the bids one by one.",
)


def sealed_page(request: HttpRequest, lot: Lot, phase: Phase) -> HttpResponse:
    """The page that takes bids in; also for a draft, where it says why it does not yet."""
    forms = _forms(request, lot)
    if request.method != "POST":
        return _page(request, lot, phase, forms)
    assert isinstance(request.user, User)
    name = next((each for each in forms if each in request.POST), "one")
    may = may_sign if name == "sign" else may_register
    if not may(request.user, lot):
        raise PermissionDenied
    form = forms[name]
    status = 422
    if form.is_valid():
        try:
            done = DOES[name](request, lot, form, request.user)
        except Refused as refused:
            for reason in refused.reasons:
                form.add_error(None, words(reason))
            status = 422 if phase in SEALED else 409
        else:
            if done:
                return redirect("tenders:bids", lot.pk)
            status = 200
    return _page(request, lot, phase, forms, status)


def may_register(user: Any, lot: Lot) -> bool:
    return takes_part(user, lot.tender.organisation)


def _is_closed(lot: Lot) -> bool:
    return lot.tender.deadline is not None and has_passed(lot.tender.deadline, timezone.now())


def _forms(request: HttpRequest, lot: Lot) -> Forms:
    """The forms by the name of their button; the one that was sent holds what was typed."""
    leaves, calculation = leaves_of(lot), calculation_of(lot)

    def sent(name: str) -> tuple[Any, Any]:
        return (
            (request.POST, request.FILES)
            if request.method == "POST" and name in request.POST
            else (None,) * 2
        )

    forms: Forms = {
        "table": BidTableForm(*sent("table"), leaves=leaves, prefix="table"),
        "prices": ReceiptPriceForm(*sent("prices"), leaves=leaves, calculation=calculation, prefix="prices"),
        "withdraw": WithdrawForm(*sent("withdraw"), prefix="withdraw"),
        "lost": Form(*sent("lost"), prefix="lost"),
        "sign": SignReplacementForm(*sent("sign"), prefix="sign"),
        "sheet": PriceSheetForm(*sent("sheet"), prefix="sheet"),
        "price_sheet": PriceSheetForm(*sent("price_sheet"), prefix="price_sheet"),
    }
    others = request.method == "POST" and not any(name in request.POST for name in forms)
    forms["one"] = SealedBidForm(
        request.POST if others else None,
        request.FILES if others else None,
        leaves=leaves,
        calculation=calculation,
        prefix="one",
    )
    return forms


def _seal_one(request: HttpRequest, lot: Lot, form: Any, actor: User) -> bool:
    now, replaces = timezone.now(), form.cleaned_data["replaces"]
    if replaces and _is_closed(lot):
        row = replace_late(lot=lot, receipt=replaces, bid=form.new_bid(), at=now, actor=actor).later
    elif replaces:
        row = replace_bid(lot=lot, receipt=replaces, bid=form.new_bid(), at=now, actor=actor)
    else:
        row = seal_bid(lot=lot, bid=form.new_bid(), at=now, actor=actor)
    return _received(request, lot, [row])


def _seal_table(request: HttpRequest, lot: Lot, form: Any, actor: User) -> bool:
    """Another table than the page listed is listed first. It has no room for what a calculation asks."""
    if calculation_of(lot).inputs:
        raise Refused([_ONE_BY_ONE])
    rows = seal_listed(request, lot, form, actor) if request.POST["table"] == "seal" else None
    if rows is None:
        show_list(request.session, lot, form)
        return False
    return _received(request, lot, rows) if rows else True


def _seal_price(request: HttpRequest, lot: Lot, form: Any, actor: User) -> bool:
    bid = sealed_with(lot, form.cleaned_data["receipt"])
    knowingly = form.is_as_received()
    seal_prices(sealed=bid, prices=form.prices(), at=timezone.now(), actor=actor, as_received=knowingly)
    return _told(request, lot, _("De prijs ligt in de kluis. Hij komt op geen enkele pagina terug."))


def _withdraw(request: HttpRequest, lot: Lot, form: Any, actor: User) -> bool:
    withdraw_bid(lot=lot, at=timezone.now(), actor=actor, **form.cleaned_data)
    return _told(request, lot, _("De inschrijving is ingetrokken. Zij wordt nooit geopend."))


def _sign(request: HttpRequest, lot: Lot, form: Any, actor: User) -> bool:
    sign_replacement(lot=lot, at=timezone.now(), actor=actor, **form.cleaned_data)
    return _told(
        request,
        lot,
        _("U hebt getekend. Een inkoper registreert de nieuwe inschrijving binnen tien minuten."),
    )


@sensitive_variables()
def _read_sheet(request: HttpRequest, lot: Lot, form: Any, actor: User) -> bool:
    """What it says stands in the form of a bid on this one page; nothing is stored."""
    file = form.cleaned_data["file"]
    form.stated = read_price_sheet(lot, file.read(), file.name or "")
    return False


@sensitive_variables()
def _read_price_sheet(request: HttpRequest, lot: Lot, form: Any, actor: User) -> bool:
    """The same for a bid that is sealed already: its prices stand in the form with its receipt."""
    require_price_in_time(lot, timezone.now())
    return _read_sheet(request, lot, form, actor)


def _show_receipts(request: HttpRequest, lot: Lot, form: Any, actor: User) -> bool:
    """On the next page of this user alone, once, to print again."""
    own = own_receipts(lot=lot, at=timezone.now(), actor=actor)
    shown = [[each.number, date_format(localtime(each.sealed_at), "j F Y H:i")] for each in own]
    nothing = _("U hebt op dit perceel geen inschrijving verzegeld die nog meedoet.")
    request.session[_key(lot)] = {"text": "" if own else nothing, "receipts": [], "own": shown}
    return True


DOES: dict[str, Callable[[HttpRequest, Lot, Any, User], bool]] = {
    "one": _seal_one,
    "table": _seal_table,
    "prices": _seal_price,
    "withdraw": _withdraw,
    "lost": _show_receipts,
    "sign": _sign,
    "sheet": _read_sheet,
    "price_sheet": _read_price_sheet,
}


def _told(request: HttpRequest, lot: Lot, text: str) -> bool:
    request.session[_key(lot)] = {"text": text, "receipts": []}
    return True


def _received(request: HttpRequest, lot: Lot, rows: list[SealedBid]) -> bool:
    """The receipts go to the next page of this user alone, once."""
    request.session[_key(lot)] = {"text": "", "receipts": [row.receipt for row in rows]}
    return True


def _key(lot: Lot) -> str:
    return f"sealed-{lot.pk}"


def _filled_in(forms: Forms) -> SealedBidForm:
    """The form of one bid; a sheet that was read stands in the form that it belongs to."""
    one, sheet, price_sheet = forms["one"], forms["sheet"], forms["price_sheet"]
    assert isinstance(one, SealedBidForm)
    assert isinstance(sheet, PriceSheetForm)
    assert isinstance(price_sheet, PriceSheetForm)
    if sheet.stated is not None:
        fill_in(one, sheet.stated)
    if price_sheet.stated is not None:
        assert isinstance(forms["prices"], ReceiptPriceForm)
        fill_in_prices(forms["prices"], price_sheet.stated)
    return one


def _page(request: HttpRequest, lot: Lot, phase: Phase, forms: Forms, status: int = 200) -> HttpResponse:
    one = _filled_in(forms)
    done = request.session.pop(_key(lot), None) if request.method == "GET" else None
    known = Supplier.objects.filter(organisation=lot.tender.organisation).values_list("name", flat=True)
    context = {
        "title": _("Inschrijvingen: %(lot)s") % {"lot": lot},
        "lot": lot,
        "tender": lot.tender,
        "suppliers": list(known),
        "is_open": phase in SEALED,
        "is_calculated": bool(one.inputs),
        "may_write": phase in SEALED and may_register(request.user, lot),
        "may_sign": phase in SEALED and isinstance(request.user, User) and may_sign(request.user, lot),
        "deadline_passed": _is_closed(lot),
        "registered_late": registered_late(lot) if phase in SEALED and _is_closed(lot) else 0,
        "rule": IN_TIME,
        "done": done,
        "now": timezone.now(),
        "wrong": [form for form in forms.values() if form.is_bound and form.errors],
        "stepper": progress_of_one(lot.tender, now=timezone.now()),
        **forms,
    }
    return render(request, "tenders/bids_sealed.html", context, status=status)

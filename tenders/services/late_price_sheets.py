"""The price sheet of an opened bid whose price is missing: read for the form, and held against the bid."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from django.contrib.auth.models import User
from django.views.decorators.debug import sensitive_variables

from procurement.language import Text
from procurement.numbers import in_both
from tenders.lifecycle.statement import Asks, InputField
from tenders.models import Bid, Supplier
from tenders.services.calculation import calculation_of
from tenders.services.late_prices import LATE_PRICING, opened_answers, require_second_person
from tenders.services.phases import Refused
from tenders.services.price_sheets import read_price_sheet
from tenders.services.sorting_out import name_key
from tenders.workbooks.price import Stated
from tenders.workbooks.price_entries import YES_NO

_OTHER_NUMBER = Text(
    nl="Op dit prijzenblad staat KvK-nummer {found}; deze inschrijving is van {known}. Kies het blad van "
    "deze inschrijver.",
    en="This price sheet has registration number {found}; this bid is of {known}. Choose the sheet of this "
    "bidder.",
)
_OTHER_NAME = Text(
    nl="Op het prijzenblad staat de naam ‘{found}’; deze inschrijving is van ‘{known}’. Ga na of het blad "
    "van deze inschrijver is.",
    en="The price sheet has the name ‘{found}’; this bid is of ‘{known}’. Check that the sheet is this "
    "bidder's.",
)
_NO_NAME = Text(
    nl="Op het prijzenblad staat geen naam. Ga na of het van ‘{known}’ is.",
    en="The price sheet has no name. Check that it is of ‘{known}’.",
)
_NO_NUMBER = Text(
    nl="Op het prijzenblad staat geen KvK-nummer. Ga na of het van ‘{known}’ is.",
    en="The price sheet has no registration number. Check that it is of ‘{known}’.",
)
_NUMBER_UNKNOWN = Text(
    nl="Op het prijzenblad staat KvK-nummer {found}; van de inschrijver is geen KvK-nummer bekend. Ga na of "
    "het blad van ‘{known}’ is.",
    en="The price sheet has registration number {found}; no number of the bidder is known. Check that the "
    "sheet is of ‘{known}’.",
)
_OTHER_ANSWER = Text(
    nl="{about}: {label}. Op het prijzenblad staat ‘{found}’, in de geopende inschrijving ‘{known}’. De "
    "inschrijving blijft zoals zij is; alleen de prijzen komen erbij.",
    en="{about}: {label}. The price sheet says ‘{found}’, the opened bid ‘{known}’. The bid stays as it is; "
    "the prices alone are added.",
)
_NOTHING = Text(nl="niets", en="nothing")


@dataclass(frozen=True, slots=True)
class LateSheet:
    """What the sheet says, and in what it differs from the bid besides."""

    stated: Stated = field(repr=False)
    remarks: tuple[Text, ...] = field(repr=False)


@sensitive_variables()
def read_late_sheet(*, bid: Bid, content: bytes, name: str, at: datetime, actor: User) -> LateSheet:
    """For the second of two people; nothing is stored. Raises `Refused` with each place that is wrong."""
    assert bid.sealed is not None, "only a bid from the vault has a price that is missing"
    require_second_person(sealed=bid.sealed, at=at, actor=actor)
    stated = read_price_sheet(bid.lot, content, name, within=LATE_PRICING)
    _require_same_number(bid.supplier, stated)
    return LateSheet(stated, tuple(_remarks(bid, opened_answers(bid.sealed), stated)))


def _require_same_number(supplier: Supplier, stated: Stated) -> None:
    found, known = stated.chamber_of_commerce, supplier.chamber_of_commerce
    if found and known and found != known:
        raise Refused([_OTHER_NUMBER.format(found=found, known=known)])


def _whose(supplier: Supplier, stated: Stated) -> Iterator[Text]:
    """What keeps the sheet from showing that it is this bidder's."""
    found, known = stated.chamber_of_commerce, supplier.name
    if not stated.supplier:
        yield _NO_NAME.format(known=known)
    elif name_key(stated.supplier) != name_key(known):
        yield _OTHER_NAME.format(found=stated.supplier, known=known)
    if not found:
        yield _NO_NUMBER.format(known=known)
    elif not supplier.chamber_of_commerce:
        yield _NUMBER_UNKNOWN.format(found=found, known=known)


def _remarks(bid: Bid, answers: Mapping[str, str], stated: Stated) -> Iterator[Text]:
    yield from _whose(bid.supplier, stated)
    for asked in calculation_of(bid.lot).inputs:
        found, known = stated.values.get(asked.code, ""), answers.get(asked.code, "")
        if not asked.is_price and found != known:
            yield _OTHER_ANSWER.format(
                about=asked.about, label=asked.label, found=_words(asked, found), known=_words(asked, known)
            )


def _words(asked: InputField, value: str) -> str | Text:
    if not value:
        return _NOTHING
    if asked.asks is Asks.NUMBER:
        return in_both(Decimal(value))
    options = YES_NO if asked.asks is Asks.YES_NO else [(each.code, each.label) for each in asked.options]
    return dict(options).get(value, value)

"""Does a bid that is handed in fit the published criteria? Nothing here looks at another bid."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from procurement.direction_controls import turns_direction
from procurement.language import Text
from procurement.numbers import NotANumber, parse, plain
from tenders.lifecycle.statement import InputField, misfit
from tenders.models import Criterion, Lot
from tenders.procedure.moments import moment_text
from tenders.services.bid_content import NewSealedBid
from tenders.services.calculation import Calculation, calculation_of

LABELS, YES_NO = ("label", "equivalent", "none"), ("yes", "no")
LONGEST_VALUE, LONGEST_ANSWER, LONGEST_NAME = 40, 20_000, 200  # characters
MOST_FILES = 50
FILE_BYTES, BID_BYTES = 20 * 1024 * 1024, 100 * 1024 * 1024
_EIGHT_DIGITS = re.compile("[0-9]{8}")

_NO_NAME = Text(nl="Vul de naam van de leverancier in.", en="Fill in the name of the supplier.")
_BAD_NAME = Text(
    nl="De naam van de leverancier is te lang of bevat onzichtbare tekens. Typ hem opnieuw.",
    en="The name of the supplier is too long or holds invisible characters. Type it again.",
)
_BAD_NUMBER = Text(nl="Een KvK-nummer heeft 8 cijfers.", en="A Chamber of Commerce number has 8 digits.")
_FUTURE = Text(
    nl="Het moment van ontvangst ligt in de toekomst: {moment}. Controleer de datum en de tijd.",
    en="The moment of receipt lies in the future: {moment}. Check the date and the time.",
)
_BEFORE = Text(
    nl="Het moment van ontvangst ligt voor de publicatie: {moment}. Controleer de datum en de tijd.",
    en="The moment of receipt lies before the publication: {moment}. Check the date and the time.",
)
_UNKNOWN = Text(
    nl="Criterium {code} hoort hier niet bij dit perceel. Haal het weg.",
    en="Criterion {code} does not belong here on this lot. Remove it.",
)
_BAD_VALUE = Text(
    nl="De waarde bij criterium {code} past niet. Kijk wat het criterium vraagt en vul het opnieuw in.",
    en="The value for criterion {code} does not fit. See what the criterion asks and fill it in again.",
)
_BAD_ANSWER = Text(
    nl="Het antwoord bij {code} is te lang of bevat onzichtbare tekens. Kort het in of typ het opnieuw.",
    en="The answer to {code} is too long or holds invisible characters. Shorten it or type it again.",
)
_NO_PRICE = Text(
    nl="De prijs bij criterium {code} ontbreekt. Vul alle prijzen in, of geen.",
    en="The price for criterion {code} is missing. Fill in all prices, or none.",
)
_NO_AMOUNTS = Text(
    nl="De bedragen voor de levenscycluskosten ontbreken. Vul alle prijzen in, of geen.",
    en="The amounts for the life-cycle cost are missing. Fill in all prices, or none.",
)
_NO_LINES = Text(
    nl="De prijzen van het prijzenblad ontbreken. Vul alle prijzen in, of geen.",
    en="The prices of the price sheet are missing. Fill in all prices, or none.",
)
_MANY_FILES = Text(
    nl="Een inschrijving heeft hooguit {most} bestanden.", en="A bid has at most {most} files."
)
_BIG_FILE = Text(
    nl="Bestand {name} is groter dan 20 MB. Lever het in delen aan.",
    en="File {name} is larger than 20 MB. Hand it in in parts.",
)
_BIG_BID = Text(
    nl="De bestanden zijn samen groter dan 100 MB. Haal er een weg.",
    en="The files together are larger than 100 MB. Remove one.",
)


def leaves_of(lot: Lot) -> list[Criterion]:
    """The criteria that a bid has a value for, in published order."""
    return list(lot.criteria.filter(children=None))


def is_offered(criterion: Criterion) -> bool:
    """Is the value known when the bids are opened? A price lies in its vault, a level is for the jury."""
    return criterion.kind not in (Criterion.Kind.PRICE, Criterion.Kind.SCALE)


def is_calculated(criterion: Criterion) -> bool:
    """Does the value follow from what the bid states for the calculation? Then nobody types it."""
    return bool(criterion.figure)


def is_stated(criterion: Criterion) -> bool:
    """Does the bid state this value as it is?"""
    return is_offered(criterion) and not is_calculated(criterion)


def is_typed_price(criterion: Criterion) -> bool:
    """Is this a price as the bid states it, and no calculated cost?"""
    return criterion.kind == Criterion.Kind.PRICE and not is_calculated(criterion)


def reasons_against_bid(bid: NewSealedBid, lot: Lot, *, at: datetime) -> list[Text]:
    """Everything that is wrong with it, without repeating what was offered.

    What fits is then held together: a bid that is registered `as_received` need not be a whole statement.
    """
    leaves, calculation = leaves_of(lot), calculation_of(lot)
    found = [
        *_of_the_sender(bid),
        *_of_the_moment(bid.received_at, lot, at),
        *_of_values(bid.values, [each for each in leaves if is_stated(each)], calculation),
        *_of_answers(bid.answers, [each for each in leaves if each.kind == Criterion.Kind.SCALE]),
        *(reasons_against_prices(bid.prices, leaves, calculation) if bid.prices else ()),
        *_of_files(bid, {each.code for each in leaves}),
    ]
    return found or ([] if bid.as_received else list(_of_the_statement(bid, calculation)))


def _of_the_sender(bid: NewSealedBid) -> Iterator[Text]:
    if not bid.supplier.strip():
        yield _NO_NAME
    elif len(bid.supplier) > LONGEST_NAME or has_unseen(bid.supplier):
        yield _BAD_NAME
    if bid.chamber_of_commerce and not _EIGHT_DIGITS.fullmatch(bid.chamber_of_commerce):
        yield _BAD_NUMBER


def has_unseen(text: str) -> bool:
    """Control characters or characters that turn the reading direction, line ends and tabs excepted."""
    seen = text.replace("\n", "").replace("\t", "")
    return turns_direction(text) or any(unicodedata.category(each) in ("Cc", "Cs") for each in seen)


def _of_the_moment(received_at: datetime, lot: Lot, at: datetime) -> Iterator[Text]:
    if received_at > at:
        yield _FUTURE.format(moment=moment_text(received_at))
    first = lot.tender.publications.order_by("version").values_list("made_at", flat=True).first()
    if first is not None and received_at < first:
        yield _BEFORE.format(moment=moment_text(received_at))


def _of_values(
    values: Mapping[str, str], asked: Iterable[Criterion], calculation: Calculation
) -> Iterator[Text]:
    """Values by criterion, and answers for the calculation by input: an input has a colon in its code."""
    known, inputs = {each.code: each for each in asked}, calculation.asked(is_price=False)
    for code, value in values.items():
        if code in known and not fits(value, known[code]):
            yield _BAD_VALUE.format(code=code)
        elif code not in known:
            yield from _of_input(code, value, inputs)


def _of_input(code: str, value: str, inputs: Mapping[str, InputField]) -> Iterator[Text]:
    if code not in inputs:
        yield _UNKNOWN.format(code=code[:100])
    elif (wrong := misfit(value, inputs[code])) is not None:
        yield wrong if inputs[code].line is not None else _BAD_VALUE.format(code=code)


def fits(value: str, criterion: Criterion) -> bool:
    """Is this the canonical text of a value that the criterion can have?"""
    if criterion.kind == Criterion.Kind.LABEL:
        return value in LABELS
    if criterion.kind == Criterion.Kind.YES_NO:
        return value in YES_NO
    return is_number(value)


def is_number(value: str) -> bool:
    try:
        return plain(parse(value)) == value and len(value) <= LONGEST_VALUE
    except NotANumber:
        return False


def _of_the_statement(bid: NewSealedBid, calculation: Calculation) -> Iterator[Text]:
    yield from (each.message for each in calculation.wrong_answers(bid.values))
    if bid.prices:
        yield from (each.message for each in calculation.wrong_amounts(bid.prices, bid.values))


def _of_answers(answers: Mapping[str, str], asked: Iterable[Criterion]) -> Iterator[Text]:
    known = {each.code for each in asked}
    for code, answer in answers.items():
        if code not in known:
            yield _UNKNOWN.format(code=code)
        elif len(answer) > LONGEST_ANSWER or has_unseen(answer):
            yield _BAD_ANSWER.format(code=code)


def reasons_against_prices(
    prices: Mapping[str, str], leaves: Iterable[Criterion], calculation: Calculation
) -> Iterator[Text]:
    """All prices of the lot, each a canonical number, and the amounts in euros for its calculated cost."""
    asked = [each.code for each in leaves if is_typed_price(each)]
    inputs = calculation.asked(is_price=True)
    for code in (each for each in prices if each not in asked):
        yield from _of_input(code, prices[code], inputs)
    if calculation.taken(is_price=True) and not prices.keys() & inputs.keys():
        yield _NO_LINES if all(each.line for each in inputs.values()) else _NO_AMOUNTS
    yield from (_NO_PRICE.format(code=code) for code in asked if not prices.get(code))
    yield from (
        _BAD_VALUE.format(code=code) for code in asked if prices.get(code) and not is_number(prices[code])
    )


def _of_files(bid: NewSealedBid, codes: set[str]) -> Iterator[Text]:
    if len(bid.files) > MOST_FILES:
        yield _MANY_FILES.format(most=str(MOST_FILES))
    yield from (_BIG_FILE.format(name=each.name) for each in bid.files if len(each.content) > FILE_BYTES)
    if sum(len(each.content) for each in bid.files) > BID_BYTES:
        yield _BIG_BID
    yield from (
        _UNKNOWN.format(code=each.criterion) for each in bid.files if each.criterion not in codes | {""}
    )

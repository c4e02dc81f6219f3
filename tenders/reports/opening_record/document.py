"""The record of the openings as a document."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from procurement.citations import cite
from procurement.documents.compose import column, heading, numbers, paragraph, row, table
from procurement.documents.model import Block, Document, Row
from procurement.language import Text
from tenders.reports.edition import Edition, Stamp
from tenders.reports.front import facts_table, footer, header, opening
from tenders.reports.legal import all_cited
from tenders.reports.log_head import log_line
from tenders.reports.opening_record.model import LatePrice, OpeningRecord, Received, Signing
from tenders.reports.opening_record.particulars import earlier_versions, exactly, registered_late
from tenders.reports.vocabulary import LOT
from tenders.reports.wording import Wording

TITLE = Text(nl="Proces-verbaal van opening", en="Record of the opening")
_OF_LOT = Text(nl="Perceel", en="Lot")
_RESTS_ON = Text(nl="opening van {day}", en="opening of {day}")
_HOW = Text(nl="De opening van de inschrijvingen", en="The opening of the bids")
_PRICES = Text(nl="De opening van de prijzen", en="The opening of the prices")
_OPENED = Text(
    nl="{first} en {second} hebben de kluis samen geopend. Tot dat moment kon niemand de inhoud lezen. "
    "Grondslag: {basis}.",
    en="{first} and {second} opened the vault together. Until that moment nobody could read the contents. "
    "Legal basis: {basis}.",
)
_AGAIN = Text(
    nl="{first} en {second} hebben deze stap na een herstel opnieuw gezet. De inhoud was sinds de eerste "
    "opening bekend. Grondslag: {basis}.",
    en="{first} and {second} took this step again after a correction. The contents had been known since the "
    "first opening. Legal basis: {basis}.",
)
_FIRST = Text(nl="Eerste handtekening", en="First signature")
_SECOND = Text(nl="Tweede handtekening, kluis open", en="Second signature, vault open")
_SIGNED = Text(nl="{person}, {moment}", en="{person}, {moment}")
_NOT_YET = Text(nl="De prijzen zijn nog niet geopend.", en="The prices have not been opened yet.")
_RECEIVED = Text(nl="Ontvangen inschrijvingen", en="Bids received")
_COUNT = Text(
    nl="Ontvangen: {all}. Op tijd en geopend: {counted}. Een bod op exact het uiterste moment is op tijd. Te "
    "late inschrijvingen zijn niet gelezen. Ingetrokken inschrijvingen zijn nooit geopend.",
    en="Received: {all}. In time and opened: {counted}. A bid at exactly the deadline is in time. Late bids "
    "were not read. Withdrawn bids were never opened.",
)
_NONE = Text(nl="Er zijn geen inschrijvingen ontvangen.", en="No bids were received.")
_CODE = Text(nl="Code", en="Code")
_BIDDER = Text(nl="Inschrijver", en="Bidder")
_MOMENT = Text(nl="Ontvangen op", en="Received on")
_RECEIPT = Text(nl="Ontvangstnummer", en="Receipt number")
_FILES = Text(nl="Bestanden", en="Files")
_STATE = Text(nl="Stand", en="State")
_WITHDRAWN = Text(nl="{verdict} op {moment}", en="{verdict} on {moment}")
_LATE_PRICES = Text(
    nl="Prijzen die na het uiterste tijdstip in de kluis kwamen",
    en="Prices put into the vault after the deadline",
)
_LATE_WHY = Text(
    nl="Deze inschrijvingen hadden geen prijs in de kluis. Twee personen legden hem er later in.",
    en="These bids had no price in the vault. Two people put it in later.",
)
_PUT_IN = Text(nl="In de kluis op", en="In the vault on")
_PUT_IN_BY = Text(nl="In de kluis door", en="Put in by")
_REASON = Text(nl="Reden", en="Reason")
_SIGNING = Text(nl="Ondertekening", en="Signatures")
_NAME = Text(nl="Naam", en="Name")
_DATE = Text(nl="Datum", en="Date")
_SIGNATURE = Text(nl="Handtekening", en="Signature")


def opening_document(edition: Edition, record: OpeningRecord) -> Document:
    say, stamp = Wording(edition.language), _stamp(edition, record)
    return Document(
        title=f"{say(TITLE)} – {edition.tender.title}",
        language=edition.language,
        properties=edition.properties(TITLE, stamp),
        blocks=tuple(_blocks(edition, record, say)),
        header=header(edition),
        footer=footer(stamp, say),
    )


def _stamp(edition: Edition, record: OpeningRecord) -> Stamp:
    """With the digest of the criteria: what the bids were made for."""
    at = record.bids.second_at
    day = Text(nl=Wording("nl").day(at.date()), en=Wording("en").day(at.date()))
    return Stamp(words=_RESTS_ON.format(day=day), digest=edition.digest, created=at)


def _blocks(edition: Edition, record: OpeningRecord, say: Wording) -> Iterator[Block]:
    lot = say(LOT, code=record.lot, title=record.lot_title)
    yield from opening(edition, TITLE, say, ((say(_OF_LOT), lot), log_line(record.head, say)))
    yield heading(1, say(_HOW))
    yield from _opened(record.bids, say)
    yield heading(1, say(_RECEIVED))
    yield from _received(record, say)
    yield from registered_late(record.registered_late, say)
    yield from earlier_versions(record.earlier_versions, say)
    yield heading(1, say(_PRICES))
    if not record.prices:
        yield paragraph(say(_NOT_YET))
    for place, signing in enumerate(record.prices):
        yield from _opened(signing, say, words=_OPENED if place == 0 else _AGAIN)
    if record.late_prices:
        yield heading(1, say(_LATE_PRICES))
        yield paragraph(say(_LATE_WHY))
        yield _late(record.late_prices, say)
    yield from _signing(record, say)


def _late(prices: Iterable[LatePrice], say: Wording) -> Block:
    columns = (
        column(say(_RECEIPT), 5),
        column(say(_PUT_IN), 4),
        column(say(_FIRST), 3),
        column(say(_PUT_IN_BY), 3),
        column(say(_REASON), 6),
    )
    rows = (
        row(each.receipt, exactly(each.at, say), each.signed_by, each.put_in_by, each.reason)
        for each in prices
    )
    return table(columns, rows, alt=say(_LATE_PRICES))


def _opened(signing: Signing, say: Wording, words: Text = _OPENED) -> Iterator[Block]:
    basis = all_cited([cite("aw2012:2.108")], say)
    yield paragraph(say(words, first=signing.first, second=signing.second, basis=basis))
    lines = [(say(_SECOND), say(_SIGNED, person=signing.second, moment=exactly(signing.second_at, say)))]
    if signing.first_at is not None:
        first = say(_SIGNED, person=signing.first, moment=exactly(signing.first_at, say))
        lines.insert(0, (say(_FIRST), first))
    yield facts_table(lines, alt=say(_HOW), say=say)


def _received(record: OpeningRecord, say: Wording) -> Iterator[Block]:
    if not record.received:
        yield paragraph(say(_NONE))
        return
    counted = sum(1 for each in record.received if each.counts)
    yield paragraph(say(_COUNT, all=str(len(record.received)), counted=str(counted)))
    columns = (
        column(say(_CODE), 2),
        column(say(_BIDDER), 5),
        column(say(_MOMENT), 5),
        column(say(_RECEIPT), 5),
        numbers(say(_FILES), 3),
        column(say(_STATE), 4),
    )
    yield table(columns, (_line(each, say) for each in record.received), alt=say(_RECEIVED))


def _line(each: Received, say: Wording) -> Row:
    state = say(each.verdict)
    if each.withdrawn_at is not None:
        state = say(_WITHDRAWN, verdict=state, moment=exactly(each.withdrawn_at, say))
    received = exactly(each.received_at, say) if each.received_at is not None else "–"
    return row(each.code or "–", each.bidder or "–", received, each.receipt, str(each.files), state)


def _signing(record: OpeningRecord, say: Wording) -> Iterator[Block]:
    yield heading(1, say(_SIGNING))
    openings = (record.bids, *record.prices)
    people = dict.fromkeys(name for each in openings for name in (each.first, each.second))
    columns = (column(say(_NAME), 5), column(say(_DATE), 3), column(say(_SIGNATURE), 6))
    signatures = table(columns, (row(name, "", "\n\n") for name in people), alt=say(_SIGNING))
    yield replace(signatures, keep_together=True)

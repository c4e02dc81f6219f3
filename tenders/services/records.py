"""The records of a lot: of its openings, of its award (art. 2.132 Aw 2012), and the notice of its end."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.utils.timezone import localtime

from procurement.audit.log import head
from procurement.documents.model import Document
from procurement.language import Language, Text
from tenders.models import FirstSignature, Lot, PhaseChange, Tender
from tenders.procedure.guards import PEOPLE_WITHIN
from tenders.procedure.phases import CLOSED, Phase
from tenders.reports.opening_record.document import TITLE as OPENING_TITLE
from tenders.reports.opening_record.document import opening_document
from tenders.reports.opening_record.model import LatePrice, OpeningRecord, Received, Signing
from tenders.reports.record.document import TITLE as AWARD_TITLE
from tenders.reports.record.document import record_document
from tenders.services.award_record import award_record
from tenders.services.editions import edition_of
from tenders.services.late_prices import late_prices_of
from tenders.services.notices import Notice, made_notice, notices_of
from tenders.services.opened import Receipt, receipts_of
from tenders.services.opening_particulars import earlier_versions_of, late_registrations_of
from tenders.services.phases import phases_of
from tenders.services.record_course import named
from tenders.services.sorting_out import Verdict

OPENING, AWARD = "proces-verbaal-opening", "proces-verbaal-gunning"
TITLES: Mapping[str, Text] = {OPENING: OPENING_TITLE, AWARD: AWARD_TITLE}

_VERDICTS: Mapping[Verdict, Text] = {
    Verdict.COUNTS: Text(nl="op tijd, geopend", en="in time, opened"),
    Verdict.LATE: Text(nl="te laat, niet gelezen", en="late, not read"),
    Verdict.REPLACED: Text(
        nl="vervangen door een latere, telt niet", en="replaced by a later one, not counted"
    ),
    Verdict.UNSIGNED: Text(
        nl="na het uiterste tijdstip door één persoon geregistreerd, vervangt niets, telt niet",
        en="registered after the deadline by one person, replaces nothing, not counted",
    ),
    Verdict.WITHDRAWN: Text(nl="ingetrokken, nooit geopend", en="withdrawn, never opened"),
}


@dataclass(frozen=True, slots=True)
class Recorded:
    """A record that can be made now."""

    lot: Lot
    name: str
    to = ""  # a record is for nobody in particular, unlike a notice
    sent = None  # and is not sent

    @property
    def title(self) -> Text:
        return TITLES[self.name]


def records_of(tender: Tender) -> list[Recorded | Notice]:
    """Every record and notice that can be made now, lot by lot, in as many queries as for one lot."""
    lots = list(tender.lots.order_by("number"))
    phases = phases_of(lots)
    changes = PhaseChange.objects.filter(lot__in=lots, transition="open-bids")
    opened = set(changes.values_list("lot", flat=True))
    found = [
        Recorded(lot, name) for lot in lots for name in _names(phases[lot.pk], is_opened=lot.pk in opened)
    ]
    return sorted([*found, *notices_of(lots, phases)], key=lambda each: each.lot.number)


def made_record(lot: Lot, name: str, language: Language) -> Document | None:
    """The record or notice of this name; None when it cannot be made (yet)."""
    opened = PhaseChange.objects.filter(lot=lot, transition="open-bids").exists()
    phases = phases_of([lot])
    if name in _names(phases[lot.pk], is_opened=opened):
        return _MADE[name](lot, language)
    notice = next((each for each in notices_of([lot], phases) if each.name == name), None)
    return made_notice(notice, language) if notice is not None else None


def _names(phase: Phase, *, is_opened: bool) -> Iterator[str]:
    if is_opened:
        yield OPENING
    if phase in CLOSED:
        yield AWARD


def _opening(lot: Lot, language: Language) -> Document:
    (bids, *_), receipts = _signings(lot, "open-bids"), receipts_of(lot)
    record = OpeningRecord(
        lot=str(lot.number),
        lot_title=lot.title,
        deadline=localtime(lot.tender.deadline) if lot.tender.deadline else None,
        bids=bids,
        received=tuple(_received(receipts)),
        prices=tuple(_signings(lot, "open-prices")),
        late_prices=tuple(_late_prices(lot)),
        registered_late=tuple(late_registrations_of(lot, receipts)),
        earlier_versions=tuple(earlier_versions_of(lot)),
        head=head(lot.tender.organisation),
    )
    return opening_document(edition_of(lot.tender, language=language), record)


def _signings(lot: Lot, transition: str) -> Iterator[Signing]:
    """Every opening, the first one first: it is the one that broke the seal."""
    changes = PhaseChange.objects.filter(lot=lot, transition=transition)
    for change in changes.select_related("made_by", "seconded_by").order_by("number"):
        yield _signing(lot, change)


def _signing(lot: Lot, change: PhaseChange) -> Signing:
    """An opening with the first signature that it completed."""
    first = FirstSignature.objects.filter(
        lot__tender=lot.tender, transition=change.transition, at__lte=change.at,
        at__gt=change.at - PEOPLE_WITHIN,
    )  # fmt: skip
    signed = first.filter(made_by=change.made_by).order_by("-pk").first()
    return Signing(
        first=named(change.made_by),
        first_at=localtime(signed.at) if signed else None,
        second=named(change.seconded_by),
        second_at=localtime(change.at),
    )


def _received(receipts: Iterable[Receipt]) -> Iterator[Received]:
    for each in receipts:
        yield Received(
            receipt=each.number,
            verdict=_VERDICTS[each.verdict],
            counts=each.verdict is Verdict.COUNTS,
            code=each.code,
            bidder=each.supplier,
            received_at=localtime(each.received_at) if each.received_at else None,
            withdrawn_at=localtime(each.withdrawn_at) if each.withdrawn_at else None,
            files=each.files,
        )


def _late_prices(lot: Lot) -> Iterator[LatePrice]:
    for each in late_prices_of(lot):
        people = named(each.signed_by), named(each.put_in_by)
        yield LatePrice(each.receipt, localtime(each.at), *people, each.reason)


def _award(lot: Lot, language: Language) -> Document:
    return record_document(edition_of(lot.tender, language=language), award_record(lot))


_MADE: Mapping[str, Callable[[Lot, Language], Document]] = {
    OPENING: _opening,
    AWARD: _award,
}

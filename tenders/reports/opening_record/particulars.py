"""What the record says of single bids: registered after the deadline, or made on an earlier version."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from procurement.documents.compose import column, heading, paragraph, row, table
from procurement.documents.model import Block, Row
from procurement.language import Text
from tenders.reports.opening_record.model import EarlierVersion, LateRegistration
from tenders.reports.wording import Wording

_LATE = Text(nl="Geregistreerd na het uiterste tijdstip", en="Registered after the deadline")
_LATE_WHY = Text(
    nl="Deze inschrijvingen zijn na het uiterste tijdstip overgenomen in dit programma. Of zij op tijd zijn, "
    "volgt uit het moment van ontvangst. Eén persoon vervangt zo geen inschrijving die al was verzegeld.",
    en="These bids were copied into this program after the deadline. Whether they are in time follows from "
    "the moment of receipt. One person replaces no bid in this way that was sealed already.",
)
_RECEIPT = Text(nl="Ontvangstnummer", en="Receipt number")
_BIDDER = Text(nl="Inschrijver", en="Bidder")
_RECEIVED = Text(nl="Ontvangen op", en="Received on")
_REGISTERED = Text(nl="Geregistreerd op", en="Registered on")
_BY = Text(nl="Door", en="By")
_REPLACES = Text(nl="Vervangt", en="Replaces")
_REPLACED = Text(
    nl="{receipt}, mede getekend door {person}: {reason}", en="{receipt}, also signed by {person}: {reason}"
)
_VERSIONS = Text(
    nl="Inschrijvingen op een eerdere versie van de stukken", en="Bids on an earlier version of the documents"
)
_VERSIONS_WHY = Text(
    nl="De laatste versie vroeg wie al had ingeschreven om de inschrijving vóór het uiterste tijdstip te "
    "bevestigen of te vervangen.",
    en="The last version asked who had bid already to confirm or replace the bid before the deadline.",
)
_CODE = Text(nl="Code", en="Code")
_MADE_ON = Text(nl="Gedaan op", en="Made on")
_ANSWER = Text(nl="Bevestiging", en="Confirmation")
_REASON = Text(nl="Reden", en="Reason")
_VERSION = Text(nl="versie {made}; versie {held} gold", en="version {made}; version {held} held")
_CONFIRMED = Text(nl="bevestigd op {day}", en="confirmed on {day}")
_NOT_CONFIRMED = Text(nl="niet op tijd bevestigd, vervallen", en="not confirmed in time, fell away")
_OPEN = Text(nl="nog niet vastgelegd", en="not recorded yet")


def exactly(moment: datetime, say: Wording) -> str:
    """To the second: a bid can be too late by one."""
    return f"{say.day(moment.date())}, {moment:%H:%M:%S}"


def registered_late(found: Sequence[LateRegistration], say: Wording) -> Iterator[Block]:
    if not found:
        return
    yield heading(2, say(_LATE))
    yield paragraph(say(_LATE_WHY))
    columns = (
        column(say(_RECEIPT), 4),
        column(say(_BIDDER), 4),
        column(say(_RECEIVED), 4),
        column(say(_REGISTERED), 4),
        column(say(_BY), 3),
        column(say(_REPLACES), 5),
    )
    yield table(columns, (_late(each, say) for each in found), alt=say(_LATE))


def _late(each: LateRegistration, say: Wording) -> Row:
    replaced = say(_REPLACED, receipt=each.replaces, person=each.signed_by, reason=each.reason)
    return row(
        each.receipt,
        each.bidder,
        exactly(each.received_at, say),
        exactly(each.at, say),
        each.by,
        replaced if each.replaces else "–",
    )


def earlier_versions(found: Sequence[EarlierVersion], say: Wording) -> Iterator[Block]:
    if not found:
        return
    yield heading(2, say(_VERSIONS))
    yield paragraph(say(_VERSIONS_WHY))
    columns = (
        column(say(_CODE), 2),
        column(say(_BIDDER), 4),
        column(say(_MADE_ON), 4),
        column(say(_ANSWER), 4),
        column(say(_BY), 3),
        column(say(_REASON), 6),
    )
    yield table(columns, (_version(each, say) for each in found), alt=say(_VERSIONS))


def _version(each: EarlierVersion, say: Wording) -> Row:
    made = say(_VERSION, made=str(each.made_on), held=str(each.held))
    return row(each.code, each.bidder, made, _answer(each, say), each.by or "–", each.reason or "–")


def _answer(each: EarlierVersion, say: Wording) -> str:
    if each.is_confirmed is None:
        return say(_OPEN)
    if each.confirmed_on is None:
        return say(_NOT_CONFIRMED)
    return say(_CONFIRMED, day=say.day(each.confirmed_on))

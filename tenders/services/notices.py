"""The notices to each bidder: an award decision was withdrawn, or the lot ended without an award."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.utils.timezone import localdate, localtime

from procurement.audit.log import head
from procurement.documents.model import Document
from procurement.language import Language, Text
from tenders.models import AwardDecision, Bid, Letter, Lot, PhaseChange, SentNotice
from tenders.procedure.phases import Phase
from tenders.reports.letters.stopped import TITLE as STOPPED_TITLE
from tenders.reports.letters.stopped import Ended, stop_letter
from tenders.reports.letters.withdrawn import TITLE as WITHDRAWN_TITLE
from tenders.reports.letters.withdrawn import Replaced, Withdrawn, withdrawal_letter
from tenders.services.editions import edition_of
from tenders.services.record_bidders import bidders_of

STOPPED, WITHDRAWN = "mededeling-beeindiging", "mededeling-intrekking"


@dataclass(frozen=True, slots=True)
class Notice:
    """One notice that can be made now; `to` is empty where no bid was opened: it is then for all."""

    lot: Lot
    name: str
    title: Text
    to: str = ""
    code: str = ""
    letter: Letter | None = None  # the one that lapsed
    bid: Bid | None = None
    sent: SentNotice | None = None  # as it was sent, without its contents

    @property
    def about(self) -> AwardDecision | None:
        """The decision that was withdrawn; None: the lot ended."""
        is_withdrawal = self.letter is not None and self.name.startswith(WITHDRAWN)
        return self.letter.decision if is_withdrawal and self.letter is not None else None


def notices_of(lots: Sequence[Lot], phases: Mapping[int, Phase]) -> list[Notice]:
    """Lot by lot, in as many queries as for one lot."""
    bids = list(Bid.objects.filter(lot__in=lots).select_related("supplier").order_by("code"))
    lapsed = _lapsed(lots)
    rows = SentNotice.objects.filter(bid__lot__in=lots).defer("word", "open_document")
    sent: dict[tuple[int | None, int | None], SentNotice] = {
        (row.bid_id, row.decision_id): row for row in rows.select_related("sent_by")
    }
    found = (notice for lot in lots for notice in _of_lot(lot, phases[lot.pk], bids, lapsed))
    return [replace(each, sent=sent.get(_key(each))) for each in found]


def _key(notice: Notice) -> tuple[int | None, int | None]:
    """Of the bid and of the decision that was withdrawn."""
    return notice.bid.pk if notice.bid else None, notice.about.pk if notice.about else None


def made_notice(notice: Notice, language: Language, sent_on: date | None = None) -> Document:
    """`sent_on`: the Dutch date of sending; None leaves it to be filled in."""
    edition = edition_of(notice.lot.tender, language=language)
    if notice.name.startswith(STOPPED):
        return stop_letter(edition, _ended(notice, sent_on))
    return withdrawal_letter(edition, _withdrawn(notice, sent_on))


def replaced_letter(letter: Letter) -> Replaced:
    """What the letter of a withdrawn decision said about dates."""
    return Replaced(
        sent_on=localdate(letter.sent_at),
        withdrawn_on=localdate(letter.decision.withdrawal.at),
        last_day=localdate(letter.standstill_until) - timedelta(days=1),
    )


def lapsed_letters(lot: Lot) -> dict[str, Letter]:
    """By the code of the bid, the newest letter about a decision that was withdrawn."""
    return {letter.bid.code: letter for letter in _lapsed([lot])}


def _lapsed(lots: Sequence[Lot]) -> list[Letter]:
    rows = Letter.objects.filter(decision__lot__in=lots).exclude(decision__withdrawal=None)
    rows = rows.select_related("decision__withdrawal", "bid__supplier").defer("word", "open_document")
    return list(rows.order_by("decision__number", "bid__code"))


def _of_lot(lot: Lot, phase: Phase, bids: Sequence[Bid], lapsed: Sequence[Letter]) -> Iterator[Notice]:
    for letter in lapsed:
        if letter.decision.lot_id == lot.pk:
            name = f"{WITHDRAWN}-{letter.decision.number}-{letter.bid.code}"
            bid = letter.bid
            yield Notice(lot, name, WITHDRAWN_TITLE, bid.supplier.name, bid.code, letter, bid)
    if phase is Phase.STOPPED:
        yield Notice(lot, STOPPED, STOPPED_TITLE)
        letters = {each.bid_id: each for each in lapsed}
        for bid in bids:
            if bid.lot_id == lot.pk:
                name = f"{STOPPED}-{bid.code}"
                lapsed_one = letters.get(bid.pk)
                yield Notice(lot, name, STOPPED_TITLE, bid.supplier.name, bid.code, lapsed_one, bid)


def _withdrawn(notice: Notice, sent_on: date | None) -> Withdrawn:
    lot, letter = notice.lot, notice.letter
    assert letter is not None, "a withdrawal is told to who had a letter"
    withdrawal = letter.decision.withdrawal
    return Withdrawn(
        lot=str(lot.number),
        lot_title=lot.title,
        to=notice.to,
        at=localtime(withdrawal.at),
        reason=withdrawal.reason,
        letter=replaced_letter(letter),
        sent_on=sent_on,
        head=head(lot.tender.organisation),
    )


def _ended(notice: Notice, sent_on: date | None) -> Ended:
    lot = notice.lot
    change = PhaseChange.objects.filter(lot=lot, target=Phase.STOPPED).order_by("-number").get()
    own = next((each for each in bidders_of(lot) if each.code == notice.code), None)
    return Ended(
        lot=str(lot.number),
        lot_title=lot.title,
        at=localtime(change.at),
        reason=change.reason,
        head=head(lot.tender.organisation),
        to=notice.to,
        own=(*own.failed, *([own.fallen] if own.fallen else [])) if own is not None else (),
        letter=replaced_letter(notice.letter) if notice.letter is not None else None,
        sent_on=sent_on,
    )

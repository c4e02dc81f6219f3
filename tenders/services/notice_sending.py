"""Recording the notices of a withdrawal or of the end of a lot as they are sent to each bidder.

As with the letters the program sends no post: what is recorded is served unchanged from then on.
"""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from procurement.audit.log import record
from procurement.documents.writers.docx import docx_bytes
from procurement.documents.writers.odt import odt_bytes
from procurement.language import Language, Text, language_named
from tenders.models import Bid, Lot, SentNotice
from tenders.procedure.standstill import sent_on
from tenders.procedure.transitions import TRANSITIONS
from tenders.services.notices import Notice, made_notice, notices_of
from tenders.services.phases import Refused, phases_of
from tenders.services.signatures import may_take

SENDERS = TRANSITIONS["withdraw-decision"]  # who may take a decision back tells the bidders too

_NOTHING = Text(
    nl="Er is geen mededeling te verzenden. Ververs de pagina.",
    en="There is no notice to send. Reload the page.",
)
_NOT_YOURS = Text(
    nl="Alleen een inkoper, jurist of projectleider van deze organisatie doet dit.",
    en="Only an officer, lawyer or project lead of this organisation does this.",
)


def notices_to_bidders(lot: Lot) -> list[Notice]:
    """Those that each go to one bidder, sent or not."""
    return [each for each in notices_of([lot], phases_of([lot])) if each.bid is not None]


@transaction.atomic
def send_notices(
    *, lot: Lot, languages: Mapping[str, Language], at: datetime, actor: User
) -> list[SentNotice]:
    """Record every notice that was not recorded before. Raises `Refused`.

    `languages`: by the name of the notice; who is not in it gets the language of its letter, else Dutch.
    """
    Lot.objects.select_for_update(no_key=True).get(pk=lot.pk)
    if not (actor.is_active and may_take(actor, SENDERS, lot.tender.organisation)):
        raise Refused([_NOT_YOURS])
    waiting = [each for each in notices_to_bidders(lot) if each.sent is None]
    if not waiting:
        raise Refused([_NOTHING])
    own = languages_of(waiting) | dict(languages)
    rows = [_recorded(each, own[each.name], at, actor) for each in waiting if each.bid is not None]
    record(
        organisation=lot.tender.organisation,
        at=at,
        actor=actor,
        action="notices.sent",
        subject=f"{lot.tender.reference} / {lot.number}",
        details={
            "languages": {each.name: row.language for each, row in zip(waiting, rows, strict=True)},
            "notices": {each.name: row.digest for each, row in zip(waiting, rows, strict=True)},
            "open_documents": {
                each.name: hashlib.sha256(bytes(row.open_document)).hexdigest()
                for each, row in zip(waiting, rows, strict=True)
            },
        },
    )
    return rows


def languages_of(notices: Sequence[Notice]) -> dict[str, Language]:
    """By the name of the notice: the language of the letter that this bidder had, else Dutch."""
    return {each.name: language_named(each.letter.language if each.letter else "") for each in notices}


def _recorded(notice: Notice, language: Language, at: datetime, actor: User) -> SentNotice:
    assert isinstance(notice.bid, Bid), "a notice for all is not sent to anybody in particular"
    made = made_notice(notice, language, sent_on(at))
    word = docx_bytes(made)
    return SentNotice.objects.create(
        bid=notice.bid,
        decision=notice.about,
        language=language,
        word=word,
        open_document=odt_bytes(made),
        digest=hashlib.sha256(word).hexdigest(),
        sent_at=at,
        sent_by=actor,
    )


def sent_file(lot: Lot, name: str, *, is_word: bool) -> bytes | None:
    """The bytes of the notice of this name as they were sent; None while it was not."""
    notice = next((each for each in notices_to_bidders(lot) if each.name == name), None)
    if notice is None or notice.sent is None:
        return None
    row = SentNotice.objects.get(pk=notice.sent.pk)
    return bytes(row.word if is_word else row.open_document)

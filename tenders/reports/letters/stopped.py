"""The notice that a lot ends without an award: to one bidder, or to all where no bid was opened."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from procurement.audit.chain import Head
from procurement.citations import cite
from procurement.documents.compose import bullets, content, heading, paragraph, title
from procurement.documents.model import Block, Document, ParagraphStyle
from procurement.language import Text
from tenders.reports.edition import Edition, Stamp
from tenders.reports.front import facts_table, footer, grouped, header
from tenders.reports.letters.withdrawn import MORE, Replaced, sent_line
from tenders.reports.log_head import log_line
from tenders.reports.quoted import explained, quoted
from tenders.reports.vocabulary import LOT
from tenders.reports.wording import Wording

TITLE = Text(nl="Mededeling: perceel eindigt zonder gunning", en="Notice: lot ends without an award")
_RESTS_ON = Text(nl="besluit van {day}", en="decision of {day}")
_AUTHORITY = Text(nl="Van", en="From")
_REFERENCE = Text(nl="Kenmerk", en="Reference")
_TENDER = Text(nl="Aanbesteding", en="Tender")
_LOT = Text(nl="Perceel", en="Lot")
_DATE = Text(nl="Datum van het besluit", en="Date of the decision")
_CRITERIA = Text(nl="Controlegetal van de criteria (SHA-256)", en="Checksum of the criteria (SHA-256)")
_PARTICULARS = Text(nl="Gegevens van deze mededeling", en="Particulars of this notice")
_DEAR = Text(nl="Geachte heer of mevrouw,", en="Dear Sir or Madam,")
_DECISION = Text(nl="Het besluit", en="The decision")
_ENDED = Text(
    nl="U hebt ingeschreven op perceel {lot} van deze aanbesteding. Wij gunnen dit perceel niet. Er komt "
    "geen overeenkomst.",
    en="You submitted a bid for lot {lot} of this tender. We do not award this lot. There will be no "
    "contract.",
)
_ENDED_FOR_ALL = Text(
    nl="Wij gunnen perceel {lot} van deze aanbesteding niet. Er komt geen overeenkomst.",
    en="We do not award lot {lot} of this tender. There will be no contract.",
)
_OWN = Text(nl="Uw inschrijving", en="Your bid")
_SET_ASIDE = Text(
    nl="Los van dit besluit hadden wij uw inschrijving al terzijde gelegd. De reden is:",
    en="Apart from this decision we had already set your bid aside. The reason is:",
)
_TO = Text(nl="Aan", en="To")
_REASONS = Text(nl="De redenen", en="The reasons")
_BASIS = Text(nl="Grondslag: {basis}.", en="Legal basis: {basis}.")
_CLOSING = Text(nl="Met vriendelijke groet,", en="Yours faithfully,")
_ARTICLES = ("aw2012:1.9", "aw2012:2.103", "aw2012:2.132")


@dataclass(frozen=True, slots=True)
class Ended:
    """A lot that was ended; `at` in Dutch time, `reason` as the officer wrote it.

    `own`: why the bid of this bidder had been set aside; `letter`: the one about an award that this undoes.
    """

    lot: str
    lot_title: str
    at: datetime
    reason: str
    head: Head
    to: str = ""  # empty: for everybody
    own: tuple[str, ...] = ()
    letter: Replaced | None = None
    sent_on: date | None = None  # the Dutch date; None: not sent yet


def stop_letter(edition: Edition, ended: Ended) -> Document:
    say = Wording(edition.language)
    day = Text(nl=Wording("nl").day(ended.at.date()), en=Wording("en").day(ended.at.date()))
    stamp = Stamp(words=_RESTS_ON.format(day=day), digest=edition.digest, created=ended.at)
    return Document(
        title=f"{say(TITLE)} – {edition.tender.title}",
        language=edition.language,
        properties=edition.properties(TITLE, stamp),
        blocks=tuple(_blocks(edition, ended, say)),
        header=header(edition),
        footer=footer(stamp, say),
    )


def _blocks(edition: Edition, ended: Ended, say: Wording) -> Iterator[Block]:
    yield title(say(TITLE))
    yield paragraph(edition.tender.authority, style=ParagraphStyle.LEAD)
    yield _particulars(edition, ended, say)
    yield sent_line(ended.sent_on, say)
    yield paragraph(say(_DEAR))
    yield from explained(say)
    yield heading(1, say(_DECISION))
    yield paragraph(say(_ENDED if ended.to else _ENDED_FOR_ALL, lot=ended.lot))
    if ended.letter is not None:
        yield paragraph(ended.letter.told(say))
    yield heading(1, say(_REASONS))
    yield paragraph(quoted(ended.reason, say))
    if ended.own:
        yield heading(1, say(_OWN))
        yield paragraph(say(_SET_ASIDE))
        yield bullets(*(content(quoted(each, say)) for each in ended.own))
    yield paragraph(say(MORE))
    yield paragraph(say(_BASIS, basis="; ".join(say(cite(code).label) for code in _ARTICLES)))
    yield paragraph(say(_CLOSING), style=ParagraphStyle.KEEP_TOGETHER)
    yield paragraph(edition.tender.authority)


def _particulars(edition: Edition, ended: Ended, say: Wording) -> Block:
    lines = [
        (say(_TO), ended.to),
        (say(_AUTHORITY), edition.tender.authority),
        (say(_REFERENCE), edition.tender.reference),
        (say(_TENDER), edition.tender.title),
        (say(_LOT), say(LOT, code=ended.lot, title=ended.lot_title)),
        (say(_DATE), say.day(ended.at.date())),
        (say(_CRITERIA), grouped(edition.digest)),
        log_line(ended.head, say),
    ]
    return facts_table(lines, alt=say(_PARTICULARS), say=say)

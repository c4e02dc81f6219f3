"""The notice to one bidder that an award decision, of which it had a letter, was withdrawn."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from procurement.audit.chain import Head
from procurement.citations import cite
from procurement.documents.compose import field, heading, paragraph, title
from procurement.documents.model import Block, Document, ParagraphStyle
from procurement.language import Text
from tenders.reports.edition import Edition, Stamp
from tenders.reports.front import facts_table, footer, grouped, header
from tenders.reports.log_head import log_line
from tenders.reports.quoted import explained, quoted
from tenders.reports.vocabulary import LOT
from tenders.reports.wording import Wording

TITLE = Text(nl="Mededeling: gunningsbeslissing ingetrokken", en="Notice: award decision withdrawn")
REPLACED = Text(
    nl="Op {sent} schreven wij u over de gunning van dit perceel. Die beslissing hebben wij op {day} "
    "ingetrokken. Onze brief van {sent} vervalt, en daarmee de termijn die daarin stond (tot en met {last}).",
    en="On {sent} we wrote to you about the award of this lot. We withdrew that decision on {day}. Our "
    "letter of {sent} lapses, and with it the term that it stated (until {last} inclusive).",
)
_RESTS_ON = Text(nl="besluit van {day}", en="decision of {day}")
_TO = Text(nl="Aan", en="To")
_FROM = Text(nl="Van", en="From")
_REFERENCE = Text(nl="Kenmerk", en="Reference")
_TENDER = Text(nl="Aanbesteding", en="Tender")
_LOT = Text(nl="Perceel", en="Lot")
_CRITERIA = Text(nl="Controlegetal van de criteria (SHA-256)", en="Checksum of the criteria (SHA-256)")
_PARTICULARS = Text(nl="Gegevens van deze mededeling", en="Particulars of this notice")
_SENT_ON = Text(nl="Verzonden op: ", en="Sent on: ")
SENT_FIELD = Text(nl="datum van verzending", en="date of sending")
_DEAR = Text(nl="Geachte heer of mevrouw,", en="Dear Sir or Madam,")
_DECISION = Text(nl="De intrekking", en="The withdrawal")
_REASONS = Text(nl="De redenen", en="The reasons")
_NEXT = Text(nl="Hoe het verder gaat", en="What happens next")
_ANEW = Text(
    nl="Wij sluiten op grond van de ingetrokken beslissing geen overeenkomst. Nemen wij een nieuwe "
    "beslissing, dan krijgt u een nieuwe brief, met de redenen en een nieuwe opschortende termijn.",
    en="We conclude no contract on the basis of the withdrawn decision. If we take a new decision you get a "
    "new letter, with the reasons and a new standstill.",
)
MORE = Text(
    nl="Wilt u meer weten of bent u het niet eens met dit besluit? Laat het ons dan zo snel mogelijk weten. "
    "U kunt het besluit ook voorleggen aan de rechter in kort geding: de voorzieningenrechter van de "
    "bevoegde rechtbank. Kijk in de aanbestedingsstukken welke rechtbank dat is en binnen welke termijn.",
    en="Would you like to know more or do you not agree with this decision? Tell us as soon as possible. You "
    "can also bring the decision before the judge in interim proceedings of the competent court. See the "
    "tender documents for which court that is and within which term.",
)
_BASIS = Text(nl="Grondslag: {basis}.", en="Legal basis: {basis}.")
_CLOSING = Text(nl="Met vriendelijke groet,", en="Yours faithfully,")
_ARTICLES = ("aw2012:2.130", "aw2012:2.127")


@dataclass(frozen=True, slots=True, kw_only=True)
class Replaced:
    """A letter that no longer holds: the days (Dutch) of sending, of the withdrawal and of the old term."""

    sent_on: date
    withdrawn_on: date
    last_day: date

    def told(self, say: Wording) -> str:
        sent, day, last = say.day(self.sent_on), say.day(self.withdrawn_on), say.day(self.last_day)
        return say(REPLACED, sent=sent, day=day, last=last)


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawn:
    """A decision that was taken back; `at` in Dutch time, `reason` as the officer wrote it."""

    lot: str
    lot_title: str
    to: str
    at: datetime
    reason: str
    letter: Replaced
    head: Head
    sent_on: date | None = None  # the Dutch date; None: not sent yet


def withdrawal_letter(edition: Edition, withdrawn: Withdrawn) -> Document:
    say, at = Wording(edition.language), withdrawn.at
    day = Text(nl=Wording("nl").day(at.date()), en=Wording("en").day(at.date()))
    stamp = Stamp(words=_RESTS_ON.format(day=day), digest=edition.digest, created=at)
    return Document(
        title=f"{say(TITLE)} – {edition.tender.title}",
        language=edition.language,
        properties=edition.properties(TITLE, stamp),
        blocks=tuple(_blocks(edition, withdrawn, say)),
        header=header(edition),
        footer=footer(stamp, say),
    )


def _blocks(edition: Edition, withdrawn: Withdrawn, say: Wording) -> Iterator[Block]:
    yield title(say(TITLE))
    yield paragraph(edition.tender.authority, style=ParagraphStyle.LEAD)
    yield _particulars(edition, withdrawn, say)
    yield sent_line(withdrawn.sent_on, say)
    yield paragraph(say(_DEAR))
    yield from explained(say)
    yield heading(1, say(_DECISION))
    yield paragraph(withdrawn.letter.told(say))
    yield heading(1, say(_REASONS))
    yield paragraph(quoted(withdrawn.reason, say))
    yield heading(1, say(_NEXT))
    yield paragraph(say(_ANEW))
    yield paragraph(say(MORE))
    yield paragraph(say(_BASIS, basis="; ".join(say(cite(code).label) for code in _ARTICLES)))
    yield paragraph(say(_CLOSING), style=ParagraphStyle.KEEP_TOGETHER)
    yield paragraph(edition.tender.authority)


def sent_line(sent_on: date | None, say: Wording) -> Block:
    """A notice that was not recorded as sent leaves the day open."""
    day = field("sent_on", say(SENT_FIELD)) if sent_on is None else say.day(sent_on)
    return paragraph(say(_SENT_ON), day)


def _particulars(edition: Edition, withdrawn: Withdrawn, say: Wording) -> Block:
    lines = [
        (say(_TO), withdrawn.to),
        (say(_FROM), edition.tender.authority),
        (say(_REFERENCE), edition.tender.reference),
        (say(_TENDER), edition.tender.title),
        (say(_LOT), say(LOT, code=withdrawn.lot, title=withdrawn.lot_title)),
        (say(_CRITERIA), grouped(edition.digest)),
        log_line(withdrawn.head, say),
    ]
    return facts_table(lines, alt=say(_PARTICULARS), say=say)

"""One letter about the award decision, to one bidder."""

from collections.abc import Iterator

from procurement.documents.compose import bold, heading, paragraph, title, warning
from procurement.documents.model import Block, Document, ParagraphStyle
from procurement.language import Text
from tenders.reports.edition import Edition, Stamp
from tenders.reports.front import facts_table, footer, header
from tenders.reports.letters.advantages import advantage_blocks
from tenders.reports.letters.model import Addressee, Award
from tenders.reports.letters.scores import motivation_blocks, score_blocks
from tenders.reports.letters.terms import (
    foundation_blocks,
    no_acceptance,
    objection_blocks,
    standstill_blocks,
)
from tenders.reports.quoted import explained, quoted, quoting_within
from tenders.reports.vocabulary import LOT
from tenders.reports.wording import Wording
from tenders.scoring.awards import AWARDS

AWARDED = Text(nl="Mededeling van gunning", en="Notice of award")
REJECTED = Text(nl="Mededeling van afwijzing", en="Notice of rejection")
_RESTS_ON = Text(nl="berekening {number} van {day}", en="calculation {number} of {day}")
_TO = Text(nl="Aan", en="To")
_FROM = Text(nl="Van", en="From")
_REFERENCE = Text(nl="Kenmerk", en="Reference")
_TENDER = Text(nl="Aanbesteding", en="Tender")
_LOT = Text(nl="Perceel", en="Lot")
_DATE = Text(nl="Datum van verzending", en="Date of sending")
_DECIDED = Text(nl="Beslissing genomen op", en="Decision taken on")
_PARTICULARS = Text(nl="Gegevens van deze brief", en="Particulars of this letter")
_DEAR = Text(nl="Geachte heer of mevrouw,", en="Dear Sir or Madam,")
_DECISION = Text(nl="De beslissing", en="The decision")
_ANEW = Text(
    nl="Deze brief komt ervoor in de plaats, met een nieuwe beslissing en een nieuwe termijn.",
    en="This letter takes its place, with a new decision and a new term.",
)
_WON = Text(
    nl="U hebt ingeschreven op perceel {lot}. Uw inschrijving eindigde op plaats 1 van {count}. Wij zijn van "
    "plan de opdracht aan u te gunnen.",
    en="You submitted a bid for lot {lot}. Your bid ended in place 1 of {count}. We intend to award the "
    "contract to you.",
)
_LOST = Text(
    nl="U hebt ingeschreven op perceel {lot}. Uw inschrijving eindigde op plaats {rank} van {count}. Daarom "
    "wijzen wij uw inschrijving af. Wij zijn van plan de opdracht te gunnen aan ",
    en="You submitted a bid for lot {lot}. Your bid ended in place {rank} of {count}. We therefore reject "
    "your bid. We intend to award the contract to ",
)
_ASIDE = Text(
    nl="U hebt ingeschreven op perceel {lot}. Wij hebben uw inschrijving niet in de rangorde opgenomen en "
    "wijzen haar af. De reden is:",
    en="You submitted a bid for lot {lot}. We did not take your bid into the ranking and we reject it. The "
    "reason is:",
)
_TO_WINNER = Text(nl="Wij zijn van plan de opdracht te gunnen aan ", en="We intend to award the contract to ")
_SCORED = Text(
    nl="Van de {count} geldige inschrijvingen had deze de beste uitkomst volgens de bekendgemaakte criteria.",
    en="Of the {count} valid bids this one had the best outcome under the published criteria.",
)
_RULE = Text(
    nl="De bekendgemaakte regel is ‘{title}’: {words}",
    en="The published rule is ‘{title}’: {words}",
)
_ONLY = Text(nl="Het was de enige geldige inschrijving.", en="It was the only valid bid.")
_TIE = Text(nl="Bij de gelijke stand gold: {note}", en="On the tie this applied: {note}")
_CONCEPT = Text(
    nl="CONCEPT. Deze brief is nog niet verzonden. De datum en de termijn gelden alleen als hij vandaag "
    "uitgaat.",
    en="DRAFT. This letter has not been sent. Its date and term only hold if it goes out today.",
)
_CLOSING = Text(nl="Met vriendelijke groet,", en="Yours faithfully,")


def letter(edition: Edition, award: Award, to: Addressee, *, concept: bool = False) -> Document:
    """The whole letter. Check `letter_faults` first: a letter that explains too little is not sent."""
    say, name = Wording(edition.language), _name(award, to)
    stamp, mark = _stamp(award), ((warning(say(_CONCEPT)),) if concept else ())
    return Document(
        title=f"{say(name)} – {edition.tender.title}",
        language=edition.language,
        properties=edition.properties(name, stamp),
        blocks=(*mark, *_blocks(edition, award, to, say)),
        header=header(edition),
        footer=footer(stamp, say),
    )


def _name(award: Award, to: Addressee) -> Text:
    return AWARDED if to.code == award.winner.bid.code else REJECTED


def _stamp(award: Award) -> Stamp:
    made = award.assessment.made_at
    number = str(award.assessment.number)
    day = Text(nl=Wording("nl").day(made.date()), en=Wording("en").day(made.date()))
    words = _RESTS_ON.format(number=number, day=day)
    return Stamp(words=words, digest=award.assessment.digest, created=award.decided_at)


def _blocks(edition: Edition, award: Award, to: Addressee, say: Wording) -> Iterator[Block]:
    yield title(say(_name(award, to)))
    yield paragraph(edition.tender.authority, style=ParagraphStyle.LEAD)
    yield _particulars(edition, award, to, say)
    yield paragraph(say(_DEAR))
    yield from explained(say)
    yield heading(1, say(_DECISION))
    if to.code in award.replaced:
        yield paragraph(award.replaced[to.code].told(say))
        yield paragraph(say(_ANEW))
    yield from _decision(award, to, say)
    yield from score_blocks(award, to.ranked, say)
    if to.ranked is not None:
        yield from motivation_blocks(award, to.ranked, say)
    if to.code != award.winner.bid.code:
        yield from advantage_blocks(award, to.ranked, say)
    yield from standstill_blocks(award, say)
    yield from objection_blocks(award, say)
    yield from foundation_blocks(edition, award, say)
    yield paragraph(say(_CLOSING), style=ParagraphStyle.KEEP_TOGETHER)
    yield paragraph(edition.tender.authority)


def _particulars(edition: Edition, award: Award, to: Addressee, say: Wording) -> Block:
    lot = award.assessment.lot
    lines = [
        (_TO, to.name),
        (_FROM, edition.tender.authority),
        (_REFERENCE, edition.tender.reference),
        (_TENDER, edition.tender.title),
        (_LOT, say(LOT, code=lot.code, title=lot.title)),
        (_DATE, say.day(award.sent_on)),
        (_DECIDED, say.day(award.decided_at.date())),
    ]
    return facts_table([(say(label), text) for label, text in lines], alt=say(_PARTICULARS), say=say)


def _decision(award: Award, to: Addressee, say: Wording) -> Iterator[Block]:
    lot, count = award.assessment.lot.code, str(len(award.result.ranking))
    winner = award.winner.bid.name
    if to.aside is not None:
        yield paragraph(say(_ASIDE, lot=lot))
        published = award.assessment.lot
        titles = [each.title for each in published.requirements] + [each.title for each in published.leaves()]
        typed = (*to.aside.bid.failed.values(), to.aside.bid.fallen, *titles)
        yield paragraph(*quoting_within(say(to.aside.reason), typed, say, bold=True))
        yield paragraph(say(_TO_WINNER), bold(winner), ".")
    elif to.ranked is not None and to.code != award.winner.bid.code:
        yield paragraph(say(_LOST, lot=lot, rank=str(to.ranked.rank), count=count), bold(winner), ".")
    else:
        yield paragraph(say(_WON, lot=lot, count=count))
    yield paragraph(say(_ONLY) if count == "1" else say(_SCORED, count=count))
    rule = AWARDS[award.assessment.lot.award.method]
    yield paragraph(say(_RULE, title=rule.title, words=rule.words))
    if to.ranked is not None and to.ranked.tie is not None and to.ranked.total == award.winner.total:
        yield paragraph(say(_TIE, note=to.ranked.tie))  # a tie between others is no reason for this letter
    if award.reason.strip():
        yield paragraph(quoted(award.reason.strip(), say))
    yield no_acceptance(say)

"""The record of the consensus meeting as a document."""

from collections.abc import Iterator

from procurement.documents.compose import column, heading, paragraph, row, steps, table, warning
from procurement.documents.model import Block, Document, TableOfContents
from procurement.language import Text
from tenders.reports.consensus.members import member_blocks
from tenders.reports.consensus.model import ConsensusRecord
from tenders.reports.consensus.topics import topic_blocks
from tenders.reports.edition import Edition, Stamp
from tenders.reports.front import footer, grouped, header, opening
from tenders.reports.log_head import log_line
from tenders.reports.vocabulary import LOT, LOT_SHORT
from tenders.reports.wording import Wording

TITLE = Text(nl="Verslag van het consensusoverleg", en="Record of the consensus meeting")
_CONTENTS = Text(nl="Inhoud", en="Contents")
_DRAFT = Text(
    nl="Concept: de scores zijn nog niet vastgesteld en kunnen nog veranderen.",
    en="Draft: the scores have not been locked yet and can still change.",
)
_CONFIDENTIAL = Text(
    nl="Vertrouwelijk. Inschrijvers heten hier naar hun code; prijzen waren bij het overleg niet bekend "
    "tenzij bij ‘Verloop’ anders staat.",
    en="Confidential. Bidders go by their code here; prices were not known at the meeting unless ‘Course’ "
    "says otherwise.",
)
_NAMED = Text(
    nl="Exemplaar van de secretaris: hierin staan de namen van de beoordelaars. Geef dit niet door.",
    en="Copy of the secretary: the names of the assessors are in it. Do not pass it on.",
)
_MINUTES = Text(nl="Verslag", en="Minutes")
_HELD = Text(nl="Gehouden op {moment}.", en="Held on {moment}.")
_PRESENT = Text(nl="Aanwezig: {letters}.", en="Present: {letters}.")
_NOT_WRITTEN = Text(nl="Er is geen verslag geschreven.", en="No minutes were written.")
_COURSE = Text(nl="Verloop", en="Course")
_STEP = Text(nl="{moment}: {title}. {reason}", en="{moment}: {title}. {reason}")
_NO_STEPS = Text(nl="Er zijn geen stappen vastgelegd.", en="No steps were recorded.")
_SIGNING = Text(nl="Ondertekening", en="Signatures")
_WHO = Text(nl="Wie", en="Who")
_DATE = Text(nl="Datum", en="Date")
_SIGNATURE = Text(nl="Handtekening", en="Signature")
_SECRETARY = Text(nl="Secretaris", en="Secretary")
_ASSESSOR = Text(nl="Beoordelaar {letter}", en="Assessor {letter}")
_OF_LOT = Text(nl="Perceel", en="Lot")
_SETTLED = Text(nl="Controlegetal van de scores (SHA-256)", en="Checksum of the scores (SHA-256)")
_STATE = Text(nl="Stand", en="State")
_LOCKED = Text(nl="vastgesteld op {moment}", en="locked on {moment}")
_OPEN = Text(nl="concept van {moment}", en="draft of {moment}")


def consensus_document(edition: Edition, record: ConsensusRecord) -> Document:
    say, stamp = Wording(edition.language), _stamp(record)
    return Document(
        title=f"{say(TITLE)} – {say(LOT_SHORT, code=record.lot)} – {edition.tender.title}",
        language=edition.language,
        properties=edition.properties(TITLE, stamp),
        blocks=tuple(_blocks(edition, record, stamp, say)),
        header=header(edition),
        footer=footer(stamp, say),
    )


def _stamp(record: ConsensusRecord) -> Stamp:
    at = record.locked_at or record.made_from
    moment = Text(nl=Wording("nl").moment(at), en=Wording("en").moment(at))
    words = (_LOCKED if record.locked_at else _OPEN).format(moment=moment)
    return Stamp(words=words, digest=record.digest, created=at)


def _blocks(edition: Edition, record: ConsensusRecord, stamp: Stamp, say: Wording) -> Iterator[Block]:
    lines = (
        (say(_OF_LOT), say(LOT, code=record.lot, title=record.lot_title)),
        (say(_STATE), say(stamp.words)),
        (say(_SETTLED), grouped(record.digest)),
        log_line(record.head, say),
    )
    yield from opening(edition, TITLE, say, lines)
    if record.locked_at is None:
        yield warning(say(_DRAFT))
    yield warning(say(_NAMED) if record.names_people else say(_CONFIDENTIAL))
    yield TableOfContents(say(_CONTENTS), levels=2)
    yield from member_blocks(record, say)
    yield from topic_blocks(record, say)
    yield from _minutes(record, say)
    yield from _course(record, say)
    yield from _signing(record, say)


def _minutes(record: ConsensusRecord, say: Wording) -> Iterator[Block]:
    minutes = record.minutes
    yield heading(1, say(_MINUTES))
    if minutes.held_at is not None:
        yield paragraph(say(_HELD, moment=say.moment(minutes.held_at)))
    if minutes.present:
        letters = ", ".join(say(_ASSESSOR, letter=letter) for letter in minutes.present)
        yield paragraph(say(_PRESENT, letters=letters))
    for part in minutes.text.split("\n"):
        if part.strip():
            yield paragraph(part.strip())
    if not minutes.text.strip():
        yield paragraph(say(_NOT_WRITTEN))


def _course(record: ConsensusRecord, say: Wording) -> Iterator[Block]:
    yield heading(1, say(_COURSE))
    if not record.steps:
        yield paragraph(say(_NO_STEPS))
        return
    yield steps(
        *(
            say(_STEP, moment=say.moment(each.at), title=each.title, reason=each.reason).strip()
            for each in record.steps
        )
    )


def _signing(record: ConsensusRecord, say: Wording) -> Iterator[Block]:
    """Who was there signs; without minutes, everybody on the panel."""
    members = [member for member in record.members if member.is_active]
    signing = record.minutes.present or tuple(member.letter for member in members)
    names = {member.letter: member.name for member in members}
    who = [say(_SECRETARY)]
    for letter in signing:
        label = say(_ASSESSOR, letter=letter)
        who.append(f"{label} ({names[letter]})" if names.get(letter) else label)
    yield heading(1, say(_SIGNING))
    columns = (column(say(_WHO), 6), column(say(_DATE), 3), column(say(_SIGNATURE), 7))
    yield table(columns, (row(each, "", "\n\n") for each in who), alt=say(_SIGNING))

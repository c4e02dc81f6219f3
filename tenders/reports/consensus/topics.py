"""Per criterion and bid: the individual scores, how far they lie apart, and what the panel settled."""

from collections.abc import Iterator

from procurement.documents.compose import bold, bullets, column, heading, numbers, paragraph, row, table
from procurement.documents.model import Block, Row
from procurement.language import Text
from tenders.assessment.meeting import BidTalk, Meeting, Said, Topic, Version
from tenders.assessment.meeting_words import spread_words
from tenders.reports.consensus.model import ConsensusRecord
from tenders.reports.vocabulary import COMBINATIONS
from tenders.reports.wording import Wording
from tenders.scoring.model import Combination

_SCORES = Text(nl="Scores per criterium", en="Scores by criterion")
_ORDER = Text(
    nl="Het criterium waarop de beoordelaars het meest verschillen, staat voorop.",
    en="The criterion on which the assessors differ most comes first.",
)
_TOPIC = Text(nl="{code} {title}", en="{code} {title}")
_REVEALED = Text(nl="De scores zijn onthuld op {moment}.", en="The scores were revealed on {moment}.")
_NOT_REVEALED = Text(nl="De scores zijn niet onthuld.", en="The scores were not revealed.")
_BID = Text(nl="Inschrijving {code}", en="Bid {code}")
_ASSESSOR = Text(nl="Beoordelaar", en="Assessor")
_LEVEL = Text(nl="Niveau", en="Level")
_SHARE = Text(nl="Deel van de punten (%)", en="Share of the points (%)")
_REASON = Text(nl="Motivering", en="Reasons")
_CONFLICT = Text(nl="Belangenconflict: oordeelt hier niet.", en="Conflict of interest: does not judge here.")
_DOES_NOT_COUNT = Text(nl="{level} (telt niet mee)", en="{level} (does not count)")
_SETTLED = Text(nl="Vastgesteld: ", en="Agreed: ")
_ON = Text(nl="{level} (versie {number}, {moment})", en="{level} (version {number}, {moment})")
_TOGETHER = Text(nl="Motivering van het panel: {reason}", en="Reasons of the panel: {reason}")
_EARLIER = Text(nl="Eerdere versies, die niet meer gelden:", en="Earlier versions, which no longer apply:")
_VERSION = Text(
    nl="Versie {number} van {moment}: {level}. {reason}", en="Version {number} of {moment}: {level}. {reason}"
)
_JOINT = Text(nl="gezamenlijke motivering", en="joint reasons")
_NOT_SETTLED = Text(nl="NIET VASTGESTELD. {objection}", en="NOT SETTLED. {objection}")
_COUNTED = {
    Combination.MEAN: Text(
        nl="Het gemiddelde van de scores: {share} van de punten.",
        en="The mean of the scores: {share} of the points.",
    ),
    Combination.MEDIAN: Text(
        nl="De mediaan van de scores: {share} van de punten.",
        en="The median of the scores: {share} of the points.",
    ),
}
_STRICT = Text(nl="Strenger of milder dan het panel", en="Stricter or milder than the panel")
_ADVICE = Text(
    nl="Dit is een hulp bij het gesprek. Geen score is erdoor veranderd.",
    en="This is an aid to the discussion. No score was changed by it.",
)
_OF = Text(nl="Beoordelaar {letter}: {advice}", en="Assessor {letter}: {advice}")


def topic_blocks(record: ConsensusRecord, say: Wording) -> Iterator[Block]:
    meeting = record.meeting
    yield heading(1, say(_SCORES))
    yield paragraph(say(COMBINATIONS[meeting.combination]))
    yield paragraph(say(_ORDER))
    for topic in meeting.topics:
        yield from _topic(meeting, topic, say)
    if meeting.strictness:
        yield heading(2, say(_STRICT))
        yield paragraph(say(_ADVICE))
        yield bullets(
            *(say(_OF, letter=each.letter, advice=each.harshness.advice) for each in meeting.strictness)
        )


def _topic(meeting: Meeting, topic: Topic, say: Wording) -> Iterator[Block]:
    yield heading(2, say(_TOPIC, code=topic.code, title=topic.title))
    revealed = topic.revealed_at
    yield paragraph(say(_REVEALED, moment=say.moment(revealed)) if revealed else say(_NOT_REVEALED))
    for talk in topic.bids:
        yield heading(3, say(_BID, code=talk.code))
        if talk.said:
            yield _said(talk, say)
            yield paragraph(say(spread_words(talk)))
        yield from _settled(meeting, talk, say)


def _said(talk: BidTalk, say: Wording) -> Block:
    columns = (
        column(say(_ASSESSOR), 2),
        column(say(_LEVEL), 3),
        numbers(say(_SHARE), 2),
        column(say(_REASON), 9),
    )
    return table(columns, (_line(said, say) for said in talk.said), alt=say(_BID, code=talk.code))


def _line(said: Said, say: Wording) -> Row:
    if said.has_conflict or said.share is None:
        return row(said.letter, "–", "–", say(_CONFLICT))
    level = said.level if said.counts else say(_DOES_NOT_COUNT, level=said.level)
    return row(said.letter, level, say.number(said.share), said.motivation)


def _settled(meeting: Meeting, talk: BidTalk, say: Wording) -> Iterator[Block]:
    if talk.objection is not None:
        yield paragraph(bold(say(_NOT_SETTLED, objection=talk.objection)))
    if talk.counted is not None:
        yield paragraph(bold(say(_COUNTED[meeting.combination], share=f"{say.number(talk.counted, 2)}%")))
    if talk.agreed is not None:
        if talk.agreed.level:
            yield paragraph(say(_SETTLED), bold(_dated(talk.agreed, say)))
        if talk.agreed.reason:
            yield paragraph(say(_TOGETHER, reason=talk.agreed.reason))
    if talk.earlier:
        yield paragraph(say(_EARLIER))
        yield bullets(*(_earlier(version, say) for version in talk.earlier))


def _dated(version: Version, say: Wording) -> str:
    return say(_ON, level=version.level, number=str(version.number), moment=say.moment(version.at))


def _earlier(version: Version, say: Wording) -> str:
    return say(
        _VERSION,
        number=str(version.number),
        moment=say.moment(version.at),
        level=version.level or say(_JOINT),
        reason=version.reason,
    )

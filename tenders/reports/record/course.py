"""The course of the procedure: every step, scores with more than one version, decisions, proceedings."""

from collections.abc import Iterator

from procurement.documents.compose import bullets, column, content, heading, paragraph, row, table
from procurement.documents.model import Block, Content, Row
from procurement.language import Text
from tenders.reports.quoted import MARK, in_one_line, quoted, quoting_at
from tenders.reports.record.model import Case, Decided, Record, Version
from tenders.reports.wording import Wording

_COURSE = Text(nl="Verloop van de procedure", en="Course of the procedure")
_WHEN = Text(nl="Tijdstip", en="Moment")
_STEP = Text(nl="Stap", en="Step")
_WHO = Text(nl="Door", en="By")
_REASON = Text(nl="Reden", en="Reason")
_VERSIONS = Text(nl="Scores die zijn herzien", en="Scores that were revised")
_NO_VERSIONS = Text(
    nl="Geen vastgestelde score is herzien.", en="No score that was agreed on has been revised."
)
_BOTH = Text(
    nl="Van deze scores staan alle versies hieronder. De hoogste versie telt.",
    en="All versions of these scores are below. The highest version counts.",
)
_BID = Text(nl="Inschrijving", en="Bid")
_CRITERION = Text(nl="Criterium", en="Criterion")
_VERSION = Text(nl="Versie", en="Version")
_LEVEL = Text(nl="Niveau", en="Level")
_DECISIONS = Text(nl="Beslissingen en opschortende termijn", en="Decisions and standstill")
_DECIDED = Text(
    nl="Beslissing {number} van {moment}, door {by}: gunning aan {winner}.",
    en="Decision {number} of {moment}, by {by}: award to {winner}.",
)
_SENT = Text(
    nl="De brieven zijn verzonden op {moment}. De overeenkomst mocht vanaf {free}.",
    en="The letters were sent on {moment}. The contract could be concluded from {free}.",
)
_WAIVED = Text(
    nl="Op {moment} legde {by} vast dat voor deze beslissing geen opschortende termijn geldt: {ground}. "
    "{reason}",
    en="On {moment} {by} recorded that no standstill applies to this decision: {ground}. {reason}",
)
_WITHDRAWN = Text(nl="Ingetrokken op {moment}: {reason}", en="Withdrawn on {moment}: {reason}")
_NO_DECISION = Text(nl="Er is geen gunningsbeslissing genomen.", en="No award decision was taken.")
_CASES = Text(nl="Kort geding", en="Interim proceedings")
_NO_CASES = Text(nl="Er is geen kort geding gemeld.", en="No interim proceedings were reported.")
_CASE = Text(nl="Sinds {start}, zaak {reference}: {outcome}", en="Since {start}, case {reference}: {outcome}")
_RUNNING = Text(nl="loopt nog.", en="still running.")
_UNKNOWN = Text(nl="onbekend", en="unknown")


def course_blocks(record: Record, say: Wording) -> Iterator[Block]:
    yield heading(1, say(_COURSE), numbered=False)
    columns = (column(say(_WHEN), 5), column(say(_STEP), 6), column(say(_WHO), 4), column(say(_REASON), 6))
    rows = (
        row(say.moment(each.at), say(each.title), ", ".join(each.people), content(quoted(each.reason, say)))
        for each in record.course
    )
    yield table(columns, rows, alt=say(_COURSE))
    yield from _versions(record, say)
    yield heading(2, say(_DECISIONS), numbered=False)
    if not record.decisions:
        yield paragraph(say(_NO_DECISION))
    for decided in record.decisions:
        yield paragraph(*in_one_line(_decision(decided, say)))
    yield heading(2, say(_CASES), numbered=False)
    yield bullets(*(_case(each, say) for each in record.cases)) if record.cases else paragraph(say(_NO_CASES))


def _versions(record: Record, say: Wording) -> Iterator[Block]:
    yield heading(2, say(_VERSIONS), numbered=False)
    if not record.versions:
        yield paragraph(say(_NO_VERSIONS))
        return
    yield paragraph(say(_BOTH))
    columns = (
        column(say(_BID), 2),
        column(say(_CRITERION), 4),
        column(say(_VERSION), 2),
        column(say(_LEVEL), 3),
        column(say(_REASON), 6),
        column(say(_WHEN), 4),
    )
    rows = (_version(each, say) for each in record.versions)
    yield table(columns, rows, alt=say(_VERSIONS))


def _version(each: Version, say: Wording) -> Row:
    written = (content(quoted(words, say)) for words in (each.criterion, each.level, each.reason))
    criterion, level, reason = written
    return row(each.bid, criterion, str(each.number), level, reason, say.moment(each.at))


def _decision(decided: Decided, say: Wording) -> Iterator[Content]:
    told = say(
        _DECIDED,
        number=str(decided.number),
        moment=say.moment(decided.at),
        by=decided.by,
        winner=decided.winner,
    )
    yield content(told)
    if decided.sent_at is not None and decided.free_from is not None:
        sent, free = say.moment(decided.sent_at), say.moment(decided.free_from)
        yield content(say(_SENT, moment=sent, free=free))
    if decided.waiver is not None:
        waiver, moment = decided.waiver, say.moment(decided.waiver.at)
        told = say(_WAIVED, moment=moment, by=waiver.by, ground=waiver.ground, reason=MARK)
        yield quoting_at(told, waiver.reason, say)
    if decided.withdrawn_at is not None:
        told = say(_WITHDRAWN, moment=say.moment(decided.withdrawn_at), reason=MARK)
        yield quoting_at(told, decided.withdrawal, say)


def _case(case: Case, say: Wording) -> Content:
    ended = f"{say.day(case.ended_on)}. " if case.ended_on is not None else ""
    outcome = f"{ended}{MARK}" if case.outcome else ended.strip() or say(_RUNNING)
    start, reference = say.day(case.started_on), case.reference or say(_UNKNOWN)
    return quoting_at(say(_CASE, start=start, reference=reference, outcome=outcome), case.outcome, say)

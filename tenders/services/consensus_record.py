"""From rows to the record of the consensus meeting, and the record as a Word file."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils.timezone import localtime

from procurement.audit.log import head
from procurement.documents.writers.docx import docx_bytes
from procurement.language import Language
from tenders.assessment.meeting import BidTalk, Meeting, Topic
from tenders.assessment.panel import by_letter
from tenders.models import (
    Assessor,
    Bid,
    Declaration,
    Lot,
    PhaseChange,
    Procedure,
    Sample,
    SampleScore,
    Tender,
)
from tenders.procedure.phases import Phase
from tenders.procedure.transitions import TRANSITIONS
from tenders.reports.consensus.document import consensus_document
from tenders.reports.consensus.model import (
    ConsensusRecord,
    Declared,
    Member,
    MinutesTaken,
    Practice,
    StepTaken,
)
from tenders.services.editions import edition_of
from tenders.services.jury_values import jury_criteria
from tenders.services.locked_scores import settled_digest
from tenders.services.meeting import LOCKED, meeting_of
from tenders.services.minutes import minutes_of
from tenders.services.phase_records import phase_reached

STEPS = ("start-consensus", "lock-scores", "reopen-consensus", "correct-score-after-prices", "open-prices")


def consensus_record(*, lot: Lot, language: Language, with_names: bool) -> bytes:
    """The Word file of a lot that came as far as the meeting. `with_names` is for the secretary alone."""
    edition = edition_of(lot.tender, language=language)
    return docx_bytes(consensus_document(edition, record_of(lot, with_names=with_names)))


def record_of(lot: Lot, *, with_names: bool) -> ConsensusRecord:
    phase = phase_reached(lot)
    assessors = sorted(
        lot.assessors.select_related("user").prefetch_related("assignments__criterion"),
        key=lambda each: by_letter(each.letter),
    )
    letters = {each.pk: each.letter for each in assessors}
    changes = list(PhaseChange.objects.filter(lot=lot, transition__in=STEPS).order_by("number"))
    minutes = minutes_of(lot)
    locked = [change.at for change in changes if change.transition == "lock-scores"]
    return ConsensusRecord(
        lot=str(lot.number),
        lot_title=lot.title,
        meeting=_in_dutch_time(meeting_of(lot, shows_all=phase in LOCKED)),
        members=_members(lot, assessors, with_names=with_names),
        practice=_practice(lot, letters),
        minutes=MinutesTaken(
            held_at=_local(minutes.held_at),
            present=tuple(letters[key] for key in minutes.present if key in letters),
            text=minutes.text,
        ),
        steps=tuple(
            StepTaken(TRANSITIONS[change.transition].title, localtime(change.at), change.reason)
            for change in changes
        ),
        digest=settled_digest(lot),
        locked_at=localtime(locked[-1]) if locked and phase in LOCKED else None,
        made_from=_since(lot),
        head=head(lot.tender.organisation),
    )


def _local(at: datetime | None) -> datetime | None:
    return localtime(at) if at is not None else None


def _since(lot: Lot) -> datetime:
    return localtime(Procedure.objects.values_list("since", flat=True).get(lot=lot))


def _in_dutch_time(meeting: Meeting) -> Meeting:
    def talk(each: BidTalk) -> BidTalk:
        return replace(
            each, versions=tuple(replace(version, at=localtime(version.at)) for version in each.versions)
        )

    def topic(each: Topic) -> Topic:
        return replace(each, revealed_at=_local(each.revealed_at), bids=tuple(map(talk, each.bids)))

    return replace(meeting, topics=tuple(map(topic, meeting.topics)))


def _members(lot: Lot, assessors: list[Assessor], *, with_names: bool) -> tuple[Member, ...]:
    declared = _declared(lot, with_names=with_names)
    return tuple(
        Member(
            letter=each.letter,
            name=_name(each) if with_names else "",
            criteria=tuple(sorted(found.criterion.code for found in each.assignments.all())),
            ready_at=_local(each.ready_at),
            is_active=each.is_active,
            declared=declared.get(each.pk, ()),
        )
        for each in assessors
    )


def _name(assessor: Assessor) -> str:
    """Empty after the retention period: nobody knows any more."""
    return (assessor.user.get_full_name() or assessor.user.get_username()) if assessor.user else ""


def _declared(lot: Lot, *, with_names: bool) -> Mapping[int, tuple[Declared, ...]]:
    """By assessor, the newest declaration about each bid in the order of the codes."""
    codes = dict(Bid.objects.filter(lot=lot).values_list("pk", "code"))
    newest = {
        (row.assessor_id, row.bid_id): row
        for row in Declaration.objects.filter(assessor__lot=lot).order_by("pk")
    }
    found: defaultdict[int, list[Declared]] = defaultdict(list)
    for (assessor, bid), row in sorted(newest.items(), key=lambda each: codes[each[0][1]]):
        told = row.reason if with_names and row.has_conflict else ""
        found[assessor].append(Declared(codes[bid], row.has_conflict, localtime(row.at), told))
    return {assessor: tuple(rows) for assessor, rows in found.items()}


def _practice(lot: Lot, letters: Mapping[int, str]) -> tuple[Practice, ...]:
    titles = {
        criterion.pk: {level.code: level.title for level in criterion.levels.all()}
        for criterion in jury_criteria(lot).prefetch_related("levels")
    }
    given: defaultdict[int, dict[str, str]] = defaultdict(dict)
    rows = SampleScore.objects.filter(sample__criterion__lot=lot).select_related("sample")
    for row in sorted(rows, key=lambda each: by_letter(letters[each.assessor_id])):
        level = titles[row.sample.criterion_id].get(row.value, row.value)
        given[row.sample_id][letters[row.assessor_id]] = level
    samples = Sample.objects.filter(criterion__lot=lot).select_related("criterion").order_by("pk")
    return tuple(
        Practice(
            criterion=sample.criterion.title,
            levels=given[sample.pk],
            discussed_at=_local(sample.shown_at),
        )
        for sample in samples
    )


def recorded_lots(tender: Tender) -> QuerySet[Lot]:
    """The lots with assessors whose scores were locked, ended since or not: their record is complete."""
    ended = Q(phase_changes__target=Phase.STOPPED, phase_changes__source__in=LOCKED)
    lots = tender.lots.filter(ended | Q(procedure__phase__in=LOCKED), assessors__isnull=False)
    return lots.order_by("number").distinct()

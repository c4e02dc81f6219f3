"""Assessors, their readiness and the agreed scores."""

from dataclasses import replace

from django.contrib.auth.models import User

from tenders.models import Lot, Minutes
from tenders.procedure.facts import Facts
from tenders.procedure.phases import Phase
from tenders.services.agreed import NOBODY, NOBODY_SCORED_ALL, open_cells, unmotivated_cells
from tenders.services.jury import Duty, active_assessors, duties_of
from tenders.services.jury_values import jury_criteria
from tenders.services.phase_records import prices_were_opened

WITH_A_JURY = (Phase.OPENING, Phase.ASSESSMENT, Phase.CONSENSUS, Phase.PRICE_OPENING, Phase.EVALUATION)


def part(facts: Facts, lot: Lot, actor: User | None) -> Facts:
    if facts.phase not in WITH_A_JURY:
        return facts
    facts = replace(facts, jury_criteria=jury_criteria(lot).count(), prices_opened=prices_were_opened(lot))
    if facts.jury_criteria and facts.phase in (Phase.OPENING, Phase.ASSESSMENT):
        facts = _of_the_panel(facts, lot)
    if facts.jury_criteria and facts.phase is Phase.CONSENSUS:
        facts = _of_the_meeting(facts, lot)
    return facts


def _of_the_meeting(facts: Facts, lot: Lot) -> Facts:
    cells = open_cells(lot)
    orphaned = sum(cell.reason in (NOBODY, NOBODY_SCORED_ALL) for cell in cells)
    return replace(
        facts,
        missing_scores=len(cells),
        orphaned=0 if facts.prices_opened else orphaned,
        unmotivated=unmotivated_cells(lot),
        has_minutes=any(each.is_complete for each in Minutes.objects.filter(lot=lot)),
    )


def _of_the_panel(facts: Facts, lot: Lot) -> Facts:
    duties = [duty for duty in duties_of(active_assessors(lot)) if duty.criteria]
    return replace(
        facts,
        unassigned=_unassigned(lot, duties),
        assessors=len(duties),
        waiting_for=sum(duty.assessor.ready_at is None or not duty.may_read for duty in duties),
    )


def _unassigned(lot: Lot, duties: list[Duty]) -> int:
    """Criteria that nobody scores, and those where for some bid everybody has a conflict of interest."""
    bids = {bid for duty in duties for bid in (*duty.bids, *duty.conflicting)}
    covered = {(criterion.pk, bid) for duty in duties for criterion in duty.criteria for bid in duty.bids}
    taken = {criterion for duty in duties for criterion in duty.criteria}
    return sum(
        criterion not in taken or any((criterion.pk, bid) not in covered for bid in bids)
        for criterion in jury_criteria(lot)
    )

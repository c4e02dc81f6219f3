"""Verification of the winner, letters, standstill and interim proceedings."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from django.contrib.auth.models import User

from tenders.models import AwardDecision, Lot, Proceedings
from tenders.procedure.facts import Facts
from tenders.procedure.phases import Phase
from tenders.procedure.standstill import sent_on
from tenders.services.decided import decision_of, standstill_end
from tenders.services.letters import blocked_letters
from tenders.services.proofs import checklist


def part(facts: Facts, lot: Lot, actor: User | None) -> Facts:
    counted = COUNTED.get(facts.phase)
    return counted(facts, lot) if counted is not None else facts


def _verification(facts: Facts, lot: Lot) -> Facts:
    listed = checklist(lot, on=sent_on(facts.now))
    if listed is None:
        return facts
    return replace(facts, unverified=listed.unverified, failed_proofs=listed.failed)


def _standstill(facts: Facts, lot: Lot) -> Facts:
    decision = decision_of(lot)
    ends = standstill_end(decision) if decision is not None else None
    return replace(
        facts,
        standstill_until=ends,
        unsent_letters=0 if ends is not None else lot.bids.count(),
        open_proceedings=Proceedings.objects.filter(lot=lot, ended_on=None).count(),
        rulings_against=_rulings_against(decision) if decision is not None else 0,
    )


def _rulings_against(decision: AwardDecision) -> int:
    """A decision that was taken after a ruling took the ruling into account."""
    granted = Proceedings.objects.filter(lot=decision.lot_id, ruling__in=Proceedings.AGAINST, cleared_at=None)
    return granted.filter(ruled_at__gte=decision.decided_at).count()


def _letters(facts: Facts, lot: Lot) -> Facts:
    return replace(facts, letters_blocked=blocked_letters(lot))


COUNTED: Mapping[Phase, Callable[[Facts, Lot], Facts]] = {
    Phase.VERIFICATION: _verification,
    Phase.AWARD: _letters,
    Phase.STANDSTILL: _standstill,
}

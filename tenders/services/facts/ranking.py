"""The ranking: is it there, is it current, who is first, and may it be decided on."""

from dataclasses import replace

from django.contrib.auth.models import User

from tenders.models import Bid, Inquiry, Lot
from tenders.procedure.facts import Facts
from tenders.procedure.phases import Phase
from tenders.scoring.model import Kind
from tenders.scoring.result import LotResult
from tenders.services.admitted import taking_part
from tenders.services.evaluations import is_current, newest_evaluation, stored_result
from tenders.services.priced import columns_of, signals_of

RANKED = frozenset({Phase.EVALUATION, Phase.VERIFICATION})


def part(facts: Facts, lot: Lot, actor: User | None) -> Facts:
    if facts.phase not in RANKED:
        return facts
    facts = replace(facts, open_inquiries=open_inquiries(lot))
    evaluation = newest_evaluation(lot)
    if evaluation is None:
        return facts
    result = stored_result(evaluation)
    return replace(
        facts,
        has_ranking=True,
        ranking_is_current=is_current(lot, evaluation),
        has_winner=result.winner is not None,
        has_tie=any(tie.rank == 1 for tie in result.undecided),
        has_ranked_bids=bool(result.ranking),
        unmotivated=unmotivated(result),
        unexplained_signals=_unexplained_signals(lot, result) if facts.phase is Phase.EVALUATION else 0,
    )


def open_inquiries(lot: Lot) -> int:
    """Questions about a low price that were not judged, of bids that still take part."""
    return Inquiry.objects.filter(outcome="", bid__in=taking_part(Bid.objects.filter(lot=lot))).count()


def _unexplained_signals(lot: Lot, result: LotResult) -> int:
    """None where the price was judged, or where somebody wrote down why no question is needed."""
    if result.winner is None:
        return 0
    first = result.winner.bid.code
    bids = Bid.objects.filter(lot=lot, code=first)
    if bids.exclude(no_inquiry=None).exists() or bids.filter(inquiries__judged_at__isnull=False).exists():
        return 0
    found = signals_of(columns_of(result.lot, lot.estimated_value))
    return sum(signal.bid == first for signal in found)


def unmotivated(result: LotResult) -> int:
    """Judgements without their reason: they cannot be explained to the bidder who lost."""
    judged = [leaf.code for leaf in result.lot.leaves() if leaf.kind is Kind.SCALE]
    return sum(not found.bid.motivations.get(code, "").strip() for found in result.ranking for code in judged)

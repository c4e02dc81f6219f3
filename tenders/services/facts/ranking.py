"""The ranking: is it there, is it current, who is first, and may it be decided on."""

from dataclasses import replace

from django.contrib.auth.models import User

from tenders.models import Inquiry, Lot
from tenders.procedure.facts import Facts
from tenders.procedure.phases import Phase
from tenders.scoring.model import Kind
from tenders.scoring.result import LotResult
from tenders.services.evaluations import is_current, newest_evaluation, stored_result

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
    )


def open_inquiries(lot: Lot) -> int:
    """Questions about a low price that were not judged, of bids that still take part."""
    return Inquiry.objects.filter(bid__lot=lot, outcome="", bid__fallen=None).count()


def unmotivated(result: LotResult) -> int:
    """Judgements without their reason: they cannot be explained to the bidder who lost."""
    judged = [leaf.code for leaf in result.lot.leaves() if leaf.kind is Kind.SCALE]
    return sum(not found.bid.motivations.get(code, "").strip() for found in result.ranking for code in judged)

"""Open bids: admission, offered values, prices in the vault."""

from dataclasses import replace

from django.contrib.auth.models import User
from django.db.models import Count, Q, QuerySet

from tenders.models import Bid, BidValue, Criterion, Lot, RequirementOutcome, SealedPrices
from tenders.procedure.facts import Facts
from tenders.procedure.phases import DRAFT, SEALED
from tenders.services.admitted import admitted_in, taking_part
from tenders.services.made_on import unanswered


def part(facts: Facts, lot: Lot, actor: User | None) -> Facts:
    if facts.phase in DRAFT | SEALED:
        return facts  # nobody knows anything of the bids yet
    admitted = list(admitted_in([lot.pk]).values_list("pk", flat=True))
    return replace(
        facts,
        bids=lot.bids.count(),
        admitted=len(admitted),
        unjudged=_unjudged(lot),
        unconfirmed=unanswered(lot).count(),
        missing_values=_missing_values(lot, admitted),
        missing_prices=_missing_prices(lot, admitted),
    )


def _unjudged(lot: Lot) -> int:
    """Requirements without an outcome, of bids that have not fallen away."""
    bids = taking_part(Bid.objects.filter(lot=lot))
    judged = RequirementOutcome.objects.filter(bid__in=bids).count()
    return bids.count() * lot.requirements.count() - judged


def _leaves(lot: Lot) -> QuerySet[Criterion]:
    return Criterion.objects.filter(lot=lot, children=None)


def _missing_values(lot: Lot, admitted: list[int]) -> int:
    offered = _leaves(lot).exclude(kind__in=(Criterion.Kind.PRICE, Criterion.Kind.SCALE))
    filled = BidValue.objects.filter(bid__in=admitted, criterion__in=offered).count()
    return len(admitted) * offered.count() - filled


def _missing_prices(lot: Lot, admitted: list[int]) -> int:
    """Bids with neither prices in the vault nor, once they are open, a value for each price criterion."""
    prices = _leaves(lot).filter(kind=Criterion.Kind.PRICE)
    asked = prices.count()
    if not asked:
        return 0
    sealed = SealedPrices.objects.filter(bid__opened__in=admitted).values_list("bid__opened", flat=True)
    opened = Bid.objects.filter(pk__in=admitted).annotate(
        priced=Count("values", filter=Q(values__criterion__in=prices), distinct=True)
    )
    known = set(sealed) | set(opened.filter(priced=asked).values_list("pk", flat=True))
    return len(admitted) - len(known)

"""Open bids: admission, offered values, prices in the vault. Each phase counts what its guards look at."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from django.contrib.auth.models import User
from django.db.models import Count, Q, QuerySet

from tenders.models import Bid, BidValue, Criterion, Lot, RequirementOutcome, SealedPrices
from tenders.procedure.facts import Facts
from tenders.procedure.phases import Phase
from tenders.services.admitted import admitted_in, taking_part
from tenders.services.made_on import unanswered


def part(facts: Facts, lot: Lot, actor: User | None) -> Facts:
    counted = COUNTED.get(facts.phase)
    return counted(facts, lot) if counted is not None else facts


def unjudged(lot: Lot) -> int:
    """Requirements without an outcome, of bids that have not fallen away."""
    bids = taking_part(Bid.objects.filter(lot=lot))
    judged = RequirementOutcome.objects.filter(bid__in=bids).count()
    return bids.count() * lot.requirements.count() - judged


def missing_values(lot: Lot) -> int:
    """Of admitted bids, for criteria that are neither a price nor for the assessors."""
    return _missing_values(lot, _admitted(lot))


def _of_the_admission(facts: Facts, lot: Lot) -> Facts:
    admitted = _admitted(lot)
    return replace(
        facts,
        admitted=len(admitted),
        unjudged=unjudged(lot),
        unconfirmed=unanswered(lot).count(),
        missing_values=_missing_values(lot, admitted),
    )


def _of_the_meeting(facts: Facts, lot: Lot) -> Facts:
    return replace(facts, missing_values=missing_values(lot))


def _of_the_vault(facts: Facts, lot: Lot) -> Facts:
    return replace(facts, missing_prices=_missing_prices(lot, _admitted(lot)))


def _admitted(lot: Lot) -> list[int]:
    return list(admitted_in([lot.pk]).values_list("pk", flat=True))


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


COUNTED: Mapping[Phase, Callable[[Facts, Lot], Facts]] = {
    Phase.OPENING: _of_the_admission,
    Phase.CONSENSUS: _of_the_meeting,
    Phase.PRICE_OPENING: _of_the_vault,
}
"""In any other phase no guard looks at them."""

"""What opened bids state for the calculation becomes rows, and the values that follow from it."""

from collections.abc import Iterable, Mapping

from django.views.decorators.debug import sensitive_variables

from tenders.lifecycle.statement import BidFigures, fits
from tenders.models import Bid, BidValue, Criterion, LifecycleAnswer, Lot
from tenders.services.calculation import Calculation, answers_of, calculation_of, value_text

Stated = Iterable[tuple[Bid, Mapping[str, str]]]


def state_answers(lot: Lot, stated: Stated) -> dict[str, list[str]]:
    """At the opening of the bids: all answers but euros, and the values that need no euros.

    By bid code the criteria without a value, because the statement of the bid does not give one. An answer
    that no longer fits, because a nota van inlichtingen changed the calculation, is left out.
    """
    calculation = calculation_of(lot)
    found = []
    for bid, values in stated:
        given = _fitting(calculation, values, is_price=False)
        _keep(bid, given, is_price=False)
        found.append((bid, calculation.of(bid.code, given, is_price=False)))
    return _valued(lot, found)


@sensitive_variables()
def state_amounts(lot: Lot, stated: Stated) -> dict[str, list[str]]:
    """At the opening of the prices: the amounts in euros, and the cost of each bid.

    What was opened before stays as it is. By bid code the criteria without a value.
    """
    calculation, before = calculation_of(lot), answers_of(lot)
    asked = calculation.asked(is_price=True)
    found = []
    for bid, prices in stated:
        known = before.get(bid.pk, {})
        if not known.keys() & asked.keys():
            given = _fitting(calculation, prices, is_price=True)
            _keep(bid, given, is_price=True)
            found.append((bid, calculation.of(bid.code, {**known, **given}, is_price=True)))
    return _valued(lot, found)


@sensitive_variables()
def _fitting(calculation: Calculation, values: Mapping[str, str], *, is_price: bool) -> dict[str, str]:
    asked = calculation.asked(is_price=is_price)
    return {code: value for code, value in values.items() if code in asked and fits(value, asked[code])}


@sensitive_variables()
def _keep(bid: Bid, given: Mapping[str, str], *, is_price: bool) -> None:
    LifecycleAnswer.objects.bulk_create(
        LifecycleAnswer(bid=bid, code=code, value=value, is_price=is_price) for code, value in given.items()
    )


@sensitive_variables()
def _valued(lot: Lot, found: Iterable[tuple[Bid, BidFigures]]) -> dict[str, list[str]]:
    """Each value or none of it; who lacks one is told by code."""
    found = list(found)
    codes = {code for _, figures in found for code in figures.values}
    criteria = {row.code: row for row in Criterion.objects.filter(lot=lot, code__in=codes)}
    BidValue.objects.bulk_create(
        BidValue(bid=bid, criterion=criteria[code], value=value_text(each.value))
        for bid, figures in found
        for code, each in figures.values.items()
    )
    return {bid.code: sorted(figures.problems) for bid, figures in found if figures.problems}

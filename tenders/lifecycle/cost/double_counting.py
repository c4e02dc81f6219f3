"""What already counts in euros earns no points as well."""

from collections.abc import Iterator, Mapping

from procurement.language import Text
from tenders.lifecycle.cost.kind import Measure
from tenders.lifecycle.cost.method import CostMethod
from tenders.scoring.problem import Problem

_TWICE = Text(
    nl="Criterium ‘{criterion}’ geeft punten voor {measure}, en dat telt al in euro's mee in de "
    "levenscycluskosten. Haal het uit het criterium of uit de kosten.",
    en="Criterion ‘{criterion}’ gives points for {measure}, and that already counts in euros in the "
    "life-cycle cost. Take it out of the criterion or out of the cost.",
)
_SAME = Text(
    nl="Criterium ‘{criterion}’ geeft punten voor {measure}. De levenscycluskosten tellen al in euro's: "
    "{priced}. Dat is hetzelfde gebruik, maal een vast getal. Haal het uit het criterium of uit de kosten.",
    en="Criterion ‘{criterion}’ gives points for {measure}. The life-cycle cost already counts in euros: "
    "{priced}. That is the same use, times a fixed number. Take it out of the criterion or out of the cost.",
)

Scored = Mapping[str, frozenset[Measure]]  # by criterion: what it gives points for


def counted_twice(method: CostMethod, scored: Scored) -> Iterator[Problem]:
    for criterion, measures in scored.items():
        for measure in sorted(measures):
            message = _message(method, criterion, measure)
            if message is not None:
                yield Problem(f"criteria[{criterion}]", message)


def _message(method: CostMethod, criterion: str, measure: Measure) -> Text | None:
    if measure in method.priced:
        return _TWICE.format(criterion=criterion, measure=measure.label)
    if measure.same_as in method.priced and measure.same_as is not None:
        return _SAME.format(criterion=criterion, measure=measure.label, priced=measure.same_as.label)
    return None

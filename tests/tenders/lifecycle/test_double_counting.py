"""Energy and the CO2e of its use are one thing: in euros or in points, not both."""

from collections.abc import Iterable

import pytest

from tenders.lifecycle.cost.compare import compare
from tenders.lifecycle.cost.kind import CostKind, Measure
from tenders.lifecycle.cost.method import CarbonPrice
from tenders.lifecycle.not_computable import NotComputable
from tests.tenders.lifecycle.build import carbon, method

ENERGY = frozenset({CostKind.ENERGY})


@pytest.mark.parametrize(
    ("asked", "price", "scored"),
    [(ENERGY, None, Measure.CO2_USE), (frozenset(), carbon(), Measure.USE_KWH)],
)
def test_the_co2_of_use_is_the_energy_times_a_factor_so_it_counts_once(
    asked: Iterable[CostKind], price: CarbonPrice | None, scored: Measure
) -> None:
    with pytest.raises(NotComputable) as refused:
        compare(method(asked=asked, price=price), [], {"use": frozenset({scored})})

    assert [problem.place for problem in refused.value.problems] == ["criteria[use]"]
    assert scored.label.nl in refused.value.problems[0].message.nl

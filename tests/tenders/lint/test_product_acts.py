"""What L52 finds once an act of art. 65 ESPR exists; the register itself is empty."""

from datetime import date
from typing import Any

import pytest

from tenders.lint.draft.contract import ProductGroup
from tenders.lint.law import DemandKind, ProductAct
from tenders.lint.rules.l52_product_acts import product_act_findings
from tests.tenders.lint.drafts import draft
from tests.tenders.lint.product_acts import act

SAYS_HOW: dict[str, Any] = {"legal.contract.product_act": "Handeling voor computers: gewicht van D."}
BASED = {"lots[0].criteria[2].account": {"basis": ["espr:65(3)"]}}


def found(acts: tuple[ProductAct, ...], **changes: Any) -> list[tuple[str, str]]:
    return [(finding.severity.value, finding.place) for finding in product_act_findings(draft(changes), acts)]


def test_exactly_the_least_weight_is_enough() -> None:
    assert found((act(least="25"),), **SAYS_HOW, **BASED) == []


def test_just_below_the_least_weight_is_too_light() -> None:
    assert found((act(least="25.01"),), **SAYS_HOW, **BASED) == [("blocking", "lots[0].criteria")]


def test_only_criteria_that_name_the_act_count() -> None:
    assert found((act(least="15"),), **SAYS_HOW) == [("blocking", "lots[0].criteria")]


def test_a_sub_criterion_that_names_the_act_counts_with_its_own_weight() -> None:
    of_d1 = {"lots[0].criteria[2].children[0].account.basis": ["espr:65(3)"]}

    assert found((act(least="10"),), **SAYS_HOW, **of_d1) == []
    assert found((act(least="10.1"),), **SAYS_HOW, **of_d1) == [("blocking", "lots[0].criteria")]


def test_the_contract_says_how_it_meets_the_act() -> None:
    assert found((act(DemandKind.CONDITION, least=None),)) == [("blocking", "legal.contract.product_act")]


@pytest.mark.parametrize("demand", [DemandKind.SPECIFICATION, DemandKind.CONDITION, DemandKind.TARGET])
def test_another_form_asks_no_weight(demand: DemandKind) -> None:
    assert found((act(demand, least="50"),), **SAYS_HOW) == []


@pytest.mark.parametrize(
    "other",
    [
        act(product=ProductGroup.PRINTERS),
        act(start=date(2026, 12, 2)),
        act(until=date(2026, 11, 30)),
    ],
    ids=["for another product", "from tomorrow on", "until yesterday"],
)
def test_an_act_that_does_not_hold_asks_nothing(other: ProductAct) -> None:
    assert found((other,)) == []

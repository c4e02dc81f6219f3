"""What one tender brings to the target of its organisation."""

from dataclasses import replace

import pytest

from tenders.lifecycle.circularity.target import contribution
from tenders.lifecycle.not_computable import NotComputable
from tenders.lifecycle.quantity import quantity
from tenders.lifecycle.unit import DEVICE, NUMBER
from tests.tenders.lifecycle.build_target import TARGET
from tests.tenders.lifecycle.formula import outcome


@pytest.mark.parametrize(
    ("devices", "promised", "brought", "needed"),
    [
        ("400", "0.5", "0.2", "0.1"),
        ("600", "0.5", "0.3", "0"),
        ("1000", "1", "1", "0"),
        ("0", "1", "0", "0.3"),
    ],
)
def test_what_a_tender_brings_to_the_target_of_its_organisation(
    devices: str, promised: str, brought: str, needed: str
) -> None:
    found = contribution(TARGET, quantity(devices, DEVICE), quantity(promised, NUMBER))

    assert (found.brought.exact, found.still_needed) == (quantity(brought, NUMBER), quantity(needed, NUMBER))
    assert outcome(found.brought) == found.brought.exact.amount


@pytest.mark.parametrize(
    ("devices", "promised", "planned", "expected"),
    [
        ("1001", "0.5", "1000", ["devices"]),
        ("0", "0.5", "0", ["devices"]),
        ("1", "1.1", "1000", ["promised"]),
        ("-1", "1", "1000", ["devices"]),
    ],
)
def test_a_contribution_that_cannot_be_is_refused(
    devices: str, promised: str, planned: str, expected: list[str]
) -> None:
    target = replace(TARGET, planned=quantity(planned, DEVICE))

    with pytest.raises(NotComputable) as refused:
        contribution(target, quantity(devices, DEVICE), quantity(promised, NUMBER))

    assert [problem.place for problem in refused.value.problems] == expected

"""A reason holds for the requirement it was given for: not for another in its place, nor on other figures."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tenders.lint.draft import Draft, Reason
from tenders.lint.rules import RULES
from tenders.lint.run import judge
from tenders.lint.subjects import subject_of
from tests.tenders.lint.drafts import draft

TURNOVER = {
    "kind": "turnover",
    "text": "Omzet per jaar",
    "turnover": "900000",
    "turnover_of": "call_offs",
    "turnover_base": "400000",
    "reason": "De opdrachtnemer financiert een jaar voorraad voor.",
}
REFERENCE = {"kind": "reference", "text": "Een vergelijkbare levering.", "years": "5"}


def asking(*requirements: dict[str, Any]) -> Draft:
    return draft({"legal.bidders.suitability": list(requirements)})


def reasoned(rule: str, before: Draft) -> tuple[Reason, ...]:
    """For everything that this rule finds."""
    return tuple(
        Reason(
            rule=rule,
            place=finding.place,
            quote=finding.quote,
            subject=subject_of(before, finding),
            text="Het mag hier.",
            given_on=date(2026, 11, 3),
        )
        for finding in judge(RULES[rule], before).open
    )


def still_open(rule: str, after: Draft, reasons: tuple[Reason, ...]) -> list[str]:
    return [finding.place for finding in judge(RULES[rule], replace(after, reasons=reasons)).open]


@pytest.mark.parametrize(("rule", "asked"), [("L14", TURNOVER), ("L15", REFERENCE)])
def test_a_reason_stays_behind_when_requirements_move(rule: str, asked: dict[str, Any]) -> None:
    first, second = asked | {"code": "G1"}, asked | {"code": "G2"}
    [reason, _] = reasoned(rule, asking(first, second))

    places = [still_open(rule, after, (reason,)) for after in (asking(first, second), asking(second, first))]

    assert [len(each) for each in places] == [1, 2]


def test_a_reason_for_a_turnover_does_not_hold_for_a_smaller_contract() -> None:
    asked = TURNOVER | {"code": "G1"}
    reasons = reasoned("L14", asking(asked))

    places = [
        still_open("L14", asking(asked | {"turnover_base": base}), reasons) for base in ("400000", "350000")
    ]

    assert places == [[], ["legal.bidders.suitability[0].turnover"]]

"""What somebody asks of the register: by rule, year, tender and state, in four orders."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from procurement.organisations.models import Role
from tenders.models import LegalReason, Tender
from tenders.services.deviations import Asked, Order, State, choices_of, reasons_of
from tests import cast

pytestmark = pytest.mark.django_db


def row(tender: Tender, rule: str, text: str, at: datetime) -> None:
    LegalReason.objects.create(
        tender=tender,
        rule=rule,
        place="lots[0].criteria",
        quote="Wat er staat.",
        text=text,
        given_at=at,
        given_by=cast.person(Role.LAWYER),
    )


def texts(**asked: Any) -> list[str]:
    return [each.text for each in reasons_of(cast.organisation(), Asked(**asked))]


def three() -> tuple[Tender, Tender]:
    """Two tenders with reasons in two years: the last hour of 2026 in UTC is 2027 here."""
    first, second = cast.tender(), cast.tender(reference="T-0")
    row(first, "L56", "Oud.", datetime(2026, 5, 1, 9, tzinfo=UTC))
    row(second, "L12", "Midden.", datetime(2026, 12, 31, 22, 59, tzinfo=UTC))
    row(first, "L12", "Nieuw.", datetime(2026, 12, 31, 23, 0, tzinfo=UTC))
    row(second, "L12", "", datetime(2027, 1, 3, 9, tzinfo=UTC))
    return first, second


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (lambda _: {}, ["Nieuw.", "Midden.", "Oud."]),
        (lambda _: {"order": Order.OLDEST}, ["Oud.", "Midden.", "Nieuw."]),
        (lambda _: {"order": Order.TENDER}, ["Midden.", "Nieuw.", "Oud."]),
        (lambda _: {"order": Order.RULE}, ["Nieuw.", "Midden.", "Oud."]),
        (lambda _: {"year": 2026}, ["Midden.", "Oud."]),
        (lambda _: {"year": 2027}, ["Nieuw."]),
        (lambda _: {"rule": "L56"}, ["Oud."]),
        (lambda pair: {"tender": pair[1].pk}, ["Midden."]),
        (lambda _: {"state": State.STANDS}, ["Nieuw.", "Oud."]),
        (lambda _: {"state": State.TAKEN_BACK}, ["Midden."]),
        (lambda _: {"state": State.REPLACED}, []),
        (lambda pair: {"rule": "L12", "tender": pair[0].pk, "year": 2027}, ["Nieuw."]),
    ],
)
def test_what_is_asked_and_in_which_order(
    asked: Callable[[tuple[Tender, Tender]], dict[str, Any]], expected: list[str]
) -> None:
    pair = three()

    assert texts(**asked(pair)) == expected


def test_what_can_be_chosen_is_what_is_there() -> None:
    first, second = three()

    choices = choices_of(cast.organisation())

    assert (choices.rules, choices.years) == (["L12", "L56"], [2027, 2026])
    assert choices.tenders == [(second.pk, "T-0"), (first.pk, "T-1")]

"""Dated law: what holds on a day, what changes, and that every entry says where it comes from."""

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from tenders.lint.draft.contract import Authority, Contract, Nature
from tenders.lint.law import (
    FACTS,
    PRODUCT_ACTS,
    changes_between,
    fact,
    in_force,
    load_acts,
    load_facts,
    threshold,
)
from tenders.lint.law.loading import LawFileError

ENTRY = """
[[{table}]]
code = "{code}"
about = {{ nl = "Een feit.", en = "A fact." }}
source = "espr:65"
valid_from = {start}
review_by = 2027-01-01
confirmed = true
reach = {{ articles = ["espr:65"], rules = ["L52"], in_contract = false }}
{more}
"""


def entry(table: str = "facts", *, code: str = "one", start: str = "2026-01-01", more: str = "") -> str:
    return ENTRY.format(table=table, code=code, start=start, more=more)


def value(authority: Authority, nature: Nature, on: date) -> Decimal | None:
    level = threshold(Contract(authority=authority, nature=nature), on)
    return level.value if level else None


@pytest.mark.parametrize(
    ("on", "authority", "nature", "euros"),
    [
        (date(2024, 1, 1), Authority.CENTRAL, Nature.SUPPLIES, "143000"),
        (date(2025, 12, 31), Authority.OTHER, Nature.SERVICES, "221000"),
        (date(2025, 12, 31), Authority.OTHER, Nature.WORKS, "5538000"),
        (date(2026, 1, 1), Authority.CENTRAL, Nature.SERVICES, "140000"),
        (date(2026, 1, 1), Authority.OTHER, Nature.SUPPLIES, "216000"),
        (date(2027, 12, 31), Authority.CENTRAL, Nature.WORKS, "5404000"),
        (date(2026, 6, 1), Authority.CENTRAL, Nature.SOCIAL, "750000"),
    ],
)
def test_the_threshold_of_a_day(on: date, authority: Authority, nature: Nature, euros: str) -> None:
    assert value(authority, nature, on) == Decimal(euros)


@pytest.mark.parametrize("on", [date(2023, 12, 31), date(2028, 1, 1)])
def test_a_threshold_that_is_not_known_is_not_guessed(on: date) -> None:
    assert value(Authority.OTHER, Nature.SUPPLIES, on) is None


def test_no_threshold_without_authority_or_nature() -> None:
    on = date(2026, 6, 1)

    found = [
        threshold(Contract(nature=Nature.SUPPLIES), on),
        threshold(Contract(authority=Authority.OTHER), on),
    ]

    assert found == [None, None]


def test_what_changed_between_the_two_periods_of_thresholds() -> None:
    found = changes_between(date(2025, 12, 31), date(2026, 1, 1))

    assert [(change.fact.code, change.begins) for change in found] == [
        ("threshold-central", False),
        ("threshold-central", True),
        ("threshold-other", False),
        ("threshold-other", True),
        ("threshold-works", False),
        ("threshold-works", True),
    ]
    assert {change.day for change in found} == {date(2026, 1, 1)}


def test_nothing_changes_within_a_day() -> None:
    assert changes_between(date(2026, 1, 1), date(2026, 1, 1)) == ()


def test_the_ladder_changes_at_the_turn_of_2027() -> None:
    found = changes_between(date(2026, 12, 1), date(2027, 1, 31))

    assert [(change.day, change.fact.code, change.begins) for change in found] == [
        (date(2027, 1, 1), "co2-ladder-3.1", False),
        (date(2027, 1, 1), "co2-ladder-4.0", True),
    ]


def test_changes_come_in_the_order_of_their_days() -> None:
    found = changes_between(date(2026, 3, 1), date(2027, 12, 31))

    assert [change.day for change in found] == sorted(change.day for change in found)
    assert [change.fact.code for change in found][:3] == ["csrd-scope", "omnibus-in-force", "empco"]


def test_energy_star_ended_in_europe_on_20_february_2018() -> None:
    last = date(2018, 2, 20)

    held = [fact("energy-star-eu", day) is not None for day in (last, last + timedelta(days=1))]

    assert held == [True, False]


def test_in_force_holds_one_fact_of_a_code() -> None:
    codes = [each.code for each in in_force(date(2026, 12, 1))]

    assert len(codes) == len(set(codes))
    assert "threshold-other" in codes


def test_a_fact_that_nobody_read_at_its_source_says_so() -> None:
    social, other = fact("threshold-social", date(2026, 6, 1)), fact("threshold-other", date(2026, 6, 1))

    assert social is not None
    assert other is not None
    assert social.stated.nl.endswith("laat een jurist het bevestigen.")
    assert other.stated == other.about


def test_a_confirmed_fact_has_a_confirmed_source() -> None:
    doubtful = [each.code for each in FACTS if each.confirmed and not each.source.confirmed]

    assert doubtful == []


def test_every_entry_ends_after_it_began_and_is_looked_at_again() -> None:
    wrong = [
        each.code
        for each in (*FACTS, *PRODUCT_ACTS)
        if (each.valid_until and each.valid_until <= each.valid_from) or each.review_by < date(2026, 11, 22)
    ]

    assert wrong == []


@pytest.mark.parametrize("turned", [False, True])
def test_two_periods_of_one_fact_may_not_overlap(tmp_path: Path, turned: bool) -> None:
    periods = [entry(more="valid_until = 2026-12-31"), entry(start="2026-12-31")]
    (tmp_path / "law.toml").write_text("".join(reversed(periods) if turned else periods), encoding="utf-8")

    with pytest.raises(LawFileError, match="one: two periods overlap"):
        load_facts(tmp_path)


def test_two_periods_of_one_fact_may_follow_each_other(tmp_path: Path) -> None:
    (tmp_path / "law.toml").write_text(
        entry(more="valid_until = 2026-12-31") + entry(start="2027-01-01"), encoding="utf-8"
    )

    assert [each.valid_from.year for each in load_facts(tmp_path)] == [2026, 2027]


@pytest.mark.parametrize("field", ["source", "review_by", "confirmed", "about", "valid_from", "reach"])
def test_an_entry_without_its_source_or_dates_is_refused(tmp_path: Path, field: str) -> None:
    lines = [line for line in entry().splitlines() if not line.startswith(field)]
    (tmp_path / "law.toml").write_text("\n".join(lines), encoding="utf-8")

    with pytest.raises(LawFileError, match=f"one: '{field}' is missing"):
        load_facts(tmp_path)


def test_a_product_act_without_products_is_refused(tmp_path: Path) -> None:
    (tmp_path / "law.toml").write_text(entry("acts", more='demand = "condition"'), encoding="utf-8")

    with pytest.raises(LawFileError, match="one: 'products' is missing"):
        load_acts(tmp_path)


def test_no_product_act_is_known_and_the_register_says_so() -> None:
    remark = fact("espr-product-acts", date(2026, 12, 1))

    assert PRODUCT_ACTS == ()
    assert remark is not None
    assert not remark.confirmed

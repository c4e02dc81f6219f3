"""What is known about a label on a day, for a product group, and where that comes from."""

from datetime import date, timedelta

import pytest

from procurement.citations import CITATIONS
from tenders.scorecard.labels import (
    LABEL_FACTS,
    PRODUCT_LABELS,
    LabelFileError,
    label_facts,
    label_remarks,
    read_labels,
)
from tenders.scorecard.model import EvidenceKind, Product

GOOD = """
[[labels]]
kind = "epeat"
products = ["computer"]
limits = false
source = "epeat"
confirmed = false
review_by = 2027-12-31
nl = "Loopt."
en = "Runs."
"""


@pytest.mark.parametrize(
    ("kind", "product", "on", "limits"),
    [
        ("energy_star", "computer", date(2018, 2, 20), [False]),
        ("energy_star", "computer", date(2018, 2, 21), [True]),
        ("eu_ecolabel", "display", date(2028, 12, 31), [False]),
        ("eu_ecolabel", "display", date(2029, 1, 1), [True]),
        ("eu_ecolabel", "display", date(2020, 11, 30), []),
        ("eu_ecolabel", "computer", date(2026, 11, 22), [True]),
        ("eu_ecolabel", "other", date(2026, 11, 22), []),
        ("tco_certified", "other", date(2026, 11, 22), [False]),
        ("epeat", "display", date(2026, 11, 22), [False]),
        ("blauer_engel", "computer", date(2026, 11, 22), [False]),
        ("blauer_engel", "display", date(2026, 11, 22), []),
    ],
)
def test_what_is_known_on_a_day(kind: str, product: str, on: date, limits: list[bool]) -> None:
    found = label_facts(EvidenceKind(kind), Product(product), on)

    assert [fact.limits for fact in found] == limits


def test_what_was_not_read_at_its_source_says_so() -> None:
    unread = {(fact.kind, fact.since) for fact in LABEL_FACTS if not fact.confirmed}

    assert unread == {
        (EvidenceKind.EU_ECOLABEL, date(2016, 8, 10)),
        (EvidenceKind.EPEAT, None),
        (EvidenceKind.BLAUER_ENGEL, None),
    }


def test_what_runs_is_no_remark() -> None:
    on = date(2026, 11, 22)

    assert label_remarks(EvidenceKind.TCO_CERTIFIED, Product.COMPUTER, on) == ()
    assert len(label_remarks(EvidenceKind.ENERGY_STAR, Product.COMPUTER, on)) == 1


def test_a_fact_is_no_surer_than_its_source() -> None:
    sure = [fact.basis for fact in LABEL_FACTS if fact.confirmed]

    assert [code for code in sure if not CITATIONS[code].confirmed] == []
    assert [fact.basis for fact in LABEL_FACTS if fact.basis not in CITATIONS] == []


def test_on_no_day_two_facts_about_one_label_contradict_each_other() -> None:
    days = {
        day + timedelta(days=shift) for fact in LABEL_FACTS for day in (fact.since, fact.until) if day
        for shift in (-1, 0, 1)
    }  # fmt: skip

    several = [
        (kind, product, on)
        for kind in PRODUCT_LABELS
        for product in Product
        for on in days
        if len(label_facts(kind, product, on)) > 1
    ]

    assert several == []


@pytest.mark.parametrize(
    "wrong", [GOOD.replace("limits", "limit"), GOOD.replace('source = "epeat"\n', ""), GOOD + "extra = 1\n"]
)
def test_a_misspelt_table_is_refused(wrong: str) -> None:
    with pytest.raises(LabelFileError, match="label 1"):
        read_labels(wrong)


def test_a_good_table_is_read() -> None:
    [fact] = read_labels(GOOD)

    assert (fact.since, fact.until, fact.remark.en) == (None, None, "Runs.")

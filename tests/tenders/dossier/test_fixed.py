"""A ranking rests on the prices that were opened and the scores that were locked, cell by cell."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from tenders.dossier import faults
from tenders.dossier.faults import Rejected
from tenders.dossier.fixed import fixed_cells
from tenders.dossier.manifest import PHASES, File, canonical
from tenders.dossier.verify import verify_dossier
from tenders.scoring.evaluate import evaluate
from tenders.scoring.files import canonical as canonical_tender
from tenders.scoring.files import from_toml
from tests.tenders.dossier import build
from tests.tree import ROOT

TENDER = from_toml((ROOT / "docs/examples/graded-scale.toml").read_text(encoding="utf-8"))
OPENED = {"A": {"price": ["100000"]}, "B": {"price": ["125000"]}}
LOCKED = {"A": {"quality": ["fair", "fair", "good"]}, "B": {"quality": ["good", "good", "fair"]}}
PATH = "evaluations/lot-1/1.json"
Cells = Mapping[str, Mapping[str, list[str]]]


def dossier(opened: Cells | None = OPENED, locked: Cells | None = LOCKED) -> bytes:
    """All in it goes together but, where they differ, what was fixed and what was ranked."""
    snapshot, lot = canonical_tender(TENDER), TENDER.lots[0]
    published = canonical_tender(replace(TENDER, lots=(replace(lot, bids=()),)))
    ranking = [[each.rank, each.bid.code, str(each.total)] for each in evaluate(lot).ranking]
    files = [
        File("publications/1.json", "publication", published),
        File(PATH, "evaluation", snapshot),
        File(PHASES, "record", canonical([])),
    ]
    events: list[build.Happened] = [
        ("tender.published", "T-1", {"sha256": build.sha(published)}),
        ("consensus.locked", "T-1 / 2", {"fixed": fixed_cells({"A": {"quality": ["poor"]}}, "9f")}),
        ("consensus.locked", build.SUBJECT, {"fixed": fixed_cells(locked, "2b")} if locked else {}),
        ("prices.opened", build.SUBJECT, {"fixed": fixed_cells(opened, "7c")} if opened else {}),
        ("lot.evaluated", build.SUBJECT, {"sha256": build.sha(snapshot), "ranking": ranking}),
        ("prices.opened", build.SUBJECT, {"fixed": fixed_cells({}, "7c")}),
    ]
    return build.dossier(files, events)


def with_cell(cells: Cells, bid: str, **given: list[str]) -> Cells:
    return {**cells, bid: {**cells[bid], **given}}


def test_the_same_values_are_accepted() -> None:
    assert verify_dossier(dossier()).rankings == 1


def test_a_log_from_before_values_were_fixed_is_accepted() -> None:
    assert verify_dossier(dossier(None, None)).rankings == 1


OTHER = {
    "a price": (dossier(with_cell(OPENED, "B", price=["125000.01"])), "B", "price"),
    "a score of one assessor": (
        dossier(locked=with_cell(LOCKED, "A", quality=["fair", "good", "good"])), "A", "quality"
    ),
    "a price that was never opened": (dossier({"A": OPENED["A"]}), "B", "price"),
    "a price that is left out": (dossier(with_cell(OPENED, "A", other=["1"])), "A", "other"),
    "a bid that is left out": (dossier({**OPENED, "C": {"price": ["1"]}}), "C", "price"),
    "the values of two bids swapped": (dossier({"A": OPENED["B"], "B": OPENED["A"]}), "A", "price"),
}  # fmt: skip


@pytest.mark.parametrize("case", OTHER)
def test_another_value_is_named(case: str) -> None:
    data, bid, criterion = OTHER[case]

    with pytest.raises(Rejected) as refused:
        verify_dossier(data)

    told = faults.OTHER_VALUE.format(bid=bid, criterion=criterion)
    assert (refused.value.place, refused.value.reason) == (PATH, told)


def test_the_salt_hides_equal_values() -> None:
    first, second = (fixed_cells(OPENED, salt)["cells"]["A"]["price"] for salt in ("7c", "2b"))

    assert first != second

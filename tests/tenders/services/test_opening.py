"""Two people open the bids and later the prices: all of it or nothing; what came in time counts."""

import json
from datetime import timedelta

import pytest

from procurement.audit.models import Event
from procurement.organisations.models import Role
from tenders.models import Bid, FallenBid, Lot, SealedFile, Supplier
from tenders.procedure.phases import Phase
from tenders.services.facts import facts_of
from tenders.services.opened import answers_of, file_content, files_of, receipts_of, stated_values
from tenders.services.phases import phase_of
from tenders.services.sealing import seal_prices, withdraw_bid
from tenders.services.transitions import take_step
from tests import cast
from tests.sealed import CANARY, CANARY_PRICE, EARLY, new_bid, open_for_bids, opened, sealed, values_of

pytestmark = pytest.mark.django_db
DAY_BEFORE = cast.DEADLINE - timedelta(days=1)
LATE = cast.DEADLINE + timedelta(milliseconds=1)


@pytest.fixture
def lot() -> Lot:
    return open_for_bids()


def test_bids_open_in_order_of_receipt_without_prices_or_jury_values(lot: Lot) -> None:
    sealed(lot, new_bid("Tweede", received_at=EARLY + timedelta(hours=1)))
    sealed(lot, new_bid("Eerste"))

    opened(lot)

    assert list(lot.bids.order_by("code").values_list("code", "supplier__name")) == [
        ("A", "Eerste"),
        ("B", "Tweede"),
    ]
    assert values_of(lot) == {"A": {"D1": "280.25"}, "B": {"D1": "280.25"}}


def test_prices_open_after_the_scores_are_locked(lot: Lot) -> None:
    sealed(lot)
    opened(lot)
    cast.in_phase(lot, Phase.PRICE_OPENING)

    opened(lot, "open-prices")

    assert values_of(lot) == {"A": {"D1": "280.25", "P": CANARY_PRICE}}
    assert phase_of(lot) == Phase.EVALUATION


def test_one_signature_opens_nothing(lot: Lot) -> None:
    sealed(lot)
    take_step(lot=lot, code="open-bids", at=cast.NOW, actor=cast.person(Role.OFFICER))

    assert (phase_of(lot), Bid.objects.count(), Supplier.objects.count()) == (Phase.SUBMISSION, 0, 0)


def test_answers_and_files_are_read_on_demand(lot: Lot) -> None:
    sealed(lot)
    opened(lot)
    bid = lot.bids.get()

    [file] = files_of(lot)[bid.pk]

    assert answers_of(lot) == {bid.pk: {"K": f"Antwoord van {CANARY} over service."}}
    assert (file.name, file.criterion, file.size) == ("plan van aanpak.pdf", "K", len(f"%PDF {CANARY}"))
    assert file_content(file.pk) == (file, f"%PDF {CANARY}".encode())
    assert stated_values(bid) == {"D1": "280.25"}


def test_a_file_of_a_sealed_bid_is_not_there(lot: Lot) -> None:
    sealed(lot)

    with pytest.raises(SealedFile.DoesNotExist):
        file_content(SealedFile.objects.get().pk)


@pytest.mark.parametrize(
    ("received_at", "fallen"),
    [
        (cast.DEADLINE - timedelta(milliseconds=1), False),
        (cast.DEADLINE, False),
        (cast.DEADLINE + timedelta(milliseconds=1), True),
    ],
)
def test_the_moment_of_the_deadline_is_still_in_time(lot: Lot, received_at: object, fallen: bool) -> None:
    sealed(lot, new_bid(received_at=received_at))

    opened(lot)

    assert FallenBid.objects.filter(bid__lot=lot).exists() == fallen


def test_a_late_bid_is_set_aside_with_its_reason_and_is_not_read(lot: Lot) -> None:
    sealed(lot, new_bid(received_at=LATE))
    opened(lot)
    bid = lot.bids.get()

    assert bid.fallen.reason == (
        "Te laat ontvangen: 30-10-2026 12:00:00,001 uur."
        " Het uiterste tijdstip was 30-10-2026 12:00:00,000 uur."
    )
    assert (values_of(lot), answers_of(lot), files_of(lot)) == ({}, {}, {})
    with pytest.raises(SealedFile.DoesNotExist):
        file_content(SealedFile.objects.get().pk)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"supplier": "Alfa B.V."}, {"supplier": "alfa  b.v."}),
        (
            {"supplier": "Alfa", "chamber_of_commerce": "12345678"},
            {"supplier": "Bèta", "chamber_of_commerce": "12345678"},
        ),
    ],
)
def test_the_newest_bid_of_a_bidder_counts(lot: Lot, first: dict[str, str], second: dict[str, str]) -> None:
    newest = {"received_at": EARLY + timedelta(hours=2), "values": {"D1": "200"}}
    sealed(lot, new_bid(**(first | newest)), DAY_BEFORE)
    sealed(lot, new_bid(**(second | {"values": {"D1": "300"}})), DAY_BEFORE)

    opened(lot)

    assert values_of(lot) == {"A": {"D1": "200"}}
    assert [each.verdict for each in receipts_of(lot)] == ["replaced", "counts"]


def test_a_late_bid_does_not_replace_one_in_time(lot: Lot) -> None:
    sealed(lot, new_bid(values={"D1": "200"}))
    sealed(lot, new_bid(received_at=LATE))

    opened(lot)

    assert (values_of(lot), FallenBid.objects.count()) == ({"A": {"D1": "200"}}, 0)
    assert [each.verdict for each in receipts_of(lot)] == ["counts", "late"]


def test_namesakes_with_other_numbers_are_two_bidders(lot: Lot) -> None:
    for number in ("11111111", "22222222"):
        sealed(lot, new_bid("Alfa", chamber_of_commerce=number))

    opened(lot)

    assert sorted(lot.bids.values_list("supplier__name", flat=True)) == ["Alfa", "Alfa (KvK 22222222)"]


def test_a_withdrawn_bid_is_never_opened(lot: Lot) -> None:
    before = cast.DEADLINE - timedelta(days=1)
    row = sealed(lot, at=before)
    officer = cast.person(Role.OFFICER)
    withdraw_bid(lot=lot, receipt=row.receipt.lower(), reason="by-bidder", at=before, actor=officer)

    opened(lot)

    [receipt] = receipts_of(lot)
    assert (lot.bids.count(), receipt.verdict, receipt.supplier) == (0, "withdrawn", "")


def test_the_opening_is_one_event_with_codes_and_receipts_and_no_names(lot: Lot) -> None:
    row = sealed(lot)

    opened(lot)

    details = json.loads(Event.objects.get(action="bids.opened").details)
    assert details == {
        "bids": [["A", EARLY.isoformat(), row.receipt]],
        "counts": [row.receipt],
        "late": [],
        "replaced": [],
        "unsigned": [],
        "withdrawn": [],
    }


def test_the_newest_price_counts(lot: Lot) -> None:
    row = sealed(lot)
    seal_prices(sealed=row, prices={"P": "900"}, at=EARLY, actor=cast.person(Role.OFFICER))
    opened(lot)
    cast.in_phase(lot, Phase.PRICE_OPENING)

    opened(lot, "open-prices")

    assert values_of(lot)["A"]["P"] == "900"


def test_a_second_opening_of_prices_leaves_what_was_opened(lot: Lot) -> None:
    sealed(lot)
    opened(lot)
    cast.in_phase(lot, Phase.PRICE_OPENING)
    opened(lot, "open-prices")
    cast.in_phase(lot, Phase.PRICE_OPENING)

    opened(lot, "open-prices", at=cast.NOW + timedelta(days=1))

    assert values_of(lot) == {"A": {"D1": "280.25", "P": CANARY_PRICE}}


def test_the_price_of_a_bid_that_was_set_aside_stays_sealed(lot: Lot) -> None:
    sealed(lot, new_bid("Goed"))
    sealed(lot, new_bid("Slecht", received_at=EARLY + timedelta(hours=1)))
    opened(lot)
    lot.bids.get(code="B").outcomes.create(requirement=lot.requirements.get(), met=False, reason="Een jaar.")
    cast.in_phase(lot, Phase.PRICE_OPENING)

    opened(lot, "open-prices")

    assert {code: "P" in values for code, values in values_of(lot).items()} == {"A": True, "B": False}


def test_the_facts_of_the_admission(lot: Lot) -> None:
    sealed(lot, new_bid("Compleet"))
    sealed(lot, new_bid("Kaal", received_at=EARLY + timedelta(hours=1), values={}, prices={}))
    sealed(lot, new_bid("Laat", received_at=LATE))
    before = facts_of(lot, at=cast.NOW, actor=None)
    opened(lot)

    after = facts_of(lot, at=cast.NOW, actor=None)
    scored = facts_of(cast.in_phase(lot, Phase.PRICE_OPENING), at=cast.NOW, actor=None)

    assert (before.admitted, before.sealed_bids) == (0, None)
    assert (after.admitted, after.unjudged, after.missing_values) == (2, 2, 1)
    assert scored.missing_prices == 1


@pytest.mark.parametrize("code", ["open-bids", "open-prices"])
def test_a_failure_at_the_last_moment_opens_nothing(
    lot: Lot, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise OSError("the disk is full")

    sealed(lot)
    if code == "open-prices":
        opened(lot)
        cast.in_phase(lot, Phase.PRICE_OPENING)
    before = (phase_of(lot), Bid.objects.count(), Supplier.objects.count(), values_of(lot))
    monkeypatch.setattr("tenders.services.opening.record", broken)

    with pytest.raises(OSError, match="full"):
        opened(lot, code, at=cast.NOW + timedelta(hours=1))

    assert (phase_of(lot), Bid.objects.count(), Supplier.objects.count(), values_of(lot)) == before

"""What may go into the vaults and when; nothing that was refused leaves a trace."""

import json
from datetime import timedelta

import pytest
from django.db import IntegrityError, OperationalError, transaction

from procurement.audit.models import Event
from procurement.organisations.models import Role
from tenders.models import BidWithdrawal, DataKey, Lot, SealedBid, SealedFile, SealedPrices
from tenders.procedure.phases import Phase
from tenders.services.offered import BID_BYTES, FILE_BYTES, MOST_FILES
from tenders.services.phases import Refused
from tenders.services.sealing import NewFile, NewSealedBid, replace_bid, seal_bid, seal_prices, withdraw_bid
from tests import cast
from tests.guards import without_guards
from tests.sealed import CANARY, CANARY_PRICE, new_bid, open_for_bids, sealed

pytestmark = pytest.mark.django_db
BEFORE = cast.DEADLINE - timedelta(hours=1)


@pytest.fixture
def lot() -> Lot:
    return open_for_bids()


def refused(lot: Lot, bid: NewSealedBid) -> str:
    with pytest.raises(Refused) as refusal:
        sealed(lot, bid)
    assert (SealedBid.objects.count(), SealedPrices.objects.count(), DataKey.objects.count()) == (0, 0, 0)
    return " ".join(reason.nl for reason in refusal.value.reasons)


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"supplier": " "}, "Vul de naam van de leverancier in."),
        ({"supplier": "A\u202eB"}, "De naam van de leverancier is te lang of bevat onzichtbare tekens."),
        ({"supplier": "A\0B"}, "De naam van de leverancier is te lang of bevat onzichtbare tekens."),
        ({"supplier": "x" * 201}, "De naam van de leverancier is te lang of bevat onzichtbare tekens."),
        ({"chamber_of_commerce": "1234567"}, "Een KvK-nummer heeft 8 cijfers."),
        ({"chamber_of_commerce": "1234567\u0663"}, "Een KvK-nummer heeft 8 cijfers."),
        ({"received_at": cast.NOW + timedelta(seconds=1)}, "ligt in de toekomst"),
        ({"received_at": cast.PUBLISHED_AT - timedelta(days=1)}, "ligt voor de publicatie"),
        ({"values": {"P": "1"}}, "Criterium P hoort hier niet bij dit perceel."),
        ({"values": {"K": "goed"}}, "Criterium K hoort hier niet bij dit perceel."),
        ({"values": {"D": "1"}}, "Criterium D hoort hier niet bij dit perceel."),
        ({"values": {"D1": "280,25"}}, "De waarde bij criterium D1 past niet."),
        ({"values": {"D1": "1e9"}}, "De waarde bij criterium D1 past niet."),
        ({"values": {"D1": "280.250"}}, "De waarde bij criterium D1 past niet."),
        ({"values": {"D1": ""}}, "De waarde bij criterium D1 past niet."),
        ({"prices": {"P": "-0"}}, "De waarde bij criterium P past niet."),
        ({"prices": {"D1": "1"}}, "Criterium D1 hoort hier niet bij dit perceel."),
        ({"prices": {"P": ""}}, "De prijs bij criterium P ontbreekt."),
        ({"answers": {"D1": "tekst"}}, "Criterium D1 hoort hier niet bij dit perceel."),
        ({"answers": {"K": "a\u202eb"}}, "Het antwoord bij K is te lang of bevat onzichtbare tekens."),
        ({"answers": {"K": "x" * 20_001}}, "Het antwoord bij K is te lang of bevat onzichtbare tekens."),
        ({"files": (NewFile("x", "Q", b""),)}, "Criterium Q hoort hier niet bij dit perceel."),
        ({"files": (NewFile("groot.pdf", "K", b"x" * (FILE_BYTES + 1)),)}, "groot.pdf is groter dan 20 MB."),
        ({"files": (NewFile("x", "K", b"x" * (BID_BYTES // 5)),) * 5 + (NewFile("x", "", b"x"),)}, "100 MB"),
        ({"files": (NewFile("x", "", b""),) * (MOST_FILES + 1)}, "hooguit 50 bestanden"),
    ],
)
def test_what_does_not_fit_is_refused(lot: Lot, changed: dict[str, object], message: str) -> None:
    assert message in refused(lot, new_bid(**changed))


def test_a_refusal_repeats_nothing_of_the_offer(lot: Lot) -> None:
    said = refused(lot, new_bid(values={"D1": CANARY_PRICE + "x"}, prices={"P": CANARY_PRICE + ",1"}))

    assert (CANARY in said, CANARY_PRICE in said) == (False, False)


@pytest.mark.parametrize("phase", list(Phase))
def test_bids_go_in_between_publication_and_opening(lot: Lot, phase: Phase) -> None:
    cast.in_phase(lot, phase)
    is_open = phase in (Phase.PUBLISHED, Phase.CLARIFICATION, Phase.SUBMISSION)

    if is_open:
        sealed(lot)
    else:
        assert "Dit kan alleen in" in refused(lot, new_bid())

    assert SealedBid.objects.count() == is_open


def test_the_database_takes_no_bid_after_the_opening(lot: Lot) -> None:
    cast.in_phase(lot, Phase.OPENING)

    with pytest.raises((IntegrityError, OperationalError)), transaction.atomic():
        SealedBid.objects.create(lot=lot, receipt="X", sealed_at=cast.NOW, version=1, content=b"x")


def test_the_event_holds_the_receipt_and_a_hash_alone(lot: Lot) -> None:
    row = sealed(lot)

    events = Event.objects.filter(action__startswith="bids.").order_by("sequence")
    details = [json.loads(event.details) for event in events]
    assert [event.action for event in events] == ["bids.sealed", "bids.price_sealed"]
    assert [sorted(each) for each in details] == [["receipt", "sha256"], ["phase", "receipt", "sha256"]]
    assert {each["receipt"] for each in details} == {row.receipt}


def test_a_bid_without_prices_leaves_the_price_vault_empty(lot: Lot) -> None:
    sealed(lot, new_bid(prices={}))

    assert (SealedPrices.objects.count(), DataKey.objects.filter(vault="prices").count()) == (0, 0)


def test_the_version_is_the_one_that_bidders_had(lot: Lot) -> None:
    first = lot.tender.publications.get()
    with without_guards("tenders_publication"):
        lot.tender.publications.create(
            version=2, snapshot=first.snapshot, digest="x", made_at=cast.DEADLINE - timedelta(days=1)
        )

    early, late = sealed(lot), sealed(lot, new_bid(received_at=cast.DEADLINE))

    assert (early.version, late.version) == (1, 2)


def withdrawn(lot: Lot, receipt: str, reason: str = "by-bidder", after: timedelta = timedelta()) -> None:
    officer = cast.person(Role.OFFICER)
    withdraw_bid(lot=lot, receipt=receipt, reason=reason, at=cast.DEADLINE + after, actor=officer)


def test_a_bid_is_taken_back_until_the_deadline(lot: Lot) -> None:
    row = sealed(lot, at=BEFORE)

    with pytest.raises(Refused, match="Intrekken kon tot"):
        withdrawn(lot, row.receipt, after=timedelta(milliseconds=1))
    withdrawn(lot, row.receipt.lower().replace("-", " "))

    assert BidWithdrawal.objects.get().bid == row


def test_a_bid_is_taken_back_once(lot: Lot) -> None:
    row = sealed(lot, at=BEFORE)
    withdrawn(lot, row.receipt)

    with pytest.raises(Refused, match="Dit ontvangstnummer hoort niet"):
        withdrawn(lot, row.receipt)


def test_the_reason_is_a_choice_so_that_it_names_nobody(lot: Lot) -> None:
    row = sealed(lot, at=BEFORE)

    with pytest.raises(Refused, match="Kies waarom"):
        withdrawn(lot, row.receipt, reason=f"{CANARY} wil niet meer")


def test_a_replacement_that_is_refused_takes_nothing_back(lot: Lot) -> None:
    row, officer = sealed(lot, at=BEFORE), cast.person(Role.OFFICER)

    with pytest.raises(Refused):
        replace_bid(lot=lot, receipt=row.receipt, bid=new_bid(" "), at=BEFORE, actor=officer)
    assert BidWithdrawal.objects.count() == 0

    new = replace_bid(lot=lot, receipt=row.receipt, bid=new_bid(), at=BEFORE, actor=officer)

    assert (BidWithdrawal.objects.get().bid, SealedBid.objects.latest("pk")) == (row, new)


@pytest.mark.parametrize("phase", list(Phase))
def test_a_price_follows_its_bid_while_bids_are_sealed(lot: Lot, phase: Phase) -> None:
    row = sealed(lot, new_bid(prices={}))
    cast.in_phase(lot, phase)
    is_open = phase in (Phase.PUBLISHED, Phase.CLARIFICATION, Phase.SUBMISSION)

    try:
        seal_prices(sealed=row, prices={"P": "900"}, at=BEFORE, actor=cast.person(Role.OFFICER))
    except Refused:
        assert not is_open

    assert SealedPrices.objects.count() == is_open


@pytest.mark.parametrize("model", [SealedBid, SealedFile, SealedPrices])
def test_what_is_sealed_never_changes(lot: Lot, model: type[SealedBid]) -> None:
    sealed(lot)

    for change in (
        lambda: model.objects.update(content=b"x"),
        lambda: model.objects.all()._raw_delete("default"),
    ):
        with pytest.raises((IntegrityError, OperationalError)), transaction.atomic():
            change()


def test_nothing_of_a_bid_stands_in_its_repr() -> None:
    shown = repr(new_bid())

    assert (CANARY in shown, CANARY_PRICE in shown, "280" in shown) == (False, False, False)


def test_a_failure_halfway_leaves_nothing(lot: Lot, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr("tenders.services.sealing.record", broken)

    with pytest.raises(OSError, match="full"):
        seal_bid(lot=lot, bid=new_bid(), at=cast.NOW, actor=cast.person(Role.OFFICER))

    assert (SealedBid.objects.count(), SealedFile.objects.count(), DataKey.objects.count()) == (0, 0, 0)

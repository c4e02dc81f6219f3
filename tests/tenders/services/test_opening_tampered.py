"""A bid or a price that was exchanged, changed, taken away or put back stops the opening."""

import pytest
from django.db import connection

from procurement.organisations.models import Role
from tenders.models import Bid, DataKey, Lot, SealedBid, Supplier
from tenders.procedure.phases import Phase
from tenders.services.phases import Refused, phase_of
from tenders.services.sealing import seal_prices
from tests import cast
from tests.sealed import EARLY, new_bid, open_for_bids, opened, sealed, values_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def lot() -> Lot:
    return open_for_bids()


def unguarded(statement: str, parameters: tuple[object, ...]) -> None:
    """As somebody with the whole database in hand: without its triggers."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET session_replication_role = replica")
        else:
            cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
            for (name,) in cursor.fetchall():
                cursor.execute(f'DROP TRIGGER "{name}"')
        cursor.execute(statement, parameters)
        if connection.vendor == "postgresql":
            cursor.execute("SET session_replication_role = DEFAULT")


def swap(lot: Lot) -> None:
    one, other = SealedBid.objects.filter(lot=lot)
    unguarded("UPDATE tenders_sealedbid SET content = %s WHERE id = %s", (bytes(other.content), one.pk))


def flip(lot: Lot) -> None:
    row = SealedBid.objects.filter(lot=lot).earliest("pk")
    content = bytearray(row.content)
    content[-1] ^= 1
    unguarded("UPDATE tenders_sealedbid SET content = %s WHERE id = %s", (bytes(content), row.pk))


def take_away(lot: Lot) -> None:
    row = SealedBid.objects.filter(lot=lot).earliest("pk")
    unguarded("DELETE FROM tenders_sealedprices WHERE bid_id = %s", (row.pk,))
    unguarded("DELETE FROM tenders_sealedfile WHERE bid_id = %s", (row.pk,))
    unguarded("DELETE FROM tenders_sealedbid WHERE id = %s", (row.pk,))


def take_a_file(lot: Lot) -> None:
    row = SealedBid.objects.filter(lot=lot).earliest("pk")
    unguarded("DELETE FROM tenders_sealedfile WHERE bid_id = %s", (row.pk,))


def other_key(lot: Lot) -> None:
    DataKey.objects.filter(lot=lot).update(key_id="0" * 16)


@pytest.mark.parametrize("attack", [swap, flip, take_away, take_a_file, other_key])
def test_nothing_opens_when_one_thing_is_not_what_was_sealed(lot: Lot, attack: object) -> None:
    first = sealed(lot, new_bid("Een"))
    sealed(lot, new_bid("Twee"))
    attack(lot)  # type: ignore[operator]

    with pytest.raises(Refused) as refused:
        opened(lot)

    assert first.receipt in refused.value.reasons[0].nl
    assert (Bid.objects.count(), Supplier.objects.count(), phase_of(lot)) == (0, 0, Phase.SUBMISSION)


def test_an_older_price_put_back_is_noticed(lot: Lot) -> None:
    row = sealed(lot)
    seal_prices(sealed=row, prices={"P": "900"}, at=EARLY, actor=cast.person(Role.OFFICER))
    opened(lot)
    cast.in_phase(lot, Phase.PRICE_OPENING)
    unguarded("DELETE FROM tenders_sealedprices WHERE id = %s", (row.prices.latest("pk").pk,))

    with pytest.raises(Refused) as refused:
        opened(lot, "open-prices")

    assert row.receipt in refused.value.reasons[0].nl
    assert values_of(lot) == {"A": {"D1": "280.25"}}

"""A price after the deadline: only where none is, by two people, with a reason that the record prints."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User

from procurement.audit.models import Event
from procurement.organisations.models import Membership, Role
from tenders.models import Lot, SealedBid, SealedPrices
from tenders.procedure.phases import Phase
from tenders.services.late_prices import (
    LATE_PRICING,
    late_prices_of,
    seal_late_price,
    sign_late_price,
    waiting_for_price,
)
from tenders.services.phases import Refused
from tenders.services.records import OPENING, made_record
from tenders.services.sealing import seal_prices
from tests import cast
from tests.sealed import new_bid, open_for_bids, opened, sealed, values_of
from tests.tenders.reports.making import texts

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)
LATER = cast.NOW + timedelta(hours=1)
WHY = "TenderNed gaf de prijskluis pas na de opening vrij."


@pytest.fixture
def lot() -> Lot:
    """Opened: of bid A the price is missing, of bid B it is in the vault."""
    row = open_for_bids()
    sealed(row, new_bid("Zonder", prices={}))
    sealed(row, new_bid("Met"))
    opened(row)
    return row


def of(lot: Lot, code: str = "A") -> SealedBid:
    found = lot.bids.get(code=code).sealed
    assert found is not None
    return found


def signed(lot: Lot, code: str = "A", reason: str = WHY, role: Role = Role.LAWYER) -> None:
    sign_late_price(sealed=of(lot, code), reason=reason, at=LATER, actor=cast.person(role))


def put_in(lot: Lot, code: str = "A", after: timedelta = MINUTE, actor: User | None = None) -> SealedPrices:
    actor = actor or cast.person(Role.OFFICER)
    return seal_late_price(sealed=of(lot, code), prices={"P": "900"}, at=LATER + after, actor=actor)


def test_one_signs_and_another_puts_the_price_in(lot: Lot) -> None:
    signed(lot)

    put_in(lot)

    cast.in_phase(lot, Phase.PRICE_OPENING)
    opened(lot, "open-prices", at=LATER + 5 * MINUTE)
    assert values_of(lot)["A"]["P"] == "900"


def test_a_price_in_the_vault_is_never_replaced_after_the_deadline(lot: Lot) -> None:
    before = SealedPrices.objects.count()

    with pytest.raises(Refused):
        seal_prices(sealed=of(lot, "B"), prices={"P": "1"}, at=LATER, actor=cast.person(Role.OFFICER))
    with pytest.raises(Refused) as refused:
        signed(lot, "B")
    with pytest.raises(Refused):
        put_in(lot, "B")

    assert "wordt hij niet vervangen" in refused.value.reasons[0].nl
    assert SealedPrices.objects.count() == before


def test_not_even_before_the_opening_once_the_deadline_has_passed() -> None:
    lot = open_for_bids()
    row = sealed(lot)

    with pytest.raises(Refused) as refused:
        seal_prices(sealed=row, prices={"P": "1"}, at=cast.NOW, actor=cast.person(Role.OFFICER))

    assert "tot het uiterste tijdstip van inschrijving" in refused.value.reasons[0].nl
    assert row.prices.count() == 1


def test_nobody_does_it_alone(lot: Lot) -> None:
    with pytest.raises(Refused):
        put_in(lot)
    signed(lot, role=Role.OFFICER)
    with pytest.raises(Refused):
        put_in(lot)

    assert of(lot).prices.count() == 0


def test_the_second_price_is_refused(lot: Lot) -> None:
    signed(lot)
    put_in(lot)

    with pytest.raises(Refused):
        put_in(lot, after=2 * MINUTE)

    assert of(lot).prices.count() == 1


@pytest.mark.parametrize("reason", ["", " \n"])
def test_a_signature_needs_a_reason(lot: Lot, reason: str) -> None:
    with pytest.raises(Refused):
        signed(lot, reason=reason)

    assert waiting_for_price(of(lot), at=LATER) is None


def test_a_signature_lapses_after_ten_minutes(lot: Lot) -> None:
    signed(lot)

    with pytest.raises(Refused):
        put_in(lot, after=10 * MINUTE)


def test_a_signature_of_who_left_does_not_count(lot: Lot) -> None:
    signed(lot)
    Membership.objects.filter(user=cast.person(Role.LAWYER)).delete()

    with pytest.raises(Refused):
        put_in(lot)


@pytest.mark.parametrize("role", [Role.JUROR, Role.AUDITOR])
def test_others_have_no_part_in_it(lot: Lot, role: Role) -> None:
    with pytest.raises(Refused):
        signed(lot, role=role)
    signed(lot)
    with pytest.raises(Refused):
        put_in(lot, actor=cast.person(role))


@pytest.mark.parametrize("phase", [phase for phase in Phase if phase not in LATE_PRICING])
def test_once_the_prices_are_open_nothing_goes_in(lot: Lot, phase: Phase) -> None:
    cast.in_phase(lot, phase)

    with pytest.raises(Refused):
        signed(lot)


def test_the_record_and_the_log_name_both_people_and_the_reason(lot: Lot) -> None:
    signed(lot)
    put_in(lot)

    [late] = late_prices_of(lot)
    record = made_record(lot, OPENING, "nl")

    assert record is not None
    said = "\n".join(texts(record))
    assert [each in said for each in (WHY, "lawyer.amaranth", of(lot).receipt)] == [True, True, True]
    assert (late.signed_by, late.put_in_by) == (cast.person(Role.LAWYER), cast.person(Role.OFFICER))
    assert WHY in Event.objects.filter(action="bids.price_sealed").latest("sequence").details


def test_a_record_without_late_prices_says_nothing_of_them(lot: Lot) -> None:
    record = made_record(lot, OPENING, "nl")

    assert record is not None
    assert "na het uiterste tijdstip in de kluis" not in "\n".join(texts(record))

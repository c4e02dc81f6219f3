"""Two people sign second at one moment, on PostgreSQL, in real processes: one of the two takes effect."""

import json
from datetime import timedelta
from functools import partial

import pytest
from django.contrib.auth.models import User

from procurement.audit.log import first_broken_event
from procurement.audit.models import Event
from procurement.organisations.models import Role
from tenders.models import Bid, LateReplacement, Lot, Reinstatement, SealedBid
from tenders.services.late_registration import replace_late, sign_replacement
from tenders.services.reinstating import reinstate, sign_reinstatement
from tests import cast
from tests.sealed import EARLY, new_bid, open_for_bids, sealed
from tests.side_by_side import REFUSED, together
from tests.tenders.services.reinstated import fallen, in_evaluation

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]

AT = cast.NOW + timedelta(hours=1)
AFTER = cast.DEADLINE + timedelta(hours=1)
MINUTE = timedelta(minutes=1)


def second() -> list[User]:
    return [cast.person(Role.OFFICER), cast.person(Role.PROJECT_LEAD)]


def put_back(lot: int, who: User) -> None:
    reinstate(bid=Bid.objects.get(lot=lot, code="B"), ruling="", at=AT + MINUTE, actor=who)


def replace(lot: int, receipt: str, who: User) -> None:
    bid = new_bid(received_at=EARLY + timedelta(hours=2), values={"D1": "200"}, files=())
    replace_late(lot=Lot.objects.get(pk=lot), receipt=receipt, bid=bid, at=AFTER + MINUTE, actor=who)


def people_of(action: str) -> list[list[int]]:
    return [json.loads(each.details)["people"] for each in Event.objects.filter(action=action)]


def test_of_two_who_sign_second_one_reinstates() -> None:
    lot, lawyer = fallen(in_evaluation()), cast.person(Role.LAWYER)
    sign_reinstatement(bid=Bid.objects.get(lot=lot, code="B"), reason="Fout.", at=AT, actor=lawyer)

    codes = together(*(partial(put_back, lot.pk, who) for who in second()))

    row = Reinstatement.objects.get()
    assert sorted(codes, key=str) == [0, REFUSED]
    assert people_of("bid.reinstated") == [[lawyer.pk, row.seconded_by_id]]
    assert first_broken_event(lot.tender.organisation) is None


def test_of_two_who_register_on_one_signature_one_replaces() -> None:
    lot, lawyer = open_for_bids(), cast.person(Role.LAWYER)
    earlier = sealed(lot, new_bid(values={"D1": "300"}), EARLY)
    sign_replacement(lot=lot, receipt=earlier.receipt, reason="Kopie.", at=AFTER, actor=lawyer)

    codes = together(*(partial(replace, lot.pk, earlier.receipt, who) for who in second()))

    row = LateReplacement.objects.get()
    assert sorted(codes, key=str) == [0, REFUSED]
    assert people_of("bids.replaced_late") == [[lawyer.pk, row.made_by_id]]
    assert SealedBid.objects.count() == 2
    assert first_broken_event(lot.tender.organisation) is None

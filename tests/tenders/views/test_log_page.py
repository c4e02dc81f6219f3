"""The log: who may read it, by tender, newest first; no assessor is named and no sealed bid counted."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from procurement.audit.log import head, record
from procurement.organisations.models import Role
from tenders.models import Assessor, Lot, Tender
from tenders.procedure.phases import Phase
from tests import cast
from tests.queries import queries
from tests.signing_in import client_of

pytestmark = pytest.mark.django_db

LOG = reverse("tenders:log")


def happened(tender: Tender, count: int = 1, actor: User | None = None, action: str = "lot.noted") -> None:
    for number in range(count):
        record(
            organisation=tender.organisation,
            at=cast.NOW,
            actor=actor,
            action=action,
            subject=f"{tender.reference} / 1",
            details={"note": f"nummer {number}"},
        )


def shown(client: Client, **asked: object) -> list[tuple[int, str]]:
    lines = client.get(LOG, asked).context["lines"]
    return [(line.event.sequence, line.event.subject) for line in lines]


@pytest.mark.parametrize("role", [Role.OFFICER, Role.LAWYER, Role.PROJECT_LEAD, Role.AUDITOR])
def test_who_reads_the_log_sees_the_newest_first(role: Role) -> None:
    happened(cast.tender(), 2)

    assert shown(client_of(role)) == [(2, "T-1 / 1"), (1, "T-1 / 1")]


@pytest.mark.parametrize("role", [Role.JUROR, Role.CONTRACT_MANAGER, Role.ORGANISATION_ADMIN])
def test_for_others_there_is_no_log(role: Role) -> None:
    assert client_of(role).get(LOG).status_code == 404


def test_only_of_the_tender_that_was_asked_for() -> None:
    one, other = cast.tender(), cast.tender(reference="T-2")
    happened(one)
    happened(other)

    assert shown(client_of(Role.AUDITOR), tender=other.pk) == [(2, "T-2 / 1")]


def test_what_belongs_to_another_organisation_does_not_exist() -> None:
    elsewhere = cast.tender(of="Bellis")
    happened(elsewhere)
    client = client_of(Role.AUDITOR)

    assert shown(client) == []
    assert client.get(LOG, {"tender": elsewhere.pk}).status_code == 404
    assert client.get(LOG, {"organisation": elsewhere.organisation_id}).status_code == 404


@pytest.mark.parametrize("key", ["x", "-1", "9" * 30, "٣"])
def test_a_key_that_is_none_is_not_found(key: str) -> None:
    assert client_of(Role.AUDITOR).get(LOG, {"tender": key}).status_code == 404


def test_the_head_is_shown() -> None:
    happened(cast.tender(), 3)

    assert client_of(Role.AUDITOR).get(LOG).context["head"] == str(head(cast.organisation()))


def sealed_lot() -> Lot:
    lot = cast.lot()
    cast.in_phase(lot, Phase.SUBMISSION)
    happened(lot.tender)
    happened(lot.tender, 2, action="bids.sealed")
    return lot


@pytest.mark.parametrize("role", [Role.OFFICER, Role.AUDITOR])
def test_while_bids_come_in_nobody_counts_them(role: Role) -> None:
    sealed_lot()

    page = client_of(role).get(LOG)

    assert [line.event.action for line in page.context["lines"]] == ["lot.noted"]
    assert page.context["head"] == head(cast.organisation()).hash
    assert "Nummer" not in page.content.decode()


def test_after_the_opening_what_came_in_is_shown() -> None:
    cast.in_phase(sealed_lot(), Phase.OPENING)

    assert len(shown(client_of(Role.OFFICER))) == 3


def test_an_assessor_is_named_to_the_secretary_alone() -> None:
    lot, assessor = cast.lot(), User.objects.create_user("deskundige")
    Assessor.objects.create(lot=lot, user=assessor, letter="A", seed="1")
    happened(lot.tender, actor=assessor)

    pages = {role: client_of(role).get(LOG).content.decode() for role in (Role.OFFICER, Role.LAWYER)}

    assert {role: "deskundige" in page for role, page in pages.items()} == {
        Role.OFFICER: True,
        Role.LAWYER: False,
    }
    assert "een beoordelaar" in pages[Role.LAWYER]


def test_a_superuser_sees_no_names_of_assessors(admin_client: Client) -> None:
    happened(cast.tender(), actor=cast.person(Role.JUROR))

    assert "juror.amaranth" not in admin_client.get(LOG).content.decode()


def test_more_events_cost_no_more_queries() -> None:
    tender, client = cast.tender(), client_of(Role.AUDITOR)
    happened(tender, actor=cast.person(Role.OFFICER))
    one = queries(client, LOG)

    happened(tender, 40, actor=cast.person(Role.LAWYER))

    assert queries(client, LOG) == one


def test_a_page_holds_fifty_events() -> None:
    happened(cast.tender(), 60)
    client = client_of(Role.AUDITOR)

    assert (len(shown(client)), len(shown(client, page=2))) == (50, 10)

"""Giving and taking a role in the admin changes what somebody may do, and stands in the log."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from procurement.audit.models import Event
from procurement.organisations.models import Membership, Role
from tests import cast

pytestmark = pytest.mark.django_db


def give(client: Client, user: User, of: str = "Amaranth", role: Role = Role.OFFICER) -> None:
    data = {"user": user.pk, "organisation": cast.organisation(of).pk, "role": role.value}
    client.post(reverse("admin:organisations_membership_add"), data)


def may_publish(user: User) -> tuple[bool, bool]:
    found = User.objects.get(pk=user.pk)
    return found.is_staff, found.has_perm("tenders.change_lot")


def test_a_role_given_in_the_admin_works_at_once(admin_client: Client) -> None:
    user = User.objects.create_user("nieuw")

    give(admin_client, user)

    assert may_publish(user) == (True, True)
    assert Event.objects.get().action == "membership.added"


@pytest.mark.parametrize("way", ["page", "action"])
def test_a_role_that_is_taken_away_ends_at_once(admin_client: Client, way: str) -> None:
    user = User.objects.create_user("nieuw")
    give(admin_client, user)
    pk = Membership.objects.get().pk
    addresses = {
        "page": (reverse("admin:organisations_membership_delete", args=[pk]), {"post": "yes"}),
        "action": (
            reverse("admin:organisations_membership_changelist"),
            {"action": "delete_selected", "_selected_action": str(pk), "post": "yes"},
        ),
    }

    admin_client.post(*addresses[way])

    assert Membership.objects.count() == 0
    assert may_publish(user)[1] is False
    assert Event.objects.latest("sequence").action == "membership.deleted"


def test_the_same_role_elsewhere_stays(admin_client: Client) -> None:
    user = User.objects.create_user("nieuw")
    give(admin_client, user)
    give(admin_client, user, of="Bellis")
    first = Membership.objects.get(organisation__name="Amaranth")

    admin_client.post(reverse("admin:organisations_membership_delete", args=[first.pk]), {"post": "yes"})

    assert may_publish(user) == (True, True)


def test_an_organisation_is_not_deleted(admin_client: Client) -> None:
    address = reverse("admin:organisations_organisation_delete", args=[cast.organisation().pk])

    assert admin_client.get(address).status_code == 403

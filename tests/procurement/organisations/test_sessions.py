"""A role that ends takes every session of that person with it; groups follow an update of the program."""

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, User
from django.db.models.signals import post_migrate
from django.test import Client
from django.urls import reverse

from procurement.organisations.models import Role
from procurement.organisations.roles import GRANTS, give_role, group_of, take_role
from procurement.organisations.sessions import end_sessions
from tests import cast
from tests.signing_in import signed_in

pytestmark = pytest.mark.django_db

PAGE = reverse("tenders:catalogue")


def is_in(client: Client) -> bool:
    return client.get(PAGE).status_code == 200


def test_a_role_that_is_taken_ends_every_session_of_that_person_alone() -> None:
    lawyer, officer = cast.person(Role.LAWYER), cast.person(Role.OFFICER)
    first, second, other = signed_in(lawyer), signed_in(lawyer), signed_in(officer)

    take_role(user=lawyer, organisation=cast.organisation(), role=Role.LAWYER)

    assert [is_in(client) for client in (first, second, other)] == [False, False, True]


def test_one_session_can_be_kept() -> None:
    user = cast.person(Role.LAWYER)
    kept, ended = signed_in(user), signed_in(user)

    end_sessions(user, except_for=kept.session.session_key)

    assert [is_in(kept), is_in(ended)] == [True, False]


def test_the_last_role_takes_the_admin_with_it() -> None:
    user = cast.person(Role.LAWYER)
    give_role(user=user, organisation=cast.organisation(), role=Role.JUROR)

    take_role(user=user, organisation=cast.organisation(), role=Role.LAWYER)

    assert User.objects.get(pk=user.pk).is_staff is False


def test_another_role_keeps_the_admin_open() -> None:
    user = cast.person(Role.LAWYER)
    give_role(user=user, organisation=cast.organisation("Bellis"), role=Role.AUDITOR)

    take_role(user=user, organisation=cast.organisation(), role=Role.LAWYER)

    assert User.objects.get(pk=user.pk).is_staff is True


def test_after_an_update_every_group_has_the_rights_of_its_role() -> None:
    group, expected = group_of(Role.AUDITOR), group_of(Role.AUDITOR).permissions.count()
    group.permissions.clear()

    last = list(apps.get_app_configs())[-1]
    post_migrate.send(sender=last, app_config=last, verbosity=0, interactive=False, using="default")

    assert group.permissions.count() == expected > 0
    assert Group.objects.count() == 1  # no group is made before somebody has the role


def test_every_role_has_its_rights() -> None:
    assert set(GRANTS) == set(Role)

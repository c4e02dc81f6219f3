"""Who sees which organisation. The cast: an officer, a juror elsewhere, a superuser and a stranger."""

import pytest
from django.contrib.auth.models import AnonymousUser, User
from django.db import IntegrityError, transaction

from procurement.organisations.access import has_role, organisations_of
from procurement.organisations.models import Membership, Organisation, Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def ministry() -> Organisation:
    return Organisation.objects.create(name="Ministerie (voorbeeld)", kind=Organisation.Kind.CENTRAL)


@pytest.fixture
def town() -> Organisation:
    return Organisation.objects.create(name="Gemeente (voorbeeld)", kind=Organisation.Kind.OTHER)


@pytest.fixture
def officer(ministry: Organisation) -> User:
    officer = User.objects.create_user("inkoper")
    Membership.objects.create(organisation=ministry, user=officer, role=Role.OFFICER)
    return officer


def test_an_officer_sees_only_her_own_organisation(
    officer: User, ministry: Organisation, town: Organisation
) -> None:
    assert list(organisations_of(officer)) == [ministry]


def test_two_roles_in_one_organisation_show_it_once(officer: User, ministry: Organisation) -> None:
    Membership.objects.create(organisation=ministry, user=officer, role=Role.LAWYER)

    assert list(organisations_of(officer)) == [ministry]


def test_a_superuser_sees_all(ministry: Organisation, town: Organisation) -> None:
    superuser = User.objects.create_superuser("beheerder")

    assert list(organisations_of(superuser)) == [town, ministry]


def test_somebody_without_membership_sees_nothing(ministry: Organisation) -> None:
    assert list(organisations_of(User.objects.create_user("bezoeker"))) == []


def test_nobody_signed_in_sees_nothing_not_even_an_organisation_without_members(town: Organisation) -> None:
    assert list(organisations_of(AnonymousUser())) == []


def test_a_role_counts_only_where_it_is_held(
    officer: User, ministry: Organisation, town: Organisation
) -> None:
    assert has_role(officer, ministry, Role.OFFICER, Role.LAWYER) is True
    assert has_role(officer, ministry, Role.JUROR) is False
    assert has_role(officer, town, Role.OFFICER) is False
    assert has_role(AnonymousUser(), ministry, Role.OFFICER) is False


def test_the_same_role_twice_is_refused(officer: User, ministry: Organisation) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Membership.objects.create(organisation=ministry, user=officer, role=Role.OFFICER)

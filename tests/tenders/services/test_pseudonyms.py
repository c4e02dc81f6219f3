"""Names of assessors: for the officer of the organisation, and for nobody else."""

import pytest
from django.contrib.auth.models import AnonymousUser, User
from django.db import connection
from django.test.utils import CaptureQueriesContext

from procurement.organisations.models import Role
from tenders.models import Assessor, Lot
from tenders.services.pseudonyms import name_of, names_of
from tests import cast

pytestmark = pytest.mark.django_db


def panel(*usernames: str) -> Lot:
    lot = cast.lot()
    for letter, username in zip("ABCDEF", usernames, strict=False):
        user = User.objects.create_user(username)
        Assessor.objects.create(lot=lot, user=user, letter=letter, seed=letter)
    return lot


def test_the_officer_sees_names() -> None:
    lot = panel("deskundige")
    User.objects.filter(username="deskundige").update(first_name="Een", last_name="Deskundige")

    assert name_of(lot.assessors.get(), cast.person(Role.OFFICER)) == "Een Deskundige"


@pytest.mark.parametrize(
    "who", ["lawyer", "auditor", "lead", "manager", "assessor", "elsewhere", "superuser", "nobody"]
)
def test_everybody_else_sees_a_letter(who: str) -> None:
    lot = panel("deskundige")
    people = {
        "lawyer": cast.person(Role.LAWYER),
        "auditor": cast.person(Role.AUDITOR),
        "lead": cast.person(Role.PROJECT_LEAD),
        "manager": cast.person(Role.CONTRACT_MANAGER),
        "assessor": cast.person(Role.JUROR),
        "elsewhere": cast.person(Role.OFFICER, "Bellis"),
        "superuser": User.objects.create_superuser("beheer"),
        "nobody": AnonymousUser(),
    }

    assert name_of(lot.assessors.get(), people[who]) == "Beoordelaar A"


def test_after_the_time_of_keeping_nobody_sees_a_name() -> None:
    lot = panel("deskundige")
    lot.assessors.update(user=None)

    assert name_of(lot.assessors.get(), cast.person(Role.OFFICER)) == "Beoordelaar A"


@pytest.mark.parametrize("usernames", [("a",), ("a", "b", "c", "d")])
def test_a_whole_panel_takes_two_queries(usernames: tuple[str, ...]) -> None:
    lot, officer = panel(*usernames), cast.person(Role.OFFICER)

    with CaptureQueriesContext(connection) as captured:
        names = names_of(lot, officer)

    assert sorted(names.values()) == list(usernames)
    assert len(captured) == 2

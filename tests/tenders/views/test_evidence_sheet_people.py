"""Who takes the register of evidence along, and who brings it back: an officer of the organisation alone."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from procurement.organisations.models import Role
from tests import cast, evidence
from tests.tenders.views.evidence_sheets import address

pytestmark = pytest.mark.django_db

ADDRESSES = ("evidence_sheet", "evidence_sheet_excel", "evidence_sheet_ods")
ANSWERS = {
    Role.OFFICER: 200,
    Role.LAWYER: 403,
    Role.PROJECT_LEAD: 403,
    Role.CONTRACT_MANAGER: 403,
    Role.AUDITOR: 403,
    Role.ORGANISATION_ADMIN: 404,
    Role.JUROR: 404,
}


def statuses(user: User) -> set[int]:
    client = Client()
    client.force_login(user)
    return {client.get(address(name)).status_code for name in ADDRESSES}


def test_each_role_gets_what_the_table_says() -> None:
    evidence.piece()

    assert {role: statuses(cast.person(role)) for role in ANSWERS} == {
        role: {status} for role, status in ANSWERS.items()
    }


def test_elsewhere_it_does_not_exist_and_whoever_runs_the_site_takes_no_part() -> None:
    evidence.piece()

    assert statuses(cast.person(Role.OFFICER, "Bernsteen")) == {404}
    assert statuses(User.objects.create_superuser("site")) == {403}

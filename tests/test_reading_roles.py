"""Who only reads changes nothing, at every address: auditor, project lead, organisation administrator.

A project lead takes steps of the procedure; which ones, the table of transitions says.
"""

import pytest
from django.apps import apps
from django.db import transaction
from django.test import Client

from procurement.organisations.models import Role
from tests import cast
from tests.everything import named_addresses, one_of_everything, path_to

pytestmark = pytest.mark.django_db

TENDER_APPS = ("tenders", "clauses")
OWN_ACCOUNT = ("security", "admin:password_change", "set_language", "sign_in", "sign_out")


def rows() -> dict[str, list[tuple[object, ...]]]:
    """Everything that is stored about tenders and contracts."""
    models = [model for app in TENDER_APPS for model in apps.get_app_config(app).get_models()]
    return {model.__name__: list(model._default_manager.order_by("pk").values_list()) for model in models}


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.ORGANISATION_ADMIN])
def test_no_post_changes_a_row(role: Role) -> None:
    one_of_everything()
    client, before = Client(), rows()
    client.force_login(cast.person(role))

    changed = []
    for address in named_addresses():
        if address.name in OWN_ACCOUNT:
            continue
        with transaction.atomic():
            visitor = Client()
            visitor.cookies = client.cookies.copy()
            visitor.post(
                path_to(address), {"x": "1", "action": "publish", "code": "stop", "reason": "Daarom."}
            )
            if rows() != before:
                changed.append(address.name)
            transaction.set_rollback(True)

    assert changed == []


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.PROJECT_LEAD])
def test_who_reads_sees_every_page_of_a_tender(role: Role) -> None:
    one_of_everything()
    client = Client()
    client.force_login(cast.person(role))

    refused = {
        name: client.get(path_to(address)).status_code
        for address in named_addresses()
        if (name := address.name) in READ_BY_ALL
    }

    assert {name: status for name, status in refused.items() if status != 200} == {}


READ_BY_ALL = (
    "tenders:bids", "tenders:check", "tenders:criteria", "tenders:documents", "tenders:dossier",
    "tenders:log", "tenders:procedure", "tenders:result", "tenders:rule", "tenders:scorecard",
    "tenders:scores",
)  # fmt: skip


def test_an_organisation_administrator_sees_no_page_of_a_tender() -> None:
    one_of_everything()
    client = Client()
    client.force_login(cast.person(Role.ORGANISATION_ADMIN))

    seen = [
        address.name
        for address in named_addresses()
        if address.name in READ_BY_ALL and client.get(path_to(address)).status_code != 404
    ]

    assert seen == []

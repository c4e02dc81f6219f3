"""Who gets what at every address of the admin: seven people, GET and POST, on a published and ranked lot.

A new address or model without a line here fails the test. Every other address is in `access_table.py`.
"""

import pytest
from django.contrib.auth.models import User
from django.db import transaction
from django.test import Client

from procurement.organisations.models import Role
from tests import cast
from tests.everything import MODELS, Address, named_addresses, one_of_everything, path_to

pytestmark = pytest.mark.django_db

PEOPLE = ("nobody", "juror", "officer", "lawyer", "contract manager", "officer elsewhere", "superuser")
ROLES = {
    "juror": (Role.JUROR,),
    "officer": (Role.OFFICER,),
    "lawyer": (Role.LAWYER,),
    "contract manager": (Role.CONTRACT_MANAGER,),
    "officer elsewhere": (Role.OFFICER, "Bellis"),
}
Statuses = str  # one status for each of PEOPLE

FORMS = "302 302 200 200 200 200 200"
CLOSED = "302 302 403 403 403 403 403"
SITE = "302 302 403 403 403 403 200"
ROWS = "302 302 200 200 200 404 200"  # read in one's own organisation
EDIT = "302 302 200 403 403 404 200"
ADD = "302 302 200 403 403 200 200"
FROZEN = "302 302 403 403 403 404 403"

# Of each kind of row in the admin, what a page of it answers to GET and to POST.
READ_ONLY = {"changelist": (FORMS, FORMS), "add": (CLOSED, CLOSED), "history": (ROWS, ROWS),
             "change": (ROWS, CLOSED), "delete": (CLOSED, CLOSED)}  # fmt: skip
EDITED = {"changelist": (FORMS, FORMS), "add": (ADD, ADD), "history": (ROWS, ROWS),
          "change": (ROWS, EDIT), "delete": (EDIT, "302 302 302 403 403 404 302")}  # fmt: skip
IN_USE = {**EDITED, "delete": (EDIT, EDIT)}  # the page to delete says what stands in the way
RANKED = {**EDITED, "delete": (FROZEN, FROZEN)}
PUBLISHED = {**EDITED, "change": (ROWS, FROZEN), "delete": (FROZEN, FROZEN)}
LIBRARY = {"changelist": (FORMS, FORMS), "add": (CLOSED, CLOSED), "history": (FORMS, FORMS),
           "change": (FORMS, CLOSED), "delete": (CLOSED, CLOSED)}  # fmt: skip
DRAFT = {**READ_ONLY, "change": (ROWS, "302 302 200 200 403 404 200"),
         "delete": ("302 302 200 200 403 404 200", "302 302 302 302 403 404 302")}  # fmt: skip
ACCOUNTS = {"changelist": (SITE, SITE), "add": (SITE, SITE), "history": (SITE, SITE), "change": (SITE, SITE),
            "delete": (SITE, "302 302 403 403 403 403 302")}  # fmt: skip
OF_ORGANISATIONS = {**ACCOUNTS, "history": ("302 302 404 404 404 404 200",) * 2}

ADMIN = {
    "auth_group": ACCOUNTS,
    "auth_user": {
        **OF_ORGANISATIONS,
        "delete": (SITE, SITE),
        "password_change": (SITE, SITE),
    },  # an officer whose name stands in the log
    "clauses_clause": LIBRARY,
    "clauses_clauseversion": LIBRARY,
    "clauses_contractdraft": DRAFT,
    "organisations_membership": {**OF_ORGANISATIONS, "change": (SITE, CLOSED)},
    "organisations_organisation": {**OF_ORGANISATIONS, "delete": (CLOSED, CLOSED)},
    "tenders_awarddecision": READ_ONLY,
    "tenders_bid": READ_ONLY,
    "tenders_criterion": READ_ONLY,
    "tenders_draw": READ_ONLY,
    "tenders_evaluation": READ_ONLY,
    "tenders_evidence": EDITED,
    "tenders_lot": PUBLISHED,
    "tenders_publication": READ_ONLY,
    "tenders_requirement": PUBLISHED,
    "tenders_scale": EDITED,
    "tenders_supplier": IN_USE,
    "tenders_tender": RANKED,
}
PAGES: dict[str, tuple[Statuses, Statuses]] = {
    "admin:app_list": (FORMS, FORMS),
    "admin:autocomplete": (CLOSED, "302 302 405 405 405 405 405"),
    "admin:index": (FORMS, FORMS),
    "admin:jsi18n": (FORMS, "302 302 405 405 405 405 405"),
    "admin:login": ("200 302 302 302 302 302 302", "200 302 200 200 200 200 200"),
    "admin:logout": ("302 302 405 405 405 405 405", "302 302 200 200 200 200 200"),
    "admin:password_change": (FORMS, FORMS),
    "admin:password_change_done": (FORMS, "302 302 405 405 405 405 405"),
    "admin:view_on_site": ("302 302 404 404 404 404 404",) * 2,
}
MATRIX = PAGES | {
    f"admin:{model}_{page}": statuses for model, pages in ADMIN.items() for page, statuses in pages.items()
}


def admin_addresses() -> list[Address]:
    return [address for address in named_addresses() if address.name.startswith("admin:")]


def client_of(person: str) -> Client:
    client = Client()
    if person == "superuser":
        client.force_login(User.objects.create_superuser(person))
    elif person != "nobody":
        client.force_login(cast.person(*ROLES[person]))
    return client


def answered(client: Client, method: str) -> dict[str, str]:
    """The status at each address; what a request changes is undone before the next."""
    found = {}
    for address in admin_addresses():
        with transaction.atomic():
            visitor = Client()
            visitor.cookies = client.cookies.copy()  # one of the addresses signs out
            data = {"x": "1"} if method == "post" else {}
            found[address.name] = str(getattr(visitor, method)(path_to(address), data).status_code)
            transaction.set_rollback(True)
    return found


def test_every_address_has_its_line() -> None:
    assert [address.name for address in admin_addresses()] == sorted(MATRIX)


def test_every_model_of_the_admin_has_a_row_here() -> None:
    assert sorted(ADMIN) == sorted(f"{row._meta.app_label}_{row._meta.model_name}" for row in MODELS)


@pytest.mark.parametrize("person", PEOPLE)
def test_what_somebody_gets(person: str) -> None:
    one_of_everything()
    client, column = client_of(person), PEOPLE.index(person)

    statuses = [answered(client, method) for method in ("get", "post")]

    assert statuses == [
        {name: cells[row].split()[column] for name, cells in MATRIX.items()} for row in (0, 1)
    ]

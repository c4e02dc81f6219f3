"""The organisation administrator: accounts and roles of the own organisation, nothing more, never oneself."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from procurement.audit.models import Event
from procurement.organisations.models import Membership, Role
from procurement.organisations.roles import give_role
from tests import cast

pytestmark = pytest.mark.django_db

ADD_ACCOUNT = reverse("admin:auth_user_add")
ADD_ROLE = reverse("admin:organisations_membership_add")
PASSWORD = "een-heel-lang-wachtwoord"


def administrator() -> User:
    return cast.person(Role.ORGANISATION_ADMIN)


def client() -> Client:
    visitor = Client()
    visitor.force_login(administrator())
    return visitor


def account(username: str = "nieuw", of: str = "Amaranth", role: str = "officer") -> dict[str, object]:
    return {
        "username": username,
        "usable_password": "true",
        "password1": PASSWORD,
        "password2": PASSWORD,
        "organisation": cast.organisation(of).pk,
        "role": role,
    }


def role(user: User, role: Role = Role.OFFICER, of: str = "Amaranth") -> dict[str, object]:
    return {"user": user.pk, "organisation": cast.organisation(of).pk, "role": role.value}


def change_page(user: User) -> str:
    return reverse("admin:auth_user_change", args=[user.pk])


def test_an_account_is_made_with_its_role_and_logged_without_a_name() -> None:
    client().post(ADD_ACCOUNT, account())

    made = User.objects.get(username="nieuw")
    event = Event.objects.get()
    assert [(each.organisation, each.role) for each in made.memberships.all()] == [
        (cast.organisation(), Role.OFFICER)
    ]
    assert (event.action, event.subject, event.actor) == (
        "account.added",
        f"account {made.pk}",
        administrator(),
    )
    assert "nieuw" not in event.details


@pytest.mark.parametrize(
    "changed", [{"role": ""}, {"organisation": ""}, {"role": "baas"}, {"organisation": "0"}]
)
def test_an_account_without_a_place_is_refused(changed: dict[str, str]) -> None:
    client().post(ADD_ACCOUNT, {**account(), **changed})

    assert User.objects.filter(username="nieuw").count() == 0


def test_no_account_is_made_for_another_organisation() -> None:
    client().post(ADD_ACCOUNT, account(of="Bellis"))

    assert User.objects.filter(username="nieuw").count() == 0


def test_rights_beside_a_role_cannot_be_posted() -> None:
    colleague = cast.person(Role.LAWYER)

    client().post(
        change_page(colleague),
        {
            "username": "jurist",
            "is_active": "on",
            "is_superuser": "on",
            "is_staff": "on",
            "groups": ["1"],
            "user_permissions": ["1"],
        },
    )

    colleague.refresh_from_db()
    assert (colleague.username, colleague.is_superuser) == ("jurist", False)
    assert colleague.user_permissions.count() == 0
    assert [group.name for group in colleague.groups.all()] == ["tenderwijzer-lawyer"]


@pytest.mark.parametrize("who", ["oneself", "superuser", "elsewhere", "shared"])
def test_whose_account_cannot_be_changed(who: str) -> None:
    shared = cast.person(Role.JUROR)
    give_role(user=shared, organisation=cast.organisation("Bellis"), role=Role.OFFICER)
    people = {
        "oneself": administrator(),
        "superuser": User.objects.create_superuser("baas"),
        "elsewhere": cast.person(Role.OFFICER, "Bellis"),
        "shared": shared,
    }
    give_role(user=people["superuser"], organisation=cast.organisation(), role=Role.OFFICER)
    user = people[who]

    statuses = {
        client().post(address, {"username": "gekaapt", "password1": PASSWORD}).status_code
        for address in (change_page(user), reverse("admin:auth_user_password_change", args=[user.pk]))
    }

    user.refresh_from_db()
    assert statuses <= {403, 404}
    assert user.username != "gekaapt"


def test_a_role_is_given_to_a_colleague_and_logged_without_a_name() -> None:
    colleague = cast.person(Role.LAWYER)

    client().post(ADD_ROLE, role(colleague, Role.JUROR))

    event = Event.objects.get()
    assert colleague.memberships.filter(role=Role.JUROR).exists()
    assert event.subject == f"account {colleague.pk} – Beoordelaar"
    assert colleague.username not in event.details


def test_nobody_gives_a_role_to_oneself() -> None:
    answer = client().post(ADD_ROLE, role(administrator()))

    assert answer.context["adminform"].form.errors["user"] == [
        "U kunt uzelf geen rol geven. Vraag het een andere organisatiebeheerder."
    ]
    assert Membership.objects.filter(user=administrator()).count() == 1


@pytest.mark.parametrize("of", ["Amaranth", "Bellis"])
def test_no_role_for_who_works_elsewhere_or_in_another_organisation(of: str) -> None:
    stranger = cast.person(Role.OFFICER, "Bellis")
    user = stranger if of == "Amaranth" else cast.person(Role.LAWYER)

    client().post(ADD_ROLE, role(user, Role.AUDITOR, of))

    assert Membership.objects.filter(role=Role.AUDITOR).count() == 0


def test_one_does_not_see_people_of_another_organisation() -> None:
    cast.person(Role.OFFICER, "Bellis")
    visitor = client()

    listed = visitor.get(reverse("admin:auth_user_changelist")).context["cl"].queryset
    roles = visitor.get(reverse("admin:organisations_membership_changelist")).context["cl"].queryset

    assert [user.username for user in listed] == ["organisation_admin.amaranth"]
    assert [row.user.username for row in roles] == ["organisation_admin.amaranth"]


@pytest.mark.parametrize(
    "page", ["tenders:procedure", "tenders:documents", "tenders:dossier", "tenders:check"]
)
def test_one_sees_no_tender(page: str) -> None:
    lot = cast.lot_with_bids()

    assert client().get(reverse(page, args=[lot.tender_id])).status_code == 404


@pytest.mark.parametrize("model", ["tenders_tender", "tenders_bid", "tenders_evaluation"])
def test_one_sees_no_rows_of_a_procedure(model: str) -> None:
    cast.lot_with_bids()

    assert client().get(reverse(f"admin:{model}_changelist")).status_code == 403

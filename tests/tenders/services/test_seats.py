"""Who sits on a panel of a running tender gets no role with which names and prices can be read."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from procurement.organisations.models import Membership, Role
from procurement.organisations.obstacles import RoleRefused
from procurement.organisations.roles import give_role
from tenders.models import Assessor, Lot
from tenders.procedure.phases import Phase
from tenders.services.jury import jurors_of
from tenders.services.panel import set_panel
from tenders.services.phases import Refused
from tests import cast, panel

pytestmark = pytest.mark.django_db

OTHERS = [role for role in Role if role != Role.JUROR]


@pytest.fixture
def lot() -> Lot:
    row = cast.lot()
    cast.published(row.tender, Phase.ASSESSMENT)
    Assessor.objects.create(lot=row, user=panel.juror("juror-1"), letter="A", seed="1")
    return row


def give(user: User, role: Role, of: str = "Amaranth") -> None:
    give_role(user=user, organisation=cast.organisation(of), role=role)


@pytest.mark.parametrize("role", OTHERS)
def test_a_seat_and_another_role_do_not_go_together(lot: Lot, role: Role) -> None:
    with pytest.raises(RoleRefused) as refused:
        give(panel.juror("juror-1"), role)

    [reason] = refused.value.reasons
    assert reason.nl.startswith("Deze persoon beoordeelt inschrijvingen voor T-1.")
    assert list(panel.juror("juror-1").memberships.values_list("role", flat=True)) == [Role.JUROR]
    assert panel.juror("juror-1").is_staff is False


@pytest.mark.parametrize("ended", [Phase.CONTRACT, Phase.STOPPED])
def test_when_the_tender_is_over_the_role_can_be_given(lot: Lot, ended: Phase) -> None:
    cast.in_phase(lot, ended)

    give(panel.juror("juror-1"), Role.OFFICER)

    assert panel.juror("juror-1").memberships.filter(role=Role.OFFICER).exists()


def test_a_withdrawn_assessor_is_free(lot: Lot) -> None:
    Assessor.objects.update(is_active=False)

    give(panel.juror("juror-1"), Role.OFFICER)

    assert panel.juror("juror-1").memberships.filter(role=Role.OFFICER).exists()


def test_a_seat_elsewhere_says_nothing_here(lot: Lot) -> None:
    give(panel.juror("juror-1"), Role.OFFICER, of="Bellis")

    assert panel.juror("juror-1").memberships.filter(role=Role.OFFICER).count() == 1


@pytest.mark.parametrize("role", OTHERS)
def test_who_has_another_role_gets_no_seat(role: Role) -> None:
    lot = cast.lot()
    cast.published(lot.tender, Phase.OPENING)
    user = panel.juror("juror-9")
    give(user, role)

    with pytest.raises(Refused) as refused:
        set_panel(
            lot=lot,
            wanted={user.pk: [panel.criterion(lot).pk]},
            at=cast.NOW,
            actor=cast.person(Role.OFFICER),
        )

    assert refused.value.reasons[0].nl.startswith("Deze persoon kan niet in het panel.")


def test_the_form_says_why(lot: Lot) -> None:
    client, user = Client(), panel.juror("juror-1")
    client.force_login(cast.person(Role.ORGANISATION_ADMIN))
    data = {"user": user.pk, "organisation": cast.organisation().pk, "role": Role.LAWYER.value}

    answer = client.post(reverse("admin:organisations_membership_add"), data)

    [error] = answer.context["adminform"].form.errors["role"]
    assert error.startswith("Deze persoon beoordeelt inschrijvingen voor T-1.")
    assert Membership.objects.filter(user=user, role=Role.LAWYER).count() == 0


def test_a_role_elsewhere_neither_ends_nor_stops_a_seat_here(lot: Lot) -> None:
    seated, user = Assessor.objects.get(), panel.juror("juror-1")

    give(user, Role.OFFICER, of="Bellis")

    client = Client()
    client.force_login(User.objects.get(pk=user.pk))
    task = client.get(reverse("tenders:jury_declaration", args=[lot.pk]))
    assert [each.pk for each in jurors_of(lot.tender.organisation)] == [seated.user_id]
    assert task.status_code == 200


def test_staff_without_a_role_that_explains_it_gets_no_seat(lot: Lot) -> None:
    User.objects.filter(pk=panel.juror("juror-1").pk).update(is_staff=True)

    assert list(jurors_of(lot.tender.organisation)) == []

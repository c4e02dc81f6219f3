"""The page about the own minimum: who reads it, what holds now, its history, and recording a new one."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from procurement.organisations.models import Role
from procurement.organisations.roles import give_role
from tenders.models import WeightPolicy
from tests import cast
from tests.queries import queries
from tests.signing_in import client_of

pytestmark = pytest.mark.django_db

POLICY = reverse("tenders:policy")
READERS = (
    Role.OFFICER,
    Role.LAWYER,
    Role.PROJECT_LEAD,
    Role.CONTRACT_MANAGER,
    Role.AUDITOR,
    Role.ORGANISATION_ADMIN,
)


def typed(**other: str) -> dict[str, str]:
    usual = {
        "least": "27,5",
        "valid_from": f"{timezone.localdate() + timedelta(days=1):%Y-%m-%d}",
        "decided_on": "2026-01-20",
        "decided_by": "Het college",
        "reference": "Besluit 4",
    }
    return usual | other


def stated(valid_from: date, least: int, of: str = "Amaranth", reference: str = "Besluit 1") -> WeightPolicy:
    return WeightPolicy.objects.create(
        organisation=cast.organisation(of),
        least=Decimal(least),
        valid_from=valid_from,
        decided_on=date(2025, 12, 1),
        decided_by="De directie",
        reference=reference,
        stated_at=cast.PUBLISHED_AT,
        stated_by=cast.person(Role.LAWYER, of),
    )


@pytest.mark.parametrize("role", READERS)
def test_who_works_there_reads_it(role: Role) -> None:
    assert client_of(role).get(POLICY).status_code == 200


def test_for_an_assessor_there_is_no_such_page() -> None:
    assert client_of(Role.JUROR).get(POLICY).status_code == 404


def test_without_a_decision_the_page_says_whose_proposal_it_is_and_that_it_is_no_law() -> None:
    page = client_of(Role.OFFICER).get(POLICY).content.decode()

    assert "Duurzaamheid weegt in elk perceel ten minste 25%." in page
    assert "Dit is het voorstel van dit programma." in page
    assert "Dit is beleid en geen wet" in page


def test_what_counts_today_is_marked_in_the_history() -> None:
    stated(date(2026, 1, 1), 20)
    stated(date(2026, 6, 1), 30)
    stated(date(2199, 1, 1), 40)

    page = client_of(Role.AUDITOR).get(POLICY)

    lines = [(line.row.least, line.is_current) for line in page.context["lines"]]
    assert lines == [(40, False), (30, True), (20, False)]
    assert page.context["least"] == 30


def test_what_belongs_to_another_organisation_is_not_shown() -> None:
    other = stated(date(2026, 1, 1), 80, of="Bellis", reference="Van Bellis")
    client = client_of(Role.LAWYER)

    page = client.get(POLICY)

    assert (page.context["lines"], "Van Bellis" in page.content.decode()) == ([], False)
    assert client.get(POLICY, {"organisation": other.organisation_id}).status_code == 404
    assert client.post(f"{POLICY}?organisation={other.organisation_id}", typed()).status_code == 404


def test_who_works_for_two_organisations_chooses_one() -> None:
    stated(date(2026, 1, 1), 80, of="Bellis")
    client = client_of(Role.OFFICER)
    give_role(user=cast.person(Role.OFFICER), organisation=cast.organisation("Bellis"), role=Role.OFFICER)
    bellis = cast.organisation("Bellis").pk

    found = {key: client.get(POLICY, {"organisation": key}).context["least"] for key in ("", bellis)}

    assert found == {"": 25, bellis: 80}


def test_a_lawyer_records_a_new_minimum() -> None:
    answer = client_of(Role.LAWYER).post(POLICY, typed(), follow=True)

    row = WeightPolicy.objects.get()
    assert (row.least, row.decided_by, row.stated_by) == (
        Decimal("27.5"),
        "Het college",
        cast.person(Role.LAWYER),
    )
    assert "Het minimum is vastgelegd." in answer.content.decode()
    assert answer.redirect_chain == [(f"{POLICY}?organisation={row.organisation_id}", 302)]


@pytest.mark.parametrize("role", [role for role in READERS if role is not Role.LAWYER])
def test_others_read_that_a_lawyer_does_this(role: Role) -> None:
    client = client_of(role)

    assert client.post(POLICY, typed()).status_code == 403
    assert "Alleen een jurist van deze organisatie" in client.get(POLICY).content.decode()
    assert not WeightPolicy.objects.exists()


def test_who_runs_the_site_records_no_policy(admin_client: Client) -> None:
    cast.organisation()

    assert admin_client.post(POLICY, typed()).status_code == 403
    assert not WeightPolicy.objects.exists()


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"least": "100,01"}, "least"),
        ({"least": "veel"}, "least"),
        ({"valid_from": "morgen"}, "valid_from"),
        ({"decided_on": ""}, "decided_on"),
        ({"decided_by": "x" * 201}, "decided_by"),
        ({"reference": "a\u202eb"}, "reference"),
    ],
)
def test_what_is_wrong_stands_at_its_field_and_nothing_is_lost(wrong: dict[str, str], field: str) -> None:
    answer = client_of(Role.LAWYER).post(POLICY, typed(**wrong))

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])
    assert answer.context["form"]["decided_on"].value() == typed(**wrong)["decided_on"]
    assert not WeightPolicy.objects.exists()


def test_a_minimum_for_today_is_refused_with_its_reason() -> None:
    answer = client_of(Role.LAWYER).post(POLICY, typed(valid_from=f"{timezone.localdate():%Y-%m-%d}"))

    assert answer.status_code == 409
    assert "Een minimum geldt op zijn vroegst vanaf morgen." in answer.content.decode()
    assert not WeightPolicy.objects.exists()


def test_what_was_typed_is_text() -> None:
    stated(date(2026, 1, 1), 30, reference="<script>alert(1)</script>")

    page = client_of(Role.OFFICER).get(POLICY).content.decode()

    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_a_long_history_costs_no_more_queries() -> None:
    stated(date(2026, 1, 1), 20)
    client = client_of(Role.LAWYER)
    one = queries(client, POLICY)

    for month in range(2, 12):
        stated(date(2026, month, 1), 20 + month)

    assert queries(client, POLICY) == one


def test_the_page_in_english() -> None:
    stated(date(2026, 1, 1), 30)
    client = client_of(Role.OFFICER)
    client.cookies.load({"django_language": "en"})

    assert client.get(POLICY).status_code == 200

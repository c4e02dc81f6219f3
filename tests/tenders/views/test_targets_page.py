"""The page of targets for circular buying: who reads and records, and what tenders bring."""

from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from procurement.audit.models import Event
from procurement.organisations.models import Role
from tenders.lifecycle.plan import DeviceKind, plan_as_data
from tenders.models import AwardDecision, LifecyclePlan, Lot, OrganisationTarget
from tenders.procedure.phases import Phase
from tenders.services.evaluate import evaluate_lot
from tenders.services.target_contributions import progress_of
from tests import cast, evidence
from tests.queries import queries
from tests.signing_in import client_of
from tests.tenders.lifecycle.build_plan import plan

pytestmark = pytest.mark.django_db

TARGETS = reverse("tenders:targets")
READERS = (Role.OFFICER, Role.LAWYER, Role.PROJECT_LEAD, Role.CONTRACT_MANAGER, Role.AUDITOR)


def typed(**other: str) -> dict[str, str]:
    usual = {
        "category": "computers",
        "year": "2027",
        "indicator": "refurbished_share",
        "least": "27,5",
        "planned": "1200",
        "reference": "Besluit 4",
    }
    return usual | other


def asked(reference: str = "T-1", **shares: str) -> Lot:
    """A lot that asks the refurbished share, with the share that each bid offers."""
    lot = cast.lot_with_bids(cast.tender(reference=reference))
    lot.criteria.filter(code="D1").update(evidence_kind="refurbished_share", unit="%")
    for code, share in shares.items():
        lot.bids.get(code=code).values.filter(criterion__code="D1").update(value=share)
    return lot


def parts(**other: Any) -> list[tuple[str, str, Decimal | None, Decimal | None]]:
    evidence.targeted(**other)
    [progress] = progress_of(cast.organisation(), [OrganisationTarget.objects.latest("pk")])
    return [(part.basis.value, part.code, part.lowest, part.highest) for part in progress.parts]


@pytest.mark.parametrize("role", READERS)
def test_who_works_there_reads_it(role: Role) -> None:
    assert client_of(role).get(TARGETS).status_code == 200


@pytest.mark.parametrize("role", [Role.JUROR, Role.ORGANISATION_ADMIN])
def test_what_bids_offer_is_not_for_everybody(role: Role) -> None:
    assert client_of(role).get(TARGETS).status_code == 404


def test_a_lawyer_records_a_target_beside_the_earlier_one() -> None:
    client = client_of(Role.LAWYER)

    client.post(TARGETS, typed())
    answer = client.post(TARGETS, typed(least="40"), follow=True)

    assert [row.least for row in OrganisationTarget.objects.order_by("pk")] == [Decimal("27.5"), Decimal(40)]
    assert [each.target.least for each in answer.context["progress"]] == [Decimal(40)]
    assert "Het doel is vastgelegd." in answer.content.decode()
    assert Event.objects.filter(action="target.stated").count() == 2


@pytest.mark.parametrize("role", [role for role in READERS if role is not Role.LAWYER])
def test_others_read_that_a_lawyer_does_this(role: Role) -> None:
    client = client_of(role)

    assert client.post(TARGETS, typed()).status_code == 403
    assert "Alleen een jurist van deze organisatie" in client.get(TARGETS).content.decode()


def test_who_runs_the_site_records_no_target(admin_client: Client) -> None:
    cast.organisation()

    assert admin_client.post(TARGETS, typed()).status_code == 403


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"least": "100,01"}, "least"),
        ({"least": "NaN"}, "least"),
        ({"planned": "0"}, "planned"),
        ({"planned": "1e3"}, "planned"),
        ({"planned": "9" * 5000}, "planned"),
        ({"year": "1999"}, "year"),
        ({"category": "cars"}, "category"),
        ({"indicator": "iso_14001"}, "indicator"),
        ({"reference": "a\u202eb"}, "reference"),
    ],
)
def test_what_is_wrong_stands_at_its_field(wrong: dict[str, str], field: str) -> None:
    answer = client_of(Role.LAWYER).post(TARGETS, typed(**wrong))

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])
    assert not OrganisationTarget.objects.exists()


def test_before_the_award_it_rests_on_the_bids_that_take_part() -> None:
    """C fails a requirement."""
    asked(A="20", B="45", C="90")

    assert parts() == [("bids", "", Decimal(20), Decimal(45))]


def test_after_the_award_it_rests_on_the_winner() -> None:
    awarded(asked(A="20", B="45"), "B")

    assert parts() == [("winner", "B", Decimal(45), Decimal(45))]


def test_a_value_that_is_no_percentage_counts_as_nothing() -> None:
    asked(A="280", B="-1", C="x")

    assert parts() == [("nothing", "", None, None)]


@pytest.mark.parametrize(
    "other", [{"year": 2028}, {"category": "displays"}, {"indicator": "take_back"}], ids=str
)
def test_a_tender_of_another_year_group_or_indicator_brings_nothing(other: dict[str, Any]) -> None:
    asked(A="20")

    assert parts(**other) == []


def test_tenders_of_another_organisation_do_not_stand_here() -> None:
    lot = cast.lot_with_bids(cast.tender(of="Bellis", reference="B-1"))
    lot.criteria.filter(code="D1").update(evidence_kind="refurbished_share")

    assert parts() == []


def test_many_targets_and_tenders_cost_no_more_queries() -> None:
    client = client_of(Role.OFFICER)
    asked(A="20")
    evidence.targeted()
    one = queries(client, TARGETS)

    for number in range(2, 6):
        asked(f"T-{number}", A="30", B="40")
        evidence.targeted(year=2027 + number)

    assert queries(client, TARGETS) == one


def test_what_was_typed_is_text() -> None:
    evidence.targeted(reference="<script>alert(1)</script>")

    assert "<script>alert(1)" not in client_of(Role.OFFICER).get(TARGETS).content.decode()


def calculated(lot: Lot, number: int = 400) -> Lot:
    """The lot publishes a calculation over so many laptops."""
    kinds = (DeviceKind(code="laptop", title="Laptop", number=number, longest_life=6),)
    LifecyclePlan.objects.create(lot=lot, data=plan_as_data(plan(kinds=kinds, ladder=None)))
    return lot


def shown_figures() -> list[tuple[Decimal | None, Decimal | None, Decimal | None]]:
    """Of each part: what it brings, what is still needed, and what the awarded lots bring together."""
    [progress] = progress_of(cast.organisation(), [evidence.targeted()])
    return [
        (part.brought_percent, part.still_needed_percent, progress.awarded_percent) for part in progress.parts
    ]


def awarded(lot: Lot, winner: str) -> Lot:
    cast.published(lot.tender, Phase.EVALUATION)
    officer = cast.person(Role.OFFICER)
    evaluation = evaluate_lot(lot=lot, at=cast.NOW, actor=officer)
    AwardDecision.objects.create(
        lot=lot, evaluation=evaluation, winner=winner, decided_at=cast.NOW, made_by=officer
    )
    return lot


def test_what_a_lot_brings_counts_its_devices_at_the_lowest_promise() -> None:
    """400 × 20% of 1000 devices is 8%; the target is 30%. Nothing is awarded yet."""
    calculated(asked(A="20", B="45"))

    assert shown_figures() == [(Decimal("8.00"), Decimal("22.00"), None)]


def test_awarded_lots_are_added_up() -> None:
    awarded(calculated(asked("T-1", A="20", B="45")), "B")
    awarded(calculated(asked("T-2", A="50")), "A")

    assert shown_figures() == [
        (Decimal("18.00"), Decimal("12.00"), Decimal("38.00")),
        (Decimal("20.00"), Decimal("10.00"), Decimal("38.00")),
    ]


def test_more_devices_than_planned_are_told_and_not_counted() -> None:
    calculated(asked(A="20"), number=1001)

    assert shown_figures() == [(None, None, None)]
    assert "telt meer apparaten" in client_of(Role.OFFICER).get(TARGETS).content.decode()


def test_a_tender_of_several_groups_of_products_is_not_counted() -> None:
    lot = calculated(asked(A="20"))
    answers = lot.tender.legal_answers
    answers.answers["contract"]["products"] = ["computers", "displays"]
    answers.save()

    assert shown_figures() == [(None, None, None)]

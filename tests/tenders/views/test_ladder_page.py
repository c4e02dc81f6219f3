"""The page about the ladder after the award, and what waits for the contract manager."""

from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from procurement.organisations.models import Role
from tenders.lifecycle.ladder.terms import DiscountIn
from tenders.models import LadderProof, Lot
from tenders.waiting import roles_of, waiting_for
from tests import cast, laddered
from tests.queries import queries
from tests.signing_in import client_of

pytestmark = pytest.mark.django_db


def address(lot: Lot) -> str:
    return reverse("tenders:ladder", args=[lot.pk])


def shown(lot: Lot) -> str:
    return " ".join(client_of(Role.CONTRACT_MANAGER).get(address(lot)).content.decode().split())


def typed(evidence: int, **other: str) -> dict[str, str]:
    usual = {
        "evidence": str(evidence),
        "kind": "project_statement",
        "level": "3",
        "on": timezone.localdate().isoformat(),
        "words": laddered.WORDS,
    }
    return usual | other


def test_the_page_works_the_sanction_out() -> None:
    page = shown(laddered.awarded(discount_in=DiscountIn.PERCENT))

    assert "niveau 4, versie 3.1" in page.replace("Niveau", "niveau")
    assert "2 november 2027" in page
    assert "s × (K − B) = 1,5 × (36 − 0) = € 54,00" in page


def test_after_a_lower_proof_the_rest_is_shown() -> None:
    lot = laddered.awarded()
    laddered.proved(lot, 2)

    page = shown(lot)

    assert "1,5 × (40 − 20) = € 30,00" in page
    assert "CO2-bewust certificaat" in page


def test_a_lot_without_the_ladder_has_no_tab_and_nothing_to_prove() -> None:
    without, with_ladder = cast.lot_with_bids(), laddered.lot(reference="T-2")
    client = client_of(Role.OFFICER)

    found = [
        address(row).encode() in client.get(reverse("tenders:award", args=[row.pk])).content
        for row in (without, with_ladder)
    ]

    assert found == [False, True]
    assert "Na de gunning staat hier welk niveau" in shown(without)


@pytest.mark.parametrize("role", [Role.OFFICER, Role.PROJECT_LEAD, Role.CONTRACT_MANAGER])
def test_who_records_a_proof(role: Role) -> None:
    lot, row = laddered.awarded(), laddered.piece()

    response = client_of(role).post(address(lot), typed(row.pk))

    assert response.status_code == 302
    assert [(each.kind, each.level) for each in LadderProof.objects.all()] == [("project_statement", 3)]


@pytest.mark.parametrize(
    ("other", "status"), [({"level": "6"}, 422), ({"words": ""}, 422), ({"words": "ja"}, 409)]
)
def test_what_is_wrong_is_told_and_kept_on_the_page(other: dict[str, str], status: int) -> None:
    lot, row = laddered.awarded(), laddered.piece()

    response = client_of(Role.OFFICER).post(address(lot), typed(row.pk, **other))

    assert response.status_code == status
    assert "<title>Fout:" in " ".join(response.content.decode().split())
    assert not LadderProof.objects.exists()


def test_more_proofs_take_no_more_queries() -> None:
    lot = laddered.awarded()
    laddered.proved(lot, 1)
    client = client_of(Role.CONTRACT_MANAGER)
    one = queries(client, address(lot))
    for level in (2, 2, 3):
        laddered.proved(lot, level)

    assert queries(client, address(lot)) == one


def waits(role: Role, at: datetime, of: str = "Amaranth") -> list[tuple[str, str]]:
    user = cast.person(role, of)
    return [(each.label, each.url) for each in waiting_for(user, roles_of(user), now=at)]


ASK = "Vraag bewijs voor de CO2-Prestatieladder"
LATE = "Niveau van de CO2-Prestatieladder niet bewezen"


@pytest.mark.parametrize(
    ("role", "of", "days", "labels"),
    [
        (Role.CONTRACT_MANAGER, "Amaranth", 300, []),
        (Role.CONTRACT_MANAGER, "Amaranth", 320, [ASK]),
        (Role.CONTRACT_MANAGER, "Amaranth", 365, [ASK]),
        (Role.CONTRACT_MANAGER, "Amaranth", 366, [LATE]),
        (Role.LAWYER, "Amaranth", 320, []),
        (Role.CONTRACT_MANAGER, "Bellis", 320, []),
    ],
)
def test_what_waits_for_the_contract_manager(role: Role, of: str, days: int, labels: list[str]) -> None:
    lot = laddered.awarded()

    found = [each for each in waits(role, cast.NOW + timedelta(days=days), of) if "ladder" in each[1]]

    assert found == [(label, address(lot)) for label in labels]


def test_more_lots_take_no_more_queries() -> None:
    cast.person(Role.CONTRACT_MANAGER)
    counts = []
    for reference in ("T-1", "T-2", "T-3"):
        laddered.awarded(reference=reference)
        with CaptureQueriesContext(connection) as captured:
            found = waits(Role.CONTRACT_MANAGER, cast.NOW + timedelta(days=366))
        counts.append((len(found), len(captured)))

    assert [rows for rows, _ in counts] == [1, 2, 3]
    assert len({number for _, number in counts}) == 1

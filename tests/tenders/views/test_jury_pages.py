"""The pages of an assessor: who gets them when, what is saved, what nobody reads here."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from procurement.organisations.models import Membership, Role
from tenders.models import Assessor, Bid, IndividualScore, Lot, Supplier
from tenders.procedure.phases import Phase
from tenders.services.panel import withdraw_assessor
from tests import cast, panel
from tests.guards import without_guards
from tests.panel import address, cells, client_of
from tests.queries import queries

pytestmark = pytest.mark.django_db

PRICE = "8675309.17"


@pytest.fixture
def lot() -> Lot:
    lot = cast.lot_with_bids()
    lot.bids.get(code="A").values.filter(criterion__code="P").update(value=PRICE)
    cast.published(lot.tender, Phase.ASSESSMENT)
    return lot


@pytest.fixture
def first(lot: Lot) -> Assessor:
    return panel.assessor(lot)


def test_no_page_but_the_declaration_names_a_bidder_and_none_a_price(first: Assessor) -> None:
    panel.ready(first, A="goed", B="matig")
    client = client_of(first)
    pages = {
        name: client.get(address(first.lot, name, *more)).content.decode()
        for name, more in (("scores", ["K"]), ("ready", []), ("declaration", []))
    }
    pages["panels"] = client.get(reverse("tenders:panels")).content.decode()

    assert [name for name, text in pages.items() if "Leverancier" in text] == ["declaration"]
    assert [name for name, text in pages.items() if "8675309" in re.sub(r"[.,\s]", "", text)] == []


def test_fields_and_labels_of_two_assessors_have_nothing_in_common(lot: Lot) -> None:
    found = [panel.declares(panel.assessor(lot, name)) for name in ("a", "b")]

    seen = [{each.token for each in cells(client_of(who), lot).values()} for who in found]

    assert (len(seen[0] & seen[1]), [len(tokens) for tokens in seen]) == (0, [2, 2])
    keys = {str(bid.pk) for bid in Bid.objects.all()}
    text = client_of(found[0]).get(address(lot, "scores", "K")).content.decode()
    names = re.findall(r'(?:name|id|value|data-cell)="([^"]*)"', text)
    assert [name for name in names if name in keys] == []


def test_another_assessors_scores_are_in_no_byte(lot: Lot) -> None:
    first, second = (panel.declares(panel.assessor(lot, name)) for name in ("a", "b"))
    secret = "Tweeënveertig paarse giraffen lopen langs de gracht naar huis."
    token = cells(client_of(second), lot)["A"].token
    client_of(second).post(
        address(lot, "save", "K", token),
        {f"value-{token}": "matig", f"motivation-{token}": secret, f"version-{token}": 0},
    )

    client = client_of(first)
    pages = [
        client.get(path).content.decode()
        for path in (address(lot, "scores", "K"), address(lot, "ready"), reverse("tenders:panels"))
    ]

    assert IndividualScore.objects.get().motivation == secret
    assert [("giraffen" in page, "checked" in page) for page in pages] == [(False, False)] * 3
    assert client.post(address(lot, "save", "K", token)).status_code == 404


@pytest.mark.parametrize(
    ("phase", "open_pages"),
    [
        (Phase.PUBLISHED, {"practice"}),
        (Phase.OPENING, {"declaration", "practice"}),
        (Phase.ASSESSMENT, {"declaration", "scores", "ready"}),
        (Phase.CONSENSUS, {"declaration", "scores"}),
        (Phase.PRICE_OPENING, {"scores"}),
        (Phase.CONTRACT, {"scores"}),
    ],
)
def test_each_page_has_its_phases(first: Assessor, phase: Phase, open_pages: set[str]) -> None:
    panel.ready(first, A="goed", B="matig")
    cast.in_phase(first.lot, phase)
    pages = {"scores": ["K"], "ready": [], "declaration": [], "practice": []}

    client = client_of(first)
    found = {
        name for name, more in pages.items() if client.get(address(first.lot, name, *more)).status_code == 200
    }

    assert found == open_pages
    assert client.get(reverse("tenders:panels")).status_code == 200


@pytest.mark.parametrize("code", ["P", "D1", "bestaat-niet"])
def test_a_criterion_that_is_not_ones_own_is_not_there(first: Assessor, code: str) -> None:
    panel.declares(first)

    assert client_of(first).get(address(first.lot, "scores", code)).status_code == 404


def statuses(client: Client, lot: Lot) -> set[int]:
    pages = {"scores": ["K"], "ready": [], "declaration": []}
    return {client.get(address(lot, name, *more)).status_code for name, more in pages.items()}


def test_who_is_not_or_no_longer_on_the_panel_finds_nothing(first: Assessor) -> None:
    panel.declares(first)
    panel.assessor(first.lot, "juror-2")
    others = [Client() for _ in range(4)]
    people = (
        panel.juror("x"),
        panel.juror("x", "Bellis"),
        cast.person(Role.OFFICER),
        cast.person(Role.LAWYER),
    )
    for client, user in zip(others, people, strict=True):
        client.force_login(user)
    found = [statuses(client, first.lot) for client in others]

    mine = client_of(first)
    before = statuses(mine, first.lot)
    withdraw_assessor(assessor=first, reason="Ziek", at=cast.NOW, actor=cast.person(Role.OFFICER))

    assert found == [{404}] * 4
    assert (before, statuses(mine, first.lot)) == ({200}, {404})


def test_without_the_role_the_seat_ends(first: Assessor) -> None:
    panel.declares(first)
    Membership.objects.filter(user=first.user).delete()

    client = client_of(first)

    assert statuses(client, first.lot) == {404}
    assert client.get(reverse("tenders:panels")).context["tasks"] == []


@pytest.mark.parametrize("ways", ["panels", "scores", "ready", "declaration"])
def test_more_bids_cost_no_more_queries(first: Assessor, ways: str) -> None:
    panel.declares(first)
    client = client_of(first)
    path = reverse("tenders:panels") if ways == "panels" else address(
        first.lot, ways, *(["K"] if ways == "scores" else []))  # fmt: skip
    few = queries(client, path)
    for code in ("D", "E", "F"):
        supplier = Supplier.objects.create(organisation=cast.organisation(), name=f"Leverancier {code}")
        with without_guards("tenders_bid"):
            Bid.objects.create(lot=first.lot, supplier=supplier, code=code, received_at=cast.DEADLINE)
    panel.declares(first)

    assert queries(client, path) == few


def test_more_panels_cost_no_more_queries(first: Assessor) -> None:
    panel.declares(first)
    client = client_of(first)
    few = queries(client, reverse("tenders:panels"))
    second = cast.lot_with_bids(cast.tender(reference="T-9"))
    cast.published(second.tender, Phase.ASSESSMENT)
    panel.assessor(second)

    assert queries(client, reverse("tenders:panels")) == few
    assert [task.label for task in client.get(reverse("tenders:panels")).context["tasks"]] == [
        "Vul de verklaring in",
        "Ga verder met scoren",
    ]

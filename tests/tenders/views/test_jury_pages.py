"""The pages of an assessor: who gets them when, what is saved, what nobody reads here."""

import json
import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from procurement.organisations.models import Membership, Role
from tenders.models import Assessor, Bid, IndividualScore, Lot, Supplier
from tenders.procedure.phases import Phase
from tenders.services.panel import withdraw_assessor
from tests import cast, panel
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


def client_of(who: Assessor) -> Client:
    client = Client()
    assert who.user is not None
    client.force_login(who.user)
    return client


def address(lot: Lot, name: str = "scores", *more: str) -> str:
    return reverse(f"tenders:jury_{name}", args=[lot.pk, *more])


def cells(client: Client, lot: Lot) -> list[Any]:
    return list(client.get(address(lot, "scores", "K")).context["cells"])


def cell(client: Client, lot: Lot, code: str) -> Any:
    return next(each for each in cells(client, lot) if each.bid.code == code)


def save(client: Client, lot: Lot, code: str, level: str, why: str, version: int = 0) -> Any:
    token = cell(client, lot, code).token
    data = {f"value-{token}": level, f"motivation-{token}": why, f"version-{token}": version}
    return client.post(address(lot, "save", "K", token), data)


def test_the_declaration_comes_before_any_content(first: Assessor) -> None:
    client = client_of(first)

    answers = [
        client.get(address(first.lot, name, *more)) for name, more in (("scores", ["K"]), ("ready", []))
    ]

    assert [answer.headers.get("Location") for answer in answers] == [address(first.lot, "declaration")] * 2
    assert client.post(address(first.lot, "save", "K", "x" * 16)).status_code == 404


def test_the_declaration_names_bidders_in_alphabetical_order_without_labels(first: Assessor) -> None:
    Supplier.objects.filter(name="Leverancier A").update(name="Zonnewende")

    page = client_of(first).get(address(first.lot, "declaration"))

    text = page.content.decode()
    assert [bidder.name for bidder in page.context["bidders"]] == ["Leverancier B", "Zonnewende"]
    assert "Inschrijver A" not in text
    tokens = {bidder.token for bidder in page.context["bidders"]}
    panel.declares(first)
    assert tokens.isdisjoint(each.token for each in cells(client_of(first), first.lot))


def declared(client: Client, first: Assessor, *, a: str, b: str, why: str = "") -> Any:
    bidders = {bidder.name[-1]: bidder.token for bidder in client.get(
        address(first.lot, "declaration")).context["bidders"]}  # fmt: skip
    data = {f"conflict-{bidders['A']}": a, f"conflict-{bidders['B']}": b, f"explanation-{bidders['A']}": why}
    return client.post(address(first.lot, "declaration"), {name: text for name, text in data.items() if text})


def test_a_declaration_is_recorded_and_hides_the_bid(first: Assessor) -> None:
    client = client_of(first)

    refused = declared(client, first, a="yes", b="no")
    accepted = declared(client, first, a="yes", b="no", why="Broer werkt daar.")

    assert (refused.status_code, refused.context["bidders"][0].answer) == (422, "yes")
    assert accepted.status_code == 302
    assert [each.bid.code for each in cells(client, first.lot)] == ["B"]


def test_half_a_declaration_says_what_is_missing_and_opens_nothing(first: Assessor) -> None:
    client = client_of(first)

    answer = declared(client, first, a="no", b="")

    assert (answer.status_code, [each.name for each in answer.context["open"]]) == (422, ["Leverancier B"])
    assert client.get(address(first.lot, "scores", "K")).status_code == 302


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

    seen = [{each.token for each in cells(client_of(who), lot)} for who in found]

    assert (len(seen[0] & seen[1]), [len(tokens) for tokens in seen]) == (0, [2, 2])
    keys = {str(bid.pk) for bid in Bid.objects.all()}
    text = client_of(found[0]).get(address(lot, "scores", "K")).content.decode()
    names = re.findall(r'(?:name|id|value|data-cell)="([^"]*)"', text)
    assert [name for name in names if name in keys] == []


def test_another_assessors_scores_are_in_no_byte(lot: Lot) -> None:
    first, second = (panel.declares(panel.assessor(lot, name)) for name in ("a", "b"))
    secret = "Tweeënveertig paarse giraffen lopen langs de gracht naar huis."
    token = cell(client_of(second), lot, "A").token
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


def test_a_score_is_saved_while_writing(first: Assessor) -> None:
    panel.declares(first)
    client = client_of(first)

    answer = save(client, first.lot, "A", "goed", "Prima.")

    said = json.loads(answer.content)
    assert (answer.status_code, said["version"], said["value"]) == (200, 1, "goed")
    assert said["faults"][0].startswith("De motivering is te kort: 6 tekens en 1 woorden.")


def test_another_window_is_told_what_is_stored(first: Assessor) -> None:
    panel.declares(first)
    client = client_of(first)
    save(client, first.lot, "A", "goed", panel.WHY)

    answer = save(client, first.lot, "A", "matig", "Iets anders.", version=0)

    said = json.loads(answer.content)
    assert (answer.status_code, said["value"], said["motivation"]) == (409, "goed", panel.WHY)
    assert IndividualScore.objects.get().value == "goed"


def test_what_cannot_be_stored_is_told_and_nothing_is_saved(first: Assessor) -> None:
    panel.declares(first)

    answer = save(client_of(first), first.lot, "A", "uitmuntend", panel.WHY)

    assert answer.status_code == 422
    assert json.loads(answer.content)["reasons"] == [
        "Dit niveau staat niet op de schaal. Kies een van de getoonde niveaus."
    ]
    assert IndividualScore.objects.count() == 0


def form_of(client: Client, lot: Lot, **levels: str) -> dict[str, str]:
    data = {}
    for each in cells(client, lot):
        data[f"value-{each.token}"] = levels[each.bid.code]
        data[f"motivation-{each.token}"] = panel.WHY.format(code=each.bid.code)
        data[f"version-{each.token}"] = str(each.version)
    return data


def test_the_whole_page_is_saved_without_script(first: Assessor) -> None:
    panel.declares(first)
    client = client_of(first)

    answer = client.post(address(first.lot, "scores", "K"), form_of(client, first.lot, A="goed", B="matig"))

    assert answer.status_code == 302
    assert dict(IndividualScore.objects.values_list("bid__code", "value")) == {"A": "goed", "B": "matig"}


def test_an_old_page_saves_what_it_can_and_shows_both(first: Assessor) -> None:
    panel.declares(first)
    client = client_of(first)
    old = form_of(client, first.lot, A="goed", B="matig")
    save(client, first.lot, "A", "voldoende", "Uit het andere venster.")

    answer = client.post(address(first.lot, "scores", "K"), old)

    text = answer.content.decode()
    assert (answer.status_code, len(answer.context["stale"])) == (409, 1)
    assert ("Uit het andere venster." in text, panel.WHY.format(code="A") in text) == (True, True)
    assert dict(IndividualScore.objects.values_list("bid__code", "value")) == {"A": "voldoende", "B": "matig"}


def test_ready_shows_what_is_missing_and_then_fixes_the_scores(first: Assessor) -> None:
    panel.declares(first)
    client = client_of(first)
    early = client.post(address(first.lot, "ready"))
    panel.scores(first, A="goed", B="matig")

    late = client.post(address(first.lot, "ready"))

    assert (early.status_code, early.context["is_complete"], late.status_code) == (409, False, 302)
    assert save(client, first.lot, "A", "matig", panel.WHY, version=1).status_code == 409
    assert "disabled" in client.get(address(first.lot, "scores", "K")).content.decode()


GONE = ("scores", "ready", "save", "declaration")


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

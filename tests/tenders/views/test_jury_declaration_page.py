"""The declaration of an assessor as a page: names, no labels; what is missing is said, typing is kept."""

from typing import Any

import pytest
from django.test import Client

from tenders.models import Assessor, Supplier
from tests import panel
from tests.guards import without_guards
from tests.panel import address, cells, client_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def first() -> Assessor:
    return panel.assessor(panel.lot_in_assessment())


def test_the_declaration_comes_before_any_content(first: Assessor) -> None:
    client = client_of(first)

    answers = [
        client.get(address(first.lot, name, *more)) for name, more in (("scores", ["K"]), ("ready", []))
    ]

    assert [answer.headers.get("Location") for answer in answers] == [address(first.lot, "declaration")] * 2
    assert client.post(address(first.lot, "save", "K", "x" * 16)).status_code == 404


def test_the_declaration_names_bidders_in_alphabetical_order_without_labels(first: Assessor) -> None:
    with without_guards("tenders_supplier"):
        Supplier.objects.filter(name="Leverancier A").update(name="Zonnewende")

    page = client_of(first).get(address(first.lot, "declaration"))

    text = page.content.decode()
    assert [bidder.name for bidder in page.context["bidders"]] == ["Leverancier B", "Zonnewende"]
    assert "Inschrijver A" not in text
    tokens = {bidder.token for bidder in page.context["bidders"]}
    panel.declares(first)
    assert tokens.isdisjoint(each.token for each in cells(client_of(first), first.lot).values())


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
    assert list(cells(client, first.lot)) == ["B"]


def test_half_a_declaration_says_what_is_missing_and_opens_nothing(first: Assessor) -> None:
    client = client_of(first)

    answer = declared(client, first, a="no", b="")

    assert (answer.status_code, [each.name for each in answer.context["open"]]) == (422, ["Leverancier B"])
    assert client.get(address(first.lot, "scores", "K")).status_code == 302

"""The supplier scorecard: evidence held against the deadline and the contract."""

from datetime import date

import pytest
from django.test import Client

from procurement.organisations.models import Role
from tenders.scorecard.shelf_life import TenderDays
from tenders.views.scorecard import term_of
from tests import cast
from tests.queries import queries
from tests.tenders.views.scorecard_pages import address, certificate, with_points


@pytest.mark.django_db
def test_a_certificate_counts_on_the_day_of_the_deadline_and_not_after(client: Client) -> None:
    lot = with_points(cast.lot_with_bids())
    certificate(lot, "A", date(2026, 10, 30))
    certificate(lot, "B", date(2026, 10, 29))
    client.force_login(cast.person(Role.OFFICER))

    cards = client.get(address(lot)).context["cards"]

    assert [card.lines[0].line.points for card in cards] == [40, 0, 0]


@pytest.mark.django_db
def test_only_evidence_that_the_bid_rests_on_counts(client: Client) -> None:
    lot = with_points(cast.lot_with_bids())
    certificate(lot, "A", date(2031, 1, 1))
    lot.bids.get(code="A").evidence.clear()
    client.force_login(cast.person(Role.OFFICER))

    cards = client.get(address(lot)).context["cards"]

    assert [card.card.points for card in cards] == [0, 0, 0]


@pytest.mark.django_db
def test_without_published_points_a_piece_only_counts_or_not(client: Client) -> None:
    lot = cast.lot_with_bids()
    certificate(lot, "A", date(2031, 1, 1))
    client.force_login(cast.person(Role.OFFICER))

    cards = client.get(address(lot)).context["cards"]

    first = [card.lines[0].line for card in cards]
    assert [(line.points, line.met) for line in first] == [(None, True), (None, False), (None, False)]
    assert first[0].reason.nl == "ISO 14001 telt."


@pytest.mark.django_db
def test_many_bids_cost_no_more_queries(client: Client) -> None:
    lot = cast.lot_with_bids()
    certificate(lot, "A", date(2031, 1, 1))
    client.force_login(cast.person(Role.OFFICER))
    few = queries(client, address(lot))
    for number in range(8):
        cast.bid(lot, f"Z{number}", "1000", "goed", "200")
        certificate(lot, f"Z{number}", date(2031, 1, 1))

    assert queries(client, address(lot)) == few


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("role", "of", "status"),
    [(Role.LAWYER, "Amaranth", 200), (Role.JUROR, "Amaranth", 404), (Role.OFFICER, "Bellis", 404)],
)
def test_who_may_read(client: Client, role: Role, of: str, status: int) -> None:
    lot = cast.lot_with_bids()
    client.force_login(cast.person(role, of))

    assert client.get(address(lot)).status_code == status


@pytest.mark.parametrize(
    ("expires", "words"),
    [
        (
            date(2029, 10, 31),
            (
                "Geldig tot en met 31 oktober 2029. "
                "Verloopt 14 maanden voor het einde van het contract: vraag om verlenging."
            ),
        ),
        (
            date(2030, 12, 30),
            (
                "Geldig tot en met 30 december 2030. "
                "Verloopt 1 dag voor het einde van het contract: vraag om verlenging."
            ),
        ),
        (
            date(2030, 12, 31),
            "Geldig tot en met 31 december 2030. Dat is tot het einde van het contract.",
        ),
        (None, ""),
    ],
)
def test_the_term_is_said_in_words(expires: date | None, words: str) -> None:
    assert term_of(expires, TenderDays(contract_end=date(2030, 12, 31))) == words


@pytest.mark.parametrize(
    ("expires", "is_planned", "words"),
    [
        (
            date(2026, 11, 30),
            True,
            "Dat is vóór de geplande dag van de gunning (1 december 2026): vraag om nieuw bewijs.",
        ),
        (date(2026, 11, 30), False, "Dat is vóór de dag van de gunning (1 december 2026)."),
        (
            date(2026, 12, 1),
            True,
            "Verloopt 48 maanden voor het einde van het contract: vraag om verlenging.",
        ),
    ],
)
def test_the_award_that_the_evidence_misses_is_named_first(
    expires: date, is_planned: bool, words: str
) -> None:
    days = TenderDays(award=date(2026, 12, 1), award_is_planned=is_planned, contract_end=date(2030, 12, 31))

    assert term_of(expires, days).endswith(f". {words}")

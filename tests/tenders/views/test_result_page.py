"""The result page: calculated on request, recomputed from the snapshot, honest about what changed."""

from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from procurement.organisations.models import Role
from tenders.models import BidValue, Criterion, Draw, Evaluation, Lot
from tenders.procedure.phases import TITLES, Phase
from tenders.services.evaluate import evaluate_lot
from tests import cast
from tests.guards import without_guards
from tests.queries import queries

pytestmark = pytest.mark.django_db


def published(lot: Lot) -> Lot:
    cast.published(lot.tender, Phase.EVALUATION)
    return lot


@pytest.fixture
def lot() -> Lot:
    return published(cast.lot_with_bids())


def address(lot: Lot) -> str:
    return reverse("tenders:result", args=[lot.pk])


def explained(lot: Lot, code: str) -> str:
    return reverse("tenders:explanation", args=[lot.pk, code])


def calculated(lot: Lot) -> Lot:
    evaluate_lot(lot=lot, at=cast.NOW, actor=cast.person(Role.OFFICER))
    return lot


def tied() -> Lot:
    """A and B the same on every criterion; the tender says: lots."""
    lot = cast.lot()
    cast.bid(lot, "A", "1000", "goed", "200")
    cast.bid(lot, "B", "1000", "goed", "200")
    return calculated(published(lot))


def test_before_calculating_the_page_says_what_to_do(officer: Client, lot: Lot) -> None:
    page = officer.get(address(lot))

    assert page.content.decode().count("Dat kan zodra de prijzen open zijn") == 1


def test_calculating_stores_one_evaluation_and_shows_it(officer: Client, lot: Lot) -> None:
    page = officer.post(address(lot), {"calculate": "1"}, follow=True)

    lines = page.context["standings"].lines
    assert [(line.found.rank, line.found.bid.code) for line in lines] == [(1, "A"), (2, "B")]
    assert Evaluation.objects.filter(lot=lot).count() == 1


def test_the_points_of_the_groups_add_up_to_the_total(officer: Client, lot: Lot) -> None:
    standings = officer.get(address(calculated(lot))).context["standings"]

    assert [sum(line.groups, Decimal(0)) for line in standings.lines] == [
        line.found.total for line in standings.lines
    ]


def test_the_second_is_behind_by_the_difference(officer: Client, lot: Lot) -> None:
    standings = officer.get(address(calculated(lot))).context["standings"]

    assert [line.behind for line in standings.lines] == [Decimal("0.00"), Decimal("5.25")]


def test_the_chart_and_the_table_show_the_same_points(officer: Client, lot: Lot) -> None:
    page = officer.get(address(calculated(lot)))

    points = [f">{points}</text>" for points in ("22,50", "15,00", "20,00")]
    assert [page.context["chart"].count(text) for text in points] == [1, 1, 1]


def test_a_bid_that_failed_a_requirement_stands_apart_with_the_reason(officer: Client, lot: Lot) -> None:
    ((found, place),) = officer.get(address(calculated(lot))).context["excluded"]

    assert (found.bid.code, place) == ("C", "Garantie")
    assert found.reason.nl == "Voldoet niet aan eis E1 (Garantie): Twee jaar garantie."


def test_a_change_after_the_calculation_is_said(officer: Client, lot: Lot) -> None:
    calculated(lot)
    before = officer.get(address(lot)).context["has_changed"]
    with without_guards("tenders_bidvalue"):
        BidValue.objects.filter(bid__code="A", criterion__code="P").update(value="1200")

    page = officer.get(address(lot))

    assert (before, page.context["has_changed"]) == (False, True)
    assert [line.found.bid.code for line in page.context["standings"].lines] == ["A", "B"]


def test_what_is_missing_is_listed_with_a_link_to_its_cell(officer: Client, lot: Lot) -> None:
    with without_guards("tenders_bidvalue"):
        BidValue.objects.filter(bid__code="A", criterion__code="P").delete()

    page = officer.post(address(lot), {"calculate": "1"})

    (obstacle,) = page.context["obstacles"]
    assert (page.status_code, obstacle.url) == (
        422,
        reverse("tenders:scores", args=[lot.pk]) + "?criterion=P",
    )
    assert Evaluation.objects.count() == 0


def test_what_is_wrong_with_a_bid_says_which_bid(officer: Client, lot: Lot) -> None:
    with without_guards("tenders_bidvalue"):
        BidValue.objects.filter(bid__code="B", criterion__code="P").update(value="-5")

    page = officer.post(address(lot), {"calculate": "1"})

    [obstacle] = page.context["obstacles"]
    assert obstacle.message.startswith("Inschrijving B: De prijs voor ‘Prijs’ is negatief.")


def test_nothing_is_calculated_before_publication(officer: Client) -> None:
    lot = cast.lot_with_bids()

    assert officer.post(address(lot), {"calculate": "1"}).status_code == 409
    assert Evaluation.objects.count() == 0


def test_who_runs_the_site_calculates_nothing(admin_client: Client, lot: Lot) -> None:
    refused = admin_client.post(address(lot), {"calculate": "1"})

    assert refused.status_code == 403
    assert "Wie de site beheert, neemt niet deel." in refused.content.decode()
    assert not lot.evaluations.exists()


@pytest.mark.parametrize("phase", [Phase.VERIFICATION, Phase.AWARD, Phase.CONTRACT, Phase.STOPPED])
def test_nothing_is_calculated_after_the_ranking_was_closed(officer: Client, lot: Lot, phase: Phase) -> None:
    officer.post(address(lot))
    cast.in_phase(lot, phase)

    again = officer.post(address(lot))

    assert again.status_code == 409
    assert TITLES[phase].nl in again.content.decode()
    assert lot.evaluations.count() == 1


def test_a_tie_asks_for_the_draw_that_the_tender_published(officer: Client) -> None:
    page = officer.get(address(tied()))

    assert page.context["tie_rules"] == ["de hoogste score voor kwaliteit", "loting"]
    assert page.context["draw_form"].places == ["place-1", "place-2"]


def test_a_recorded_draw_decides(officer: Client) -> None:
    lot = tied()
    data = {"draw": "1", "place-1": "B", "place-2": "A", "held_by": "Notaris (voorbeeld)"}

    page = officer.post(address(lot), data, follow=True)

    assert Draw.objects.get(lot=lot).order == ["B", "A"]
    assert [(line.found.rank, line.found.bid.code) for line in page.context["standings"].lines] == [
        (1, "B"),
        (2, "A"),
    ]


@pytest.mark.parametrize("second", ["B", "", "C"])
def test_a_draw_that_names_a_bid_twice_or_not_is_refused(officer: Client, second: str) -> None:
    data = {"draw": "1", "place-1": "B", "place-2": second, "held_by": "Notaris (voorbeeld)"}

    assert officer.post(address(tied()), data).status_code == 422
    assert Draw.objects.count() == 0


def test_no_draw_where_none_is_needed(officer: Client, lot: Lot) -> None:
    data = {"draw": "1", "place-1": "B", "place-2": "A", "held_by": "Notaris (voorbeeld)"}

    assert officer.post(address(calculated(lot)), data).status_code == 422
    assert Draw.objects.count() == 0


def test_absolute_scores_give_the_seal(officer: Client, lot: Lot) -> None:
    page = officer.get(address(calculated(lot)))

    assert page.context["reversal"].immune is True
    assert page.content.decode().count("Geen enkele score hangt af van een andere inschrijving.") == 1


def test_relative_scores_name_the_pair_that_swaps(officer: Client) -> None:
    lot = cast.lot()
    Criterion.objects.filter(code="P").update(method="linear-to-lowest", parameters={"multiple": "2"})
    cast.bid(lot, "A", "1000", "matig", "150")
    cast.bid(lot, "B", "1300", "goed", "150")
    cast.bid(lot, "C", "500", "matig", "350")
    calculated(published(lot))

    page = officer.get(address(lot))

    assert [tuple(swap) for swap in page.context["reversal"].swaps] == [("C", "B", "A")]
    assert page.content.decode().count("Zonder C komt A vóór B.") == 1


@pytest.mark.parametrize(
    ("role", "of", "read", "write"),
    [
        (Role.LAWYER, "Amaranth", 200, 403),
        (Role.JUROR, "Amaranth", 404, 404),
        (Role.OFFICER, "Bellis", 404, 404),
    ],
)
def test_who_may_read_and_calculate(
    client: Client, lot: Lot, role: Role, of: str, read: int, write: int
) -> None:
    calculated(lot)
    client.force_login(cast.person(role, of))

    found = [client.get(address(lot)).status_code, client.get(explained(lot, "A")).status_code]

    assert found == [read, read]
    assert client.post(address(lot), {"calculate": "1"}).status_code == write


def test_many_bids_cost_no_more_queries(officer: Client, lot: Lot) -> None:
    calculated(lot)
    few = queries(officer, address(lot)), queries(officer, explained(lot, "A"))
    for number in range(12):
        cast.bid(lot, f"Z{number}", "1190", "matig", "340")
    calculated(lot)

    assert (queries(officer, address(lot)), queries(officer, explained(lot, "A"))) == few

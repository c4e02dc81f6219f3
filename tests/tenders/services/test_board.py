"""The figures of the report for the board: what belongs to the period, by which minimum, counted how."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from procurement.organisations.models import Role
from tenders.catalogue.model import Theme
from tenders.models import LegalAnswers, LegalReason, Lot, Tender, WeightPolicy
from tenders.published_form import published_form, stored_form
from tenders.reports.board.document import in_short
from tenders.reports.board.figures import Board, Period
from tenders.reports.wording import Wording
from tenders.services.board import board_of
from tests import cast

pytestmark = pytest.mark.django_db

DAY = date(2026, 9, 14)  # of `cast.PUBLISHED_AT`
YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))


def board(of: str = "Amaranth", period: Period = YEAR, at: datetime = cast.NOW) -> Board:
    return board_of(cast.organisation(of), period, language="nl", at=at)


def draft(reference: str = "T-1", of: str = "Amaranth", **weights: str) -> Lot:
    """With other weights by code; D, the group, follows D1."""
    lot = cast.lot(cast.tender(of, reference))
    weights |= {"D": weights["D1"]} if "D1" in weights else {}
    for code, weight in weights.items():
        lot.criteria.filter(code=code).update(weight=Decimal(weight))
    return lot


def stated(least: int, valid_from: date, of: str = "Amaranth") -> None:
    WeightPolicy.objects.create(
        organisation=cast.organisation(of),
        least=least,
        valid_from=valid_from,
        decided_on=date(2025, 12, 1),
        decided_by="Het college",
        reference="Besluit 4",
        stated_at=cast.PUBLISHED_AT,
    )


def three_published(price: str = "35", footprint: str = "50") -> None:
    """25%, 30%, and `footprint` beside `price`."""
    for reference, weights in (
        ("T-1", {}),
        ("T-2", {"P": "55", "D1": "30"}),
        ("T-3", {"P": price, "D1": footprint}),
    ):
        cast.published(draft(reference, **weights).tender)


def test_without_a_tender_there_is_no_average_and_no_lowest() -> None:
    found = board()

    assert (found.average, found.lowest, found.share_meeting, found.lots) == (None, None, None, ())
    assert (found.drafts.checked, found.deviations, list(found.per_theme())) == (0, (), [])


def test_average_lowest_and_share_of_what_was_published() -> None:
    stated(30, date(2026, 2, 1))
    lot = draft("T-0", P="45", K="15", D1="40")
    cast.published(lot.tender)
    with_reason = draft("T-9", P="55", K="15", D1="30")
    cast.published(with_reason.tender)

    found = board()

    assert (found.average, found.lowest) == (Decimal(35), Decimal(30))
    assert (found.meeting, len(found.tenders), found.share_meeting) == (2, 2, Decimal(100))
    assert (found.least, found.decided) == (
        Decimal(30),
        "Het college, 1 december 2025, Besluit 4",
    )


def test_each_tender_is_measured_by_the_minimum_of_its_own_day() -> None:
    three_published()
    stated(40, DAY + timedelta(days=1))

    found = board()

    assert [lot.least for lot in found.lots] == [25, 25, 25]
    assert (found.meeting, found.least) == (3, Decimal(40))


def test_a_tender_below_its_minimum_does_not_meet_it() -> None:
    lot = draft()
    cast.lot(lot.tender, number=2)
    publication = cast.published(lot.tender)
    stated(26, DAY)  # as if it had been there: no service lets this happen

    found = board()

    assert (found.meeting, len(found.tenders), found.share_meeting) == (0, 1, Decimal(0))
    assert [(each.tender, each.lot, each.meets) for each in found.lots] == [
        (publication.tender_id, "1", False),
        (publication.tender_id, "2", False),
    ]


def test_an_average_that_does_not_end_is_rounded_once() -> None:
    """25, 30 and 50.1 make 105.1: a third of that is 35.03333…"""
    three_published("34.9", "50.1")

    found = board()

    assert [str(lot.weight) for lot in found.lots] == ["25", "30", "50.1"]
    assert found.average is not None
    assert f"{found.average:.6f}" == "35.033333"
    assert next(line for line in in_short(found, Wording("nl")) if "gemiddeld" in line) == (
        "Duurzaamheid weegt gemiddeld 35,0% van een perceel. Het laagst is 25%."
    )


@pytest.mark.parametrize(
    ("period", "number"),
    [
        (Period(DAY, DAY), 1),
        (Period(date(2026, 1, 1), DAY - timedelta(days=1)), 0),
        (Period(DAY + timedelta(days=1), date(2026, 12, 31)), 0),
    ],
)
def test_both_days_of_the_period_count(period: Period, number: int) -> None:
    cast.published(draft().tender)

    assert len(board(period=period).lots) == number


def test_two_organisations_never_see_each_other() -> None:
    cast.published(draft("T-1").tender)
    cast.published(draft("B-1", of="Bellis", P="35", D1="50").tender)
    stated(60, date(2026, 1, 2), of="Bellis")
    draft("B-2", of="Bellis")

    found = {name: board(name) for name in ("Amaranth", "Bellis")}

    assert {name: [lot.reference for lot in each.lots] for name, each in found.items()} == {
        "Amaranth": ["T-1"],
        "Bellis": ["B-1"],
    }
    assert {name: (each.least, each.drafts.checked) for name, each in found.items()} == {
        "Amaranth": (Decimal(25), 0),
        "Bellis": (Decimal(60), 1),
    }


def test_a_tender_counts_once_for_each_theme_that_is_in_it() -> None:
    lot = draft()
    lot.criteria.filter(code="K").update(theme="circularity")
    lot.criteria.filter(code="P").update(theme="value")
    other = cast.lot(lot.tender, number=2)
    other.criteria.filter(code="K").update(theme="circularity")
    cast.published(lot.tender)
    cast.published(draft("T-2").tender)

    assert list(board().per_theme()) == [(Theme.CLIMATE, 2), (Theme.CIRCULARITY, 1)]


def test_the_weights_are_those_that_were_published() -> None:
    lot = draft()
    publication = cast.published(lot.tender)

    terms = stored_form(publication).terms

    assert terms is not None
    assert terms.lots["1"].criteria["D1"].theme == "climate"
    assert stored_form(publication) == published_form(lot.tender)
    assert [each.weight for each in board().lots] == [25]


def test_only_reasons_of_the_period_that_still_stand() -> None:
    tender = draft().tender
    for quote, text, at in (
        ("a", "Staat.", datetime(2026, 3, 1, tzinfo=UTC)),
        ("b", "Weg.", datetime(2026, 3, 1, tzinfo=UTC)),
        ("b", "", datetime(2026, 4, 1, tzinfo=UTC)),
        ("c", "Te laat.", datetime(2026, 12, 31, 23, 30, tzinfo=UTC)),
    ):
        LegalReason.objects.create(
            tender=tender,
            rule="L56",
            place="lots[0].criteria",
            quote=quote,
            text=text,
            given_at=at,
            given_by=cast.person(Role.LAWYER),
        )

    assert [entry.reason for entry in board().deviations] == ["Staat."]


def test_what_is_open_in_running_drafts_is_counted_by_rule() -> None:
    for reference in ("T-1", "T-2"):
        draft(reference).criteria.filter(code="D1").update(theme="")
    draft("T-3", P="50")
    cast.published(draft("T-4").tender)
    Lot.objects.filter(tender__reference="T-2").update(award_method="bestaat-niet")

    found = board(at=cast.PUBLISHED_AT).drafts

    assert (found.checked, found.unreadable) == (2, 1)
    assert [(each.code, each.drafts, each.blocking, each.motivate) for each in found.rules] == [
        ("L01", 1, 1, 0),
        ("L56", 1, 0, 1),
    ]


def test_a_tender_without_lots_or_answers_stops_no_report() -> None:
    LegalAnswers.objects.filter(tender=cast.tender()).delete()

    found = board().drafts

    assert found.checked + found.unreadable == 1
    assert Tender.objects.count() == 1

"""The supplier scorecard: evidence held against the deadline and the contract."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from procurement.organisations.models import Role
from tenders.models import Evidence, Lot, Tender
from tenders.scorecard.model import CardRules
from tenders.scorecard.rules import STARTING_RULES
from tenders.scorecard.stored import rules_data
from tenders.services.publish import FrozenTender, publish
from tenders.services.scorecard import save_card_rules
from tenders.supplier_evidence import rules_of
from tenders.views.scorecard import months_between, term_of
from tests import cast
from tests.queries import queries


def address(lot: Lot) -> str:
    return reverse("tenders:scorecard", args=[lot.pk])


def with_points(lot: Lot) -> Lot:
    lot.scorecard_rules = rules_data(STARTING_RULES)
    lot.save()
    return lot


def restricted(lot: Lot) -> Lot:
    Tender.objects.filter(pk=lot.tender_id).update(procedure=Tender.Procedure.RESTRICTED)
    return lot


def certificate(lot: Lot, code: str, until: date) -> None:
    bid = lot.bids.get(code=code)
    piece = Evidence.objects.create(
        supplier=bid.supplier,
        kind="iso_14001",
        title="ISO 14001",
        accredited=True,
        covers_performance=True,
        valid_until=until,
    )
    bid.evidence.add(piece)


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
def test_the_starting_rules_are_filled_in_and_only_saved_by_the_officer(client: Client) -> None:
    lot = cast.lot()
    client.force_login(cast.person(Role.OFFICER))

    form = client.post(address(lot), {"act": "start"}).context["form"]

    lot.refresh_from_db()
    assert (lot.scorecard_rules, form["environmental-management-points"].value()) == ([], "40")
    assert form["spare-parts-grades"].value()[1] == {"at_least": "5", "share": "60"}


@pytest.mark.django_db
def test_rules_are_saved_as_stated(client: Client) -> None:
    lot = restricted(cast.lot())
    client.force_login(cast.person(Role.OFFICER))
    data = {
        "act": "save",
        "environmental-management-points": "12,5",
        "environmental-management-iso_14001": "100",
        "environmental-management-emas": "80",
        "spare-parts-points": "5",
        "spare-parts-spare_parts": "100",
        "spare-parts-grades-0-at_least": "7",
        "spare-parts-grades-0-share": "100",
        "spare-parts-grades-1-at_least": "4,5",
        "spare-parts-grades-1-share": "30",
        "required": ["environmental-management"],
        "places": "5",
    }

    client.post(address(lot), data)

    lot.refresh_from_db()
    assert lot.scorecard_rules == [
        {
            "part": "environmental-management",
            "points": "12.5",
            "accepted": {"iso_14001": "1", "emas": "0.8"},
        },
        {
            "part": "spare-parts",
            "points": "5",
            "accepted": {"spare_parts": "1"},
            "grades": [{"at_least": "7", "share": "1"}, {"at_least": "4.5", "share": "0.3"}],
        },
    ]
    assert (lot.suitability_parts, lot.shortlist_places) == (["environmental-management"], 5)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"energy-points": "0", "energy-epeat": "100"}, "energy-points"),
        ({"energy-points": "30"}, "energy-points"),
        ({"energy-points": "12.5", "energy-epeat": "100"}, "energy-points"),
        ({"energy-points": "30", "energy-epeat": "101"}, "energy-epeat"),
        ({"take-back-points": "10", "take-back-take_back": "100"}, "take-back-grades"),
        ({"required": "take-back"}, "take-back-points"),
        ({"places": "4"}, "places"),
    ],
)
def test_what_cannot_be_published_is_refused_at_its_field(
    client: Client, typed: dict[str, str], field: str
) -> None:
    lot = restricted(cast.lot())
    client.force_login(cast.person(Role.OFFICER))

    answer = client.post(address(lot), {"act": "save", **typed})

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])
    assert rules_of(Lot.objects.get(pk=lot.pk)) == CardRules()


@pytest.mark.django_db
def test_after_publication_the_rules_are_frozen(client: Client) -> None:
    lot, officer = cast.lot(), cast.person(Role.OFFICER)
    publish(tender=lot.tender, at=cast.NOW, actor=officer)
    client.force_login(officer)

    answer = client.post(address(lot), {"act": "save"})

    assert (answer.status_code, client.get(address(lot)).context["form"]) == (403, None)
    with pytest.raises(FrozenTender):
        save_card_rules(lot=lot, rules=CardRules(places=5), at=cast.NOW, actor=officer)


@pytest.mark.django_db
def test_a_reader_cannot_change_the_rules(client: Client) -> None:
    lot = cast.lot()
    client.force_login(cast.person(Role.LAWYER))

    assert client.post(address(lot), {"act": "start"}).status_code == 403


@pytest.mark.django_db
def test_an_open_procedure_has_no_shortlist_and_a_restricted_one_has(client: Client) -> None:
    lot = with_points(cast.lot_with_bids())
    Lot.objects.filter(pk=lot.pk).update(shortlist_places=5, suitability_parts=["environmental-management"])
    certificate(lot, "B", date(2031, 1, 1))
    client.force_login(cast.person(Role.OFFICER))

    as_open = client.get(address(lot)).context
    as_restricted = client.get(address(restricted(lot))).context

    assert as_open["shortlist"] is None
    assert as_open["no_shortlist"].nl[:56] == "In deze procedure selecteert u geen gegadigden met punten"[:56]
    assert [(each.code, each.rank, each.points) for each in as_restricted["shortlist"].ranked] == [
        ("B", 1, 40)
    ]
    assert [each.code for each in as_restricted["shortlist"].unsuitable] == ["A", "C"]
    assert [card.fit for card in as_restricted["cards"]] == [False, True, False]


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
    ("first", "last", "months"),
    [
        (date(2029, 10, 31), date(2030, 12, 31), 14),
        (date(2030, 12, 1), date(2030, 12, 31), 0),
        (date(2030, 11, 30), date(2030, 12, 29), 0),
        (date(2029, 12, 31), date(2030, 12, 31), 12),
    ],
)
def test_whole_months(first: date, last: date, months: int) -> None:
    assert months_between(first, last) == months


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
    assert term_of(expires, date(2030, 12, 31)) == words

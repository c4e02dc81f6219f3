"""The rules of the scorecard: stated before publication, frozen after it, applied as published."""

from datetime import date

import pytest
from django.core.management import call_command
from django.test import Client

from procurement.organisations.models import Role
from tenders.models import Lot, Tender
from tenders.scorecard.model import CardRules
from tenders.scorecard.rules import STARTING_RULES
from tenders.services.frozen import FrozenTender
from tenders.services.scorecard import save_card_rules
from tenders.supplier_evidence import rules_of
from tests import cast
from tests.tenders.views.scorecard_pages import address, certificate, with_points

pytestmark = pytest.mark.django_db


def restricted(lot: Lot) -> Lot:
    Tender.objects.filter(pk=lot.tender_id).update(procedure=Tender.Procedure.RESTRICTED)
    return lot


def test_the_starting_rules_are_filled_in_and_only_saved_by_the_officer(client: Client) -> None:
    lot = cast.lot()
    client.force_login(cast.person(Role.OFFICER))

    form = client.post(address(lot), {"act": "start"}).context["form"]

    lot.refresh_from_db()
    assert (lot.scorecard_rules, form["environmental-management-points"].value()) == ([], "40")
    assert form["spare-parts-grades"].value()[1] == {"at_least": "5", "share": "60"}


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


def test_after_publication_the_rules_are_frozen(client: Client) -> None:
    lot, officer = cast.lot(), cast.person(Role.OFFICER)
    cast.published(lot.tender)
    client.force_login(officer)

    answer = client.post(address(lot), {"act": "save"})

    assert (answer.status_code, client.get(address(lot)).context["form"]) == (403, None)
    with pytest.raises(FrozenTender):
        save_card_rules(lot=lot, rules=CardRules(places=5), at=cast.NOW, actor=officer)


def test_a_reader_cannot_change_the_rules(client: Client) -> None:
    lot = cast.lot()
    client.force_login(cast.person(Role.LAWYER))

    assert client.post(address(lot), {"act": "start"}).status_code == 403


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


def test_the_example_publishes_points_for_its_first_lot_alone() -> None:
    call_command("load_example", verbosity=0)

    published = [rules_of(lot) for lot in Lot.objects.order_by("number")]

    assert published == [CardRules(parts=STARTING_RULES), CardRules()]

from dataclasses import replace
from io import StringIO

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command

from procurement.audit.chain import verify
from procurement.audit.log import first_broken_event, links_of
from procurement.organisations.access import organisations_of
from procurement.organisations.demo import MINISTRY
from procurement.organisations.models import Organisation, Role
from tenders.example.reading import example
from tenders.models import Evaluation, Lot, Supplier, Tender
from tenders.scoring.model import Bid
from tenders.services.calculation import figures_of_bids
from tenders.services.evaluations import stored_tender
from tenders.services.jury_values import jury_criteria
from tenders.services.opened import answers_of

pytestmark = pytest.mark.django_db


def load() -> None:
    call_command("load_example", stdout=StringIO())


def test_the_rows_give_back_the_tender_of_the_file():
    load()

    evaluations = Evaluation.objects.order_by("lot__number")

    assert tuple(stored_tender(each).lots[0] for each in evaluations) == tuple(
        replace(lot, bids=tuple(map(without_sealed_price, lot.bids))) for lot in example().tender.lots
    )


def without_sealed_price(bid: Bid) -> Bid:
    """The price of a bid that was set aside is never opened."""
    return replace(bid, values={}) if bid.failed else bid


def test_the_co2_and_energy_of_the_laptops_are_worked_out_from_the_opened_bids():
    load()
    lot = Lot.objects.get(number=1)

    found = {bid.code: figures_of_bids(lot, with_prices=True)[bid.pk] for bid in lot.bids.all()}

    assert {
        code: {name: str(each.value) for name, each in of.values.items()} for code, of in found.items()
    } == {
        "A": {"D1": "129.5", "D2": "17.21"},
        "B": {"D1": "155.4", "D2": "13.93"},
        "C": {"D1": "250.8", "D2": "17.25"},
        "D": {},  # set aside: it handed in a price and nothing else
        "E": {"D1": "141.9", "D2": "18.31"},
    }


def test_loading_again_changes_nothing():
    load()
    events = Organisation.objects.get(name=MINISTRY).events.count()

    load()

    assert Tender.objects.count() == 1
    assert Evaluation.objects.count() == 2
    assert Organisation.objects.get(name=MINISTRY).events.count() == events


def test_the_log_of_the_example_is_whole():
    load()

    assert first_broken_event(Organisation.objects.get(name=MINISTRY)) is None


def test_the_municipality_sees_nothing_of_the_ministry():
    load()

    officer = User.objects.get(username="inkoper-gemeente")

    assert Tender.objects.filter(organisation__in=organisations_of(officer)).count() == 0


def test_the_example_is_refused_on_a_site_with_its_own_secret(settings):
    settings.SECRET_KEY = "a-secret-of-this-site-alone-that-nobody-else-knows-at-all"

    with pytest.raises(CommandError):
        load()

    assert User.objects.count() == 0


def test_the_ranking_is_printed_with_the_margin_of_the_winner():
    load()
    printed = StringIO()

    call_command("show_ranking", stdout=printed)

    lines = printed.getvalue().splitlines()
    assert "A Laagland IT B.V. (voorbeeld) wint met een verschil van 0,65." in lines
    assert "D Noorderlicht Beeld B.V. (voorbeeld) wint bij een gelijk totaal." in lines


def test_without_an_evaluation_the_command_says_so():
    printed = StringIO()

    call_command("show_ranking", stdout=printed)

    assert printed.getvalue() == "Er is nog geen perceel beoordeeld.\n"


def test_assessors_have_an_answer_to_read_in_every_bid_and_no_name_stands_in_it():
    load()
    names = Supplier.objects.values_list("name", flat=True)
    words = {name.split()[0] for name in names}

    for lot in Lot.objects.all():
        asked = set(jury_criteria(lot).values_list("code", flat=True))
        answers = answers_of(lot)
        assert len(answers) == 5
        assert all(set(each) == asked for each in answers.values())
        assert not any(word in text for each in answers.values() for text in each.values() for word in words)


def test_the_administrator_of_the_ministry_manages_accounts_and_does_not_run_the_site():
    load()

    admin = User.objects.get(username="organisatiebeheer")

    assert (admin.is_superuser, admin.is_staff) == (False, True)
    assert [row.role for row in admin.memberships.all()] == [Role.ORGANISATION_ADMIN]


def test_its_log_never_goes_back_in_time():
    load()

    assert verify(links_of(Organisation.objects.get(name=MINISTRY))).backwards == ()

from dataclasses import replace
from io import StringIO

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command

from procurement.audit.log import first_broken_event
from procurement.organisations.access import organisations_of
from procurement.organisations.demo import MINISTRY
from procurement.organisations.models import Organisation
from tenders.example.reading import example
from tenders.models import Evaluation, Tender
from tenders.scoring.model import Bid
from tenders.services.evaluations import stored_tender

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

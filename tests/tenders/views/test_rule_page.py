"""The award rule of a lot: nothing is chosen beforehand, what is stated is stored exactly."""

import pytest
from django.urls import reverse

from tenders.models import Lot
from tests import cast
from tests.signing_in import client_of

pytestmark = pytest.mark.django_db


def url(lot: Lot) -> str:
    return reverse("tenders:rule", args=[lot.pk])


def test_the_rule_starts_with_nothing_chosen() -> None:
    lot = Lot.objects.create(tender=cast.tender(), number=1, title="Laptops")

    form = client_of().get(url(lot)).context["form"]

    assert {str(field.value() or "") for field in form} == {""}


def test_the_rule_is_saved_as_stated() -> None:
    lot = cast.lot()
    data = {
        "act": "save",
        "award_method": "award-on-value",
        "par_value_per_percent": "1.250,50",
        "points": "1.000",
        "rounding_places": "3",
        "rounding_at": "total",
        "ties-0-by": "price",
        "ties-0-criterion": "",
        "ties-1-by": "criterion",
        "ties-1-criterion": "K",
        "zero_price": "treat_as",
        "zero_price_amount": "0,01",
        "combination": "median",
        "falling_away": "recalculate",
    }

    client_of().post(url(lot), data)

    lot.refresh_from_db()
    assert lot.award_parameters == {"value_per_percent": "1250.5"}
    assert lot.ties == [{"by": "price"}, {"by": "criterion", "criterion": "K"}]
    assert (str(lot.points), lot.rounding_places, lot.rounding_at) == ("1000.00", 3, "total")
    assert (lot.zero_price, str(lot.zero_price_amount), lot.combination) == ("treat_as", "0.01", "median")
    assert lot.falling_away == "recalculate"

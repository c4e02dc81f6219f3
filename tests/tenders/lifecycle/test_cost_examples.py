"""Life-cycle costs worked by hand or by others, to the cent."""

from decimal import Decimal

import pytest

from tenders.lifecycle.cost.compare import LifeCycleCost, compare
from tenders.lifecycle.cost.kind import CostKind
from tenders.lifecycle.cost.method import Estimate, RateIs, Residual, YearlyMoment
from tenders.lifecycle.cost.offer import Form, Offer
from tenders.lifecycle.quantity import quantity
from tenders.lifecycle.service_life import Embodied
from tenders.lifecycle.unit import DEVICE_YEAR, EURO
from tests.tenders.lifecycle.build import carbon, emissions, lease, method, offer, published, purchase


def cost(how: object, what: Offer) -> LifeCycleCost:
    return compare(how, [what], {})[0]  # type: ignore[arg-type]


def test_a_replacement_every_three_years_for_fifty_years() -> None:
    """EngrEcon 1.0.0 (CRAN), help page of om_distribute: om_distribute(0.03, 50, 3, 1000) = 8174.547.

    Its sixteen replacements, in the years 3 to 48, are ours; the first device comes on top.
    """
    how = method(horizon=50, rate="0.03", places=3)

    found = cost(how, offer(supply=purchase(price="1000", lifetime="3")))

    assert found.rounded == Decimal("1000") + Decimal("8174.547")


def test_purchase_with_energy_maintenance_and_end_of_life() -> None:
    """100 × € 900 at the start; 100 × (40 kWh × € 0,25 + € 20) each year; 100 × € 5 after four years; 3%.

    90.000 + 2.912,6214 + 2.827,7877 + 2.745,4250 + 2.665,4611 + 444,2435 = 101.595,54.
    """
    how = method(devices="100", rate="0.03", asked={CostKind.ENERGY, CostKind.MAINTENANCE})
    what = offer(supply=purchase(end_of_life="5"), energy="40", maintenance="20")

    found = cost(how, what)

    assert found.rounded == Decimal("101595.54")
    assert [found.in_year(moment).present.rounded(4) for moment in range(5)] == [
        Decimal("90000.0000"),
        Decimal("2912.6214"),
        Decimal("2827.7877"),
        Decimal("2745.4250"),
        Decimal("3109.7047"),
    ]
    assert found.of_kind(CostKind.ENERGY).nominal == quantity("4000", EURO)
    assert found.per_device_year.rounded(4) == Decimal("253.9888")
    assert found.per_device_year.unit == EURO / DEVICE_YEAR


def test_costs_at_the_start_of_a_year_are_discounted_a_year_less() -> None:
    """€ 100 a year, four years, 10%: 100 + 90,9091 + 82,6446 + 75,1315 = 348,6852; at the end 316,9865."""
    what = offer(supply=lease("100", "100", "100", "100"))

    at_start = cost(method(rate="0.1", yearly_costs_fall=YearlyMoment.START), what)
    at_end = cost(method(rate="0.1", yearly_costs_fall=YearlyMoment.END), what)

    assert (at_start.rounded, at_end.rounded) == (Decimal("348.69"), Decimal("316.99"))


def test_prices_rise_and_money_loses_value() -> None:
    """€ 100 a year, rising 5%; inflation 2%; rate 4%: in year 2 it is 110,25, real 105,9689, now 101,9323."""
    growth = {CostKind.ENERGY: "0.05"}
    how = method(
        horizon=2,
        rate="0.04",
        asked={CostKind.ENERGY},
        electricity="1",
        growth=growth,
        inflation=published("0.02"),
    )

    second = cost(how, offer(supply=purchase(price="0"), energy="100")).in_year(2)

    found = (second.nominal.rounded(4), second.real.rounded(4), second.present.rounded(4))
    assert found == (Decimal("110.2500"), Decimal("105.9689"), Decimal("101.9323"))


def test_a_real_rate_has_the_inflation_on_top() -> None:
    """1,02 × 1,02 − 1 = 4,04% nominal."""
    how = method(rate="0.02", rate_is=RateIs.REAL, inflation=published("0.02"))

    assert how.nominal_rate == quantity("0.0404", EURO).amount


@pytest.mark.parametrize(
    ("residual", "bought_back", "expected"),
    [
        (Residual.NOTHING, None, "2000.00"),
        (Residual.STRAIGHT_LINE, None, "1500.00"),
        (Residual.BUY_BACK, "100", "1800.00"),
    ],
)
def test_a_life_that_outlasts_the_horizon(residual: Residual, bought_back: str | None, expected: str) -> None:
    """€ 1.000 for four years, six years needed: two deliveries, and two of the last four years are left."""
    how = method(horizon=6, residual=residual)

    found = cost(how, offer(supply=purchase(price="1000", lifetime="4", buy_back=bought_back)))

    assert found.rounded == Decimal(expected)


def test_what_is_left_is_worth_a_part_of_the_price_that_was_paid() -> None:
    """Prices rise 10%: the delivery of year 4 costs 1.464,10 and half of that is left in year 6."""
    how = method(horizon=6, residual=Residual.STRAIGHT_LINE, growth={CostKind.ACQUISITION: "0.1"})

    found = cost(how, offer(supply=purchase(price="1000", lifetime="4")))

    assert found.in_year(6).nominal == quantity("-732.05", EURO)


@pytest.mark.parametrize(
    ("counts", "expected"), [(Estimate.LOW, "1000"), (Estimate.CENTRAL, "2600"), (Estimate.HIGH, "3200")]
)
def test_a_tonne_of_co2_costs_what_the_tender_published(counts: Estimate, expected: str) -> None:
    """100 devices of 250 kg for four years with 200 kg of use: 100 × (200 + 0) = 20 tonnes at € 50, 130, 160.

    Production is left at 0, so that use is all: 200 kWh × 0,25 kg × 4 years = 200 kg a device.
    """
    how = method(devices="100", price=carbon(counts=counts))
    what = offer(supply=purchase(price="0"), energy="200", mass=emissions("0", "0", "0"))

    found = cost(how, what)

    assert found.of_kind(CostKind.EXTERNAL).nominal == quantity(expected, EURO)


@pytest.mark.parametrize(("embodied", "expected"), [(Embodied.WHOLE, "53.00"), (Embodied.BY_YEAR, "39.75")])
def test_the_unused_part_of_a_life_counts_as_the_tender_says(embodied: Embodied, expected: str) -> None:
    """Four years of life, six years needed, 265 kg a device, € 0,10: two whole devices, or one and a half."""
    how = method(horizon=6, price=carbon(central="0.1", embodied=embodied))
    what = offer(supply=purchase(price="0", lifetime="4"), energy="0", mass=emissions())

    assert cost(how, what).rounded == Decimal(expected)


def test_four_forms_over_the_same_six_years() -> None:
    """10 devices, no interest. New: 2 × 1.000 − 500 + 6 × 10 + 2 × 5; refurbished: 3 × 400 + 6 × 12 + 3 × 5;
    lease: 6 × 260 + 6 × 10; service, energy in the fee: 50 + 6 × 280 + 20. Each times ten.
    """
    how = method(devices="10", horizon=6, asked={CostKind.ENERGY}, residual=Residual.STRAIGHT_LINE)
    offers = [
        offer("new", purchase("1000", "4", end_of_life="5"), energy="40"),
        offer("refurbished", purchase("400", "2", end_of_life="5"), energy="48", refurbished=True),
        offer("lease", lease(*["260"] * 6), energy="40"),
        offer(
            "service",
            lease(*["280"] * 6, at_start="50", at_end="20", form=Form.SERVICE),
            included={CostKind.ENERGY},
        ),
    ]

    found = compare(how, offers, {})

    assert [(each.bid, each.form.nl, each.rounded) for each in found] == [
        ("new", "koop", Decimal("15700.00")),
        ("refurbished", "koop, refurbished", Decimal("12870.00")),
        ("lease", "lease", Decimal("16200.00")),
        ("service", "als dienst", Decimal("17500.00")),
    ]

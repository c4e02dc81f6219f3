"""docs/lifecycle.md says what the program does: every formula, every example and every reference figure."""

import ast
import re
from decimal import Decimal
from itertools import chain

import pytest

from procurement.numbers import plain
from tenders.lifecycle.circularity.score import circularity
from tenders.lifecycle.circularity.target import contribution
from tenders.lifecycle.footprint.data_centre import key_figures
from tenders.lifecycle.footprint.software import software_footprint
from tenders.lifecycle.footprint.typical_energy import typical
from tenders.lifecycle.ladder.advantage import advantage, sanction
from tenders.lifecycle.quantity import quantity
from tenders.lifecycle.reference import FIGURES
from tenders.lifecycle.service_life import Embodied
from tenders.lifecycle.unit import DEVICE, EURO, NUMBER, WATT
from tests.tenders.lifecycle.build import LEVEL, carbon, emissions, method, offer, published, purchase
from tests.tenders.lifecycle.build_circularity import METHOD as CIRCULARITY
from tests.tenders.lifecycle.build_circularity import promise
from tests.tenders.lifecycle.build_ladder import in_euros, terms
from tests.tenders.lifecycle.build_software import MEASURED, workload
from tests.tenders.lifecycle.build_software import METHOD as SOFTWARE
from tests.tenders.lifecycle.build_target import TARGET
from tests.tenders.lifecycle.worked_examples import (
    axis_table,
    compare,
    cost_table,
    costs,
    device,
    year_table,
)
from tests.tree import ROOT, tracked

PAGE = (ROOT / "docs" / "lifecycle.md").read_text(encoding="utf-8")
LINES = PAGE.splitlines()


@pytest.mark.parametrize("table", [cost_table, year_table, axis_table], ids=lambda table: table.__name__)
def test_the_tables_of_the_page_are_worked_out_again(table: object) -> None:
    assert [line for line in table() if line not in LINES] == []  # type: ignore[operator]


def test_every_formula_of_the_program_stands_on_the_page() -> None:
    found = formulas_of_cost() | formulas_of_footprint() | formulas_of_scores()

    assert sorted(formula for formula in found if f"`{formula}`" not in PAGE) == []
    assert formulas_in_the_code() <= found


def formulas_in_the_code() -> set[str]:
    """Those written out; some are put together, such as one leg of a journey after another."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in tracked("tenders/lifecycle/*.py")]
    words = [word for tree in trees for word in ast.walk(tree) if isinstance(word, ast.keyword)]
    return {
        word.value.value
        for word in words
        if word.arg == "formula"
        and isinstance(word.value, ast.Constant)
        and isinstance(word.value.value, str)
    }


def formulas_of_cost() -> set[str]:
    how = method(price=carbon(embodied=Embodied.WHOLE))
    whole = compare(how, [offer(supply=purchase(), energy="1", mass=emissions())], {})
    entries = chain.from_iterable(each.entries for each in (*costs(), *whole))
    workings = chain.from_iterable(
        (each.flow.today, each.nominal, each.real, each.present) for each in entries
    )
    return {each.formula for each in workings}


def formulas_of_footprint() -> set[str]:
    power = {mode: quantity("1", WATT / DEVICE) for mode in ("on", "off")}
    shares = {mode: published("0.5") for mode in power}
    centre, software = key_figures(MEASURED), software_footprint(SOFTWARE, workload())
    workings = [
        typical(power, shares),
        *(each.working for each in device().figures if each.working),
        *(centre.pue, centre.dcie, centre.wue, centre.ref, centre.erf),
        *(software.use_energy, software.use_mass, software.training_energy, software.training_mass),
        software.yearly_mass,
    ]
    return {each.formula for each in workings}


def formulas_of_scores() -> set[str]:
    price = quantity("1", EURO)
    found = [advantage(how, price, 1) for how in (terms(), in_euros())]
    score = circularity(CIRCULARITY, [promise()])[0]
    workings = [
        *(each.worth for each in found),
        *(each.evaluation_price for each in found if each.evaluation_price),
        sanction(terms(), price, 1, 0),
        *(each.share for each in score.parts),
        contribution(TARGET, quantity("1", DEVICE), quantity("1", NUMBER)).brought,
    ]
    return {each.formula for each in workings}


def test_the_first_year_by_hand() -> None:
    first = [each for each in costs()[0].entries if each.flow.moment == 1]

    assert sorted(each.flow.today.filled.en for each in first) == [
        "100 × 15 × 1",
        "100 × 232 × 1 / 5 × 0.15",
        "100 × 30 × 1 × 0.25",
        "100 × 30 × 1 × 0.253 × 0.15",
    ]
    assert [
        text for text in ("= 696 and", "= 113.85;", "together 3,104.85,", "= 3,014.42.") if text not in PAGE
    ] == []
    assert costs()[0].in_year(1).nominal.rounded(2) == Decimal("3104.85")


def test_the_figures_in_the_sentences() -> None:
    """Each is worked out in the test named; here it is held that the page says the same."""
    flowing = re.sub(r"\s+", " ", PAGE)
    software = software_footprint(SOFTWARE, workload())
    ladder = sanction(terms(), quantity("30000000", EURO), 3, 2)
    score = circularity(CIRCULARITY, [promise()])[0]

    assert f"that is {software.yearly_mass.exact.label(1).en.split()[0]} kg." in flowing
    assert f"{software.training_energy.exact.label(0).en.split()[0]} kWh and 937.5 kg a year" in flowing
    assert f"= € {ladder.exact.label(0).en.removeprefix('€')}." in flowing
    assert f"= {score.rounded}%." in flowing
    assert "costs here 9,174.547" in flowing
    assert LEVEL == 2026


@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: figure.code)
def test_every_reference_figure_stands_on_the_page(figure: object) -> None:
    assert figure_row(figure) in LINES


def figure_row(figure: object) -> str:
    found = next(each for each in FIGURES if each is figure)
    unit = "" if found.value.unit == NUMBER else f" {found.value.unit.label.en}"
    cells = (
        f"{found.about.en} ({found.source})",
        f"{plain(found.value.rounded(10))}{unit}",
        str(found.year),
        f"{found.review_by:%d-%m-%Y}",
        "yes" if found.confirmed else "no",
    )
    return f"| {' | '.join(cells)} |"

"""Reference figures: each with source, year and a day to look again; none is filled in by itself."""

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from tenders.lifecycle.ladder.version import VERSIONS
from tenders.lifecycle.quantity import quantity
from tenders.lifecycle.reference import FIGURES, Figure, figures_about, overdue
from tenders.lifecycle.reference.loading import FigureFileError, load_figures
from tenders.lifecycle.unit import EURO, KG_CO2E, KWH

ENTRY = """
[[figures]]
code = "one"
group = "group"
about = { nl = "Een getal", en = "A number" }
value = "253"
unit = "gCO2e/kWh"
year = 2025
source = "A table"
review_by = 2027-01-01
confirmed = true
"""


def test_the_figures_of_the_dutch_grid_are_alternatives_in_one_unit() -> None:
    found = {each.code: each.value for each in figures_about("grid-nl")}

    assert found == {
        "grid-nl-chain-2021": quantity("0.374", KG_CO2E / KWH),
        "grid-nl-electricity-maps-2025": quantity("0.253", KG_CO2E / KWH),
        "grid-nl-electricity-maps-2024": quantity("0.251", KG_CO2E / KWH),
        "grid-nl-codecarbon-2023": quantity("0.267622", KG_CO2E / KWH),
    }


def test_a_figure_becomes_a_parameter_with_its_source() -> None:
    figure = figures_about("co2-price")[0]

    found = figure.published()

    assert (found.value, found.year) == (quantity("0.13", EURO / KG_CO2E), 2021)
    assert found.source.startswith("CE Delft, Handboek Milieuprijzen 2023")
    assert figure.stated.nl.endswith("niet in de bron gelezen: controleer het voordat u het bekendmaakt.")


@pytest.mark.parametrize("figure", FIGURES, ids=lambda each: each.code)
def test_every_figure_has_a_source_a_year_and_a_day_to_look_again(figure: Figure) -> None:
    assert figure.source.strip()
    assert 2015 <= figure.year <= figure.review_by.year
    assert {each.value.unit for each in figures_about(figure.group)} == {figure.value.unit}
    assert (figure.stated == figure.about) is figure.confirmed


def test_no_figure_and_no_version_is_looked_at_too_late() -> None:
    """Fails from the day that somebody has to look at the sources again: do that, and move the day."""
    today = date(2026, 11, 22)
    first = min(each.review_by for each in FIGURES)

    assert overdue(today) == ()
    assert overdue(first) == ()
    assert overdue(first + timedelta(days=1)) != ()
    assert all(each.review_by > today for each in VERSIONS)


@pytest.mark.parametrize("absent", ["group", "source", "year", "review_by", "confirmed", "unit"])
def test_an_entry_without_a_part_is_refused(tmp_path: Path, absent: str) -> None:
    lines = [line for line in ENTRY.splitlines() if not line.startswith(f"{absent} =")]
    (tmp_path / "some.toml").write_text("\n".join(lines), encoding="utf-8")

    with pytest.raises(FigureFileError, match=f"one: '{absent}' is missing"):
        load_figures(tmp_path)


def test_a_code_stands_there_once(tmp_path: Path) -> None:
    (tmp_path / "some.toml").write_text(ENTRY + ENTRY, encoding="utf-8")

    with pytest.raises(FigureFileError, match="one: stands there more than once"):
        load_figures(tmp_path)


def test_a_unit_is_converted_when_it_is_read(tmp_path: Path) -> None:
    (tmp_path / "some.toml").write_text(ENTRY, encoding="utf-8")

    assert load_figures(tmp_path)[0].value.rounded(4) == Decimal("0.2530")

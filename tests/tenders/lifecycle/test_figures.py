"""What a criterion takes, as data: read back as it was written, and refused where it is wrong."""

import pytest

from tenders.lifecycle.statement import Figure, figure_as_data, figure_from_data
from tenders.scoring.files import UnreadableTender
from tests.tenders.lifecycle.statement_values import FIGURES


@pytest.mark.parametrize("figure", FIGURES.values(), ids=FIGURES)
def test_a_figure_reads_back_as_it_was_written(figure: Figure) -> None:
    assert figure_from_data(figure_as_data(figure)) == figure


@pytest.mark.parametrize(
    "data",
    [
        7,
        [],
        {"of": "hype"},
        {"places": 2},
        {"of": "energy"},
        {"of": "energy", "places": "2"},
        {"of": "energy", "places": 2, "unit": "kWh"},
        {"of": "footprint", "axes": ["moon"], "per": "device", "places": 1},
        {"of": "footprint", "axes": ["use", "use"], "per": "device", "places": 1},
        {"of": "footprint", "axes": ["use"], "per": "moon", "places": 1},
        {"of": "indicator", "indicator": "greenness", "places": 1},
    ],
)
def test_a_figure_that_is_wrong_is_refused(data: object) -> None:
    with pytest.raises(UnreadableTender):
        figure_from_data(data)


def test_no_figure_is_an_empty_table() -> None:
    assert figure_from_data({}) is None
    assert figure_as_data(None) == {}

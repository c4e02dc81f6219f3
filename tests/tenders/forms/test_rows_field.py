"""Tables of inputs: empty rows leave, each refusal names its row, fractions are typed as percentages."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.http import QueryDict

from tenders.forms.parameters import parameter_fields, parameter_words, shown_parameters, stored_parameters
from tenders.forms.rows import Column, RowsField
from tenders.scoring.methods import METHODS

LEVELS = RowsField((Column("level", "niveau"), Column("share", "deel", "number", percent=True)))


def posted(text: str) -> list[dict[str, str]] | None:
    return LEVELS.widget.value_from_datadict(QueryDict(text), {}, "x")


def test_empty_rows_are_left_out() -> None:
    rows = posted("x-0-level=goed&x-0-share=60&x-1-level=&x-1-share=&x-2-level=top&x-2-share=100")

    assert LEVELS.clean(rows) == [{"level": "goed", "share": "0.6"}, {"level": "top", "share": "1"}]


def test_a_refusal_names_the_row_and_the_column() -> None:
    with pytest.raises(ValidationError) as refused:
        LEVELS.clean([{"level": "goed", "share": "60"}, {"level": "", "share": "vijf"}])

    assert refused.value.messages == [
        "Regel 2, niveau: Vul dit in.",
        "Regel 2, deel: ‘vijf’ is geen getal. Gebruik cijfers en een komma, bijvoorbeeld 1.250,50.",
    ]


def test_a_stored_fraction_is_shown_as_a_percentage() -> None:
    assert LEVELS.stored([{"level": "goed", "share": "0.125"}]) == [{"level": "goed", "share": "12,5"}]


@pytest.mark.parametrize(
    ("method", "stored"),
    [
        ("absolute-linear", {"floor": "800", "ceiling": "1200.5", "outside": "clip"}),
        ("step-table", {"steps": [{"upper": "10", "share": "1"}, {"lower": "10", "share": "0.25"}]}),
        ("piecewise-linear", {"knots": [{"value": "0", "share": "1"}, {"value": "9.5", "share": "0"}]}),
        ("rank-ladder", {"shares": ["1", "0.75", "0.5"]}),
    ],
)
def test_stored_parameters_survive_the_form(method: str, stored: dict[str, object]) -> None:
    declared = METHODS[method].parameters
    fields = parameter_fields(declared)
    shown = shown_parameters(declared, stored)

    cleaned = {name: fields[name].clean(fields[name].prepare_value(value)) for name, value in shown.items()}

    assert {name: stored_parameters(declared, cleaned).get(name) for name in stored} == stored


def test_every_declared_parameter_has_a_field() -> None:
    for method in METHODS:
        assert list(parameter_fields(method.parameters)) == [f"par_{each.name}" for each in method.parameters]


def test_a_number_parameter_comes_back_as_canonical_text() -> None:
    declared = METHODS["absolute-linear"].parameters
    name = f"par_{declared[0].name}"

    assert stored_parameters(declared, {name: Decimal("800.50")}) == {declared[0].name: "800.5"}


def test_published_parameters_read_as_words() -> None:
    stored = {"steps": [{"upper": "10", "share": "1"}, {"lower": "10", "share": "0.25"}]}

    assert parameter_words(METHODS["step-table"].parameters, stored) == [
        ("Treden", "tot 10 · deel van de punten 100%; vanaf 10 · deel van de punten 25%")
    ]

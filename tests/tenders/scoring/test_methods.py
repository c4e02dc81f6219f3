"""Every formula on worked examples. Those without another source follow the formula by hand."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenders.scoring.direction import lower_is_better
from tenders.scoring.method import ScoringMethod, Verdict
from tenders.scoring.methods import METHODS
from tenders.scoring.model import Criterion, Direction, Kind, Knot, Level, Step
from tenders.scoring.numbers import exactly, fraction, value_of
from tenders.scoring.refused import RefusedMethod
from tests.tenders.scoring.build import LEVELS, number, price, quantity
from tests.tenders.scoring.parameters import BAND, PARAMETERS, STEPS

NUMERIC = sorted(PARAMETERS)
CHOOSABLE = [method for method in METHODS if method.verdict is not Verdict.REFUSED]
REFUSED = [method for method in METHODS if method.verdict is Verdict.REFUSED]


def share(criterion: Criterion, value: str | int, *others: str | int) -> Fraction:
    column = [number(value), *map(number, others)]
    with exactly():
        return fraction(METHODS[criterion.method].share_of(criterion, column)(column[0]))


@pytest.mark.parametrize(
    ("method", "value", "others", "expected"),
    [
        ("relative-inverse", 125, (100,), Fraction(4, 5)),
        ("relative-inverse", 100, (125,), 1),
        ("linear-to-lowest", 125, (100,), Fraction(3, 4)),
        ("linear-to-lowest", 200, (100,), 0),
        ("linear-to-lowest", 300, (100,), 0),
        ("absolute-linear", 100, (), Fraction(5, 6)),
        ("absolute-linear", 80, (), 1),
        ("absolute-linear", 160, (), 0),
        ("quadratic", 120, (), Fraction(3, 4)),
        ("quadratic", 80, (), 1),
        ("piecewise-linear", 105, (), Fraction(17, 20)),
        ("piecewise-linear", 120, (), Fraction(7, 10)),
        ("piecewise-linear", 135, (), Fraction(7, 20)),
        ("piecewise-linear", 89, (), 1),
        ("piecewise-linear", 200, (), 0),
        ("step-table", "149.99", (), 1),
        ("step-table", 150, (), Fraction(1, 2)),
        ("step-table", 250, (), 0),
        ("rank-ladder", 100, (100, 90), Fraction(4, 5)),
        ("rank-ladder", 100, (90, 80, 70), Fraction(3, 5)),
        ("logarithmic", 100, (100,), 1),
        ("logarithmic", 200, (100,), 0),
        ("logarithmic", 400, (100,), 0),
    ],
)
def test_worked_examples(method: str, value: str | int, others: tuple[int, ...], expected: Fraction) -> None:
    criterion = price(40, method, **PARAMETERS[method])

    assert share(criterion, value, *others) == expected


def test_where_higher_is_better() -> None:
    assert share(quantity("re", 10, "relative-inverse", Direction.HIGHER), 30, 40) == Fraction(3, 4)
    assert share(quantity("re", 10, "absolute-linear", Direction.HIGHER, **BAND), 105) == Fraction(1, 4)
    assert share(quantity("re", 10, "quadratic", Direction.HIGHER, **BAND), 120) == Fraction(3, 4)
    ladder = quantity("re", 10, "rank-ladder", Direction.HIGHER, shares=(Decimal(1), Decimal("0.5")))
    assert share(ladder, 30, 40) == Fraction(1, 2)


def test_a_logarithm_that_is_exactly_a_half_is_a_half() -> None:
    criterion = price(40, "logarithmic", base=Decimal(4), negative="keep")

    assert share(criterion, 200, 100) == Fraction(1, 2)
    assert share(criterion, 1600, 100) == -1


def test_the_two_sided_formula_and_the_distance_to_the_mean_are_refused_with_a_reason() -> None:
    assert [method.code for method in REFUSED] == ["two-sided", "distance-to-mean"]
    for method in REFUSED:
        criterion = price(40, method.code)
        assert method.check(criterion) == (method.remark,)
        with pytest.raises(RefusedMethod):
            method.share_of(criterion, [Decimal(1)])


@pytest.mark.parametrize("method", list(METHODS), ids=lambda method: method.code)
def test_every_method_says_what_it_rests_on(method: ScoringMethod) -> None:
    assert method.basis
    assert method.code == method.code.lower().replace("_", "-")


@pytest.mark.parametrize("code", NUMERIC)
@given(data=st.data())
def test_a_better_value_never_scores_less(code: str, data: st.DataObject) -> None:
    values = st.decimals(min_value="0.01", max_value=300, places=2)
    column = data.draw(st.lists(values, min_size=2, max_size=6))
    directions = [Direction.LOWER]
    if METHODS[code].higher_formula or code == "rank-ladder":
        directions.append(Direction.HIGHER)
    criterion = quantity("q", 10, code, data.draw(st.sampled_from(directions)), **PARAMETERS[code])

    with exactly():
        share_of = METHODS[code].share_of(criterion, column)
        by_rising_value = [fraction(share_of(value)) for value in sorted(column)]

    falling = by_rising_value if lower_is_better(criterion) else by_rising_value[::-1]
    assert falling == sorted(falling, reverse=True)
    assert all(0 <= found <= 1 for found in falling)


def test_a_level_table_reads_the_share_of_the_level() -> None:
    criterion = Criterion(
        code="q", title="Q", weight=Decimal(60), kind=Kind.SCALE, method="graded-scale", levels=LEVELS
    )

    assert METHODS["graded-scale"].spreadsheet(criterion, "C5", "C5:C9") == (
        'IF(C5="good",1,IF(C5="fair",0.6,IF(C5="poor",0,NA())))'
    )


@pytest.mark.parametrize(
    ("steps", "message"),
    [
        (
            (Step(None, Decimal(10), Decimal(1)), Step(Decimal(12), None, Decimal(0))),
            "There is a gap before step 2: no step covers the values from 10 to 12.",
        ),
        (
            (Step(None, Decimal(10), Decimal(1)), Step(Decimal(8), None, Decimal(0))),
            "Step 2 overlaps the step before: from 8 to 10 two steps hold.",
        ),
        (
            (Step(Decimal(0), None, Decimal(1)),),
            "Step 1 starts at 0. Leave its lower limit open, or a lower value falls outside.",
        ),
        (
            (Step(None, Decimal(10), Decimal(1)),),
            "Step 1 ends at 10. Leave the upper limit of the last step open.",
        ),
        (
            (Step(None, None, Decimal(1)), Step(Decimal(3), None, Decimal(0))),
            "Step 1 has an open limit in the middle of the table. Fill in the limit.",
        ),
        (
            (Step(None, Decimal(10), Decimal(0)), Step(Decimal(10), None, Decimal(1))),
            "A worse value earns more here than a better one. Change the steps.",
        ),
        (
            (Step(None, None, Decimal("1.1")),),
            "Step 1: the share of the points must be between 0 and 1.",
        ),
    ],
)
def test_steps_that_do_not_tile_the_number_line_are_refused(steps: tuple[Step, ...], message: str) -> None:
    criterion = price(40, "step-table", steps=steps)

    assert [text.en for text in METHODS["step-table"].check(criterion)] == [message]


@given(st.decimals(min_value=-1000, max_value=1000, places=3))
def test_every_value_falls_in_one_step(value: Decimal) -> None:
    criterion = price(40, "step-table", steps=STEPS)

    found = [
        step
        for step in STEPS
        if (step.lower is None or value >= step.lower) and (step.upper is None or value < step.upper)
    ]

    assert [step.share for step in found] == [value_of(METHODS["step-table"].share_of(criterion, [])(value))]


def test_knots_must_rise_and_never_reward_a_worse_value() -> None:
    knots = (Knot(Decimal(10), Decimal("0.2")), Knot(Decimal(10), Decimal("0.5")))

    found = [
        text.en for text in METHODS["piecewise-linear"].check(price(40, "piecewise-linear", knots=knots))
    ]

    assert found == [
        "Point 2: the value 10 must be higher than that of the point before.",
        "A worse value earns more here than a better one. Change the points.",
    ]


def test_a_ceiling_below_the_floor_is_refused() -> None:
    upside_down = {"floor": Decimal(10), "ceiling": Decimal(10), "outside": "clip"}

    found = METHODS["absolute-linear"].check(price(40, **upside_down))

    assert [text.nl for text in found] == ["Het plafond (10) moet hoger zijn dan de bodem (10)."]


def test_levels_have_different_codes_also_when_case_is_ignored() -> None:
    levels = (Level("A", "", Decimal(1), ""), Level("a", "", Decimal("1.5"), ""))
    criterion = Criterion(code="q", title="Q", weight=Decimal(1), kind=Kind.SCALE, levels=levels)

    found = [text.en for text in METHODS["graded-scale"].check(criterion)]

    assert found == [
        "Level ‘a’ occurs twice.",
        "Level ‘a’ earns more than all points. Its share may be at most 1.",
    ]

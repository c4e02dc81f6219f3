"""The laptops of the example have a calculation, and it gives the values that are scored."""

from dataclasses import replace

import pytest

from tenders.example.reading import example
from tenders.lifecycle.plan import plan_as_data, plan_from_data
from tenders.lifecycle.plan.plan import Plan
from tenders.lifecycle.reference.register import figures_about
from tenders.lifecycle.statement import (
    Figure,
    computed,
    figure_as_data,
    figure_from_data,
    problems_of_answers,
    problems_of_lot,
)
from tenders.scoring.model import Bid, Lot


def laptops() -> Lot:
    return next(lot for lot in example().tender.lots if lot.code == "1")


def standing() -> list[Bid]:
    return [bid for bid in laptops().bids if not bid.failed]


def plan() -> Plan:
    return plan_from_data(example().calculated["1"].plan)


def figures() -> dict[str, Figure]:
    found = {code: figure_from_data(data) for code, data in example().calculated["1"].figures.items()}
    return {code: figure for code, figure in found.items() if figure is not None}


def test_the_calculation_is_sound_and_fits_the_criteria() -> None:
    assert list(problems_of_lot(laptops(), plan(), figures())) == []
    assert sorted(figures()) == ["D1", "D2"]


def test_the_file_writes_the_calculation_as_it_is_kept() -> None:
    """The row in the database is what the file says, so the two compare."""
    written = example().calculated["1"]

    assert plan_as_data(plan()) == {
        **written.plan,
        "footprint": {**written.plan["footprint"], "transport_factors": {}},
    }
    assert {code: figure_as_data(figure) for code, figure in figures().items()} == written.figures


@pytest.mark.parametrize("code", [bid.code for bid in standing()])
def test_what_a_bid_states_gives_exactly_the_values_that_are_scored(code: str) -> None:
    bid = next(each for each in standing() if each.code == code)
    statement = example().offer(lot="1", bid=code).statement

    found = computed(plan(), figures(), code, statement)

    assert found.problems == {}
    assert {criterion: each.value for criterion, each in found.values.items()} == {
        criterion: bid.values[criterion] for criterion in ("D1", "D2")
    }


def test_a_statement_of_the_example_is_whole_and_its_evidence_is_marked_as_invented() -> None:
    statements = [offer.statement for offer in example().offers if offer.statement]

    evidence = [text for each in statements for code, text in each.items() if code.endswith(".evidence")]

    assert [problems_of_answers(plan(), figures(), each) for each in statements] == [[], [], [], []]
    assert len(evidence) == 20
    assert all(text.endswith("(voorbeeld)") for text in evidence)


def test_only_the_bid_that_is_set_aside_states_nothing() -> None:
    silent = {offer.bid for offer in example().offers if offer.lot == "1" and not offer.statement}

    assert silent == {bid.code for bid in laptops().bids if bid.failed} == {"D"}


def test_the_co2e_of_a_kwh_is_a_known_figure_with_its_source_and_year() -> None:
    factor = plan().grid_factor
    assert factor is not None

    known = [replace(each.published(), title=factor.title) for each in figures_about("grid-nl")]

    assert factor in known

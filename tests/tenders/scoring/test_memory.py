"""The search for cycles waits during an evaluation and always goes on afterwards."""

import gc

import pytest

from tenders.scoring.evaluate import evaluate
from tenders.scoring.memory import no_search_for_cycles
from tenders.scoring.problem import NotEvaluable
from tests.tenders.scoring.build import bid, lot, price, scale


def test_it_waits_within_and_goes_on_after() -> None:
    with no_search_for_cycles():
        within = gc.isenabled()

    assert (within, gc.isenabled()) == (False, True)


def test_it_goes_on_after_a_refusal() -> None:
    with pytest.raises(NotEvaluable):
        evaluate(lot(price(), scale()))

    assert gc.isenabled()


def test_it_stays_off_for_whoever_had_it_off() -> None:
    gc.disable()
    try:
        evaluate(lot(price(), scale(), bids=[bid("A", price=1, quality="good")]))
        after = gc.isenabled()
    finally:
        gc.enable()

    assert not after

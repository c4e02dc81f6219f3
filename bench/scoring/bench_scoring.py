"""How quickly a lot is evaluated, beside scikit-criteria and pymcdm, in one run.

All three get the same random matrix of 20 criteria: theirs as floats with the weighted sum on min-max
scaled values, ours as decimals with a published band, checks, ranking and the full working of every cell
kept. Then the growth of a large lot: 20 criteria of which 16 are judged by five assessors each.

Run with an environment made from requirements/bench.txt: `make bench-scoring`.
"""

import random
import statistics
import sys
import time
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tenders.scoring.evaluate import evaluate
from tenders.scoring.model import (
    AwardRule,
    Bid,
    Combination,
    Criterion,
    Direction,
    Kind,
    Level,
    Lot,
    RoundAt,
    Rounding,
    TieBreak,
    TieRule,
)

CRITERIA = 20
ASSESSORS = 5
REPEATS = 200


def numeric_lot(bids: int, chance: random.Random) -> Lot:
    """Price and 19 quantities, each on a published band."""
    criteria = tuple(
        Criterion(
            code=f"c{index}",
            title=f"Criterion {index}",
            weight=Decimal(5),
            kind=Kind.QUANTITY if index else Kind.PRICE,
            direction=(Direction.LOWER if index % 2 else Direction.HIGHER) if index else None,
            method="absolute-linear",
            parameters={"floor": Decimal(0), "ceiling": Decimal(1000), "outside": "clip"},
        )
        for index in range(CRITERIA)
    )
    offers = tuple(
        Bid(
            code=f"b{number}",
            name=f"Bidder {number}",
            values={f"c{index}": Decimal(chance.randrange(1, 100_000)) / 100 for index in range(CRITERIA)},
        )
        for number in range(bids)
    )
    return Lot(code="1", title="Lot", criteria=criteria, award=_award(), bids=offers)


def judged_lot(bids: int, chance: random.Random) -> Lot:
    """Price, three quantities and 16 scales of six levels, each judged by five assessors."""
    numeric = numeric_lot(1, chance).criteria[:4]
    levels = tuple(Level(f"l{step}", f"Level {step}", Decimal(step) / 5, "") for step in range(6))
    scales = tuple(
        Criterion(
            code=f"c{index}",
            title=f"Criterion {index}",
            weight=Decimal(5),
            kind=Kind.SCALE,
            method="graded-scale",
            levels=levels,
        )
        for index in range(4, CRITERIA)
    )
    codes = [level.code for level in levels]
    offers = tuple(
        Bid(
            code=f"b{number}",
            name=f"Bidder {number}",
            values={f"c{index}": Decimal(chance.randrange(1, 100_000)) / 100 for index in range(4)}
            | {f"c{index}": tuple(chance.choices(codes, k=ASSESSORS)) for index in range(4, CRITERIA)},
        )
        for number in range(bids)
    )
    return Lot(code="1", title="Lot", criteria=(*numeric, *scales), award=_award(), bids=offers)


def _award() -> AwardRule:
    return AwardRule(
        method="weighted-points",
        points=Decimal(100),
        rounding=Rounding(2, RoundAt.CRITERION),
        ties=(TieRule(TieBreak.QUALITY), TieRule(TieBreak.DRAW)),
        combination=Combination.MEAN,
    )


def scikit_criteria(lot: Lot) -> Callable[[], object] | None:
    try:
        import skcriteria
        from skcriteria.agg import simple
        from skcriteria.pipeline import mkpipe
        from skcriteria.preprocessing import invert_objectives, scalers
    except ImportError:
        return None
    matrix = skcriteria.mkdm(
        _floats(lot),
        [min if index % 2 or not index else max for index in range(CRITERIA)],
        weights=[0.05] * CRITERIA,
    )
    pipe = mkpipe(
        invert_objectives.NegateMinimize(), scalers.MinMaxScaler("matrix"), simple.WeightedSumModel()
    )
    return lambda: pipe.evaluate(matrix)


def pymcdm(lot: Lot) -> Callable[[], object] | None:
    try:
        import numpy
        from pymcdm.methods import WSM
        from pymcdm.normalizations import minmax_normalization
    except ImportError:
        return None
    matrix = numpy.array(_floats(lot))
    weights = numpy.full(CRITERIA, 0.05)
    kinds = numpy.array([-1 if index % 2 or not index else 1 for index in range(CRITERIA)])
    method = WSM(normalization_function=minmax_normalization)
    return lambda: method.rank(method(matrix, weights, kinds))


def _floats(lot: Lot) -> list[list[float]]:
    return [[float(str(value)) for value in bid.values.values()] for bid in lot.bids]


def seconds(run: Callable[[], object], repeats: int) -> float:
    """CPU seconds of one run: the median."""
    run()
    measured = []
    for _ in range(repeats):
        start = time.process_time()
        run()
        measured.append(time.process_time() - start)
    return statistics.median(measured)


def compare(bids: int) -> None:
    lot = numeric_lot(bids, random.Random(bids))
    ours = seconds(lambda: evaluate(lot), REPEATS)
    print(f"{bids:>6} bids × {CRITERIA} criteria   ours {ours * 1000:8.3f} ms")
    for name, rival in (("scikit-criteria", scikit_criteria(lot)), ("pymcdm", pymcdm(lot))):
        if rival is None:
            print(f"{'':>29}{name}: not installed (requirements/bench.txt)")
            continue
        theirs = seconds(rival, REPEATS)
        print(f"{'':>29}{name} {theirs * 1000:8.3f} ms; ours takes {ours / theirs:5.2f} × its time")


def growth() -> None:
    for bids in (2_500, 5_000, 10_000):
        lot = judged_lot(bids, random.Random(bids))
        taken = seconds(lambda lot=lot: evaluate(lot), 3)
        per_bid = taken / bids * 1e6
        print(
            f"{bids:>6} bids × {CRITERIA} criteria × {ASSESSORS} assessors  {taken:6.3f} s CPU "
            f"({per_bid:.1f} µs a bid)"
        )


if __name__ == "__main__":
    for number in (5, 50):
        compare(number)
    growth()

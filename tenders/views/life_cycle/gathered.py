"""What can be shown of opened bids: costs after the opening of the prices, all else at once."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from procurement.language import Language, Text
from tenders.lifecycle.circularity.score import CircularityScore, Promise, circularity
from tenders.lifecycle.cost.basket import BasketCost
from tenders.lifecycle.cost.method import Estimate
from tenders.lifecycle.footprint.data_centre import KeyFigures
from tenders.lifecycle.footprint.device import Footprint
from tenders.lifecycle.footprint.software import SoftwareFootprint
from tenders.lifecycle.not_computable import NotComputable
from tenders.lifecycle.plan import Plan
from tenders.lifecycle.sheet.ladder import LadderPromise
from tenders.lifecycle.sheet.prices import prices_table
from tenders.lifecycle.sheet.table import ChartTable
from tenders.lifecycle.statement import level_from, promise_from
from tenders.lifecycle.statement.estimates import estimates_from
from tenders.lifecycle.statement.naming import named
from tenders.lifecycle.statement.offers import cost_from
from tenders.lifecycle.statement.parts import key_figures_from, software_from
from tenders.lifecycle.statement.price_lines import sheet_from
from tenders.lifecycle.statement.stated import footprints_from
from tenders.models import Bid, Lot
from tenders.scoring.price_lines import PricedSheet
from tenders.scoring.problem import Problem
from tenders.services.calculation import Calculation, answers_of, calculation_of
from tenders.services.phase_records import prices_were_opened

Given = Mapping[str, str]
_STATES_NOTHING = Problem(
    "",
    Text(
        nl="In deze inschrijving staat niets van wat de berekening vraagt.",
        en="This bid states nothing of what the calculation asks.",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Promised:
    promise: Promise
    score: CircularityScore


@dataclass(slots=True)
class Gathered:
    """By code of the bid. What cannot be worked out is not here; its reasons are among the problems."""

    calculation: Calculation
    bids: dict[str, Bid]
    given: dict[str, Given]
    with_prices: bool
    footprints: dict[str, dict[str, Footprint]] = field(default_factory=dict)
    costs: dict[str, BasketCost] = field(default_factory=dict)
    estimates: dict[str, dict[Estimate, BasketCost]] = field(default_factory=dict)
    circularity: dict[str, Promised] = field(default_factory=dict)
    software: dict[str, SoftwareFootprint] = field(default_factory=dict)
    data_centres: dict[str, KeyFigures] = field(default_factory=dict)
    ladder: dict[str, LadderPromise] = field(default_factory=dict)
    priced: dict[str, PricedSheet] = field(default_factory=dict)
    problems: dict[str, list[Problem]] = field(default_factory=dict)

    @property
    def has_nothing(self) -> bool:
        """Can nothing be worked out of any bid? Each then has its reasons; what waits for prices has none."""
        worked_out = (
            self.footprints, self.costs, self.circularity, self.software, self.data_centres, self.ladder,
        )  # fmt: skip
        return not any(worked_out) and bool(self.bids) and self.bids.keys() == self.problems.keys()

    @property
    def reasons(self) -> dict[str, list[Text]]:
        """By code of the bid why something of it cannot be worked out, each with the input it is about."""
        inputs = self.calculation.inputs
        return {code: [named(each, inputs) for each in found] for code, found in self.problems.items()}

    @property
    def without_cost(self) -> dict[str, list[Text]]:
        return {code: self.reasons.get(code, []) for code in self.bids if code not in self.costs}

    def prices_of(self, codes: Iterable[str], say: Language) -> ChartTable | None:
        """What these bids cost at each price of CO2e; None where there is no such price or no such cost."""
        plan = self.calculation.plan
        carbon = plan.cost.carbon_price if plan is not None and plan.cost is not None else None
        found = {code: self.estimates[code] for code in codes if self.estimates.get(code)}
        return prices_table(carbon, found, say) if carbon is not None and found else None

    @property
    def names(self) -> dict[str, str]:
        return {code: code for code in self.bids}


def gathered(lot: Lot) -> Gathered:
    """In a fixed number of queries. Raises `UnreadableTender`."""
    given, with_prices = answers_of(lot), prices_were_opened(lot)
    rows = {row.code: row for row in lot.bids.select_related("supplier").order_by("code")}
    found = Gathered(
        calculation=calculation_of(lot),
        bids=rows,
        given={code: given.get(row.pk, {}) for code, row in rows.items()},
        with_prices=with_prices,
    )
    plan = found.calculation.plan
    if plan is not None:
        for code, answers in found.given.items():
            _work_out(found, plan, code, answers)
    return found


def _work_out(found: Gathered, plan: Plan, code: str, answers: Given) -> None:
    if not answers and any(found.with_prices or not each.is_price for each in found.calculation.inputs):
        found.problems[code] = [_STATES_NOTHING]
        return
    if plan.footprint is not None:
        _try(found, code, found.footprints, lambda: footprints_from(plan, code, answers))
    _of_the_lot(found, plan, code, answers)
    if plan.cost is not None and found.with_prices:
        _try(found, code, found.costs, lambda: cost_from(plan, code, answers))
        _try(found, code, found.estimates, lambda: estimates_from(plan, code, answers))
    if plan.price_lines and found.with_prices:
        _try(found, code, found.priced, lambda: sheet_from(plan, answers))


def _of_the_lot(found: Gathered, plan: Plan, code: str, answers: Given) -> None:
    """What a bid states once, whatever it delivers."""
    if plan.circularity is not None:
        _try(found, code, found.circularity, lambda: _promised(plan, code, answers))
    if plan.software is not None:
        _try(found, code, found.software, lambda: software_from(plan, code, answers))
    if plan.data_centre is not None:
        _try(found, code, found.data_centres, lambda: key_figures_from(plan, answers))
    if (terms := plan.ladder) is not None:
        _try(
            found,
            code,
            found.ladder,
            lambda: LadderPromise(terms=terms, level=level_from(plan, answers)),
        )


def _promised(plan: Plan, code: str, answers: Given) -> Promised:
    assert plan.circularity is not None, "a promise is asked for a score"
    promise = promise_from(plan, code, answers)
    [score] = circularity(plan.circularity, [promise])
    return Promised(promise=promise, score=score)


def _try(found: Gathered, code: str, into: dict[str, Any], work: Callable[[], Any]) -> None:
    try:
        into[code] = work()
    except NotComputable as refusal:
        into_list = found.problems.setdefault(code, [])
        into_list += [problem for problem in refusal.problems if problem not in into_list]

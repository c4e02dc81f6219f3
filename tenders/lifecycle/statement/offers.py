"""From the answers of a bid to its offer and its life-cycle cost, for each kind of device."""

import re
from collections.abc import Mapping

from procurement.language import Text
from tenders.lifecycle.cost.basket import BasketCost, basket
from tenders.lifecycle.cost.compare import LifeCycleCost, compare
from tenders.lifecycle.cost.kind import CostKind
from tenders.lifecycle.cost.method import Residual
from tenders.lifecycle.cost.offer import Emissions, Form, Offer, Purchase, Subscription
from tenders.lifecycle.footprint.axis import Axis
from tenders.lifecycle.footprint.transport import Journey, transported
from tenders.lifecycle.not_computable import NotComputable
from tenders.lifecycle.plan.plan import DeviceKind, Plan
from tenders.lifecycle.statement.answers import Answers, answers_under
from tenders.lifecycle.statement.declarations import emitted, energy, transport
from tenders.lifecycle.statement.declarations import lifetime as stated_lifetime
from tenders.scoring.problem import Problem

_OWN_METER = Text(
    nl="Bij koop en lease betaalt de koper de stroom, dus die zit niet in de prijs. Alleen wie als dienst "
    "levert kan de energie zelf betalen.",
    en="With a purchase or a lease the buyer pays for the electricity, so the price does not include it. "
    "Only who supplies as a service can pay for the energy.",
)
_NUMBERED = re.compile(r"\[(\d+)\]")


def offers_from(plan: Plan, bid: str, given: Mapping[str, str]) -> dict[str, Offer]:
    """By kind of device; raises NotComputable naming the inputs that are missing or wrong."""
    answers = answers_under(plan, given)
    found = {kind.code: _offer(plan, kind, bid, answers) for kind in plan.kinds}
    for kind in plan.kinds:
        answers.refuse_what_does_not_go_together(f"{kind.code}:")
    answers.require()
    return found


def cost_from(plan: Plan, bid: str, given: Mapping[str, str]) -> BasketCost:
    """All kinds of devices together; raises NotComputable naming the inputs."""
    costs, problems = dict[str, tuple[LifeCycleCost, ...]](), list[Problem]()
    for code, offer in offers_from(plan, bid, given).items():
        kind = next(each for each in plan.kinds if each.code == code)
        try:
            costs[code] = compare(plan.cost_method(kind), [offer], {})
        except NotComputable as refusal:
            problems += [_named(kind, problem) for problem in refusal.problems]
    if problems:
        raise NotComputable(problems)
    [found] = basket(costs)
    return found


def _offer(plan: Plan, kind: DeviceKind, bid: str, answers: Answers) -> Offer:
    assert plan.cost is not None, "an offer is asked for a cost"
    asked, place = plan.cost.asked, kind.code
    included = frozenset(each for each in asked if answers.says_yes(f"{place}:included.{each}"))
    if CostKind.ENERGY in included and answers.given.get(f"{place}:supply.form") != Form.SERVICE:
        answers.problems.append(Problem(f"{place}:included.{CostKind.ENERGY}", _OWN_METER))
    apart = sorted(asked - included - {CostKind.ENERGY})
    counts_energy = CostKind.ENERGY in asked or plan.cost.carbon_price is not None
    return Offer(
        bid=bid,
        supply=_supply(plan, kind, answers),
        refurbished=answers.says_yes(f"{place}:refurbished"),
        energy=energy(plan, kind, answers).declared.spread.value if counts_energy else None,
        yearly={each: answers.number(f"{place}:yearly.{each}") for each in apart},
        included=included,
        emissions=_emissions(plan, kind, answers) if plan.cost.carbon_price else None,
    )


def _supply(plan: Plan, kind: DeviceKind, answers: Answers) -> Purchase | Subscription:
    assert plan.cost is not None, "a supply is asked for a cost"
    place, lifetime = f"{kind.code}:supply", stated_lifetime(kind, answers)
    form = answers.text(f"{place}.form")
    if form in (Form.LEASE, Form.SERVICE):
        return Subscription(
            form=Form(form),
            at_start=answers.number(f"{place}.at_start"),
            fees=tuple(answers.number(f"{place}.fees.{year}") for year in range(1, (plan.horizon or 0) + 1)),
            at_end=answers.number(f"{place}.at_end"),
            lifetime=lifetime,
        )
    bought_back = plan.cost.residual is Residual.BUY_BACK
    return Purchase(
        price=answers.number(f"{place}.price"),
        lifetime=lifetime,
        end_of_life=answers.number(f"{place}.end_of_life"),
        buy_back=answers.number(f"{place}.buy_back") if bought_back else None,
    )


def _emissions(plan: Plan, kind: DeviceKind, answers: Answers) -> Emissions:
    assert plan.footprint is not None, "a price of CO2e counts a declared footprint"
    moved = transport(plan, kind, answers)
    factors = plan.footprint.transport_factors
    mass = transported(moved, factors).exact if isinstance(moved, Journey) else moved.spread.value
    return Emissions(
        production=emitted(plan, kind, Axis.PRODUCTION, answers).spread.value,
        transport=mass,
        end_of_life=emitted(plan, kind, Axis.END_OF_LIFE, answers).spread.value,
    )


def _named(kind: DeviceKind, problem: Problem) -> Problem:
    """From "offers[A].supply.fees[2]" to "laptop:supply.fees.2"."""
    _, _, place = problem.place.partition("].")
    place = _NUMBERED.sub(r".\1", place).replace("supply.lifetime", "lifetime")
    if place.startswith("emissions."):
        place = f"{place.removeprefix('emissions.')}.value"
    if place == "energy":
        place = "energy.value"
    return Problem(f"{kind.code}:{place}", problem.message)

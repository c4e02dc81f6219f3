"""The data of a plan, as JSON and a tender file hold it; `plan_from_data` reads exactly this back."""

from typing import Any

from procurement.numbers import plain
from tenders.lifecycle.circularity.scale import Band, Scale
from tenders.lifecycle.circularity.score import CircularityMethod
from tenders.lifecycle.cost.method import CarbonPrice
from tenders.lifecycle.footprint.declared import Footing
from tenders.lifecycle.ladder.terms import LadderTerms
from tenders.lifecycle.plan.numbers import published_data, written
from tenders.lifecycle.plan.plan import CostTerms, DeviceKind, FootprintTerms, Plan
from tenders.scoring.model import Step
from tenders.scoring.price_lines import PriceLine

Data = dict[str, Any]


def plan_as_data(plan: Plan) -> Data:
    """Numbers are texts, whole numbers are whole numbers, an absent part is left out."""
    return _stated(
        {
            "kinds": [_kind(kind) for kind in plan.kinds] or None,
            "horizon": plan.horizon,
            "grid_factor": published_data(plan.grid_factor) if plan.grid_factor else None,
            "energy": _footing(plan.energy) if plan.energy else None,
            "time_shares": {mode: published_data(each) for mode, each in sorted(plan.time_shares.items())}
            or None,
            "cost": _cost(plan.cost) if plan.cost else None,
            "footprint": _footprint(plan.footprint) if plan.footprint else None,
            "circularity": _circularity(plan.circularity) if plan.circularity else None,
            "software": _software(plan),
            "data_centre": {"period": plan.data_centre.period} if plan.data_centre else None,
            "ladder": _ladder(plan.ladder) if plan.ladder else None,
            "price_lines": [_price_line(each) for each in plan.price_lines] or None,
        }
    )


def _kind(kind: DeviceKind) -> Data:
    return _stated(
        {
            "code": kind.code,
            "title": kind.title,
            "number": kind.number,
            "longest_life": kind.longest_life,
        }
    )


def _footing(footing: Footing) -> Data:
    return {
        "boundary": footing.boundary,
        "standards": list(footing.standards),
        "earliest_year": footing.earliest_year,
    }


def _cost(terms: CostTerms) -> Data:
    return _stated(
        {
            "price_level": terms.price_level,
            "rate": published_data(terms.rate),
            "rate_is": terms.rate_is.value,
            "inflation": published_data(terms.inflation),
            "changes": {kind.value: published_data(each) for kind, each in sorted(terms.changes.items())},
            "yearly_costs_fall": terms.yearly_costs_fall.value,
            "asked": sorted(kind.value for kind in terms.asked),
            "residual": terms.residual.value,
            "electricity_price": published_data(terms.electricity_price) if terms.electricity_price else None,
            "carbon_price": _carbon(terms.carbon_price) if terms.carbon_price else None,
            "places": terms.places,
        }
    )


def _carbon(carbon: CarbonPrice) -> Data:
    return {
        "low": published_data(carbon.low),
        "central": published_data(carbon.central),
        "high": published_data(carbon.high),
        "counts": carbon.counts.value,
        "embodied": carbon.embodied.value,
    }


def _footprint(terms: FootprintTerms) -> Data:
    return {
        "embodied": terms.embodied.value,
        "footings": {axis.value: _footing(each) for axis, each in sorted(terms.footings.items())},
        "transport_factors": {
            mode: published_data(each) for mode, each in sorted(terms.transport_factors.items())
        },
    }


def _circularity(method: CircularityMethod) -> Data:
    parts = [
        {"indicator": part.indicator.value, "weight": plain(part.weight), **_scale(part.scale)}
        for part in method.parts
    ]
    return {"parts": parts, "places": method.places}


def _scale(scale: Scale) -> Data:
    if isinstance(scale, Band):
        return {"band": {"floor": plain(scale.floor), "ceiling": plain(scale.ceiling)}}
    return {"steps": [_step(step) for step in scale.steps]}


def _step(step: Step) -> Data:
    return _stated(
        {
            "lower": None if step.lower is None else plain(step.lower),
            "upper": None if step.upper is None else plain(step.upper),
            "share": plain(step.share),
        }
    )


def _software(plan: Plan) -> Data | None:
    terms = plan.software
    return {"unit": terms.unit, "volume": published_data(terms.volume)} if terms else None


def _ladder(terms: LadderTerms) -> Data:
    return _stated(
        {
            "version": terms.version,
            "published_on": terms.published_on.isoformat(),
            "discount_in": terms.discount_in.value,
            "advantages": {str(level): written(each) for level, each in sorted(terms.advantages.items())},
            "sanction": published_data(terms.sanction),
            "point_worth": published_data(terms.point_worth) if terms.point_worth else None,
        }
    )


def _price_line(line: PriceLine) -> Data:
    return _stated(
        {
            "number": line.number,
            "description": line.description,
            "unit": line.unit,
            "quantity": plain(line.quantity),
            "group": line.group or None,
            "maximum": None if line.maximum is None else plain(line.maximum),
        }
    )


def _stated(data: Data) -> Data:
    return {name: value for name, value in data.items() if value is not None}

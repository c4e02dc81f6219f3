"""From the data of a plan to the fields of the form."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from procurement.numbers import parse, plain
from tenders.forms.life_cycle.numbers import COST, Data, at, hundredfold, number_rows
from tenders.lifecycle.ladder.terms import DiscountIn


def shown_data(data: Mapping[str, Any]) -> Data:
    """What is kept, as the fields show it."""
    cost, ladder, circular = (data.get(name) or {} for name in ("cost", "ladder", "circularity"))
    carbon, footprint = cost.get("carbon_price") or {}, data.get("footprint") or {}
    parts = [
        each
        for each in ("cost", "footprint", "circularity", "software", "data_centre", "ladder")
        if data.get(each)
    ]
    return {
        **{name: cost.get(name) for name in COST},
        "parts": [*parts, "carbon"] if carbon else parts,
        "kinds": [_shown_kind(kind) for kind in data.get("kinds", ())],
        "horizon": data.get("horizon"),
        "numbers": list(number_rows(data)),
        "declared": _shown_footings(data),
        "counts": carbon.get("counts"),
        "carbon_embodied": carbon.get("embodied"),
        "embodied": footprint.get("embodied"),
        "time_shares": [
            {"mode": mode, "value": hundredfold(each), "source": each["source"], "year": str(each["year"])}
            for mode, each in (data.get("time_shares") or {}).items()
        ],
        "transport": _shown_factors(footprint.get("transport_factors") or {}),
        **_shown_circularity(circular),
        "unit": at(data, "software.unit"),
        "period": at(data, "data_centre.period"),
        "version": ladder.get("version"),
        "published_on": date.fromisoformat(ladder["published_on"]) if "published_on" in ladder else None,
        "discount_in": ladder.get("discount_in"),
        "levels": _shown_levels(ladder),
    }


def _shown_kind(kind: Mapping[str, Any]) -> Data:
    return {name: str(each) for name, each in kind.items()}


def _shown_footings(data: Mapping[str, Any]) -> list[Data]:
    stated = {"energy": data.get("energy"), **(at(data, "footprint.footings") or {})}
    return [
        {
            "what": what,
            "boundary": each["boundary"],
            "standards": ", ".join(each["standards"]),
            "earliest_year": str(each["earliest_year"]),
        }
        for what, each in stated.items()
        if each
    ]


def _shown_factors(factors: Mapping[str, Any]) -> list[Data]:
    """Kept per kilogram, shown per tonne."""
    return [
        {
            "mode": mode,
            "value": plain(parse(each["value"]).scaleb(3))
            if each["unit"] == "kg CO2e/kg/km"
            else each["value"],
            "source": each["source"],
            "year": str(each["year"]),
        }
        for mode, each in factors.items()
    ]


def _shown_circularity(method: Mapping[str, Any]) -> Data:
    parts = method.get("parts", ())
    bands = [
        {"indicator": part["indicator"], "weight": part["weight"], **part.get("band", {})} for part in parts
    ]
    steps = [{"indicator": part["indicator"], **step} for part in parts for step in part.get("steps", ())]
    return {"circularity": bands, "steps": steps, "circularity_places": method.get("places")}


def _shown_levels(ladder: Mapping[str, Any]) -> list[Data]:
    in_percent = ladder.get("discount_in") == DiscountIn.PERCENT
    return [
        {"level": level, "advantage": plain(parse(value).scaleb(2)) if in_percent else value}
        for level, value in (ladder.get("advantages") or {}).items()
    ]

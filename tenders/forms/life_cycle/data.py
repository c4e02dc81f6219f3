"""From the fields of the form to the data of a plan."""

from collections.abc import Mapping, Sequence
from typing import Any

from procurement.language import Text
from procurement.numbers import parse, plain
from tenders.forms.life_cycle.numbers import COST, PARAMETERS, Data, at, number_data, put, whole
from tenders.lifecycle.ladder.terms import DiscountIn
from tenders.scoring.problem import Problem

_WHOLE_PART = Text(
    nl="‘{what}’ hoort bij een deel dat u niet berekent. Kies dat deel, of haal de regel weg.",
    en="‘{what}’ belongs to a part that you do not calculate. Choose that part, or remove the row.",
)
_TWICE = Text(nl="‘{what}’ staat er meer dan eens.", en="‘{what}’ is there more than once.")
_TONNE_KM = "kg CO2e/tkm"
_NEEDS_COST = Text(
    nl="Milieukosten zijn een deel van de levenscycluskosten. Kies ook ‘Levenscycluskosten’.",
    en="External costs are a part of the life-cycle cost. Choose ‘Life-cycle cost’ as well.",
)


def plan_data(given: Mapping[str, Any], wrong: list[Problem]) -> Data:
    """The data of a plan from what was filled in; what no part can hold is named in `wrong`."""
    parts, data = set(given["parts"]), Data()
    if "carbon" in parts and "cost" not in parts:
        wrong.append(Problem("parts", _NEEDS_COST))
    if given["kinds"]:
        data["kinds"] = [_kind(each) for each in given["kinds"]]
    if given["horizon"] is not None:
        data["horizon"] = given["horizon"]
    _put_shares(data, given["time_shares"], wrong)
    _put_parts(data, given, parts)
    _put_numbers(data, given["numbers"], parts, wrong)
    _put_footings(data, given["declared"], parts, wrong)
    return data


def _kind(row: Mapping[str, str]) -> Data:
    numbers = {name: whole(row[name]) for name in ("number", "longest_life") if row.get(name)}
    return {**{name: each for name, each in row.items() if name != "longest_life"}, **numbers}


def _put_parts(data: Data, given: Mapping[str, Any], parts: set[str]) -> None:
    if "cost" in parts:
        data["cost"] = _stated({name: given[name] for name in COST}) | {
            "changes": {},
            "asked": given["asked"],
        }
    if {"cost", "carbon"} <= parts:
        data["cost"]["carbon_price"] = _stated(
            {"counts": given["counts"], "embodied": given["carbon_embodied"]}
        )
    if "footprint" in parts:
        factors = {row["mode"]: _factor(row) for row in given["transport"]}
        data["footprint"] = _stated({"embodied": given["embodied"]}) | {
            "footings": {},
            "transport_factors": factors,
        }
    if "circularity" in parts:
        data["circularity"] = _stated(
            {"parts": _weighed(given["circularity"], given["steps"]), "places": given["circularity_places"]}
        )
    if "software" in parts:
        data["software"] = _stated({"unit": given["unit"]})
    if "data_centre" in parts:
        data["data_centre"] = _stated({"period": given["period"]})
    if "ladder" in parts:
        data["ladder"] = _ladder(given)


def _put_shares(data: Data, rows: Sequence[Mapping[str, str]], wrong: list[Problem]) -> None:
    for row in rows:
        shares = data.setdefault("time_shares", {})
        if row["mode"] in shares:
            wrong.append(Problem("time_shares", _TWICE.format(what=row["mode"])))
        shares[row["mode"]] = _stated_share(row)


def _stated_share(row: Mapping[str, str]) -> Data:
    return {"value": row["value"], "unit": "%", "source": row["source"], "year": whole(row["year"])}


def _factor(row: Mapping[str, str]) -> Data:
    return {"value": row["value"], "unit": _TONNE_KM, "source": row["source"], "year": whole(row["year"])}


def _weighed(bands: Sequence[Mapping[str, str]], steps: Sequence[Mapping[str, str]]) -> list[Data]:
    found = []
    for row in bands:
        part: Data = {"indicator": row["indicator"], "weight": row["weight"]}
        own = [
            _stated({k: v for k, v in each.items() if k != "indicator"})
            for each in steps
            if each["indicator"] == row["indicator"]
        ]
        if own:
            part["steps"] = own
        if "floor" in row or "ceiling" in row or not own:
            part["band"] = _stated({"floor": row.get("floor"), "ceiling": row.get("ceiling")})
        found.append(part)
    return found


def _ladder(given: Mapping[str, Any]) -> Data:
    in_percent = given["discount_in"] == DiscountIn.PERCENT
    advantages = {
        row["level"]: plain(parse(row["advantage"]).scaleb(-2)) if in_percent else row["advantage"]
        for row in given["levels"]
    }
    day = given["published_on"].isoformat() if given["published_on"] else None
    return _stated(
        {
            "version": given["version"],
            "published_on": day,
            "discount_in": given["discount_in"],
            "advantages": advantages,
        }
    )


def _put_numbers(
    data: Data, rows: Sequence[Mapping[str, str]], parts: set[str], wrong: list[Problem]
) -> None:
    for row in rows:
        each = PARAMETERS[row["which"]]
        if each.part and each.part not in parts:
            wrong.append(Problem("numbers", _WHOLE_PART.format(what=each.title)))
        elif at(data, each.code) is not None:
            wrong.append(Problem("numbers", _TWICE.format(what=each.title)))
        else:
            put(data, each.code, number_data(row))


def _put_footings(
    data: Data, rows: Sequence[Mapping[str, str]], parts: set[str], wrong: list[Problem]
) -> None:
    for row in rows:
        what = row["what"]
        place = "energy" if what == "energy" else f"footprint.footings.{what}"
        if what != "energy" and "footprint" not in parts:
            wrong.append(Problem("declared", _WHOLE_PART.format(what=what)))
        elif at(data, place) is not None:
            wrong.append(Problem("declared", _TWICE.format(what=what)))
        else:
            standards = [each for part in row["standards"].split(",") if (each := part.strip())]
            stated = {"boundary": row["boundary"], "standards": standards}
            put(data, place, stated | {"earliest_year": whole(row["earliest_year"])})


def _stated(data: Mapping[str, Any]) -> Data:
    return {name: value for name, value in data.items() if value not in (None, "")}


_FIELDS = (
    ("kinds", "kinds"),
    ("horizon", "horizon"),
    ("grid_factor", "numbers"),
    ("energy", "declared"),
    ("time_shares", "time_shares"),
    ("cost.rate_is", "rate_is"),
    *((code, "numbers") for code in PARAMETERS),
    ("cost.changes", "numbers"),
    ("cost.carbon_price.counts", "counts"),
    ("cost.carbon_price.embodied", "carbon_embodied"),
    ("cost.carbon_price", "numbers"),
    *((f"cost.{name}", name) for name in COST),
    ("footprint.footings", "declared"),
    ("footprint.transport_factors", "transport"),
    ("footprint.embodied", "embodied"),
    ("circularity.places", "circularity_places"),
    ("circularity", "circularity"),
    ("software.unit", "unit"),
    ("data_centre.period", "period"),
    ("ladder.advantages", "levels"),
    *((f"ladder.{name}", name) for name in ("version", "published_on", "discount_in")),
)
_OWN = ("parts", "numbers", "declared")


def field_of(place: str) -> str | None:
    """The field that holds this place of the data; None where it is about the whole."""
    if place in _OWN:
        return place
    fits = (
        name for prefix, name in _FIELDS if place == prefix or place.startswith((f"{prefix}.", f"{prefix}["))
    )
    return next(fits, None)

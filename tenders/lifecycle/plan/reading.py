"""Reading the data of a plan: strict, and every problem at its place. Nothing is filled in."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import TypeVar

from procurement.language import Text
from tenders.lifecycle.footprint.axis import Axis
from tenders.lifecycle.footprint.declared import Footing
from tenders.lifecycle.ladder.terms import POINT, UNITS, DiscountIn, LadderTerms
from tenders.lifecycle.plan import titles
from tenders.lifecycle.plan.numbers import read_published
from tenders.lifecycle.plan.plan import (
    DataCentreTerms,
    DeviceKind,
    FootprintTerms,
    Plan,
    SoftwareTerms,
)
from tenders.lifecycle.plan.reading_cost import read_cost
from tenders.lifecycle.plan.reading_scales import read_circularity
from tenders.lifecycle.quantity import Quantity
from tenders.lifecycle.service_life import Embodied
from tenders.lifecycle.unit import EURO, KG, KG_CO2E, KM, KWH, NUMBER, YEAR, functional_unit
from tenders.scoring.files.fields import Fields, decimal
from tenders.scoring.files.unreadable import UnreadableTender
from tenders.scoring.price_lines import PriceLine
from tenders.scoring.problem import Problem

T = TypeVar("T")
Read = Callable[[object, str, list[Problem]], T]

_UNKNOWN_AXIS = Text(
    nl="‘{axis}’ heeft geen opgave. Kies uit: {known}.",
    en="‘{axis}’ has no declaration. Choose from: {known}.",
)
_DAY = Text(
    nl="Hier hoort een datum, bijvoorbeeld 2026-11-20.", en="A date belongs here, such as 2026-11-20."
)
_LEVEL = Text(
    nl="Een niveau is een heel getal van 1 tot en met 9.", en="A level is a whole number from 1 to 9."
)
_LEVELS = tuple("123456789")
DECLARED = (Axis.PRODUCTION, Axis.TRANSPORT, Axis.END_OF_LIFE)


def plan_from_data(data: object) -> Plan:
    """Raises `UnreadableTender` naming each place that is wrong."""
    problems: list[Problem] = []
    plan = read_plan(data, "", problems)
    if problems:
        raise UnreadableTender(problems)
    return plan


def read_plan(data: object, place: str, problems: list[Problem]) -> Plan:
    """What is wrong goes into `problems`; the plan is only good when that stays empty."""
    fields = Fields({} if data is None else data, place, problems)
    plan = Plan(
        kinds=fields.list("kinds", lambda entry, at: _kind(entry, at, problems)),
        horizon=_optional_whole(fields, "horizon"),
        grid_factor=part(
            fields,
            "grid_factor",
            lambda value, at, found: read_published(value, at, titles.GRID, KG_CO2E / KWH, found),
        ),
        energy=part(fields, "energy", _footing),
        time_shares=fields.mapping(
            "time_shares",
            lambda mode, entry, at: read_published(entry, at, titles.share_of(mode), NUMBER, problems),
        ),
        cost=part(fields, "cost", read_cost),
        footprint=part(fields, "footprint", _footprint),
        circularity=part(fields, "circularity", read_circularity),
        software=part(fields, "software", _software),
        data_centre=part(fields, "data_centre", _data_centre),
        ladder=part(fields, "ladder", _ladder),
        price_lines=fields.list("price_lines", lambda entry, at: _price_line(entry, at, problems)),
    )
    fields.close()
    return plan


def part(fields: Fields, name: str, read: Read[T]) -> T | None:
    """An absent part is not calculated."""
    value = fields.take(name)
    return None if value is None else read(value, fields.at(name), fields.problems)


def _optional_whole(fields: Fields, name: str) -> int | None:
    return None if fields.take(name) is None else fields.whole_number(name)


def _kind(value: object, place: str, problems: list[Problem]) -> DeviceKind:
    fields = Fields(value, place, problems)
    kind = DeviceKind(
        code=fields.text("code", required=True),
        title=fields.text("title", required=True),
        number=fields.whole_number("number"),
        longest_life=_optional_whole(fields, "longest_life"),
    )
    fields.close()
    return kind


def _price_line(value: object, place: str, problems: list[Problem]) -> PriceLine:
    fields = Fields(value, place, problems)
    line = PriceLine(
        number=fields.whole_number("number"),
        description=fields.text("description", required=True),
        unit=fields.text("unit", required=True),
        quantity=fields.number("quantity"),
        group=fields.text("group"),
        maximum=fields.number_or_none("maximum"),
    )
    fields.close()
    return line


def _footing(value: object, place: str, problems: list[Problem]) -> Footing:
    fields = Fields(value, place, problems)
    footing = Footing(
        boundary=fields.text("boundary", required=True),
        standards=fields.texts("standards"),
        earliest_year=fields.whole_number("earliest_year"),
    )
    fields.close()
    return footing


def _footprint(value: object, place: str, problems: list[Problem]) -> FootprintTerms:
    fields = Fields(value, place, problems)
    footings = fields.mapping("footings", lambda _axis, entry, at: _footing(entry, at, problems))
    known = {axis.value: axis for axis in DECLARED}
    for axis in footings.keys() - known.keys():
        fields.wrong("footings", _UNKNOWN_AXIS.format(axis=axis[:40], known=", ".join(known)))
    terms = FootprintTerms(
        embodied=fields.choice("embodied", Embodied, required=True) or Embodied.WHOLE,
        footings={known[axis]: footing for axis, footing in footings.items() if axis in known},
        transport_factors=fields.mapping(
            "transport_factors",
            lambda mode, entry, at: read_published(
                entry, at, titles.factor_of(mode), KG_CO2E / KG / KM, problems
            ),
        ),
    )
    fields.close()
    return terms


def _software(value: object, place: str, problems: list[Problem]) -> SoftwareTerms:
    fields = Fields(value, place, problems)
    name = fields.text("unit", required=True)
    unit = functional_unit(name if name.strip() else "?") / YEAR
    volume = read_published(
        fields.take("volume", required=True), fields.at("volume"), titles.VOLUME, unit, problems
    )
    fields.close()
    return SoftwareTerms(unit=name, volume=volume)


def _data_centre(value: object, place: str, problems: list[Problem]) -> DataCentreTerms:
    fields = Fields(value, place, problems)
    terms = DataCentreTerms(period=fields.text("period", required=True))
    fields.close()
    return terms


def _ladder(value: object, place: str, problems: list[Problem]) -> LadderTerms:
    fields = Fields(value, place, problems)
    discount_in = fields.choice("discount_in", DiscountIn, required=True) or DiscountIn.POINTS
    terms = LadderTerms(
        version=fields.text("version", required=True),
        published_on=_day(fields, "published_on"),
        discount_in=discount_in,
        advantages=_advantages(fields, discount_in),
        sanction=read_published(
            fields.take("sanction", required=True), fields.at("sanction"), titles.SANCTION, NUMBER, problems
        ),
        point_worth=part(
            fields,
            "point_worth",
            lambda entry, at, found: read_published(entry, at, titles.POINT_WORTH, EURO / POINT, found),
        ),
    )
    fields.close()
    return terms


def _advantages(fields: Fields, discount_in: DiscountIn) -> dict[int, Quantity]:
    """By level, a number in the unit that `discount_in` says; a percentage is a part of one."""
    read = fields.mapping("advantages", lambda _level, entry, at: decimal(entry, at, fields.problems))
    for level in read:
        if level not in _LEVELS:
            fields.wrong("advantages", _LEVEL)
    return {
        int(level): Quantity(Fraction(number), UNITS[discount_in])
        for level, number in read.items()
        if number is not None and level in _LEVELS
    }


def _day(fields: Fields, name: str) -> date:
    text = fields.text(name, required=True)
    try:
        return date.fromisoformat(text)
    except ValueError:
        if text:
            fields.wrong(name, _DAY)
        return date.min

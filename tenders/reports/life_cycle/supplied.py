"""The data that a bidder supplies (art. 2.115a lid 2 Aw): the very list that a bid fills in."""

from collections.abc import Iterator
from typing import NamedTuple

from procurement.language import Text
from tenders.lifecycle.plan import Plan
from tenders.lifecycle.statement import Asks, InputField, inputs_of

FEES = ":supply.fees."


class Asked(NamedTuple):
    about: Text
    what: Text
    answer: Text  # the unit of a number, or the choices
    how: Text


_DEVICE = Text(nl="Elk soort apparaat", en="Each kind of device")
_FEES = Text(nl="Vergoeding voor elk van de {years} jaren", en="Fee for each of the {years} years")
_YEAR = Text(nl="een jaar", en="a year")
_TEXT = Text(nl="een tekst", en="a text")
_YES_NO = Text(nl="ja of nee", en="yes or no")
_OR = Text(nl=" of ", en=" or ")
_EQUIVALENT = Text(nl="{norms} of gelijkwaardig", en="{norms} or equivalent")
_PRICE = Text(nl="in het prijsdeel", en="in the price part")
_OPTIONAL = Text(nl="mag leeg blijven", en="may stay empty")
_ONLY_IF = Text(nl="alleen bij ‘{label}’: {answers}", en="only with ‘{label}’: {answers}")
_EARLIEST = Text(nl="{year} of later", en="{year} or later")
_NOTHING = Text(nl="–", en="–")
_ANSWERS = {"yes": Text(nl="ja", en="yes"), "no": Text(nl="nee", en="no")}


def supplied(plan: Plan) -> tuple[Asked, ...]:
    """What is about a device stands once: it is the same for every kind."""
    asked = {field.code: field for field in inputs_of(plan)}
    first = plan.kinds[0].code if plan.kinds else ""
    others = tuple(f"{kind.code}:" for kind in plan.kinds[1:])
    lines = (
        _line(plan, field, asked, is_device=code.startswith(f"{first}:") and bool(first))
        for code, field in asked.items()
        if not code.startswith(others)
    )
    return tuple(dict.fromkeys(lines))


def _line(plan: Plan, field: InputField, asked: dict[str, InputField], *, is_device: bool) -> Asked:
    is_fee = FEES in field.code
    return Asked(
        about=_DEVICE if is_device else field.about,
        what=_FEES.format(years=str(plan.horizon)) if is_fee else field.label,
        answer=_answer(field),
        how=_joined(list(_how(plan, field, asked)), "; ", "; "),
    )


def _answer(field: InputField) -> Text:
    if field.asks is Asks.NUMBER and field.unit is not None:
        return field.unit.label
    if field.asks is Asks.CHOICE:
        options = _joined([option.label for option in field.options], _OR.nl, _OR.en)
        return _EQUIVALENT.format(norms=options) if field.code.endswith(".standard") else options
    return {Asks.YEAR: _YEAR, Asks.YES_NO: _YES_NO}.get(field.asks, _TEXT)


def _how(plan: Plan, field: InputField, asked: dict[str, InputField]) -> Iterator[Text]:
    if field.asks is Asks.YEAR:
        yield _EARLIEST.format(year=str(_earliest(plan, field.code)))
    if field.only_if is not None:
        other = asked[field.only_if.code]
        labels = {option.code: option.label for option in other.options} | _ANSWERS
        answers = _joined([labels[code] for code in sorted(field.only_if.answers)], _OR.nl, _OR.en)
        yield _ONLY_IF.format(label=other.label, answers=answers)
    if field.is_price:
        yield _PRICE
    if field.is_optional:
        yield _OPTIONAL


def _earliest(plan: Plan, code: str) -> int:
    """The earliest year of the declaration that the input belongs to."""
    part = code.split(":")[1].split(".")[0]
    footings = (
        {} if plan.footprint is None else {axis.value: each for axis, each in plan.footprint.footings.items()}
    )
    if plan.energy is not None:
        footings["energy"] = plan.energy
    return footings[part].earliest_year


def _joined(parts: list[Text], nl: str, en: str) -> Text:
    if not parts:
        return _NOTHING
    return Text(nl=nl.join(part.nl for part in parts), en=en.join(part.en for part in parts))

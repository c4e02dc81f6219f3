"""Published rules as plain data and back: texts and text decimals only, so that they can be stored and sent.

`[{"part": "take-back", "points": "10", "accepted": {"take_back": "1"}, "grades": [{"at_least": "70",
"share": "0.6"}]}]`. Title, unit and legal basis belong to the part and are not stated again.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise
from typing import Any

from procurement.language import Text
from procurement.numbers import NotANumber, parse, plain
from tenders.scorecard.model import AcceptedKind, Grade, Part, PartRule
from tenders.scorecard.rules import STARTING_RULES

KNOWN: dict[str, PartRule] = {rule.part.value: rule for rule in STARTING_RULES}

_NOT_A_LIST = Text(nl="Geef een lijst van onderdelen.", en="Give a list of parts.")
_NOT_A_TABLE = Text(nl="Geef namen met waarden.", en="Give names with values.")
_UNKNOWN_NAME = Text(
    nl="{name} is hier niet bekend. Haal het weg.", en="{name} is not known here. Remove it."
)
_UNKNOWN_PART = Text(
    nl="Dit onderdeel bestaat niet. Kies uit: {known}.", en="There is no such part. Choose from: {known}."
)
_TWICE = Text(nl="Dit onderdeel staat er twee keer in.", en="This part is stated twice.")
_NO_POINTS = Text(nl="Geef meer dan 0 punten.", en="Give more than 0 points.")
_NO_KIND = Text(nl="Noem minstens één soort bewijs.", en="Name at least one kind of evidence.")
_WRONG_KIND = Text(
    nl="Dit soort bewijs hoort niet bij dit onderdeel.",
    en="This kind of evidence does not belong to this part.",
)
_SHARE = Text(nl="Het aandeel ligt boven 0 en is hooguit 1.", en="The share lies above 0 and is at most 1.")
_NO_GRADES = Text(nl="Geef minstens één niveau.", en="Give at least one level.")
_GRADES_HERE = Text(
    nl="Bij dit onderdeel beslist het soort bewijs: het heeft geen niveaus.",
    en="Here the kind of evidence decides: this part has no levels.",
)
_BELOW_ZERO = Text(nl="Een niveau is 0 of meer.", en="A level is 0 or more.")
_NOT_FALLING = Text(
    nl="Zet de niveaus van hoog naar laag: elk niveau vraagt en verdient minder dan het vorige.",
    en="Put the levels from high to low: each asks for and earns less than the one before.",
)


@dataclass(frozen=True, slots=True)
class Fault:
    """`place` reads as in the data: "[1].grades[0].share"."""

    place: str
    message: Text


class UnreadableRules(ValueError):
    """The rules cannot be read; `fault` names the first place and what to do."""

    def __init__(self, place: str, message: Text) -> None:
        super().__init__(f"{place or 'rules'}: {message.en}")
        self.fault = Fault(place, message)


def rules_data(rules: Sequence[PartRule]) -> list[dict[str, Any]]:
    return [_rule_data(rule) for rule in rules]


def rules_from_data(data: object) -> tuple[PartRule, ...]:
    """Raises `UnreadableRules`. An empty list: no rules were published."""
    if not isinstance(data, list):
        raise UnreadableRules("", _NOT_A_LIST)
    rules = tuple(_rule(f"[{number}]", each) for number, each in enumerate(data))
    parts = [rule.part for rule in rules]
    for number, part in enumerate(parts):
        if part in parts[:number]:
            raise UnreadableRules(f"[{number}].part", _TWICE)
    return rules


def parts_from_data(data: object) -> frozenset[Part]:
    """The parts that are a suitability requirement. Raises `UnreadableRules`."""
    if not isinstance(data, list):
        raise UnreadableRules("", _NOT_A_LIST)
    return frozenset(_known(f"[{number}]", each).part for number, each in enumerate(data))


def _rule_data(rule: PartRule) -> dict[str, Any]:
    data: dict[str, Any] = {
        "part": rule.part.value,
        "points": plain(rule.points),
        "accepted": {accepted.kind.value: plain(accepted.share) for accepted in rule.accepted},
    }
    if rule.grades:
        data["grades"] = [
            {"at_least": plain(grade.at_least), "share": plain(grade.share)} for grade in rule.grades
        ]
    return data


def _rule(place: str, data: object) -> PartRule:
    table = _table(place, data, ("part", "points", "accepted", "grades"))
    known = _known(f"{place}.part", table.get("part"))
    points = _number(f"{place}.points", table.get("points"))
    if points <= 0:
        raise UnreadableRules(f"{place}.points", _NO_POINTS)
    accepted = _accepted(f"{place}.accepted", table.get("accepted"), known)
    grades = _grades(f"{place}.grades", table.get("grades", []), known)
    return replace(known, points=points, accepted=accepted, grades=grades)


def _known(place: str, code: object) -> PartRule:
    if not isinstance(code, str) or code not in KNOWN:
        raise UnreadableRules(place, _UNKNOWN_PART.format(known=", ".join(KNOWN)))
    return KNOWN[code]


def _accepted(place: str, data: object, known: PartRule) -> tuple[AcceptedKind, ...]:
    kinds = {accepted.kind.value: accepted.kind for accepted in known.accepted}
    if not isinstance(data, dict) or not data:
        raise UnreadableRules(place, _NO_KIND)
    for kind in data:
        if kind not in kinds:
            raise UnreadableRules(f"{place}.{kind}", _WRONG_KIND)
    return tuple(  # in the order of the part: a database may give names back in another order
        AcceptedKind(kind, _share(f"{place}.{name}", data[name]))
        for name, kind in kinds.items()
        if name in data
    )


def _grades(place: str, data: object, known: PartRule) -> tuple[Grade, ...]:
    if not isinstance(data, list):
        raise UnreadableRules(place, _NOT_A_LIST)
    if bool(data) != bool(known.grades):
        raise UnreadableRules(place, _NO_GRADES if known.grades else _GRADES_HERE)
    grades = tuple(_grade(f"{place}[{number}]", each) for number, each in enumerate(data))
    for number, (higher, lower) in enumerate(pairwise(grades), 1):
        if lower.at_least >= higher.at_least or lower.share >= higher.share:
            raise UnreadableRules(f"{place}[{number}]", _NOT_FALLING)
    return grades


def _grade(place: str, data: object) -> Grade:
    table = _table(place, data, ("at_least", "share"))
    at_least = _number(f"{place}.at_least", table.get("at_least"))
    if at_least < 0:
        raise UnreadableRules(f"{place}.at_least", _BELOW_ZERO)
    return Grade(at_least, _share(f"{place}.share", table.get("share")))


def _share(place: str, data: object) -> Decimal:
    share = _number(place, data)
    if not 0 < share <= 1:
        raise UnreadableRules(place, _SHARE)
    return share


def _number(place: str, data: object) -> Decimal:
    try:
        return parse(data if isinstance(data, str) else "")
    except NotANumber as refusal:
        raise UnreadableRules(place, refusal.message) from refusal


def _table(place: str, data: object, names: Sequence[str]) -> dict[str, Any]:
    if not isinstance(data, dict):
        raise UnreadableRules(place, _NOT_A_TABLE)
    for name in data:
        if name not in names:
            raise UnreadableRules(f"{place}.{name}", _UNKNOWN_NAME.format(name=str(name)))
    return data

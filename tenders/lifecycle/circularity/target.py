"""A target of the organisation for a product category, and how far one tender brings it."""

from dataclasses import dataclass

from procurement.language import Text
from tenders.lifecycle.amount import wrong_amount
from tenders.lifecycle.not_computable import NotComputable
from tenders.lifecycle.quantity import Quantity, nothing
from tenders.lifecycle.unit import DEVICE, NUMBER
from tenders.lifecycle.working import Input, Working
from tenders.scoring.problem import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """At least this part of all devices of the category that are bought in the year."""

    category: str
    year: int
    least: Quantity  # a part of one
    planned: Quantity  # devices, all purchases of the category in that year


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    brought: Working  # a part of one, of all planned devices
    still_needed: Quantity  # a part of one; 0 when this tender reaches the target by itself


_DEVICES = Text(nl="het aantal apparaten in deze aanbesteding", en="the number of devices in this tender")
_PROMISED = Text(nl="het toegezegde deel", en="the promised part")
_PLANNED = Text(nl="alle apparaten die dat jaar worden gekocht", en="all devices bought that year")
_PART = Text(nl="Dit is een deel van één, van 0 tot en met 1.", en="This is a part of one, from 0 to 1.")
_MORE = Text(
    nl="De aanbesteding telt meer apparaten dan er dat jaar zijn gepland, of er zijn er geen gepland.",
    en="The tender counts more devices than are planned that year, or none are planned.",
)


def contribution(target: Target, devices: Quantity, promised: Quantity) -> Contribution:
    """Raises NotComputable for a part above one or more devices than are planned."""
    problems = [
        *wrong_amount(devices, DEVICE, "devices"),
        *wrong_amount(target.planned, DEVICE, "target.planned"),
        *_part(promised, "promised"),
        *_part(target.least, "target.least"),
    ]
    if target.planned.amount <= 0 or devices.amount > target.planned.amount:
        problems.append(Problem("devices", _MORE))
    if problems:
        raise NotComputable(problems)
    brought = Working(
        formula="n × a / N",
        inputs=(
            Input("n", _DEVICES, devices),
            Input("a", _PROMISED, promised),
            Input("N", _PLANNED, target.planned),
        ),
        exact=devices * promised / target.planned,
    )
    needed = max(target.least - brought.exact, nothing(NUMBER))
    return Contribution(brought=brought, still_needed=needed)


def _part(value: Quantity, place: str) -> list[Problem]:
    wrong = list(wrong_amount(value, NUMBER, place))
    return [*wrong, Problem(place, _PART)] if value.amount > 1 else wrong

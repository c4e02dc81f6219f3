"""E_TEC: the typical energy of a device in a year, from its power in each mode (IEC 62623).

The share of the time in each mode is published by the tender and equal for all.
"""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from procurement.language import Text
from tenders.lifecycle.published import Published, unsound
from tenders.lifecycle.quantity import Quantity, quantity
from tenders.lifecycle.unit import DEVICE, HOUR, KWH, NUMBER, WATT, YEAR
from tenders.lifecycle.working import Input, Working, parameter
from tenders.scoring.problem import Problem

HOURS_IN_A_YEAR = quantity(8760, HOUR / YEAR)
WATT_HOURS = quantity(1000, WATT * HOUR / KWH)  # in a kWh

_HOURS = Text(nl="uren in een jaar", en="hours in a year")
_POWER = Text(nl="het vermogen in de stand ‘{mode}’", en="the power in mode ‘{mode}’")
_SHARES = Text(
    nl="De delen van de tijd tellen op tot {sum}. Samen moeten zij precies 1 zijn, en geen is kleiner dan 0.",
    en="The shares of the time add up to {sum}. Together they must be exactly 1, and none is below 0.",
)
_MODES = Text(
    nl="Geef het vermogen voor precies deze standen: {modes}.",
    en="Give the power for exactly these modes: {modes}.",
)


def typical(power: Mapping[str, Quantity], shares: Mapping[str, Published]) -> Working:
    """kWh per device-year; `power` in W per device. Raises KeyError for a mode without a power."""
    inputs = [Input("h", _HOURS, HOURS_IN_A_YEAR)]
    terms, mean = [], quantity(0, WATT / DEVICE)
    for number, (mode, share) in enumerate(shares.items(), start=1):
        inputs.append(Input(f"P{number}", _POWER.format(mode=mode), power[mode]))
        inputs.append(parameter(f"T{number}", share))
        terms.append(f"P{number} × T{number}")
        mean += power[mode] * share.value
    formula = f"h × ({' + '.join(terms)}) / 1000"
    return Working(formula=formula, inputs=tuple(inputs), exact=HOURS_IN_A_YEAR * mean / WATT_HOURS)


def problems_of_shares(shares: Mapping[str, Published]) -> Iterator[Problem]:
    for mode, share in shares.items():
        yield from unsound(share, NUMBER, f"shares[{mode}]")
    together = sum((share.value.amount for share in shares.values()), Fraction(0))
    if together != 1 or any(share.value.amount < 0 for share in shares.values()):
        yield Problem("shares", _SHARES.format(sum=Quantity(together, NUMBER).label(4)))

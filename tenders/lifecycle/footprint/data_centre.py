"""The four key figures of a data centre over a year, always together.

Cooling with water lowers the PUE and raises the WUE: one without the other misleads (EN 50600-4).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from procurement.language import Text
from tenders.lifecycle.amount import wrong_amount
from tenders.lifecycle.not_computable import NotComputable
from tenders.lifecycle.quantity import Quantity
from tenders.lifecycle.unit import KWH, LITRE
from tenders.lifecycle.working import Input, Working
from tenders.scoring.problem import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """Of one site over twelve months; energy in kWh, water in litres."""

    site: str
    total_energy: Quantity
    it_energy: Quantity
    water: Quantity
    renewable: Quantity
    reused: Quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFigures:
    site: str
    pue: Working  # a number, at least 1
    wue: Working  # litres per kWh of the IT equipment
    ref: Working  # a part of one
    erf: Working  # a part of one
    dcie: Working  # 1 / PUE: the part of the energy that reaches the IT equipment


_TOTAL = Text(nl="alle energie van het datacentrum", en="all energy of the data centre")
_IT = Text(nl="de energie van de IT-apparatuur", en="the energy of the IT equipment")
_WATER = Text(nl="het waterverbruik", en="the use of water")
_RENEWABLE = Text(nl="de energie uit hernieuwbare bron", en="the energy from renewable sources")
_REUSED = Text(nl="de energie die elders nuttig is gebruikt", en="the energy that was reused elsewhere")
_NO_IT = Text(
    nl="De IT-apparatuur gebruikt geen energie. Vul het verbruik over twaalf maanden in.",
    en="The IT equipment uses no energy. Enter the use over twelve months.",
)
_MORE = Text(
    nl="Dit is meer dan alle energie van het datacentrum. Controleer de meting.",
    en="This is more than all energy of the data centre. Check the measurement.",
)


def key_figures(measured: Measured) -> KeyFigures:
    """Raises NotComputable with every wrong or impossible measurement."""
    problems = tuple(_problems(measured))
    if problems:
        raise NotComputable(problems)
    everything = Input("T", _TOTAL, measured.total_energy)
    it = Input("I", _IT, measured.it_energy)
    return KeyFigures(
        site=measured.site,
        pue=_ratio(everything, it),
        wue=_ratio(Input("W", _WATER, measured.water), it),
        ref=_ratio(Input("R", _RENEWABLE, measured.renewable), everything),
        erf=_ratio(Input("H", _REUSED, measured.reused), everything),
        dcie=_ratio(it, everything),
    )


def _ratio(above: Input, below: Input) -> Working:
    formula = f"{above.symbol} / {below.symbol}"
    return Working(formula=formula, inputs=(above, below), exact=above.value / below.value)


def _problems(measured: Measured) -> Iterator[Problem]:
    yield from wrong_amount(measured.total_energy, KWH, "total_energy")
    yield from wrong_amount(measured.water, LITRE, "water")
    for name in ("it_energy", "renewable", "reused"):
        energy: Quantity = getattr(measured, name)
        yield from wrong_amount(energy, KWH, name)
        if energy.amount > measured.total_energy.amount:
            yield Problem(name, _MORE)
    if measured.it_energy.amount == 0:
        yield Problem("it_energy", _NO_IT)

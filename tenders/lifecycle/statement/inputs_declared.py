"""What a bid declares of a device: energy, and the CO2e of making, moving and discarding it."""

from collections.abc import Iterator
from typing import Any

from procurement.language import Text
from tenders.lifecycle.footprint.axis import Axis
from tenders.lifecycle.footprint.declared import Footing
from tenders.lifecycle.plan.plan import Plan
from tenders.lifecycle.statement.input import Asks, InputField, Option
from tenders.lifecycle.unit import DEVICE, DEVICE_YEAR, KG, KG_CO2E, KM, KWH, WATT, Unit

_ENERGY = Text(nl="Energiegebruik", en="Energy use")
_POWER = Text(nl="Vermogen in de stand ‘{mode}’", en="Power in mode ‘{mode}’")
_CO2E = Text(nl="CO2e van {axis}", en="CO2e of {axis}")
_VALUE = Text(nl="{what}", en="{what}")
_LOW = Text(nl="{what}: laagste waarde", en="{what}: lowest value")
_HIGH = Text(nl="{what}: hoogste waarde", en="{what}: highest value")
_STANDARD = Text(nl="{what}: norm", en="{what}: standard")
_BOUNDARY = Text(nl="{what}: systeemgrens", en="{what}: system boundary")
_YEAR = Text(nl="{what}: jaar van de opgave", en="{what}: year of the declaration")
_EVIDENCE = Text(nl="{what}: bewijs", en="{what}: evidence")
_MASS = Text(
    nl="Massa van een apparaat met verpakking, voor het transport",
    en="Mass of a device with its packaging, for the transport",
)
_DISTANCE = Text(
    nl="Afstand met vervoer ‘{mode}’, 0 als u dat niet gebruikt",
    en="Distance by ‘{mode}’, 0 where you do not use it",
)
_AXES = {
    Axis.PRODUCTION: Text(nl="productie", en="production"),
    Axis.TRANSPORT: Text(nl="transport", en="transport"),
    Axis.END_OF_LIFE: Text(nl="einde levensduur", en="end of life"),
}


def declared_inputs(plan: Plan, kind: str, about: Text) -> Iterator[InputField]:
    if plan.energy is not None:
        yield from _energy(plan, plan.energy, f"{kind}:energy", about)
    if plan.footprint is None:
        return
    if plan.footprint.transport_factors:
        yield from _journey(plan, kind, about)
    for axis, words in _AXES.items():
        footing = plan.footprint.footings.get(axis)
        if footing is not None:
            what = _CO2E.format(axis=words)
            yield from _declared(f"{kind}:{axis}", about, what, KG_CO2E / DEVICE, footing)


def _declared(code: str, about: Text, what: Text, unit: Unit, footing: Footing) -> Iterator[InputField]:
    def field(name: str, label: Text, asks: Asks, **more: Any) -> InputField:
        return InputField(
            code=f"{code}.{name}", about=about, label=label.format(what=what), asks=asks, **more
        )

    yield field("value", _VALUE, Asks.NUMBER, unit=unit)
    yield field("low", _LOW, Asks.NUMBER, unit=unit, is_optional=True)
    yield field("high", _HIGH, Asks.NUMBER, unit=unit, is_optional=True)
    yield from _footed(code, about, what, footing)


def _energy(plan: Plan, footing: Footing, code: str, about: Text) -> Iterator[InputField]:
    """Its kWh in a year; or, with published shares of the time, its power in each mode."""
    if not plan.time_shares:
        yield from _declared(code, about, _ENERGY, KWH / DEVICE_YEAR, footing)
        return
    for mode in sorted(plan.time_shares):
        label = _POWER.format(mode=mode)
        yield InputField(
            code=f"{code}.power.{mode}", about=about, label=label, asks=Asks.NUMBER, unit=WATT / DEVICE
        )
    yield from _footed(code, about, _ENERGY, footing)


def _footed(code: str, about: Text, what: Text, footing: Footing) -> Iterator[InputField]:
    def field(name: str, label: Text, asks: Asks, **more: Any) -> InputField:
        return InputField(
            code=f"{code}.{name}", about=about, label=label.format(what=what), asks=asks, **more
        )

    yield field("standard", _STANDARD, Asks.CHOICE, options=_options(*footing.standards))
    yield field("boundary", _BOUNDARY, Asks.CHOICE, options=_options(footing.boundary))
    yield field("year", _YEAR, Asks.YEAR)
    yield field("evidence", _EVIDENCE, Asks.TEXT)


def _options(*names: str) -> tuple[Option, ...]:
    return tuple(Option(name, Text(nl=name or "?", en=name or "?")) for name in names)


def _journey(plan: Plan, kind: str, about: Text) -> Iterator[InputField]:
    assert plan.footprint is not None, "a journey is asked for a footprint"
    yield InputField(
        code=f"{kind}:transport.mass", about=about, label=_MASS, asks=Asks.NUMBER, unit=KG / DEVICE
    )
    for mode in sorted(plan.footprint.transport_factors):
        yield InputField(
            code=f"{kind}:transport.{mode}",
            about=about,
            label=_DISTANCE.format(mode=mode),
            asks=Asks.NUMBER,
            unit=KM,
        )

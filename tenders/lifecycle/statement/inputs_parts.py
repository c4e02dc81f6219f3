"""What a bid states once for the whole lot: circularity, software, data centre and ladder."""

from collections.abc import Iterator

from procurement.language import Text
from tenders.lifecycle.plan.plan import Plan
from tenders.lifecycle.statement.input import Asks, InputField, Option
from tenders.lifecycle.unit import KG_CO2E, KWH, LITRE, NUMBER, PERCENT, RUN, YEAR, Unit, functional_unit

CIRCULARITY = Text(nl="Circulariteit", en="Circularity")
SOFTWARE = Text(nl="Software en AI", en="Software and AI")
DATA_CENTRE = Text(nl="Datacentrum", en="Data centre")
LADDER = Text(nl="CO2-Prestatieladder", en="CO2 Performance Ladder")

_EVIDENCE = Text(nl="Bewijs van: {what}", en="Evidence of: {what}")
_PERCENT = Text(
    nl="{what}, in procenten van 0 tot en met {most}", en="{what}, as a percentage from 0 to {most}"
)
_BOUNDS = Text(nl="{what}, hooguit {most}", en="{what}, at most {most}")
_NO_LEVEL = Text(nl="geen", en="none")
_LEVEL = Text(nl="Het niveau dat u toezegt", en="The level that you promise")
_SITE = Text(nl="Naam van het datacentrum", en="Name of the data centre")
_USE = Text(
    nl="Energie per {unit}, bij de apparatuur gemeten", en="Energy per {unit}, measured at the equipment"
)
_TRAINING = Text(nl="Energie van een trainingsronde", en="Energy of a training run")
_RUNS = Text(nl="Trainingsrondes per jaar", en="Training runs a year")
_HARDWARE = Text(
    nl="CO2e van het maken van de apparatuur per {unit}", en="CO2e of making the equipment per {unit}"
)
_PUE = Text(nl="PUE van het datacentrum", en="PUE of the data centre")
_MEASURED: dict[str, tuple[Text, Unit]] = {
    "total_energy": (Text(nl="Alle energie, {period}", en="All energy, {period}"), KWH),
    "it_energy": (
        Text(nl="Energie van de IT-apparatuur, {period}", en="Energy of the IT equipment, {period}"),
        KWH,
    ),
    "water": (Text(nl="Waterverbruik, {period}", en="Use of water, {period}"), LITRE),
    "renewable": (
        Text(nl="Energie uit hernieuwbare bron, {period}", en="Energy from renewable sources, {period}"),
        KWH,
    ),
    "reused": (
        Text(nl="Energie die elders nuttig is gebruikt, {period}", en="Energy reused elsewhere, {period}"),
        KWH,
    ),
}


def part_inputs(plan: Plan) -> Iterator[InputField]:
    yield from _circularity(plan)
    yield from _software(plan)
    yield from _data_centre(plan)
    yield from _ladder(plan)


def _number(code: str, about: Text, label: Text, unit: Unit) -> InputField:
    return InputField(code=code, about=about, label=label, asks=Asks.NUMBER, unit=unit)


def _circularity(plan: Plan) -> Iterator[InputField]:
    for part in plan.circularity.parts if plan.circularity else ():
        measure, code = part.indicator.measure, f"circularity:{part.indicator}"
        most = 100 if measure.is_part else int(measure.most)
        bounds = _PERCENT if measure.is_part else _BOUNDS
        yield InputField(
            code=code,
            about=CIRCULARITY,
            label=bounds.format(what=_capital(measure.label), most=str(most)),
            asks=Asks.NUMBER,
            unit=PERCENT if measure.is_part else measure.unit,
            most=most,
        )
        evidence = _EVIDENCE.format(what=measure.label)
        yield InputField(code=f"{code}.evidence", about=CIRCULARITY, label=evidence, asks=Asks.TEXT)


def _capital(text: Text) -> Text:
    return Text(nl=text.nl[:1].upper() + text.nl[1:], en=text.en[:1].upper() + text.en[1:])


def _software(plan: Plan) -> Iterator[InputField]:
    if plan.software is None:
        return
    name = plan.software.unit if plan.software.unit.strip() else "?"
    unit = functional_unit(name)
    yield _number("software:use", SOFTWARE, _USE.format(unit=name), KWH / unit)
    yield _number("software:training", SOFTWARE, _TRAINING, KWH / RUN)
    yield _number("software:runs", SOFTWARE, _RUNS, RUN / YEAR)
    yield _number("software:hardware", SOFTWARE, _HARDWARE.format(unit=name), KG_CO2E / unit)
    yield _number("software:pue", SOFTWARE, _PUE, NUMBER)


def _data_centre(plan: Plan) -> Iterator[InputField]:
    if plan.data_centre is None:
        return
    yield InputField(code="data_centre:site", about=DATA_CENTRE, label=_SITE, asks=Asks.TEXT)
    for name, (label, unit) in _MEASURED.items():
        yield _number(f"data_centre:{name}", DATA_CENTRE, label.format(period=plan.data_centre.period), unit)


def _ladder(plan: Plan) -> Iterator[InputField]:
    if plan.ladder is None or plan.ladder.known is None:
        return
    version = plan.ladder.known
    levels = [Option(str(level), version.label(level)) for level in range(1, version.levels + 1)]
    yield InputField(
        code="ladder:level",
        about=LADDER,
        label=_LEVEL,
        asks=Asks.CHOICE,
        options=(Option("0", _NO_LEVEL), *levels),
    )

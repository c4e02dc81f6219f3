"""The flat list of what a bid must state under a plan, in the order in which a form asks it."""

from collections.abc import Iterator

from procurement.language import Text
from tenders.lifecycle.amount import LONGEST_LIFE
from tenders.lifecycle.cost.kind import CostKind
from tenders.lifecycle.cost.method import Residual
from tenders.lifecycle.cost.offer import Form
from tenders.lifecycle.plan.plan import DeviceKind, Plan
from tenders.lifecycle.statement.input import Asks, Condition, InputField, Option
from tenders.lifecycle.statement.inputs_declared import declared_inputs
from tenders.lifecycle.statement.inputs_parts import part_inputs
from tenders.lifecycle.statement.price_lines import line_inputs
from tenders.lifecycle.unit import DEVICE, DEVICE_YEAR, EURO, YEAR, Unit

_FORMS = (
    Option(Form.PURCHASE, Text(nl="koop", en="purchase")),
    Option(Form.LEASE, Text(nl="lease", en="lease")),
    Option(Form.SERVICE, Text(nl="als dienst", en="as a service")),
)
_FORM = Text(nl="Hoe u de apparaten levert", en="How you supply the devices")
_REFURBISHED = Text(nl="Alle apparaten zijn refurbished", en="All devices are refurbished")
_LIFETIME = Text(nl="Levensduur van een apparaat, in hele jaren", en="Lifetime of a device, in whole years")
_LIFETIME_AT_MOST = Text(
    nl="Levensduur van een apparaat, in hele jaren, hooguit {most}: meer telt niet mee",
    en="Lifetime of a device, in whole years, at most {most}: more does not count",
)
_LIFETIME_EVIDENCE = Text(
    nl="Levensduur: bewijs, zoals garantie, updates en reserveonderdelen",
    en="Lifetime: evidence, such as warranty, updates and spare parts",
)
_INCLUDED = Text(nl="‘{kind}’ zit in de prijs of de vergoeding", en="The price or the fee includes ‘{kind}’")
_PRICE = Text(nl="Prijs van een apparaat", en="Price of a device")
_END = Text(nl="Kosten aan het einde van de levensduur", en="Cost at the end of life")
_BUY_BACK = Text(nl="Bedrag waarvoor u een apparaat terugkoopt", en="Amount for which you buy a device back")
_AT_START = Text(nl="Betaling bij het begin", en="Payment at the start")
_FEE = Text(nl="Vergoeding voor jaar {year}", en="Fee for year {year}")
_AT_END = Text(nl="Betaling aan het einde", en="Payment at the end")
_YEARLY = Text(nl="{kind}, per jaar", en="{kind}, per year")


def inputs_of(plan: Plan) -> tuple[InputField, ...]:
    """For each kind of device, then once for the lot, then the price sheet. The plan is sound."""
    of_kinds = (field for kind in plan.kinds for field in _of_kind(plan, kind))
    return (*of_kinds, *part_inputs(plan), *line_inputs(plan))


def _of_kind(plan: Plan, kind: DeviceKind) -> Iterator[InputField]:
    about = Text(nl=kind.title or "?", en=kind.title or "?")
    if plan.cost is not None:
        yield _field(kind, about, "supply.form", _FORM, Asks.CHOICE, options=_FORMS)
        yield _field(kind, about, "refurbished", _REFURBISHED, Asks.YES_NO)
    if plan.cost is not None or plan.footprint is not None:
        yield from _lifetime(kind, about)
    yield from declared_inputs(plan, kind.code, about)
    if plan.cost is not None:
        for each in sorted(plan.cost.asked):
            label = _INCLUDED.format(kind=each.label)
            yield _field(kind, about, f"included.{each}", label, Asks.YES_NO)
        yield from _prices(plan, kind, about)


def _lifetime(kind: DeviceKind, about: Text) -> Iterator[InputField]:
    """With its evidence since a tender publishes the longest that counts."""
    most = kind.longest_life
    yield InputField(
        code=f"{kind.code}:lifetime",
        about=about,
        label=_LIFETIME if most is None else _LIFETIME_AT_MOST.format(most=str(most)),
        asks=Asks.NUMBER,
        unit=YEAR,
        least=1,
        most=LONGEST_LIFE if most is None else most,
        is_whole=True,
    )
    if most is not None:
        yield _field(kind, about, "lifetime.evidence", _LIFETIME_EVIDENCE, Asks.TEXT)


def _prices(plan: Plan, kind: DeviceKind, about: Text) -> Iterator[InputField]:
    assert plan.cost is not None, "prices are asked for a cost"
    form = f"{kind.code}:supply.form"
    bought = Condition(form, frozenset({Form.PURCHASE}))
    subscribed = Condition(form, frozenset({Form.LEASE, Form.SERVICE}))
    device, year = EURO / DEVICE, EURO / DEVICE_YEAR
    yield _euros(kind, about, "supply.price", _PRICE, device, bought)
    yield _euros(kind, about, "supply.end_of_life", _END, device, bought)
    if plan.cost.residual is Residual.BUY_BACK:
        yield _euros(kind, about, "supply.buy_back", _BUY_BACK, device, bought)
    yield _euros(kind, about, "supply.at_start", _AT_START, device, subscribed)
    for number in range(1, (plan.horizon or 0) + 1):
        label = _FEE.format(year=str(number))
        yield _euros(kind, about, f"supply.fees.{number}", label, year, subscribed)
    yield _euros(kind, about, "supply.at_end", _AT_END, device, subscribed)
    for each in sorted(plan.cost.asked - {CostKind.ENERGY}):
        apart = Condition(f"{kind.code}:included.{each}", frozenset({"no"}))
        yield _euros(kind, about, f"yearly.{each}", _YEARLY.format(kind=each.label), year, apart)


def _euros(
    kind: DeviceKind, about: Text, name: str, label: Text, unit: Unit, only_if: Condition
) -> InputField:
    return InputField(
        code=f"{kind.code}:{name}",
        about=about,
        label=label,
        asks=Asks.NUMBER,
        unit=unit,
        is_price=True,
        only_if=only_if,
    )


def _field(
    kind: DeviceKind,
    about: Text,
    name: str,
    label: Text,
    asks: Asks,
    *,
    unit: Unit | None = None,
    options: tuple[Option, ...] = (),
) -> InputField:
    return InputField(
        code=f"{kind.code}:{name}", about=about, label=label, asks=asks, unit=unit, options=options
    )

"""The charts of the sheets. Every chart comes with the table that says the same in words and figures."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from procurement.language import Language, Text
from procurement.numbers import decimals, in_both
from tenders.charts.balance import BalanceBar, balance_bars
from tenders.charts.bars import Part
from tenders.charts.lines import YearLine, levels_of, year_lines
from tenders.lifecycle.footprint.axis import Axis
from tenders.lifecycle.footprint.criterion import FootprintCriterion, Per
from tenders.lifecycle.footprint.device import Footprint
from tenders.lifecycle.quantity import Quantity
from tenders.lifecycle.sheet.cost import CENTS, TOTAL, Costed, euros, kinds_in, moment_label, moments_of
from tenders.lifecycle.sheet.table import ChartTable, Drawing
from tenders.lifecycle.spread import Spread

AXIS_PLACES = {Per.DEVICE: 1, Per.DEVICE_YEAR: 2, Per.CONTRACT: 0}

PER = {
    Per.DEVICE: Text(nl="kg CO2e per apparaat", en="kg CO2e per device"),
    Per.DEVICE_YEAR: Text(nl="kg CO2e per apparaat per jaar", en="kg CO2e per device-year"),
    Per.CONTRACT: Text(nl="kg CO2e voor de hele opdracht", en="kg CO2e for the whole contract"),
}
_FOOTPRINT = Text(nl="CO2-voetafdruk in {per}", en="Carbon footprint in {per}")
_FOOTPRINT_ABOUT = Text(
    nl="Per inschrijving een balk met de vier assen. De streep onder de balk is de opgegeven onzekerheid van "
    "het totaal. Dezelfde cijfers staan in de tabel.",
    en="One bar a bid with the four axes. The line below the bar is the declared uncertainty of the total. "
    "The same figures stand in the table.",
)
_COST = Text(nl="Levenscycluskosten in €, contante waarde", en="Life-cycle cost in €, present value")
_COST_ABOUT = Text(
    nl="Per inschrijving een balk met de kostensoorten. Restwaarde gaat eraf en staat links van nul. De "
    "streep door de balk is het totaal. Dezelfde cijfers staan in de tabel.",
    en="One bar a bid with the kinds of cost. Residual value is taken off and stands left of zero. The line "
    "through the bar is the total. The same figures stand in the table.",
)
_YEARS = Text(nl="Nominale kosten per jaar in €", en="Nominal cost by year in €")
_YEARS_ABOUT = Text(
    nl="Per inschrijving een lijn met wat er bij de start en na elk jaar betaald wordt. Dezelfde cijfers "
    "staan in de tabel.",
    en="One line a bid with what is paid at the start and after each year. The same figures stand in the "
    "table.",
)
_BID = Text(nl="Inschrijving", en="Bid")
_LOW, _HIGH = Text(nl="Laag", en="Low"), Text(nl="Hoog", en="High")
Names = Mapping[str, str]  # by bid: what people may see it called


def axes_chart(
    footprints: Sequence[Footprint], per: Per, names: Names, language: Language, *, name: str
) -> Drawing:
    """The four axes stacked, with the range of the total."""
    places, title = AXIS_PLACES[per], _FOOTPRINT.format(per=PER[per]).to(language)
    bids = [(names[each.stated.bid], [_on(each, axis, per) for axis in Axis]) for each in footprints]
    bars = [_axes_bar(bid, axes, places, language) for bid, axes in bids]
    series = [axis.label.to(language) for axis in Axis]
    heading = (_BID.to(language), *series, *(text.to(language) for text in (TOTAL, _LOW, _HIGH)))
    return Drawing(
        svg=balance_bars(
            name=name, title=title, description=_FOOTPRINT_ABOUT.to(language), series=series, bars=bars
        ),
        table=ChartTable(
            caption=title,
            heading=heading,
            rows=tuple(_axes_row(bid, axes, places, language) for bid, axes in bids),
        ),
        language=language,
    )


def _on(footprint: Footprint, axis: Axis, per: Per) -> Spread:
    return FootprintCriterion(axes=frozenset({axis}), per=per, places=0).spread(footprint)


def _axes_bar(bid: str, axes: Sequence[Spread], places: int, language: Language) -> BalanceBar:
    together = _together(axes)
    return BalanceBar(
        name=bid,
        parts=tuple(_part(axis.value, places, language) for axis in axes),
        total=_part(together.value, places, language),
        low=together.low.rounded(places),
        high=together.high.rounded(places),
    )


def _axes_row(bid: str, axes: Sequence[Spread], places: int, language: Language) -> tuple[str, ...]:
    together = _together(axes)
    shown = [*(axis.value for axis in axes), together.value, together.low, together.high]
    return (bid, *(_part(each, places, language).label for each in shown))


def _together(axes: Sequence[Spread]) -> Spread:
    first, *others = axes
    for each in others:
        first = first + each
    return first


def kinds_chart(costs: Sequence[Costed], names: Names, language: Language, *, name: str) -> Drawing:
    """The kinds of cost stacked, discounted; what is worth something afterwards to the left of zero."""
    kinds, title = kinds_in(costs), _COST.to(language)
    series = [kind.label.to(language) for kind in kinds]
    bids = [
        (names[cost.bid], [cost.of_kind(kind).present for kind in kinds], cost.sums.present) for cost in costs
    ]
    bars = [
        BalanceBar(
            name=bid,
            parts=tuple(_part(amount, 0, language) for amount in amounts),
            total=_part(total, 0, language),
        )
        for bid, amounts, total in bids
    ]
    return Drawing(
        svg=balance_bars(
            name=name, title=title, description=_COST_ABOUT.to(language), series=series, bars=bars
        ),
        table=ChartTable(
            caption=title,
            heading=(_BID.to(language), *series, TOTAL.to(language)),
            rows=tuple(
                (bid, *(euros(each).to(language) for each in (*amounts, total)))
                for bid, amounts, total in bids
            ),
        ),
        language=language,
    )


def years_chart(costs: Sequence[Costed], names: Names, language: Language, *, name: str) -> Drawing:
    """What is paid at the start and after each year, one line a bid."""
    moments = moments_of(costs[0]) if costs else range(0)
    bids = [(names[cost.bid], [cost.in_year(at).nominal for at in moments]) for cost in costs]
    lines = [YearLine(bid, tuple(each.rounded(CENTS) for each in amounts)) for bid, amounts in bids]
    words, title = [moment_label(at).to(language) for at in moments], _YEARS.to(language)
    return Drawing(
        svg=year_lines(
            name=name,
            title=title,
            description=_YEARS_ABOUT.to(language),
            moments=words,
            lines=lines,
            labels=[
                in_both(level, max(0, decimals(level.normalize()))).to(language) for level in levels_of(lines)
            ],
            axis=title,
        ),
        table=ChartTable(
            caption=title,
            heading=(_BID.to(language), *words),
            rows=tuple((bid, *(euros(each).to(language) for each in amounts)) for bid, amounts in bids),
        ),
        language=language,
    )


def _part(amount: Quantity, places: int, language: Language) -> Part:
    value: Decimal = amount.rounded(places)
    return Part(value, in_both(value, places).to(language))

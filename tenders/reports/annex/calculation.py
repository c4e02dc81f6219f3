"""What a lot calculates: its data and method (art. 2.115a Aw), its price sheet, and what criteria take."""

from collections.abc import Iterator, Mapping

from procurement.documents.compose import column, heading, paragraph, row, table
from procurement.documents.model import Block
from procurement.language import Text
from tenders.lifecycle.plan import Plan
from tenders.lifecycle.statement import Figure, figure_as_data
from tenders.publication.words import name_of, value_in_words
from tenders.reports.annex.price_lines import price_line_blocks
from tenders.reports.life_cycle.blocks import life_cycle_blocks
from tenders.reports.wording import Wording
from tenders.scoring.model import Lot

_TAKEN = Text(nl="Welk criterium welke uitkomst overneemt", en="Which criterion takes which outcome")
_LEAD = Text(
    nl="De waarde van deze criteria vult niemand in: wij berekenen haar uit uw opgave.",
    en="Nobody fills in the value of these criteria: we calculate it from what you state.",
)
_CRITERION, _VALUE = Text(nl="Criterium", en="Criterion"), Text(nl="Uitkomst", en="Outcome")
_UNIT = Text(nl="Eenheid", en="Unit")
_DETAIL = Text(nl="{name}: {value}", en="{name}: {value}")


def calculation_blocks(lot: Lot, plan: Plan, figures: Mapping[str, Figure], say: Wording) -> Iterator[Block]:
    if plan.besides_price_lines != Plan():
        yield from life_cycle_blocks(plan.besides_price_lines, say)
    yield from price_line_blocks(plan.price_lines, say)
    taken = [(leaf, figures[leaf.code]) for leaf in lot.leaves() if leaf.code in figures]
    if not taken:
        return
    yield heading(3, say(_TAKEN))
    yield paragraph(say(_LEAD))
    rows = (
        row(f"{leaf.code} {leaf.title}", _words(figure, say), figure.unit(plan) or "–")
        for leaf, figure in taken
    )
    yield table(
        (column(say(_CRITERION), 4), column(say(_VALUE), 6), column(say(_UNIT), 3)), rows, alt=say(_TAKEN)
    )


def _words(figure: Figure, say: Wording) -> str:
    """As in: "CO2-voetafdruk; onderdelen: Productie, Gebruik; per: apparaatjaar; decimalen: 2"."""
    data = figure_as_data(figure)
    details = [
        say(_DETAIL, name=name_of(name), value=_value(name, value, say))
        for name, value in data.items()
        if name != "of"
    ]
    return "; ".join([say(figure.title), *details])


def _value(name: str, value: object, say: Wording) -> str:
    parts = value if isinstance(value, list) else [value]
    return ", ".join(say(value_in_words(name, str(part))) for part in parts)

"""The price sheet in the annex: its lines, and how their sum is calculated."""

from collections.abc import Iterator, Sequence

from procurement.documents.compose import column, heading, numbers, paragraph, row, table
from procurement.documents.model import Block
from procurement.language import Text
from procurement.numbers import in_both
from tenders.reports.wording import Wording
from tenders.scoring.price_lines import PriceLine

_TITLE = Text(nl="Prijzenblad", en="Price sheet")
_LEAD = Text(
    nl="Vul bij elke regel de prijs van één eenheid in, in euro zonder btw, met hooguit vier decimalen. Een "
    "prijs is 0 of meer. Is er een maximum, dan is een hogere prijs ongeldig.",
    en="Fill in the price of one unit with each line, in euros without VAT, with at most four decimals. A "
    "price is 0 or more. Where there is a maximum, a higher price is invalid.",
)
_RULE = Text(
    nl="Bedrag van een regel = hoeveelheid × prijs per eenheid, afgerond op hele centen (een halve cent naar "
    "boven). Totaal = de som van de afgeronde bedragen. Dat totaal telt.",
    en="Amount of a line = quantity × price per unit, rounded to whole cents (half a cent up). Total = the "
    "sum of the rounded amounts. That total counts.",
)
_LINE, _GROUP = Text(nl="Regel", en="Line"), Text(nl="Groep", en="Group")
_WHAT, _QUANTITY = Text(nl="Omschrijving", en="Description"), Text(nl="Hoeveelheid", en="Quantity")
_UNIT = Text(nl="Eenheid", en="Unit")
_MOST = Text(nl="Maximum per eenheid in €", en="Maximum per unit in €")


def price_line_blocks(lines: Sequence[PriceLine], say: Wording) -> Iterator[Block]:
    """Nothing for a lot without a price sheet."""
    if not lines:
        return
    yield heading(2, say(_TITLE))
    yield paragraph(say(_LEAD))
    yield paragraph(say(_RULE))
    columns = (
        numbers(say(_LINE)), column(say(_GROUP), 3), column(say(_WHAT), 6), numbers(say(_QUANTITY), 2),
        column(say(_UNIT), 2), numbers(say(_MOST), 2),
    )  # fmt: skip
    rows = (
        row(
            str(line.number),
            line.group or "–",
            line.description,
            say(in_both(line.quantity)),
            line.unit,
            "–" if line.maximum is None else say(in_both(line.maximum)),
        )
        for line in lines
    )
    yield table(columns, rows, alt=say(_TITLE))

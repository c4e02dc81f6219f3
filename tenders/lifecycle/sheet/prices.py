"""What bids cost at the low, the central and the high price of CO2e: shown beside the one that counts."""

from collections.abc import Mapping

from procurement.language import Language, Text
from procurement.numbers import in_both
from tenders.lifecycle.cost.basket import BasketCost
from tenders.lifecycle.cost.method import CarbonPrice, Estimate
from tenders.lifecycle.sheet.row import shown
from tenders.lifecycle.sheet.table import ChartTable

_CAPTION = Text(
    nl="Levenscycluskosten in € bij elke bekendgemaakte prijs van CO2e; alleen de kolom ‘telt’ telt",
    en="Life-cycle cost in € at each published price of CO2e; only the column ‘counts’ counts",
)
_BID = Text(nl="Inschrijving", en="Bid")
_AT = Text(nl="{name} ({price})", en="{name} ({price})")
_COUNTS = Text(nl="{name} ({price}), telt", en="{name} ({price}), counts")
_NAMES = {
    Estimate.LOW: Text(nl="Lage prijs", en="Low price"),
    Estimate.CENTRAL: Text(nl="Middelste prijs", en="Central price"),
    Estimate.HIGH: Text(nl="Hoge prijs", en="High price"),
}


def prices_table(
    carbon: CarbonPrice, estimates: Mapping[str, Mapping[Estimate, BasketCost]], language: Language
) -> ChartTable:
    """`estimates` by bid."""
    published = {Estimate.LOW: carbon.low, Estimate.CENTRAL: carbon.central, Estimate.HIGH: carbon.high}
    heading = (
        (_COUNTS if each is carbon.counts else _AT).format(name=_NAMES[each], price=shown(price.value))
        for each, price in published.items()
    )
    rows = (
        (bid, *(in_both(costs[each].rounded, costs[each].places).to(language) for each in published))
        for bid, costs in estimates.items()
    )
    return ChartTable(
        caption=_CAPTION.to(language),
        heading=(_BID.to(language), *(text.to(language) for text in heading)),
        rows=tuple(rows),
    )

"""The four key figures of the data centre in a bid, each with its formula, always together."""

from fractions import Fraction

from procurement.language import Text
from tenders.lifecycle.footprint.data_centre import KeyFigures
from tenders.lifecycle.quantity import Quantity
from tenders.lifecycle.sheet.part import PartSheet
from tenders.lifecycle.sheet.row import Row, single
from tenders.lifecycle.unit import PERCENT
from tenders.lifecycle.working import Working

PLACES = 4

DATA_CENTRE = Text(nl="Datacentrum", en="Data centre")
_AT_SITE = Text(nl="Datacentrum {site}", en="Data centre {site}")
_PUE = Text(nl="PUE: alle energie per energie van de IT", en="PUE: all energy by energy of the IT")
_WUE = Text(nl="WUE: water per energie van de IT", en="WUE: water by energy of the IT")
_REF = Text(nl="REF: deel hernieuwbare energie", en="REF: part of renewable energy")
_ERF = Text(nl="ERF: deel hergebruikte energie", en="ERF: part of reused energy")


def data_centre_sheet(bid: str, found: KeyFigures) -> PartSheet:
    rows = (
        single("pue", _PUE, found.pue.exact, PLACES, found.pue),
        single("wue", _WUE, found.wue.exact, PLACES, found.wue),
        _percent("ref", _REF, found.ref),
        _percent("erf", _ERF, found.erf),
    )
    return PartSheet(bid=bid, title=_AT_SITE.format(site=found.site), rows=rows)


def _percent(code: str, title: Text, part: Working) -> Row:
    percent = Quantity(part.exact.amount * Fraction(100), PERCENT)
    working = Working(formula=f"{part.formula} × 100", inputs=part.inputs, exact=percent)
    return single(code, title, percent, PLACES, working)

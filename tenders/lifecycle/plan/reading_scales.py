"""Reading how circularity is scored: the weighed indicators with their steps and bands."""

from decimal import Decimal

from procurement.language import Text
from tenders.lifecycle.circularity.indicator import Indicator
from tenders.lifecycle.circularity.scale import Band, Scale, Steps
from tenders.lifecycle.circularity.score import CircularityMethod, Weighed
from tenders.scoring.files.fields import Fields
from tenders.scoring.model import Step
from tenders.scoring.problem import Problem

_ONE_SCALE = Text(
    nl="Geef of een tabel van treden (steps) of een band (band).",
    en="Give either a table of steps (steps) or a band (band).",
)
_NO_BAND = Band(floor=Decimal(0), ceiling=Decimal(1))  # stands in for what could not be read


def read_circularity(value: object, place: str, problems: list[Problem]) -> CircularityMethod:
    fields = Fields(value, place, problems)
    method = CircularityMethod(
        parts=fields.list("parts", lambda entry, at: _weighed(entry, at, problems)),
        places=fields.whole_number("places"),
    )
    fields.close()
    return method


def _weighed(value: object, place: str, problems: list[Problem]) -> Weighed:
    fields = Fields(value, place, problems)
    weighed = Weighed(
        indicator=fields.choice("indicator", Indicator, required=True) or Indicator.LIFETIME,
        weight=fields.number("weight"),
        scale=_scale(fields),
    )
    fields.close()
    return weighed


def _scale(fields: Fields) -> Scale:
    steps, band = fields.take("steps"), fields.take("band")
    if (steps is None) == (band is None):
        fields.wrong("", _ONE_SCALE)
        return _NO_BAND
    if band is None:
        return Steps(fields.list("steps", lambda entry, at: _step(entry, at, fields.problems)))
    edges = Fields(band, fields.at("band"), fields.problems)
    found = Band(floor=edges.number("floor"), ceiling=edges.number("ceiling"))
    edges.close()
    return found


def _step(value: object, place: str, problems: list[Problem]) -> Step:
    fields = Fields(value, place, problems)
    step = Step(
        lower=fields.number_or_none("lower"),
        upper=fields.number_or_none("upper"),
        share=fields.number("share"),
    )
    fields.close()
    return step

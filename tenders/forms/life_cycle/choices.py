"""The choices of a calculation in the words of the reader."""

from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from procurement.language import Text
from procurement.words import lazy_words
from tenders.lifecycle.circularity.indicator import Indicator
from tenders.lifecycle.cost.kind import YEARLY
from tenders.lifecycle.footprint.axis import Axis
from tenders.lifecycle.ladder.terms import DiscountIn
from tenders.lifecycle.ladder.version import VERSIONS as LADDERS
from tenders.lifecycle.plan.reading import DECLARED as AXES
from tenders.reports.life_cycle import parameters

Choices = tuple[tuple[str, str | Promise], ...]


def _from(words: Iterable[tuple[str, Text]]) -> Choices:
    return tuple((str(code), lazy_words(text)) for code, text in words)


PARTS: Choices = (
    ("cost", _("Levenscycluskosten")),
    ("carbon", _("Milieukosten van CO2e, als deel van de levenscycluskosten")),
    ("footprint", _("CO2-voetafdruk van apparaten")),
    ("circularity", _("Circulariteit")),
    ("software", _("Software en AI")),
    ("data_centre", _("Datacentrum")),
    ("ladder", _("CO2-Prestatieladder")),
)
RATES = _from((each.value, words) for each, words in parameters.RATES.items())
MOMENTS = _from((each.value, words) for each, words in parameters.MOMENTS.items())
RESIDUALS = _from((each.value, words) for each, words in parameters.RESIDUALS.items())
ESTIMATES = _from((each.value, words) for each, words in parameters.ESTIMATES.items())
EMBODIED = _from((each.value, words) for each, words in parameters.EMBODIED.items())
ASKED = _from((kind.value, kind.label) for kind in sorted(YEARLY))
DECLARED: Choices = (
    ("energy", _("Energiegebruik")),
    *_from((axis.value, axis.label) for axis in Axis if axis in AXES),
)
VERSIONS: Choices = tuple((each.code, each.code) for each in LADDERS)
DISCOUNTS: Choices = (
    (DiscountIn.PERCENT.value, _("procenten van de prijs")),
    (DiscountIn.EUROS.value, _("euro’s")),
    (DiscountIn.POINTS.value, _("punten")),
)


def indicators(language: str) -> tuple[tuple[str, str], ...]:
    return tuple((each.value, each.measure.label.to(language)) for each in Indicator)

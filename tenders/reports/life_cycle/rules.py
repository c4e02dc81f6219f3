"""In sentences: the rules of the calculation that are no formula of one figure."""

from collections.abc import Iterator

from procurement.language import Text
from tenders.lifecycle.cost.method import RateIs
from tenders.lifecycle.plan import Plan
from tenders.lifecycle.service_life import Embodied

_FUNCTION = Text(
    nl="Koop, lease, als dienst en refurbished vergelijken wij over dezelfde {years} jaar en voor hetzelfde "
    "aantal apparaten. Gaat een gekocht apparaat korter mee, dan rekenen wij met vervanging voor dezelfde "
    "prijs.",
    en="Purchase, lease, as a service and refurbished are compared over the same {years} years and for the "
    "same number of devices. Where a bought device lasts shorter, we count a replacement at the same price.",
)
_SUM = Text(
    nl="De levenscycluskosten zijn de som van alle contante waarden van alle apparaten. Restwaarde gaat "
    "eraf.",
    en="The life-cycle cost is the sum of all present values of all devices. Residual value is taken off.",
)
_REAL = Text(
    nl="De nominale disconteringsvoet is d = (1 + r) × (1 + f) − 1, met r de vastgelegde reële voet en f de "
    "inflatie.",
    en="The nominal discount rate is d = (1 + r) × (1 + f) − 1, with r the real rate laid down and f the "
    "inflation.",
)
_NOMINAL = Text(
    nl="De disconteringsvoet d is de vastgelegde nominale voet.",
    en="The discount rate d is the nominal rate laid down.",
)
_ONE_PRICE = Text(
    nl="Wat in euro’s meetelt in de kosten, levert bij een gunningscriterium geen punten op.",
    en="What counts in euros in the cost earns no points under an award criterion.",
)
_AXES = Text(
    nl="De voetafdruk van een apparaat is productie + transport + gebruik + einde levensduur, in kg CO2e. De "
    "opgegeven waarde telt; de lage en hoge waarde laten wij ernaast zien.",
    en="The footprint of a device is production + transport + use + end of life, in kg CO2e. The declared "
    "value "
    "counts; the low and high value are shown beside it.",
)
_BY_YEAR = Text(
    nl="Per apparaat per jaar: gedeeld door de levensduur. Voor de hele opdracht: dat maal het aantal "
    "apparaten "
    "en de looptijd.",
    en="Per device-year: divided by the lifetime. For the whole contract: that times the number of devices "
    "and "
    "the horizon.",
)
_WHOLE = Text(
    nl="Per apparaat per jaar: gedeeld door de levensduur. Voor de hele opdracht telt elk geleverd apparaat "
    "helemaal, en het gebruik over de hele looptijd.",
    en="Per device-year: divided by the lifetime. For the whole contract every device delivered counts "
    "whole, "
    "and the use over the whole horizon.",
)
_CIRCULAR = Text(
    nl="De score voor circulariteit is de som van gewicht maal verdiend deel, in procenten, afgerond op "
    "{places} decimalen.",
    en="The circularity score is the sum of weight times earned part, in percent, rounded to {places} "
    "decimals.",
)
_ONCE = Text(
    nl="Wij rekenen met onafgeronde getallen en ronden één keer af, aan het einde.",
    en="We calculate with unrounded numbers and round once, at the end.",
)


def rules_of(plan: Plan) -> Iterator[Text]:
    if plan.cost is not None:
        yield _FUNCTION.format(years=str(plan.horizon))
        yield _SUM
        yield _REAL if plan.cost.rate_is is RateIs.REAL else _NOMINAL
        yield _ONE_PRICE
    if plan.footprint is not None:
        yield _AXES
        yield _WHOLE if plan.footprint.embodied is Embodied.WHOLE else _BY_YEAR
    if plan.circularity is not None:
        yield _CIRCULAR.format(places=str(plan.circularity.places))
    yield _ONCE

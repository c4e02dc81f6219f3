"""The chapter of the tender documents about the calculation of a lot."""

from collections.abc import Iterator

from procurement.documents.compose import bullets, column, heading, numbers, paragraph, row, table, warning
from procurement.documents.model import Block, Table
from procurement.language import Text
from tenders.lifecycle.circularity.scale import Band, Scale
from tenders.lifecycle.circularity.score import CircularityMethod
from tenders.lifecycle.plan import Plan, problems_of_plan
from tenders.lifecycle.quantity import quantity
from tenders.lifecycle.unit import Unit
from tenders.reports.legal import all_cited_codes
from tenders.reports.life_cycle.amounts import exact, percent
from tenders.reports.life_cycle.formulas import Formula, formulas_of
from tenders.reports.life_cycle.left_out import left_out
from tenders.reports.life_cycle.parameters import lines_of
from tenders.reports.life_cycle.rules import rules_of
from tenders.reports.life_cycle.supplied import supplied
from tenders.reports.wording import Wording
from tenders.scoring.model import Step

TITLE = Text(nl="Gegevens en methode van de berekening", en="Data and method of the calculation")
_LEAD = Text(
    nl="Hieronder staat welke gegevens u levert en hoe wij daarmee rekenen. Elke waarde geldt voor elke "
    "inschrijver. U kunt uw uitkomst dus zelf narekenen.",
    en="Below stand the data that you supply and how we calculate with them. Each value holds for every "
    "bidder. So you can work out your own outcome.",
)
_BASIS = Text(nl="Grondslag: {basis}.", en="Legal basis: {basis}.")
BASIS = ("aw2012:2.115a(2)",)
_OPEN = Text(
    nl="De berekening is nog niet volledig. Vul eerst aan:",
    en="The calculation is not complete yet. First add:",
)
_SUPPLIED = Text(nl="Gegevens die u levert", en="Data that you supply")
_SUPPLIED_LEAD = Text(
    nl="Dit geeft u op. Bedragen in euro’s horen alleen in het prijsdeel. Rekent u volgens een "
    "gelijkwaardige "
    "norm? Noem die dan bij het bewijs, en kies de norm waarmee zij gelijkwaardig is.",
    en="This is what you state. Amounts in euros belong in the price part only. Do you calculate by an "
    "equivalent norm? Then name it with the evidence, and choose the norm to which it is equivalent.",
)
_ABOUT, _WHAT = Text(nl="Waarover", en="About"), Text(nl="Gegeven", en="Data")
_ANSWER, _HOW = Text(nl="Eenheid of antwoord", en="Unit or answer"), Text(nl="Hoe", en="How")
_VALUES = Text(nl="Waarden die wij vastleggen", en="Values that we lay down")
_VALUE, _SOURCE, _YEAR = (
    Text(nl="Waarde", en="Value"),
    Text(nl="Bron", en="Source"),
    Text(nl="Jaar", en="Year"),
)
_FORMULAS = Text(nl="Zo rekenen wij", en="How we calculate")
_FORMULA, _SYMBOLS = Text(nl="Formule", en="Formula"), Text(nl="Tekens", en="Symbols")
_CIRCULAR = Text(nl="Circulariteit: gewichten en schalen", en="Circularity: weights and scales")
_WEIGHT, _SCALE = Text(nl="Gewicht", en="Weight"), Text(nl="Schaal", en="Scale")
_BAND = Text(
    nl="niets tot {floor}, alles vanaf {ceiling}, daartussen naar rato",
    en="nothing up to {floor}, everything from {ceiling}, in proportion between",
)
_STEP = Text(nl="{limits}: {share}", en="{limits}: {share}")
_FROM_TO = Text(nl="vanaf {lower} tot {upper}", en="from {lower} up to {upper}")
_FROM = Text(nl="vanaf {lower}", en="from {lower}")
_BELOW = Text(nl="onder {upper}", en="below {upper}")
_ALL = Text(nl="elke waarde", en="every value")
_LEFT_OUT = Text(nl="Wat niet meetelt", en="What does not count")


def life_cycle_blocks(plan: Plan, say: Wording, *, level: int = 2) -> Iterator[Block]:
    """`level` is that of the heading; a plan that is not sound says what it still needs."""
    yield heading(level, say(TITLE))
    problems = tuple(problems_of_plan(plan))
    if problems:
        yield warning(say(_OPEN))
        yield bullets(*(problem.to(say.language) for problem in problems))
        return
    yield paragraph(say(_LEAD))
    yield paragraph(say(_BASIS, basis=all_cited_codes(BASIS, say)))
    yield heading(level + 1, say(_SUPPLIED))
    yield paragraph(say(_SUPPLIED_LEAD))
    yield _supplied(plan, say)
    yield heading(level + 1, say(_VALUES))
    yield _values(plan, say)
    if plan.circularity is not None:
        yield _circularity(plan.circularity, say)
    yield heading(level + 1, say(_FORMULAS))
    yield bullets(*(say(rule) for rule in rules_of(plan)))
    yield _formulas(formulas_of(plan), say)
    yield heading(level + 1, say(_LEFT_OUT))
    yield bullets(*(say(each) for each in left_out(plan)))


def capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _supplied(plan: Plan, say: Wording) -> Table:
    columns = (column(say(_ABOUT), 3), column(say(_WHAT), 5), column(say(_ANSWER), 4), column(say(_HOW), 4))
    rows = (row(say(each.about), say(each.what), say(each.answer), say(each.how)) for each in supplied(plan))
    return table(columns, rows, alt=say(_SUPPLIED))


def _values(plan: Plan, say: Wording) -> Table:
    columns = (column(say(_WHAT), 4), column(say(_VALUE), 4), column(say(_SOURCE), 4), numbers(say(_YEAR)))
    rows = (
        row(capital(say(line.what)), say(line.value), line.source or "–", line.year or "–")
        for line in lines_of(plan)
    )
    return table(columns, rows, alt=say(_VALUES))


def _formulas(found: tuple[Formula, ...], say: Wording) -> Table:
    columns = (column(say(_WHAT), 3), column(say(_FORMULA), 3), column(say(_SYMBOLS), 6))
    rows = (
        row(
            capital(say(each.what)),
            each.formula,
            "; ".join(f"{symbol}: {say(meaning)}" for symbol, meaning in each.symbols),
        )
        for each in found
    )
    return table(columns, rows, alt=say(_FORMULAS))


def _circularity(method: CircularityMethod, say: Wording) -> Table:
    columns = (column(say(_WHAT), 5), numbers(say(_WEIGHT), 2), column(say(_SCALE), 6))
    rows = (
        row(
            capital(say(part.indicator.measure.label)),
            say.percent(part.weight),
            say(_scale(part.scale, part.indicator.measure.unit)),
        )
        for part in method.parts
    )
    return table(columns, rows, caption=say(_CIRCULAR))


def _scale(scale: Scale, unit: Unit) -> Text:
    if isinstance(scale, Band):
        floor, ceiling = (quantity(edge, unit) for edge in (scale.floor, scale.ceiling))
        return _BAND.format(floor=exact(floor), ceiling=exact(ceiling))
    parts = [_step(step, unit) for step in scale.steps]
    return Text(nl="; ".join(part.nl for part in parts), en="; ".join(part.en for part in parts))


def _step(step: Step, unit: Unit) -> Text:
    lower = exact(quantity(step.lower, unit)) if step.lower is not None else None
    upper = exact(quantity(step.upper, unit)) if step.upper is not None else None
    if lower is None:
        limits = _BELOW.format(upper=upper) if upper else _ALL
    else:
        limits = _FROM_TO.format(lower=lower, upper=upper) if upper else _FROM.format(lower=lower)
    return _STEP.format(limits=limits, share=percent(step.share))

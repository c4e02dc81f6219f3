"""F6b: a notional discount on the price for the level of one named ladder; the price paid stays P."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from procurement.language import Text
from tenders.scoring.award import AwardMethod, Cells, FigureOf, Standing
from tenders.scoring.award_checks import one_price
from tenders.scoring.award_words import price_in, price_symbol
from tenders.scoring.method import Parameter, ParameterKind, Symbol, Verdict
from tenders.scoring.model import Kind, LevelAmount, Lot
from tenders.scoring.numbers import ONE, ZERO, whole
from tenders.scoring.parameters import choice, entries
from tenders.scoring.problem import Problem
from tenders.scoring.shown import cell, quoted
from tenders.scoring.sources import AWARD, CO2_LADDER, TRANSPARENCY, WEIGHTS
from tenders.scoring.tree import placed

FRACTION = "fraction"
EUROS = "euros"

_NOT_A_LADDER = Text(
    nl="‘{code}’ is geen criterium met beschreven niveaus. Noem de code van de ladder.",
    en="‘{code}’ is not a criterion with described levels. Give the code of the ladder.",
)
_OTHER = Text(
    nl="Naast de prijs en de ladder telt hier niets mee. Haal dit criterium weg of kies gunnen op waarde.",
    en="Besides price and ladder nothing counts here. Remove this criterion or choose award on value.",
)
_TABLE = Text(
    nl="Geef elk niveau van de ladder precies één korting: {levels}.",
    en="Give each level of the ladder exactly one discount: {levels}.",
)
_TOO_MUCH = Text(
    nl="De korting voor niveau ‘{level}’ moet minstens 0 en minder dan 1 zijn, bijvoorbeeld 0,05 voor 5%.",
    en="The discount for level ‘{level}’ must be at least 0 and below 1, for example 0.05 for 5%.",
)
_NEGATIVE = Text(
    nl="De korting voor niveau ‘{level}’ mag niet negatief zijn.",
    en="The discount for level ‘{level}’ may not be negative.",
)


def discounts(lot: Lot) -> Mapping[str, Decimal]:
    table = entries(lot.award.parameters, "discounts", LevelAmount)
    return {entry.level: entry.amount for entry in table}


def check(lot: Lot) -> Sequence[Problem]:
    return (*one_price(lot), *_ladder(lot), *_amounts(lot))


def _ladder(lot: Lot) -> Iterator[Problem]:
    code = choice(lot.award.parameters, "ladder")
    ladder = next((leaf for leaf in lot.leaves() if leaf.code == code and leaf.kind is Kind.SCALE), None)
    if ladder is None:
        yield Problem("award.parameters.ladder", _NOT_A_LADDER.format(code=code))
        return
    for place, node in placed(lot.criteria):
        if not node.children and node.kind is not Kind.PRICE and node is not ladder:
            yield Problem(place, _OTHER)
    table = entries(lot.award.parameters, "discounts", LevelAmount)
    levels = [level.code for level in ladder.levels]
    if Counter(entry.level for entry in table) != Counter(levels):
        yield Problem("award.parameters.discounts", _TABLE.format(levels=", ".join(levels)))


def _amounts(lot: Lot) -> Iterator[Problem]:
    as_fraction = choice(lot.award.parameters, "discount_in") == FRACTION
    for index, entry in enumerate(entries(lot.award.parameters, "discounts", LevelAmount)):
        place = f"award.parameters.discounts[{index}].amount"
        if as_fraction and not ZERO <= entry.amount < ONE:
            yield Problem(place, _TOO_MUCH.format(level=entry.level))
        elif entry.amount < ZERO:
            yield Problem(place, _NEGATIVE.format(level=entry.level))


def figure_of(lot: Lot, standings: Sequence[Standing]) -> FigureOf:
    table = discounts(lot)
    if choice(lot.award.parameters, "discount_in") == EUROS:
        return lambda standing: whole(price_in(standing) - table[standing.level])
    return lambda standing: whole(price_in(standing) * (ONE - table[standing.level]))


_DISCOUNT = Text(
    nl="de korting in euro's voor het niveau van deze inschrijving",
    en="the discount in euros for the level of this bid",
)
_LEVEL = Text(nl="het niveau van deze inschrijving", en="the level of this bid")


def inputs(lot: Lot, standings: Sequence[Standing], standing: Standing) -> tuple[Symbol, ...]:
    price, amount = price_in(standing), discounts(lot)[standing.level]
    euros = amount if choice(lot.award.parameters, "discount_in") == EUROS else price * amount
    return (
        price_symbol(standing),
        Symbol("L", _LEVEL, standing.level),
        Symbol("K", _DISCOUNT, euros),
    )


def spreadsheet(lot: Lot, cells: Cells) -> str:
    expression = "NA()"
    for level, amount in reversed(tuple(discounts(lot).items())):
        expression = f"IF({cells.level}={quoted(level)},{cell(amount)},{expression})"
    if choice(lot.award.parameters, "discount_in") == EUROS:
        return f"{cells.price}-{expression}"
    return f"{cells.price}*(1-{expression})"


AWARD_METHOD = AwardMethod(
    code="co2-ladder-discount",
    title=Text(nl="Fictieve korting per trede", en="Notional discount by level"),
    formula="P − K",
    words=Text(
        nl="De prijs min de korting die bij het niveau op de ladder hoort; de laagste uitkomst wint. De "
        "betaalde prijs blijft de geboden prijs.",
        en="The price minus the discount that belongs to the level on the ladder; the lowest outcome wins. "
        "The price paid stays the price offered.",
    ),
    parameters=(
        Parameter(
            name="ladder",
            symbol="",
            title=Text(nl="Ladder", en="Ladder"),
            help=Text(
                nl="De code van het criterium met de niveaus, bijvoorbeeld de CO2-Prestatieladder.",
                en="The code of the criterion with the levels, such as the CO2 Performance Ladder.",
            ),
            kind=ParameterKind.CRITERION,
        ),
        Parameter(
            name="discount_in",
            symbol="",
            title=Text(nl="Korting in", en="Discount in"),
            help=Text(
                nl="Is de korting een deel van de prijs of een bedrag?",
                en="Is the discount a part of the price or an amount?",
            ),
            kind=ParameterKind.CHOICE,
            choices=(
                (FRACTION, Text(nl="een deel van de prijs", en="a part of the price")),
                (EUROS, Text(nl="een bedrag in euro's", en="an amount in euros")),
            ),
        ),
        Parameter(
            name="discounts",
            symbol="K",
            title=Text(nl="Korting per niveau", en="Discount by level"),
            help=Text(
                nl="Voor elk niveau de korting: 0,05 is 5% van de prijs, of een bedrag in euro's.",
                en="For each level the discount: 0.05 is 5% of the price, or an amount in euros.",
            ),
            kind=ParameterKind.LEVEL_AMOUNTS,
        ),
    ),
    scores_price=False,
    scores_quality=False,
    lower_wins=True,
    in_euros=True,
    relative=False,
    verdict=Verdict.ALLOWED,
    remark=Text(
        nl="Vraag het bewijs na de gunning en zet een sanctie op een niet gehaald niveau.",
        en="Ask for the proof after the award and put a sanction on a level not reached.",
    ),
    basis=(AWARD, WEIGHTS, TRANSPARENCY, CO2_LADDER),
    check=check,
    figure_of=figure_of,
    inputs=inputs,
    spreadsheet=spreadsheet,
)

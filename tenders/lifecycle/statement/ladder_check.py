"""The ladder of a calculation against the award: what is published about it is what the award applies."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction

from procurement.language import Text
from tenders.lifecycle.ladder.terms import DiscountIn, LadderTerms, problems_of_day
from tenders.lifecycle.statement.figures import Figure
from tenders.lifecycle.statement.figures.ladder import LadderFigure
from tenders.scoring.awards.co2_ladder_discount import AWARD_METHOD, EUROS, FRACTION
from tenders.scoring.model import LevelAmount, Lot
from tenders.scoring.parameters import entries
from tenders.scoring.problem import Problem

_NO_POINTS = Text(
    nl="Geen criterium neemt de punten van de ladder over, dus een beloofd niveau levert niets op. Laat een "
    "criterium ze overnemen, of haal de ladder uit de berekening.",
    en="No criterion takes the points of the ladder, so a promised level earns nothing. Let a criterion take "
    "them, or remove the ladder from the calculation.",
)
_NO_DISCOUNT = Text(
    nl="De korting van de ladder telt alleen mee bij de gunningsmethode ‘{method}’. Kies die methode, of "
    "haal de ladder uit de berekening.",
    en="The discount of the ladder counts only with the award method ‘{method}’. Choose that method, or "
    "remove the ladder from the calculation.",
)
_TWICE = Text(
    nl="De gunningsmethode geeft een korting voor de ladder en de berekening geeft er punten voor. Kies een "
    "van beide.",
    en="The award method gives a discount for the ladder and the calculation gives points for it. Choose one "
    "of them.",
)
_OTHER_KIND = Text(
    nl="De gunningsmethode rekent met een andere soort korting. Kies op beide plaatsen een deel van de "
    "prijs, of op beide een bedrag.",
    en="The award method counts with another kind of discount. Choose a part of the price in both places, or "
    "an amount in both.",
)
_OTHER_TABLE = Text(
    nl="De kortingen zijn niet die van de gunningsmethode. Zet op beide plaatsen dezelfde, zet in de code "
    "van elk niveau zijn nummer, bijvoorbeeld 3, en geef wie geen niveau heeft korting 0.",
    en="The discounts are not those of the award method. State the same in both places, put its number in "
    "the code of each level, such as 3, and give who has no level a discount of 0.",
)
_NO_TERMS = Text(
    nl="‘{method}’ geeft een korting voor een belofte. Leg bij de berekening de ladder vast: de versie, de "
    "datum van de aankondiging, het voordeel per niveau en de sanctie. Zonder is er na de gunning geen "
    "bewijs en geen sanctie.",
    en="‘{method}’ gives a discount for a promise. Lay down the ladder in the calculation: the version, the "
    "day of the notice, the advantage per level and the sanction. Without these there is no proof and no "
    "sanction after the award.",
)
_NUMBER = re.compile(r"\d+")
_KINDS = {DiscountIn.PERCENT: FRACTION, DiscountIn.EUROS: EUROS}


def problems_of_discount(lot: Lot, terms: LadderTerms | None) -> Iterator[Problem]:
    """A discount is of a named version, and is proved within a year or paid back by a published sanction."""
    if lot.award.method == AWARD_METHOD.code and terms is None:
        yield Problem("", _NO_TERMS.format(method=AWARD_METHOD.title))


def problems_of_ladder(
    lot: Lot, terms: LadderTerms, figures: Mapping[str, Figure], notice_on: date | None
) -> Iterator[Problem]:
    """Places are those of the terms. `notice_on`: the day of the first notice, as far as it is known."""
    is_discounted = lot.award.method == AWARD_METHOD.code
    if terms.discount_in is DiscountIn.POINTS:
        if is_discounted:
            yield Problem("", _TWICE)
        elif not any(isinstance(each, LadderFigure) for each in figures.values()):
            yield Problem("", _NO_POINTS)
    elif not is_discounted:
        yield Problem("", _NO_DISCOUNT.format(method=AWARD_METHOD.title))
    else:
        yield from _discounts(lot, terms)
    if notice_on is not None and terms.known is not None:
        yield from problems_of_day(terms.version, notice_on)


def _discounts(lot: Lot, terms: LadderTerms) -> Iterator[Problem]:
    if lot.award.parameters.get("discount_in", "") not in ("", _KINDS[terms.discount_in]):
        yield Problem("discount_in", _OTHER_KIND)
    elif _applied(lot) != _stated(terms):
        yield Problem("advantages", _OTHER_TABLE)


def _applied(lot: Lot) -> list[tuple[int, Fraction]]:
    """By number of the level what the award gives; a level without a number is that of nobody."""
    table = lot.award.parameters.get("discounts")
    amounts = entries(lot.award.parameters, "discounts", LevelAmount) if isinstance(table, tuple) else ()
    found = [(level_number(each.level), Fraction(each.amount)) for each in amounts]
    return sorted(each for each in found if each != (0, Fraction(0)))


def _stated(terms: LadderTerms) -> list[tuple[int, Fraction]]:
    return sorted((level, worth.amount) for level, worth in terms.advantages.items())


def level_number(code: str) -> int:
    """The last one in the code, as in "4.0-trede-2"; 0 where there is none."""
    found = _NUMBER.findall(code)
    return int(found[-1]) if found else 0

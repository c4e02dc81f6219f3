"""What a promised level is worth in the award, and what it costs when it is not proven."""

from dataclasses import dataclass
from fractions import Fraction

from procurement.language import Text
from tenders.lifecycle.ladder.terms import UNITS, DiscountIn, LadderTerms, problems_of_terms
from tenders.lifecycle.not_computable import NotComputable
from tenders.lifecycle.quantity import Quantity, nothing
from tenders.lifecycle.unit import EURO
from tenders.lifecycle.working import Input, Working, parameter
from tenders.scoring.problem import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Advantage:
    """`worth` in euros, or in points; the price paid stays the price offered."""

    level: int
    worth: Working
    evaluation_price: Working | None  # € ; None where the advantage is in points


_PRICE = Text(nl="de prijs van de inschrijving", en="the price of the bid")
_DISCOUNT = Text(nl="de korting voor dit niveau", en="the discount for this level")
_WORTH = Text(nl="het voordeel van dit niveau", en="the advantage of this level")
_PROMISED = Text(nl="het voordeel van het beloofde niveau", en="the advantage of the promised level")
_PROVEN = Text(nl="het voordeel van het bewezen niveau", en="the advantage of the proven level")
_LEVEL = Text(
    nl="{level} bestaat niet in versie {code}. Kies 0 tot en met {most}.",
    en="{level} does not exist in version {code}. Choose 0 to {most}.",
)
_PRICE_WRONG = Text(
    nl="De prijs is een bedrag in euro's, niet kleiner dan nul.",
    en="The price is an amount in euros, not below zero.",
)


def advantage(terms: LadderTerms, price: Quantity, level: int) -> Advantage:
    """Raises NotComputable for terms, a price or a level that are not sound."""
    _refuse(terms, price, level)
    offered, amount = Input("P", _PRICE, price), _of(terms, level)
    if terms.discount_in is DiscountIn.PERCENT:
        inputs = (offered, Input("d", _DISCOUNT, amount))
        worth = Working(formula="P × d", inputs=inputs, exact=price * amount)
    else:
        worth = Working(formula="K", inputs=(Input("K", _WORTH, amount),), exact=amount)
    if terms.discount_in is DiscountIn.POINTS:
        return Advantage(level=level, worth=worth, evaluation_price=None)
    inputs = (offered, Input("K", _WORTH, worth.exact))
    paid = Working(formula="P − K", inputs=inputs, exact=price - worth.exact)
    return Advantage(level=level, worth=worth, evaluation_price=paid)


def sanction(terms: LadderTerms, price: Quantity, promised: int, proven: int) -> Working:
    """In euros: the published multiple of the advantage that was not earned; nothing for a higher level."""
    worth = _in_euros(terms, advantage(terms, price, promised).worth.exact)
    earned = _in_euros(terms, advantage(terms, price, min(proven, promised)).worth.exact)
    return Working(
        formula="s × (K − B)",
        inputs=(
            parameter("s", terms.sanction),
            Input("K", _PROMISED, worth),
            Input("B", _PROVEN, earned),
        ),
        exact=terms.sanction.value * (worth - earned),
    )


def _in_euros(terms: LadderTerms, worth: Quantity) -> Quantity:
    return worth if terms.point_worth is None else worth * terms.point_worth.value


def _of(terms: LadderTerms, level: int) -> Quantity:
    return terms.advantages[level] if level else nothing(UNITS[terms.discount_in])


def _refuse(terms: LadderTerms, price: Quantity, level: int) -> None:
    problems = list(problems_of_terms(terms))
    most = terms.known.levels if terms.known else 0
    if not 0 <= level <= most:
        message = _LEVEL.format(level=str(level), code=terms.version, most=str(most))
        problems.append(Problem("level", message))
    if price.unit != EURO or price.amount < Fraction(0):
        problems.append(Problem("price", _PRICE_WRONG))
    if problems:
        raise NotComputable(problems)

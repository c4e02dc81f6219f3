"""The ranking of the lot of `tests.cast`, worked out on its own."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from statistics import mean, median

from tests.whole_procedure.model import Model, Offer

SHARES = {"goed": Fraction(1), "voldoende": Fraction(60, 100), "matig": Fraction(0)}
CENT = Decimal("0.01")


def levels_of(model: Model, offer: Offer) -> tuple[str, ...]:
    if model.combination == "consensus":
        return tuple(value for value, _, _ in model.agreed.get(offer.code, ())[-1:])
    return tuple(each.scores[offer.code][0] for each in _by_letter(model) if offer.code in each.scores)


def _by_letter(model: Model) -> list:
    return sorted(model.yardstick(), key=lambda each: each.letter)


def inputs(model: Model) -> object:
    """All that the ranking depends on."""
    bids = [
        (each.code, each.met, each.fallen, each.why, each.footprint, each.motivation, each.price)
        for each in model.offers.values()
    ]
    return bids, {each.code: _judged(model, each) for each in model.admitted()}, list(model.draws)


def _judged(model: Model, offer: Offer) -> object:
    agreed = [(value, reason) for value, reason, _ in model.agreed.get(offer.code, ())[-1:]]
    if model.combination == "consensus":
        return agreed
    return agreed, [(each.letter, each.scores.get(offer.code)) for each in _by_letter(model)]


def points(model: Model, offer: Offer) -> tuple[Decimal, Decimal]:
    """Those for the price and those for quality."""
    middle = median if model.combination == "median" else mean
    service = 15 * middle([SHARES[level] for level in levels_of(model, offer)])
    footprint = 25 * _within(Fraction(350) - Fraction(offer.footprint), 200)
    return _cents(60 * _within(1200 - Fraction(offer.price), 400)), _cents(service) + _cents(footprint)


def _within(value: Fraction, most: int) -> Fraction:
    return min(max(value, Fraction(0)), Fraction(most)) / most


def _cents(value: Fraction) -> Decimal:
    return (Decimal(value.numerator) / Decimal(value.denominator)).quantize(CENT, ROUND_HALF_UP)


def totals(model: Model) -> dict[str, Decimal]:
    return {each.code: sum(points(model, each)) for each in model.admitted()}


def looks_low(model: Model, code: str) -> bool:
    """Nothing asked; a fifth under the mean of at least two others; three tenths under the next price up."""
    price = Fraction(model.offers[code].price)
    others = [Fraction(each.price) for each in model.admitted() if each.code != code]
    higher = [other for other in others if other > price]
    return (
        price <= 0
        or (len(others) >= 2 and price <= mean(others) * Fraction(8, 10))
        or (bool(higher) and price <= min(higher) * Fraction(7, 10))
    )


def winner(model: Model) -> str:
    """The bid that stands alone at the top: by total, then by quality, then by lot."""
    found = {each.code: points(model, each) for each in model.admitted()}
    if not found:
        return ""
    best = max((sum(each), each[1]) for each in found.values())
    first = [code for code, each in found.items() if (sum(each), each[1]) == best]
    drawn = [code for order in reversed(model.draws) for code in order if code in first]
    return first[0] if len(first) == 1 else next(iter(drawn), "")

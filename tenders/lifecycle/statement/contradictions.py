"""One fact that a bid states in two places is stated the same in both, or neither counts."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import NamedTuple

from procurement.language import Text
from tenders.lifecycle.circularity.indicator import Indicator
from tenders.lifecycle.circularity.score import Promise
from tenders.lifecycle.cost.offer import Form
from tenders.lifecycle.plan.plan import Plan
from tenders.lifecycle.quantity import Quantity
from tenders.lifecycle.statement.answers import Answers, fits
from tenders.scoring.problem import Problem

_LIFETIME = Text(
    nl="De verwachte levensduur bij circulariteit is {promised} en de kortste van de gekochte apparaten is "
    "{stated}. Geef op beide plaatsen hetzelfde op.",
    en="The expected lifetime under circularity is {promised} and the shortest of the devices bought is "
    "{stated}. State the same in both places.",
)
_REFURBISHED = Text(
    nl="Het deel refurbished bij circulariteit past niet bij de soorten waarvan alle apparaten refurbished "
    "zijn. Geef op beide plaatsen hetzelfde op.",
    en="The refurbished part under circularity does not fit the kinds of which all devices are refurbished. "
    "State the same in both places.",
)

_MORE_THAN_ALL = Text(
    nl="Hergebruikte onderdelen en gerecycled materiaal zijn samen meer dan 100% van de massa. Tel dezelfde "
    "massa een keer.",
    en="Reused components and recycled material together are more than 100% of the mass. Count the same mass "
    "once.",
)
_RECYCLED = Indicator.RECYCLED_CONTENT


def contradictions(plan: Plan, promise: Promise, answers: Answers) -> Iterator[Problem]:
    """What is missing or unreadable is named where it is asked, and contradicts nothing."""
    lifetime = promise.values.get(Indicator.LIFETIME)
    shortest = _shortest_life(plan, answers)
    if lifetime is not None and shortest is not None and not shortest.is_of(lifetime):
        words = _LIFETIME.format(promised=_years(lifetime), stated=_years(shortest.stated))
        yield Problem(f"circularity:{Indicator.LIFETIME}", words)
    reused, recycled = (promise.values.get(each) for each in (Indicator.REUSED_CONTENT, _RECYCLED))
    if reused is not None and recycled is not None and (reused + recycled).amount > 1:
        yield Problem(f"circularity:{_RECYCLED}", _MORE_THAN_ALL)
    part = promise.values.get(Indicator.REFURBISHED)
    if part is not None and plan.cost is not None and not _goes_with(plan, answers.given, part):
        yield Problem(f"circularity:{Indicator.REFURBISHED}", _REFURBISHED)


class _Life(NamedTuple):
    stated: Quantity
    most: int | None  # years that count at most

    @property
    def is_cut_off(self) -> bool:
        return self.stated.amount == self.most

    def is_of(self, promised: Quantity) -> bool:
        """Who promises more years than count states the most that count."""
        return promised == self.stated or (self.is_cut_off and promised > self.stated)


def _shortest_life(plan: Plan, answers: Answers) -> _Life | None:
    """Of the kinds that are bought. Who leases states when a device is replaced, and it may live on."""
    lives = [
        _Life(answers.apart().number(code), kind.longest_life)
        for kind in plan.kinds
        if (code := f"{kind.code}:lifetime") in answers.asked
        and fits(answers.given.get(code, ""), answers.asked[code])
        and answers.given.get(f"{kind.code}:supply.form", Form.PURCHASE) == Form.PURCHASE
    ]
    return min(lives, key=lambda each: (each.stated.amount, each.is_cut_off), default=None)


def _goes_with(plan: Plan, given: Mapping[str, str], part: Quantity) -> bool:
    """Of a kind that is not wholly refurbished a part may be; a whole percent is fine enough."""
    whole = sum(kind.number for kind in plan.kinds if given.get(f"{kind.code}:refurbished") == "yes")
    least = Fraction(whole, sum(kind.number for kind in plan.kinds))
    if part.amount >= 1:
        return least == 1
    return part.amount >= Fraction(int(least * 100), 100)


def _years(lifetime: Quantity) -> Text:
    return lifetime.label(0) if lifetime.amount.denominator == 1 else lifetime.label(2)

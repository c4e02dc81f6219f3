"""Setting bids aside for published reasons, in a fixed order: knock-outs, zero prices, ceilings, minimums."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from procurement.language import Text
from procurement.numbers import in_both
from tenders.scoring.columns import Column, total_of
from tenders.scoring.method import ExclusionOf
from tenders.scoring.methods import METHODS
from tenders.scoring.model import Bid, Criterion, Lot, ZeroPrice
from tenders.scoring.numbers import ZERO, fraction, percent_of, value_of, whole
from tenders.scoring.result import Exclusion
from tenders.scoring.tree import prices_of

_NUMBERED = Text(nl="({number}) {reason}", en="({number}) {reason}")
_KNOCK_OUT = Text(
    nl="Voldoet niet aan eis {code} ({title}): {reason}",
    en="Does not meet requirement {code} ({title}): {reason}",
)
_ZERO = Text(
    nl="De prijs voor ‘{title}’ is 0; volgens de bekendgemaakte regel valt de inschrijving dan af.",
    en="The price for ‘{title}’ is 0; under the published rule the bid is then set aside.",
)
_MINIMUM = Text(
    nl="‘{title}’: {points} is minder dan de minimumscore van {needed} ({minimum}% van {whole}).",
    en="‘{title}’: {points} is less than the minimum score of {needed} ({minimum}% of {whole}).",
)


def on_every_ground(found: Sequence[Exclusion]) -> Exclusion | None:
    """One exclusion with all its grounds, numbered where there are several; its place is that of the first.

    A ground that the notice leaves out cannot be brought forward later (HR 7-12-2012).
    """
    if len(found) < 2:
        return found[0] if found else None
    numbered = [_NUMBERED.format(number=str(n), reason=each.reason) for n, each in enumerate(found, 1)]
    reason = Text(nl=" ".join(each.nl for each in numbered), en=" ".join(each.en for each in numbered))
    return Exclusion(found[0].bid, reason, found[0].place)


def knocked_out(lot: Lot, bid: Bid) -> Iterator[Exclusion]:
    for requirement in lot.requirements:
        if requirement.code in bid.failed:
            reason = _KNOCK_OUT.format(
                code=requirement.code, title=requirement.title, reason=bid.failed[requirement.code]
            )
            yield Exclusion(bid, reason, requirement.code)


def priced_zero(lot: Lot, bid: Bid) -> Iterator[Exclusion]:
    rule = lot.award.zero_price
    if rule is None or rule.rule is not ZeroPrice.EXCLUDE:
        return
    for leaf in prices_of(lot):
        if bid.values.get(leaf.code) == ZERO:
            yield Exclusion(bid, _ZERO.format(title=leaf.title), leaf.code)


Limit = tuple[str, ExclusionOf]


def published_limits(leaves: Sequence[Criterion]) -> list[Limit]:
    """The criteria beyond whose ceiling (or floor) the tender sets a bid aside."""
    found = [(leaf.code, METHODS[leaf.method].excludes(leaf)) for leaf in leaves]
    return [(code, excludes) for code, excludes in found if excludes is not None]


def beyond_limit(limits: Sequence[Limit], bid: Bid) -> Iterator[Exclusion]:
    """A bid that was knocked out may lack values: it is tested on those that it has."""
    for code, excludes in limits:
        value = bid.values.get(code)
        for number in value if isinstance(value, tuple) else (value,):
            reason = excludes(number) if isinstance(number, Decimal) else None
            if reason is not None:
                yield Exclusion(bid, reason, code)


def below_minimum(
    lot: Lot, columns: Mapping[str, Column], bids: Sequence[Bid]
) -> Iterator[tuple[int, Exclusion]]:
    """Tested once, on the points as they are published: rounded when each criterion is rounded."""
    tested = [node for node in lot.nodes() if node.minimum is not None]
    for index, bid in enumerate(bids):
        short = [found for node in tested if (found := _short_of(lot, node, columns, index, bid))]
        exclusion = on_every_ground(short)
        if exclusion is not None:
            yield index, exclusion


def _short_of(
    lot: Lot, node: Criterion, columns: Mapping[str, Column], index: int, bid: Bid
) -> Exclusion | None:
    scores = [columns[leaf.code].scores[index] for leaf in node.leaves() if leaf.code in columns]
    minimum = node.minimum or ZERO
    whole_amount = sum((score.worth for score in scores), ZERO)
    needed = percent_of(minimum, whole_amount)
    reached = total_of(lot.award, scores)
    if fraction(reached) >= fraction(whole(needed)):
        return None
    places = _places_apart(lot, value_of(reached), needed)
    reason = _MINIMUM.format(
        title=node.title,
        points=in_both(value_of(reached), places),
        needed=in_both(needed, places),
        minimum=in_both(minimum),
        whole=in_both(whole_amount, lot.award.rounding.places),
    )
    return Exclusion(bid, reason, node.code)


def _places_apart(lot: Lot, reached: Decimal, needed: Decimal) -> int:
    """The published decimals, or as many more as it takes to show that the one is less than the other."""
    places = lot.award.rounding.places
    while in_both(reached, places) == in_both(needed, places):
        places += 1
    return places

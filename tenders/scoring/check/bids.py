"""The values of the bids: present, of the right kind, within their scale.

A bid that fails a knock-out is set aside unscored, so its other values are not asked for; nor are those of
a bid that fell away.
"""

from collections import Counter
from collections.abc import Iterator, KeysView, Sequence

from procurement.language import Text
from tenders.scoring.check.values import Given, objection_to, plainly_fine
from tenders.scoring.codes import as_read
from tenders.scoring.fallen import fallen_problems, still_counts
from tenders.scoring.model import Bid, Criterion, Lot, TieBreak
from tenders.scoring.problem import Problem

_BID_TWICE = Text(
    nl="De code ‘{code}’ komt vaker voor. Geef elke inschrijving een eigen code.",
    en="The code ‘{code}’ occurs more than once. Give each bid its own code.",
)
_UNKNOWN_CRITERION = Text(
    nl="Er is geen criterium ‘{code}’ dat een waarde vraagt. Haal deze waarde weg of verbeter de code.",
    en="There is no criterion ‘{code}’ that asks for a value. Remove this value or correct the code.",
)
_UNKNOWN_REQUIREMENT = Text(
    nl="Er is geen eis ‘{code}’. Gebruik de code van een eis van dit perceel.",
    en="There is no requirement ‘{code}’. Use the code of a requirement of this lot.",
)
_NO_REASON = Text(
    nl="Zeg waarom inschrijving ‘{bid}’ niet voldoet aan eis ‘{code}’.",
    en="Say why bid ‘{bid}’ does not meet requirement ‘{code}’.",
)
_DRAW_UNPUBLISHED = Text(
    nl="Er is een loting vastgelegd, maar loting is niet bekendgemaakt. Haal de uitslag weg.",
    en="A draw is recorded, but no draw was published. Remove the outcome.",
)
_DRAW_UNKNOWN = Text(
    nl="Er is geen inschrijving ‘{code}’. Noem alleen codes van inschrijvingen op dit perceel.",
    en="There is no bid ‘{code}’. Name only codes of bids on this lot.",
)
_DRAW_TWICE = Text(
    nl="‘{code}’ is vaker getrokken. Noem elke inschrijving één keer.",
    en="‘{code}’ was drawn more than once. Name each bid once.",
)
_UNEVEN = Text(
    nl="Niet elke inschrijving heeft voor ‘{title}’ even veel beoordelingen. Vul de beoordelingen aan.",
    en="Not every bid has the same number of assessments for ‘{title}’. Complete the assessments.",
)

Placed = Sequence[tuple[int, Bid]]


def bid_problems(lot: Lot) -> Iterator[Problem]:
    yield from _codes(lot)
    yield from _unknown_names(lot)
    yield from _reasons(lot)
    yield from _draw(lot)
    yield from fallen_problems(lot)
    scored = [(index, bid) for index, bid in enumerate(lot.bids) if _takes_part(lot, bid)]
    for leaf in lot.leaves():
        yield from _column(lot, leaf, scored)


def _takes_part(lot: Lot, bid: Bid) -> bool:
    return not bid.failed and (not bid.fallen or still_counts(lot, bid))


def _codes(lot: Lot) -> Iterator[Problem]:
    times = Counter(as_read(bid.code) for bid in lot.bids)
    if len(times) == len(lot.bids):
        return
    for index, bid in enumerate(lot.bids):
        if times[as_read(bid.code)] > 1:
            yield Problem(f"bids[{index}].code", _BID_TWICE.format(code=bid.code))


def _unknown_names(lot: Lot) -> Iterator[Problem]:
    leaves = {leaf.code for leaf in lot.leaves()}
    nodes = {node.code for node in lot.nodes()}
    requirements = {requirement.code for requirement in lot.requirements}
    for index, bid in enumerate(lot.bids):
        yield from _not_in(leaves, bid.values.keys(), f"bids[{index}].values", _UNKNOWN_CRITERION)
        yield from _not_in(nodes, bid.motivations.keys(), f"bids[{index}].motivations", _UNKNOWN_CRITERION)
        yield from _not_in(requirements, bid.failed.keys(), f"bids[{index}].failed", _UNKNOWN_REQUIREMENT)


def _not_in(known: set[str], given: KeysView[str], place: str, message: Text) -> Iterator[Problem]:
    if not given <= known:
        for code in sorted(given - known):
            yield Problem(f"{place}.{code}", message.format(code=code))


def _reasons(lot: Lot) -> Iterator[Problem]:
    for index, bid in enumerate(lot.bids):
        for code, reason in bid.failed.items():
            if not reason.strip():
                yield Problem(f"bids[{index}].failed.{code}", _NO_REASON.format(bid=bid.code, code=code))


def _draw(lot: Lot) -> Iterator[Problem]:
    if lot.draw and all(rule.by is not TieBreak.DRAW for rule in lot.award.ties):
        yield Problem("draw", _DRAW_UNPUBLISHED)
    yield from _order(lot, lot.draw, "draw")
    for index, order in enumerate(lot.later_draws):
        yield from _order(lot, order, f"later_draws[{index}]")


def _order(lot: Lot, order: Sequence[str], place: str) -> Iterator[Problem]:
    codes = {bid.code for bid in lot.bids}
    for index, code in enumerate(order):
        if code not in codes:
            yield Problem(f"{place}[{index}]", _DRAW_UNKNOWN.format(code=code))
        elif code in order[:index]:
            yield Problem(f"{place}[{index}]", _DRAW_TWICE.format(code=code))


def _column(lot: Lot, leaf: Criterion, bids: Placed) -> Iterator[Problem]:
    column: list[Given] = [bid.values.get(leaf.code) for _, bid in bids]
    if not column or plainly_fine(lot.award, leaf, column):
        return
    objection = objection_to(lot.award, leaf)
    for (index, _), value in zip(bids, column, strict=True):
        message = objection(value)
        if message is not None:
            yield Problem(f"bids[{index}].values.{leaf.code}", message)
    if len({len(value) if isinstance(value, tuple) else 1 for value in column}) > 1:
        yield Problem("bids", _UNEVEN.format(title=leaf.title))

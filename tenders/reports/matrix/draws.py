"""The drawing of lots in the workbook: a place decides only among bids that one and the same draw names."""

from collections.abc import Callable, Hashable, Mapping

from procurement.documents.formulas import cell
from tenders.reports.matrix.inputs import FIRST_ROW, InputColumns
from tenders.reports.matrix.names import LotSheets
from tenders.reports.matrix.ranks import Span
from tenders.scoring.columns import total_of
from tenders.scoring.draws import Drawn, drawn
from tenders.scoring.model import Lot, TieBreak, TieRule
from tenders.scoring.numbers import fraction
from tenders.scoring.result import BidResult, LotResult

KeyOf = Callable[[BidResult], Hashable]


def unsettled(names: LotSheets, inputs: InputColumns, place: int, bids: int) -> str:
    """1 for each bid that the draw does not set apart from the bid at `place`, from 0; else 0."""
    if inputs.draw is None:
        return "0"
    down = Span(range(FIRST_ROW, FIRST_ROW + bids)).down
    not_drawn = f'({names.on_input(down(inputs.draw))}="")'
    if inputs.held is None:
        return not_drawn
    own = names.on_input(cell(inputs.held, FIRST_ROW + place))
    other_draw = f"({names.on_input(down(inputs.held))}<>{own})"
    return f"({not_drawn}+{other_draw}>0)"


def places_drawn(lot: Lot, result: LotResult) -> Mapping[str, int]:
    """By bid code, for the bids that a draw decides about or would have decided about."""
    keys = [_key(lot, rule) for rule in _before_the_draw(lot)]

    def standing(each: BidResult) -> tuple[Hashable, ...]:
        return (each.total, *(key(each) for key in keys))

    groups: dict[Hashable, dict[str, Drawn | None]] = {}
    for each in result.ranking:
        groups.setdefault(standing(each), {})[each.bid.code] = drawn(lot, each.bid.code)
    settled = [
        group for group in groups.values() if len({found and found.draw for found in group.values()}) == 1
    ]
    return {code: found.place for group in settled for code, found in group.items() if found is not None}


def _before_the_draw(lot: Lot) -> list[TieRule]:
    rules = [rule.by for rule in lot.award.ties]
    return list(lot.award.ties[: rules.index(TieBreak.DRAW)]) if TieBreak.DRAW in rules else []


def _key(lot: Lot, rule: TieRule) -> KeyOf:
    """What bids are compared on, exactly."""
    if rule.by is TieBreak.QUALITY:
        return lambda each: fraction(each.standing.quality)
    if rule.by is TieBreak.PRICE:
        return lambda each: each.standing.price
    node = next(node for node in lot.nodes() if node.code == rule.criterion)
    leaves = [leaf.code for leaf in node.leaves()]
    return lambda each: fraction(total_of(lot.award, [each.scores[code] for code in leaves]))

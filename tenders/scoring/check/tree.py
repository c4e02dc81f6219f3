"""Weights add up exactly, to each parent and to 100 for the lot; codes are unique."""

from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal

from procurement.language import Text
from procurement.numbers import in_both
from tenders.scoring.awards import award_method
from tenders.scoring.codes import as_read
from tenders.scoring.model import Criterion, Lot
from tenders.scoring.numbers import HUNDRED, ZERO, exactly
from tenders.scoring.problem import Problem
from tenders.scoring.tree import placed

_SUM = Text(
    nl="De gewichten van perceel {lot} tellen op tot {sum}%. {rest}",
    en="The weights of lot {lot} add up to {sum}%. {rest}",
)
_SUB_SUM = Text(
    nl="De gewichten onder ‘{title}’ tellen op tot {sum}%, het criterium zelf weegt {whole}%. {rest}",
    en="The weights under ‘{title}’ add up to {sum}%, the criterion itself weighs {whole}%. {rest}",
)
_LEFT = Text(nl="Nog {part}% te verdelen.", en="{part}% left to divide.")
_OVER = Text(nl="{part}% te veel.", en="{part}% too much.")
_NOT_A_WEIGHT = Text(
    nl="Het gewicht van ‘{title}’ is {weight}%. Geef een gewicht boven 0 en tot 100.",
    en="The weight of ‘{title}’ is {weight}%. Give a weight above 0 and up to 100.",
)
_CODE_TWICE = Text(
    nl="De code ‘{code}’ komt vaker voor. Geef elk criterium een eigen code.",
    en="The code ‘{code}’ occurs more than once. Give each criterion its own code.",
)
_NO_CODE = Text(nl="‘{title}’ heeft geen code. Geef er een.", en="‘{title}’ has no code. Give it one.")
_REQUIREMENT_TWICE = Text(
    nl="De code ‘{code}’ komt vaker voor. Geef elke eis een eigen code.",
    en="The code ‘{code}’ occurs more than once. Give each requirement its own code.",
)


def tree_problems(lot: Lot) -> tuple[Problem, ...]:
    with exactly():
        weights = tuple(_each_weight(lot))
        return (*(weights or _sums(lot)), *_codes(lot), *_requirement_codes(lot))


def _each_weight(lot: Lot) -> Iterator[Problem]:
    for place, node in placed(lot.criteria):
        allowed = node.weight.is_finite() and node.weight <= HUNDRED
        if not allowed or node.weight < ZERO or (node.weight == ZERO and _must_weigh(lot, node)):
            shown = in_both(node.weight) if node.weight.is_finite() else str(node.weight)
            yield Problem(f"{place}.weight", _NOT_A_WEIGHT.format(title=node.title, weight=shown))


def _must_weigh(lot: Lot, node: Criterion) -> bool:
    """A price or ladder that the award method takes as it is may weigh nothing."""
    method = award_method(lot.award.method)
    return bool(node.children) or method is None or method.scores(node)


def _sums(lot: Lot) -> Iterator[Problem]:
    total = _sum_of(lot.criteria)
    if total != HUNDRED:
        yield Problem("criteria", _SUM.format(lot=lot.code, sum=in_both(total), rest=_rest(HUNDRED - total)))
    for place, node in placed(lot.criteria):
        part = _sum_of(node.children)
        if node.children and part != node.weight:
            message = _SUB_SUM.format(
                title=node.title,
                sum=in_both(part),
                whole=in_both(node.weight),
                rest=_rest(node.weight - part),
            )
            yield Problem(f"{place}.children", message)


def _sum_of(criteria: Iterable[Criterion]) -> Decimal:
    return sum((criterion.weight for criterion in criteria), ZERO)


def _rest(rest: Decimal) -> Text:
    return (_LEFT if rest > ZERO else _OVER).format(part=in_both(abs(rest)))


def _codes(lot: Lot) -> Iterator[Problem]:
    times = Counter(as_read(node.code) for node in lot.nodes())
    for place, node in placed(lot.criteria):
        if not node.code.strip():
            yield Problem(f"{place}.code", _NO_CODE.format(title=node.title))
        elif times[as_read(node.code)] > 1:
            yield Problem(f"{place}.code", _CODE_TWICE.format(code=node.code))


def _requirement_codes(lot: Lot) -> Iterator[Problem]:
    times = Counter(as_read(requirement.code) for requirement in lot.requirements)
    for index, requirement in enumerate(lot.requirements):
        if times[as_read(requirement.code)] > 1:
            yield Problem(f"requirements[{index}].code", _REQUIREMENT_TWICE.format(code=requirement.code))

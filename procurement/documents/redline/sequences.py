"""Two sequences beside each other: what is the same, and what stands in the place of what.

Costs are bounded. `difflib` is quadratic in tokens that come back often, so that a stretch where they come
back too often counts as replaced in one piece.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

_MOST_PAIRS = 400_000  # equal (old, new) pairs that are worth looking at: some tenths of a second
_MOST_COMPARED = 10_000  # pairs of paragraphs whose likeness is measured in one stretch


class Step(NamedTuple):
    """old[a:b] against new[c:d]; in a step that is `same` these are equal."""

    same: bool
    a: int
    b: int
    c: int
    d: int


class Pair(NamedTuple):
    """Positions in the old and in the new sequence; None where there is no partner."""

    old: int | None
    new: int | None


def steps(
    old: Sequence[Hashable], new: Sequence[Hashable], is_blank: Callable[[Hashable], bool] | None = None
) -> list[Step]:
    """From begin to end. Blanks never hold a place by themselves: they follow what stands around them."""
    begin = _common(old, new)
    end = _common(old[begin:][::-1], new[begin:][::-1])
    found = [Step(True, 0, begin, 0, begin)]
    a, b, c, d = begin, len(old) - end, begin, len(new) - end
    if a < b or c < d:
        found += [
            Step(step.same, step.a + a, step.b + a, step.c + c, step.d + c)
            for step in _between(old[a:b], new[c:d], is_blank)
        ]
    found.append(Step(True, b, len(old), d, len(new)))
    return _tidied(found, old, is_blank)


def _common(old: Sequence[Hashable], new: Sequence[Hashable]) -> int:
    """How many stand at the beginning of both."""
    most = min(len(old), len(new))
    return next((index for index in range(most) if old[index] != new[index]), most)


def _between(
    old: Sequence[Hashable], new: Sequence[Hashable], is_blank: Callable[[Hashable], bool] | None
) -> list[Step]:
    often, here = Counter(old), Counter(new)
    pairs = sum(count * here[each] for each, count in often.items() if not (is_blank and is_blank(each)))
    if pairs > _MOST_PAIRS:
        return [Step(False, 0, len(old), 0, len(new))]
    matcher = SequenceMatcher(is_blank, old, new, autojunk=False)
    return [Step(tag == "equal", a, b, c, d) for tag, a, b, c, d in matcher.get_opcodes()]


def _tidied(
    found: list[Step], old: Sequence[Hashable], is_blank: Callable[[Hashable], bool] | None
) -> list[Step]:
    """Nothing empty; equal blanks between two changes go along with them; neighbours of a kind joined."""
    filled = [step for step in found if step.a < step.b or step.c < step.d]
    joined: list[Step] = []
    for index, step in enumerate(filled):
        within = 0 < index < len(filled) - 1
        if step.same and within and is_blank and all(map(is_blank, old[step.a : step.b])):
            step = step._replace(same=False)
        if joined and joined[-1].same == step.same:
            joined[-1] = joined[-1]._replace(b=step.b, d=step.d)
        else:
            joined.append(step)
    return joined


def paired(
    old: Sequence[Hashable],
    new: Sequence[Hashable],
    likeness: Callable[[int, int], float],
    least: float = 0.5,
) -> list[Pair]:
    """All positions of both, in an order that suits both. What is not equal is paired when it is at least
    `least` (0 to 1) alike."""
    found: list[Pair] = []
    for step in steps(old, new):
        if step.same:
            found += [Pair(a, c) for a, c in zip(range(step.a, step.b), range(step.c, step.d), strict=True)]
        else:
            found += _alike(range(step.a, step.b), range(step.c, step.d), likeness, least)
    return found


def _alike(old: range, new: range, likeness: Callable[[int, int], float], least: float) -> list[Pair]:
    """The pairs of highest likeness together, without crossing."""
    if len(old) * len(new) > _MOST_COMPARED:
        return [*(Pair(a, None) for a in old), *(Pair(None, c) for c in new)]
    scores = [[likeness(a, c) for c in new] for a in old]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in reversed(range(len(old))):
        for j in reversed(range(len(new))):
            best[i][j] = max(best[i + 1][j], best[i][j + 1])
            if scores[i][j] >= least:
                best[i][j] = max(best[i][j], scores[i][j] + best[i + 1][j + 1])
    return _walked(old, new, scores, best, least)


def _walked(
    old: range, new: range, scores: list[list[float]], best: list[list[float]], least: float
) -> list[Pair]:
    found: list[Pair] = []
    i = j = 0
    while i < len(old) and j < len(new):
        if scores[i][j] >= least and best[i][j] == scores[i][j] + best[i + 1][j + 1]:
            found.append(Pair(old[i], new[j]))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            found.append(Pair(old[i], None))
            i += 1
        else:
            found.append(Pair(None, new[j]))
            j += 1
    found += [Pair(a, None) for a in old[i:]]
    found += [Pair(None, c) for c in new[j:]]
    return found

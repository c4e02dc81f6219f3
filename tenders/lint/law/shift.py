"""What changes on one day: a fact that begins, ends or makes way for its successor."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tenders.lint.law.fact import Fact
from tenders.lint.law.reach import Reach
from tenders.lint.law.register import changes_between


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """`day` is the first day of the new situation; at least one of `before` and `after` is there."""

    day: date
    before: Fact | None
    after: Fact | None

    @property
    def fact(self) -> Fact:
        """The fact as it will be, else as it was."""
        found = self.after or self.before
        assert found is not None
        return found

    @property
    def reach(self) -> Reach:
        return self.fact.reach

    def cited_in(self, codes: Iterable[str]) -> tuple[str, ...]:
        """Those of these citation codes that this shift is about, in their own order."""
        return tuple(code for code in codes if code in self.reach.articles)


def shifts_between(earlier: date, later: date) -> tuple[Shift, ...]:
    """After `earlier`, up to and including `later`, in order of the day."""
    halves: defaultdict[tuple[date, str], dict[bool, Fact]] = defaultdict(dict)
    for change in changes_between(earlier, later):
        halves[change.day, change.fact.code][change.begins] = change.fact
    return tuple(
        Shift(day=day, before=each.get(False), after=each.get(True)) for (day, _), each in halves.items()
    )

"""What holds on a day, and what changes between two days."""

from datetime import date, timedelta

from tenders.lint.law.fact import Change, Fact
from tenders.lint.law.loading import load_acts, load_facts

FACTS = load_facts()
PRODUCT_ACTS = load_acts()
DATED = (*FACTS, *(act.fact for act in PRODUCT_ACTS))


def in_force(on: date) -> tuple[Fact, ...]:
    return tuple(each for each in FACTS if each.holds_on(on))


def fact(code: str, on: date) -> Fact | None:
    """The fact with this code on this day; None where this register knows none for that day."""
    return next((each for each in in_force(on) if each.code == code), None)


def changes_between(earlier: date, later: date) -> tuple[Change, ...]:
    """What begins or ends after `earlier`, up to and including `later`, in order of the day."""
    found = []
    for each in DATED:
        if earlier < each.valid_from <= later:
            found.append(Change(each.valid_from, each, begins=True))
        if each.valid_until is not None and earlier <= each.valid_until < later:
            found.append(Change(each.valid_until + timedelta(days=1), each, begins=False))
    return tuple(sorted(found, key=lambda change: (change.day, change.fact.code, change.begins)))

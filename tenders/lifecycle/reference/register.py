"""The figures that are known, and those that are due to be looked at again."""

from datetime import date

from tenders.lifecycle.reference.figure import Figure
from tenders.lifecycle.reference.loading import load_figures

FIGURES = load_figures()


def figures_about(group: str) -> tuple[Figure, ...]:
    """The alternatives of a group, such as "grid-nl"; empty for an unknown group."""
    return tuple(each for each in FIGURES if each.group == group)


def overdue(on: date) -> tuple[Figure, ...]:
    return tuple(each for each in FIGURES if each.review_by < on)

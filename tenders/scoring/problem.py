"""What is wrong with a tender, and where; and the refusal to evaluate it."""

from collections.abc import Iterable
from typing import NamedTuple

from procurement.language import Text


class Problem(NamedTuple):
    """`place` is a path into the lot, tender or file: "criteria[2].children[0].weight"."""

    place: str
    message: Text

    def under(self, prefix: str) -> "Problem":
        return Problem(f"{prefix}.{self.place}" if self.place else prefix, self.message)

    def to(self, language: str) -> str:
        return f"{self.place}: {self.message.to(language)}" if self.place else self.message.to(language)


class NotEvaluable(Exception):
    """The lot cannot be evaluated; every problem found is listed and no number was given."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(problem.to("en") for problem in self.problems))

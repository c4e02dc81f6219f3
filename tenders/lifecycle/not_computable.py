"""The refusal to work out a figure: everything that is wrong is listed and no number is given."""

from collections.abc import Iterable

from tenders.scoring.problem import Problem


class NotComputable(Exception):
    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(problem.to("en") for problem in self.problems))

"""The refusal of a file."""

from collections.abc import Iterable

from tenders.scoring.problem import Problem


class UnreadableTender(ValueError):
    """The file is not a well-formed tender; `problems` names every place that is wrong."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(problem.to("en") for problem in self.problems))

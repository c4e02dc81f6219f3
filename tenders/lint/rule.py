"""The shape of a lint rule. Each file of `rules/` ends in `RULE = Rule(...)`.

Title, examples and the three texts are the help page; a rule without a citation cannot be built.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from procurement.language import Text
from procurement.law import Article, Citation
from tenders.lint.draft import Draft
from tenders.lint.finding import Finding
from tenders.lint.severity import CheckedBy, Moment, Severity


class Unsourced(ValueError):
    """A rule names neither an article nor guidance."""


def _always(_: Draft) -> bool:
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """`code` is never used again for something else. `severities` are those that `check` may give.

    `ours` says which part is a rule of this product and no duty in the law; `doubt` what is not certain.
    """

    code: str
    title: Text
    severities: frozenset[Severity]
    checked_by: frozenset[CheckedBy]
    moment: Moment = Moment.PUBLICATION
    basis: tuple[Citation, ...]
    wrong: Text
    why: Text
    instead: Text
    bad: Text
    good: Text
    ours: Text | None = None
    doubt: Text | None = None
    review_by: date
    applies: Callable[[Draft], bool] = _always
    check: Callable[[Draft], Iterable[Finding]]

    def __post_init__(self) -> None:
        if not self.basis:
            raise Unsourced(self.code)

    def holds_on(self, day: date) -> bool:
        """Whether one of the articles behind this rule is in force on `day`; guidance has no such period."""
        articles = [source for source in self.basis if isinstance(source, Article)]
        return not articles or any(
            article.valid_from <= day and (article.valid_until is None or day <= article.valid_until)
            for article in articles
        )

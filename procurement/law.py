"""Citations as data: every rule, method, threshold and clause names its article or guidance.

`confirmed` says whether the text was read when the citation was written down. Where it was not,
the product shows that on the screen and a lawyer confirms it.
"""

from dataclasses import dataclass
from datetime import date

from procurement.language import Text

_UNCONFIRMED = Text(
    nl="{citation} (te bevestigen door een jurist)", en="{citation} (a lawyer must confirm this)"
)


def _stated(label: Text, *, confirmed: bool) -> Text:
    """The citation as a document states it: one that nobody read at its source says so."""
    return label if confirmed else _UNCONFIRMED.format(citation=label)


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """A law, directive or regulation."""

    code: str
    title: Text
    short: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article (and paragraph) of an act, with the period in which it holds."""

    act: Act
    article: str
    paragraph: str = ""
    about: Text
    valid_from: date
    valid_until: date | None = None
    confirmed: bool = True

    @property
    def stated(self) -> Text:
        return _stated(self.label, confirmed=self.confirmed)

    @property
    def code(self) -> str:
        suffix = f"({self.paragraph})" if self.paragraph else ""
        return f"{self.act.code}:{self.article}{suffix}"

    @property
    def label(self) -> Text:
        nl = f"art. {self.article}{f' lid {self.paragraph}' if self.paragraph else ''} {self.act.short.nl}"
        en = f"art. {self.article}{f'({self.paragraph})' if self.paragraph else ''} {self.act.short.en}"
        return Text(nl=nl, en=en)


@dataclass(frozen=True, slots=True, kw_only=True)
class Guidance:
    """A source that explains but does not bind: guidance, case law, a standard, a manual."""

    code: str
    title: Text
    publisher: Text
    year: int
    about: Text
    review_by: date
    confirmed: bool = True

    @property
    def label(self) -> Text:
        return Text(
            nl=f"{self.title.nl} ({self.publisher.nl}, {self.year})",
            en=f"{self.title.en} ({self.publisher.en}, {self.year})",
        )

    @property
    def stated(self) -> Text:
        return _stated(self.label, confirmed=self.confirmed)


Citation = Article | Guidance

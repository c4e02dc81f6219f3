"""Every rule as a page of text: docs/legality-check.md is printed from here; help pages read the same."""

from collections.abc import Iterable, Iterator

from procurement.language import Text
from procurement.law import Article, Citation
from tenders.lint.rule import Rule
from tenders.lint.severity import Severity
from tenders.lint.words import CHECKED_BY, MOMENTS, SEVERITIES

_FACTS = Text(
    nl="Weegt: {severities}. Getoetst: {checked_by}. Bij: {moment}. Opnieuw bekijken voor {review_by}.",
    en="Weight: {severities}. Checked: {checked_by}. At: {moment}. To be looked at again by {review_by}.",
)
_BASIS = Text(nl="Grondslag", en="Basis")
_SINCE = Text(nl="{citation}, geldt sinds {day}: {about}", en="{citation}, in force since {day}: {about}")
_ABOUT = Text(nl="{citation}: {about}", en="{citation}: {about}")
_PARTS = (
    ("wrong", Text(nl="Wat er mis is", en="What is wrong")),
    ("why", Text(nl="Waarom", en="Why")),
    ("instead", Text(nl="Wat u schrijft", en="What to write")),
    ("bad", Text(nl="Fout", en="Wrong")),
    ("good", Text(nl="Goed", en="Right")),
    ("ours", Text(nl="Onze eigen regel", en="Our own rule")),
    ("doubt", Text(nl="Twijfel", en="Doubt")),
)


def handbook_lines(rules: Iterable[Rule], language: str) -> Iterator[str]:
    """Markdown, a section for each rule."""
    for rule in rules:
        yield f"### {rule.code} {rule.title.to(language)}"
        yield ""
        yield facts_of(rule).to(language)
        yield ""
        for label, text in parts_of(rule):
            yield f"- **{label.to(language)}.** {text.to(language)}"
        yield f"- **{_BASIS.to(language)}.** {'; '.join(about(each).to(language) for each in rule.basis)}"
        yield ""


def parts_of(rule: Rule) -> Iterator[tuple[Text, Text]]:
    """What the rule says about itself, under headings; parts that it does not have are left out."""
    for name, label in _PARTS:
        text: Text | None = getattr(rule, name)
        if text:
            yield label, text


def facts_of(rule: Rule) -> Text:
    severities = [SEVERITIES[each] for each in Severity if each in rule.severities]
    checked = [text for each, text in CHECKED_BY.items() if each in rule.checked_by]
    return _FACTS.format(
        severities=_listed(severities),
        checked_by=_listed(checked),
        moment=MOMENTS[rule.moment],
        review_by=f"{rule.review_by:%d-%m-%Y}",
    )


def about(citation: Citation) -> Text:
    """The citation with its text in our own words and, of an article, the day it came into force."""
    if isinstance(citation, Article):
        day = f"{citation.valid_from:%d-%m-%Y}"
        return _SINCE.format(citation=citation.stated, day=day, about=citation.about)
    return _ABOUT.format(citation=citation.stated, about=citation.about)


def _listed(texts: Iterable[Text]) -> Text:
    found = list(texts)
    return Text(nl=", ".join(text.nl for text in found), en=", ".join(text.en for text in found))

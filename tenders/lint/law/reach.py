"""Whom and what a dated fact concerns: which articles, which rules, which tenders."""

from dataclasses import dataclass

from tenders.lint.draft.contract import Authority, Nature, ProductGroup


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """An empty set of authorities, natures or products stands for all of them.

    `articles` are citation codes, as criteria and clauses name them; `rules` the codes of the rules that
    count with this fact. With `words` only a tender is concerned that has one of them in a text, in
    small letters, or names one of the articles. `in_contract`: it counts while a contract runs as well.
    """

    articles: frozenset[str]
    rules: tuple[str, ...]
    authorities: frozenset[Authority] = frozenset()
    natures: frozenset[Nature] = frozenset()
    products: frozenset[ProductGroup] = frozenset()
    words: tuple[str, ...] = ()
    in_contract: bool

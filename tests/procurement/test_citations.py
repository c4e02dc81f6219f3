"""The citations: complete, dated, and honest about what was read."""

from datetime import date
from pathlib import Path

import pytest

from procurement.citations import CITATIONS, cite
from procurement.citations.loading import CitationFileError, load_citations
from procurement.law import Article, Guidance
from procurement.registry import UnknownCode


def test_article_has_a_stable_code_and_a_label_in_both_languages() -> None:
    weights = cite("aw2012:2.115(4)")

    assert isinstance(weights, Article)
    assert weights.label.nl == "art. 2.115 lid 4 Aw 2012"
    assert weights.label.en == "art. 2.115(4) Dutch Public Procurement Act"


def test_unknown_code_is_refused() -> None:
    with pytest.raises(UnknownCode):
        cite("aw2012:9.99")


def test_every_article_that_is_no_longer_valid_ends_after_it_began() -> None:
    ended = [c for c in CITATIONS if isinstance(c, Article) and c.valid_until is not None]

    assert [c.code for c in ended if c.valid_until is None or c.valid_until <= c.valid_from] == []


def test_a_code_names_article_and_paragraph_back() -> None:
    article = cite("reg2024-1364:3(1)")

    assert isinstance(article, Article)
    assert (article.article, article.paragraph) == ("3", "1")


def test_case_law_on_selection_at_award_is_marked_as_not_read() -> None:
    assert cite("c-532-06").confirmed is False


def test_the_end_of_energy_star_is_stated_with_its_date() -> None:
    guidance = cite("energy-star-eu")

    assert isinstance(guidance, Guidance)
    assert guidance.year == 2018
    assert guidance.review_by > date(2026, 11, 21)


def test_an_entry_that_misses_a_field_is_named_with_its_file(tmp_path: Path) -> None:
    (tmp_path / "loose.toml").write_text('[[guidance]]\ncode = "x"\n')

    with pytest.raises(CitationFileError, match=r"loose\.toml: x: 'title' is missing"):
        load_citations(tmp_path)


def test_a_place_that_is_no_article_is_named_with_its_act(tmp_path: Path) -> None:
    (tmp_path / "act.toml").write_text(
        '[act]\ncode = "a"\ntitle = {nl = "t", en = "t"}\nshort = {nl = "s", en = "s"}\n'
        'valid_from = 2020-01-01\nconfirmed = true\n[articles]\n"1(2" = {nl = "n", en = "e"}\n'
    )

    with pytest.raises(CitationFileError, match=r"act\.toml: a: '1\(2' is not an article"):
        load_citations(tmp_path)

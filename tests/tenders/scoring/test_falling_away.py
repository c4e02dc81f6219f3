"""The rule for a bid that falls away: read, written, and asked for where a score depends on the others."""

from dataclasses import replace

import pytest

from tenders.scoring.check import check, lot_publication_problems, publication_problems
from tenders.scoring.files import from_data, to_data
from tenders.scoring.model import FallingAway, Lot, Tender
from tests.tenders.scoring.build import SET_ASIDE, award, bare_price, lot, price, scale

ABSOLUTE = lot(price(40), scale("quality", 60))
RELATIVE = lot(price(40, "relative-inverse"), scale("quality", 60))
INDEX = lot(bare_price(40), scale("quality", 60), award=award("utility-index"))


@pytest.mark.parametrize("rule", [None, *FallingAway])
def test_a_file_keeps_the_rule(rule: FallingAway | None) -> None:
    stated = _with(ABSOLUTE, rule)
    tender = Tender(reference="T", title="T", authority="A", lots=(stated,))

    assert from_data(to_data(tender)) == tender


@pytest.mark.parametrize("relative", [RELATIVE, INDEX])
def test_a_relative_formula_is_not_published_without_the_rule(relative: Lot) -> None:
    [problem] = lot_publication_problems(_zero_priced(relative))

    assert problem.place == "award.falling_away"


@pytest.mark.parametrize("rule", FallingAway)
def test_with_the_rule_it_is(rule: FallingAway) -> None:
    assert lot_publication_problems(_zero_priced(_with(RELATIVE, rule))) == ()


def test_an_absolute_formula_needs_no_rule() -> None:
    assert lot_publication_problems(ABSOLUTE) == ()


def test_what_was_published_without_the_rule_can_still_be_calculated() -> None:
    assert check(_zero_priced(RELATIVE)) == ()


def test_other_faults_come_first() -> None:
    faulty = replace(RELATIVE, award=replace(RELATIVE.award, zero_price=None))

    assert [problem.place for problem in lot_publication_problems(faulty)] == ["award.zero_price"]


def test_the_problems_of_a_tender_name_the_lot() -> None:
    tender = Tender(reference="T", title="T", authority="A", lots=(ABSOLUTE, _zero_priced(RELATIVE)))

    assert [problem.place for problem in publication_problems(tender)] == ["lots[1].award.falling_away"]


def _with(published: Lot, rule: FallingAway | None) -> Lot:
    return replace(published, award=replace(published.award, falling_away=rule))


def _zero_priced(published: Lot) -> Lot:
    return replace(published, award=replace(published.award, zero_price=SET_ASIDE))

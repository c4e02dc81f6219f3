"""What changes on a day, and which tenders that touches."""

from dataclasses import replace
from datetime import date

import pytest

from procurement.citations import CITATIONS
from tenders.lint.draft.contract import Authority, Nature, ProductGroup
from tenders.lint.law import DATED, DemandKind, Shift, Standing, Touch, shifts_between, touches_of
from tenders.lint.rules import RULES
from tests.tenders.lint.product_acts import act

NEW_YEAR, TODAY = date(2027, 1, 1), date(2026, 11, 22)
BEFORE, AFTER = date(2026, 12, 1), date(2027, 1, 15)
STATE = Standing(authority=Authority.CENTRAL, nature=Nature.SUPPLIES)


def shift(code: str, earlier: date = date(2025, 11, 22), later: date = date(2028, 1, 1)) -> Shift:
    return next(each for each in shifts_between(earlier, later) if each.fact.code == code)


def test_every_fact_names_articles_and_rules_that_exist() -> None:
    articles = {code for each in DATED for code in each.reach.articles}
    rules = {code for each in DATED for code in each.reach.rules}

    assert articles - set(CITATIONS.codes) == set()
    assert rules - {rule.code for rule in RULES} == set()


def test_every_fact_names_its_own_source_among_its_articles() -> None:
    missing = [each.code for each in DATED if each.source.code not in each.reach.articles]

    assert missing == []


def test_words_are_written_as_they_are_compared() -> None:
    words = [word for each in DATED for word in each.reach.words]

    assert words == [word.casefold() for word in words]


def test_a_threshold_makes_way_for_the_next_in_one_shift() -> None:
    found = shift("threshold-central")

    assert found.day == date(2026, 1, 1)
    assert [str(each.value) for each in (found.before, found.after) if each] == ["143000", "140000"]


def test_a_threshold_without_a_known_successor_ends() -> None:
    found = shift("threshold-other", date(2026, 11, 22))

    assert (found.day, found.after) == (date(2028, 1, 1), None)
    assert found.fact.value is not None


def test_the_ladder_ends_and_begins_as_two_shifts() -> None:
    found = [(each.fact.code, each.after is None) for each in shifts_between(BEFORE, NEW_YEAR)]

    assert found == [("co2-ladder-3.1", True), ("co2-ladder-4.0", False)]


def test_an_act_about_a_product_changes_the_law_as_well() -> None:
    found = act(DemandKind.CONDITION, least=None).fact

    assert (found.code, found.reach.rules) == ("an-act", ("L52",))
    assert found.reach.products == {ProductGroup.COMPUTERS}


@pytest.mark.parametrize(
    ("standing", "expected"),
    [
        (replace(STATE, sent_on=date(2025, 12, 31)), (Touch.OLD_LAW,)),
        (replace(STATE, sent_on=date(2026, 1, 1)), ()),
        (STATE, (Touch.NEW_LAW,)),
        (replace(STATE, planned_on=date(2025, 12, 1)), (Touch.NEW_LAW,)),
    ],
    ids=["sent before", "sent on the day", "no day planned", "planned in the past"],
)
def test_a_change_of_the_past_touches_what_was_sent_before_it_or_is_still_to_be_sent(
    standing: Standing, expected: tuple[Touch, ...]
) -> None:
    assert touches_of(shift("threshold-central"), standing, today=TODAY) == expected


@pytest.mark.parametrize(
    ("standing", "expected"),
    [
        (replace(STATE, planned_on=BEFORE), (Touch.IN_TIME,)),
        (replace(STATE, planned_on=NEW_YEAR), (Touch.NEW_LAW,)),
        (replace(STATE, planned_on=AFTER), (Touch.NEW_LAW,)),
        (STATE, (Touch.NO_DAY,)),
        (replace(STATE, sent_on=BEFORE), (Touch.OLD_LAW,)),
    ],
    ids=["planned before", "planned on the day", "planned after", "no day planned", "sent"],
)
def test_a_change_to_come_depends_on_the_day_of_the_notice(
    standing: Standing, expected: tuple[Touch, ...]
) -> None:
    named = replace(standing, words="niveau 3 van de co2-prestatieladder")

    assert touches_of(shift("co2-ladder-4.0"), named, today=TODAY) == expected


@pytest.mark.parametrize(
    ("start", "end", "touched"),
    [
        (date(2026, 12, 31), date(2030, 1, 1), True),
        (date(2026, 12, 31), NEW_YEAR, True),
        (NEW_YEAR, date(2030, 1, 1), False),
        (date(2026, 1, 1), date(2026, 12, 31), False),
        (None, date(2030, 1, 1), False),
        (date(2026, 1, 1), None, False),
    ],
)
def test_a_contract_is_touched_when_its_term_runs_over_the_day(
    start: date | None, end: date | None, touched: bool
) -> None:
    signed = replace(
        STATE,
        cited=frozenset({"co2-ladder"}),
        sent_on=date(2026, 1, 5),
        in_procedure=False,
        contract_start=start,
        contract_end=end,
    )

    found = touches_of(shift("co2-ladder-4.0"), signed, today=TODAY)

    assert found == ((Touch.CONTRACT,) if touched else ())


def test_a_procedure_that_still_runs_may_be_touched_with_its_contract() -> None:
    both = replace(
        STATE, sent_on=date(2025, 12, 1), contract_start=date(2025, 12, 20), contract_end=date(2028, 1, 1)
    )

    assert touches_of(shift("threshold-central"), both, today=TODAY) == (Touch.OLD_LAW, Touch.CONTRACT)


def test_what_holds_for_procedures_only_leaves_contracts_alone() -> None:
    found = shift("threshold-central")
    assert found.after is not None
    procedures_only = replace(
        found, after=replace(found.after, reach=replace(found.reach, in_contract=False))
    )
    signed = replace(
        STATE, in_procedure=False, contract_start=date(2025, 1, 1), contract_end=date(2028, 1, 1)
    )

    assert touches_of(found, signed, today=TODAY) == (Touch.CONTRACT,)
    assert touches_of(procedures_only, signed, today=TODAY) == ()


@pytest.mark.parametrize(
    ("code", "standing", "touched"),
    [
        ("threshold-central", STATE, True),
        ("threshold-other", STATE, False),
        ("threshold-works", STATE, False),
        ("co2-ladder-4.0", STATE, False),
        ("co2-ladder-4.0", replace(STATE, cited=frozenset({"co2-ladder"})), True),
        ("csrd-scope", replace(STATE, words="een verslag volgens de csrd"), True),
        ("csrd-scope", replace(STATE, words="een verslag"), False),
    ],
)
def test_a_tender_is_touched_only_by_what_concerns_it(code: str, standing: Standing, touched: bool) -> None:
    assert bool(touches_of(shift(code), standing, today=TODAY)) == touched


@pytest.mark.parametrize(
    ("products", "touched"),
    [({ProductGroup.CLOUD}, True), ({ProductGroup.COMPUTERS}, False), (set(), True)],
    ids=["of this product", "of another product", "nobody said"],
)
def test_a_fact_about_a_product_concerns_who_buys_it(products: set[ProductGroup], touched: bool) -> None:
    reporting = shift("data-centre-reporting", date(2024, 1, 1))
    buying = replace(STATE, products=frozenset(products))

    assert bool(touches_of(reporting, buying, today=TODAY)) == touched


def test_a_clause_is_found_by_what_it_cites() -> None:
    assert shift("empco").cited_in(["aw2012:2.80", "empco:1", "iso-14021"]) == ("empco:1",)

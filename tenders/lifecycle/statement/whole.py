"""Is a statement whole? Asked while it can still be put right: what a bid states never changes afterwards."""

from collections.abc import Iterable, Iterator, Mapping

from procurement.language import Text
from tenders.lifecycle.not_computable import NotComputable
from tenders.lifecycle.plan.plan import Plan
from tenders.lifecycle.statement.answers import misfit, missing, not_here
from tenders.lifecycle.statement.computed import computed
from tenders.lifecycle.statement.figures import Figure
from tenders.lifecycle.statement.input import InputField
from tenders.lifecycle.statement.inputs import inputs_of
from tenders.lifecycle.statement.offers import offers_from
from tenders.scoring.problem import Problem

Given = Mapping[str, str]
_YES_NO = ("yes", "no")
_NOT_TOGETHER = Text(
    nl="{about}: ‘{label}’ gaat niet samen met de andere bedragen. Koop heeft andere bedragen dan lease en "
    "dienst.",
    en="{about}: ‘{label}’ does not go with the other amounts. A purchase has other amounts than a lease and "
    "a service.",
)


def problems_of_answers(plan: Plan, figures: Mapping[str, Figure], given: Given) -> list[Problem]:
    """Of everything but amounts in euros; a place is the code of the input."""
    asked = [each for each in inputs_of(plan) if not each.is_price]
    found = list(_lacking(asked, given))
    if found:
        return found
    others = {code: each for code, each in figures.items() if not each.is_price}
    found = _not_counted(plan, others, given)
    codes = {each.code for each in asked}
    if plan.cost is not None:
        found += [each for each in _unfit_offers(plan, given) if each.place in codes]
    return list(dict.fromkeys(found))


def problems_of_amounts(
    plan: Plan, figures: Mapping[str, Figure], amounts: Given, answers: Given
) -> list[Problem]:
    """Of the amounts in euros of a bid whose other answers are in the hand."""
    asked = [each for each in inputs_of(plan) if each.is_price]
    found = list(_lacking(asked, {**answers, **amounts}))
    if found or problems_of_answers(plan, figures, answers):
        return found
    costs = {code: each for code, each in figures.items() if each.is_price}
    return list(dict.fromkeys(_not_counted(plan, costs, {**answers, **amounts})))


def problems_of_amounts_alone(plan: Plan, amounts: Given) -> list[Problem]:
    """Of amounts that come while the other answers lie in a vault: do they make up one way of supply?"""
    asked = [each for each in inputs_of(plan) if each.is_price]
    by_answer: dict[str, list[InputField]] = {}
    for each in asked:
        if each.only_if is not None:
            by_answer.setdefault(each.only_if.code, []).append(each)
    known = {each.code: each for each in inputs_of(plan)}
    always = [each for each in asked if each.only_if is None]
    found = [*_misfits([each for each in asked if each.only_if], amounts), *_lacking(always, amounts)]
    for code, fields in by_answer.items():
        options = [each.code for each in known[code].options] or _YES_NO
        ways: list[list[Problem]] = [list(_of_option(fields, amounts, each)) for each in options]
        fewest: list[Problem] = min(ways, key=len)
        found += fewest
    return found


def _of_option(fields: Iterable[InputField], amounts: Given, option: str) -> Iterator[Problem]:
    """What is wrong with the amounts if this were the answer that the bid gave."""
    for each in fields:
        is_asked = each.only_if is not None and option in each.only_if.answers
        if is_asked and not each.is_optional and not amounts.get(each.code):
            yield missing(each)
        elif not is_asked and amounts.get(each.code):
            yield Problem(each.code, _NOT_TOGETHER.format(about=each.about, label=each.label))


def _lacking(asked: Iterable[InputField], given: Given) -> Iterator[Problem]:
    """Answers that are not there, do not fit, or go with another answer than the one given."""
    for each in asked:
        answer, needs = given.get(each.code, ""), each.only_if
        if needs is not None and given.get(needs.code, "") not in needs.answers:
            if answer and given.get(needs.code):
                yield not_here(each)
        elif answer:
            yield from _misfits([each], given)
        elif not each.is_optional:
            yield missing(each)


def _misfits(asked: Iterable[InputField], given: Given) -> Iterator[Problem]:
    for each in asked:
        wrong = misfit(given[each.code], each) if given.get(each.code) else None
        if wrong is not None:
            yield Problem(each.code, wrong)


def _not_counted(plan: Plan, figures: Mapping[str, Figure], given: Given) -> list[Problem]:
    problems = computed(plan, figures, "", given).problems
    return [each for of_one in problems.values() for each in of_one]


def _unfit_offers(plan: Plan, given: Given) -> tuple[Problem, ...]:
    """What the cost would refuse; the amounts that are not there yet are among it."""
    try:
        offers_from(plan, "", given)
    except NotComputable as refusal:
        return tuple(refusal.problems)
    return ()

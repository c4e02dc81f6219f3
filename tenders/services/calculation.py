"""The values that are worked out for bids: from the published calculation and what each bid stated."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from django.views.decorators.debug import sensitive_variables

from procurement.language import Text
from procurement.numbers import plain
from tenders.life_cycle_rows import figure_of, plans_of
from tenders.lifecycle.plan import Plan
from tenders.lifecycle.statement import (
    BidFigures,
    Figure,
    InputField,
    computed,
    inputs_of,
    problems_of_amounts,
    problems_of_amounts_alone,
    problems_of_answers,
)
from tenders.models import Bid, BidValue, LifecycleAnswer, Lot
from tenders.published_form import stored_form
from tenders.scoring.problem import Problem
from tenders.services.admitted import admitted_in
from tenders.services.phase_records import prices_were_opened
from tenders.services.phases import Refused

Given = Mapping[str, str]

_OTHER = Text(
    nl="De waarde van inschrijving {bid} bij ‘{criterion}’ is niet wat de bekendgemaakte berekening geeft. "
    "Er is niets berekend. Zet een goede reservekopie terug en vraag uw beheerder om onderzoek.",
    en="The value of bid {bid} for ‘{criterion}’ is not what the published calculation gives. Nothing was "
    "calculated. Restore a sound backup and ask your administrator to investigate.",
)


_NOT_CALCULATED = Text(
    nl="De waarde van inschrijving {bid} bij ‘{criterion}’ is niet te berekenen. {why} Niemand vult die "
    "waarde in. Vraag de inschrijver om uitleg als de wet dat toelaat, of leg de inschrijving terzijde.",
    en="The value of bid {bid} for ‘{criterion}’ cannot be worked out. {why} Nobody fills that value in. Ask "
    "the bidder to clarify where the law allows it, or set the bid aside.",
)


@dataclass(frozen=True, slots=True)
class Calculation:
    """What a lot calculates and what its criteria take, by criterion code. Without a plan nothing is."""

    plan: Plan | None = None
    figures: Mapping[str, Figure] = field(default_factory=dict)

    @property
    def inputs(self) -> tuple[InputField, ...]:
        """What a bid must state, in the order in which a form asks it."""
        return inputs_of(self.plan) if self.plan is not None else ()

    def asked(self, *, is_price: bool) -> dict[str, InputField]:
        return {each.code: each for each in self.inputs if each.is_price is is_price}

    def taken(self, *, is_price: bool) -> dict[str, Figure]:
        return {code: figure for code, figure in self.figures.items() if figure.is_price is is_price}

    def of(self, bid: str, given: Given, *, is_price: bool) -> BidFigures:
        """The values of one bid: of the cost where `is_price`, else all others."""
        taken = self.taken(is_price=is_price)
        if self.plan is None or not taken:
            return BidFigures(bid=bid, values={}, problems={})
        return computed(self.plan, taken, bid, given)

    def wrong_answers(self, given: Given) -> list[Problem]:
        """By the code of the input, why this is no whole statement; amounts in euros left aside."""
        return problems_of_answers(self.plan, self.figures, given) if self.plan is not None else []

    @sensitive_variables()
    def wrong_amounts(self, amounts: Given, answers: Given | None) -> list[Problem]:
        """The same of the amounts in euros; `answers` is None while they lie in a vault."""
        if self.plan is None:
            return []
        own = {code: amount for code, amount in amounts.items() if code in self.asked(is_price=True)}
        if answers is None:
            return problems_of_amounts_alone(self.plan, own)
        return problems_of_amounts(self.plan, self.figures, own, answers)


def calculation_of(lot: Lot) -> Calculation:
    """As published; of a draft as its rows are now. Raises `UnreadableTender`."""
    publication = lot.tender.publications.order_by("-version").first()
    if publication is None:
        return _calculation_of_rows(lot)
    terms = stored_form(publication).terms
    if terms is None:
        return Calculation()
    stated = terms.lots[str(lot.number)]
    figures = {code: each.figure for code, each in stated.criteria.items() if each.figure is not None}
    return Calculation(stated.life_cycle, figures)


def _calculation_of_rows(lot: Lot) -> Calculation:
    rows = lot.criteria.exclude(figure={})
    figures = {row.code: figure for row in rows if (figure := figure_of(row)) is not None}
    return Calculation(plans_of([lot]).get(lot.pk), figures)


@sensitive_variables()
def answers_of(lot: Lot) -> dict[int, dict[str, str]]:
    """By the key of the bid what it stated, by input; amounts in euros from the opening of the prices on."""
    found: dict[int, dict[str, str]] = defaultdict(dict)
    rows = LifecycleAnswer.objects.filter(bid__lot=lot).values_list("bid", "code", "value")
    for bid, code, value in rows:
        found[bid][code] = value
    return dict(found)


def figures_of_bids(lot: Lot, *, with_prices: bool) -> dict[int, BidFigures]:
    """By the key of each bid its values with their working, and the reasons where there is none.

    `with_prices` adds the cost, and only where the prices of the lot were opened.
    """
    calculation, given = calculation_of(lot), answers_of(lot)
    counts_cost = with_prices and prices_were_opened(lot)
    found = {}
    for pk, code in Bid.objects.filter(lot=lot).order_by("code").values_list("pk", "code"):
        quality = calculation.of(code, given.get(pk, {}), is_price=False)
        cost = calculation.of(code, given.get(pk, {}), is_price=True) if counts_cost else None
        found[pk] = _joined(quality, cost) if cost else quality
    return found


def _joined(quality: BidFigures, cost: BidFigures) -> BidFigures:
    return BidFigures(
        bid=quality.bid,
        values={**quality.values, **cost.values},
        problems={**quality.problems, **cost.problems},
    )


def require_fresh_values(lot: Lot) -> None:
    """The stored values are what the published calculation gives now, and no admitted bid lacks one.

    Raises `Refused` naming the others.
    """
    calculation = calculation_of(lot)
    if not calculation.figures:
        return
    stored = {
        (bid, code): value
        for bid, code, value in BidValue.objects.filter(
            bid__lot=lot, criterion__code__in=list(calculation.figures)
        ).values_list("bid", "criterion__code", "value")
    }
    figures = figures_of_bids(lot, with_prices=True)
    fresh = {
        (bid, code): value_text(each.value)
        for bid, found in figures.items()
        for code, each in found.values.items()
    }
    if stored != fresh:
        codes = dict(Bid.objects.filter(lot=lot).values_list("pk", "code"))
        differing = sorted({key for key in stored | fresh if stored.get(key) != fresh.get(key)})
        raise Refused([_OTHER.format(bid=codes[bid], criterion=code) for bid, code in differing])
    admitted = admitted_in([lot.pk]).order_by("code").values_list("pk", flat=True)
    lacking = [reason for pk in admitted for reason in _lacking(figures[pk])]
    if lacking:
        raise Refused(lacking)


def _lacking(figures: BidFigures) -> Iterator[Text]:
    for code, problems in sorted(figures.problems.items()):
        why = [each.message for each in problems]
        joined = Text(nl=" ".join(each.nl for each in why), en=" ".join(each.en for each in why))
        yield _NOT_CALCULATED.format(bid=figures.bid, criterion=code, why=joined)


def value_text(value: Decimal) -> str:
    """As a value is stored: canonical."""
    return plain(value)

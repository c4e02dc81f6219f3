"""The life-cycle cost of one bid: by kind, by year, and every amount with its formula."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from procurement.language import Text
from procurement.numbers import in_both
from tenders.lifecycle.cost.basket import BasketCost
from tenders.lifecycle.cost.compare import LifeCycleCost, Sums
from tenders.lifecycle.cost.flow import Entry
from tenders.lifecycle.cost.kind import CostKind
from tenders.lifecycle.quantity import Quantity
from tenders.lifecycle.sheet.row import meaning_of
from tenders.lifecycle.working import Working

Costed = LifeCycleCost | BasketCost

CENTS = 2

TOTAL = Text(nl="Totaal", en="Total")
_START = Text(nl="start", en="start")
_YEAR = Text(nl="{year}", en="{year}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Amounts:
    """One line of a table in euros: what is paid then, without inflation, and discounted to the start."""

    title: Text
    sums: Sums
    is_total: bool = False

    @property
    def nominal(self) -> Text:
        return euros(self.sums.nominal)

    @property
    def real(self) -> Text:
        return euros(self.sums.real)

    @property
    def present(self) -> Text:
        return euros(self.sums.present)


@dataclass(frozen=True, slots=True)
class Explained:
    """One amount at one moment, with its formula filled in at each step."""

    entry: Entry

    @property
    def kind(self) -> Text:
        return self.entry.flow.kind.label

    @property
    def what(self) -> Text:
        return self.entry.flow.what

    @property
    def moment(self) -> int:
        return self.entry.flow.moment

    @property
    def steps(self) -> tuple[Text, Text, Text]:
        """At the price level, as paid then, and discounted."""
        return (
            solved(self.entry.flow.today),
            solved(self.entry.nominal),
            solved(self.entry.present),
        )

    @property
    def inputs(self) -> tuple[Text, ...]:
        return tuple(meaning_of(each) for each in self.entry.flow.today.inputs)


@dataclass(frozen=True, slots=True)
class CostSheet:
    """Of one kind of device, or of a basket of several."""

    cost: Costed

    @property
    def bid(self) -> str:
        return self.cost.bid

    @property
    def kinds(self) -> tuple[Amounts, ...]:
        """The kinds of cost that this bid has, and the total."""
        found = (Amounts(title=kind.label, sums=self.cost.of_kind(kind)) for kind in kinds_in([self.cost]))
        return (*found, self.total)

    @property
    def years(self) -> tuple[Amounts, ...]:
        """The start, each year of the horizon, and the total."""
        return (*_years(self.cost), self.total)

    @property
    def total(self) -> Amounts:
        return Amounts(title=TOTAL, sums=self.cost.sums, is_total=True)


def explained(cost: LifeCycleCost) -> tuple[Explained, ...]:
    """Every amount of one kind of device, in the order of time."""
    return tuple(Explained(entry) for entry in cost.entries)


def _years(cost: Costed) -> Iterator[Amounts]:
    for moment in moments_of(cost):
        yield Amounts(title=moment_label(moment), sums=cost.in_year(moment))


def moments_of(cost: Costed) -> range:
    """0 is the start."""
    return range(cost.horizon + 1)


def moment_label(moment: int) -> Text:
    return _YEAR.format(year=str(moment)) if moment else _START


def kinds_in(costs: Sequence[Costed]) -> tuple[CostKind, ...]:
    """In the order of the law; a kind that no bid has an amount for is left out."""
    return tuple(kind for kind in CostKind if any(cost.of_kind(kind).nominal.amount for cost in costs))


def euros(amount: Quantity) -> Text:
    return in_both(amount.rounded(CENTS), CENTS)


def solved(working: Working) -> Text:
    """ "100 × 30 × 1 × 0,25 = € 750,00"."""
    filled, outcome = working.filled, working.exact.label(CENTS)
    return Text(nl=f"{filled.nl} = {outcome.nl}", en=f"{filled.en} = {outcome.en}")

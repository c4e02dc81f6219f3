"""Every figure twice: as published and as changed, with the place of each bid in both."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from procurement.language import Text
from tenders.lifecycle.cost.offer import Form
from tenders.lifecycle.not_computable import NotComputable
from tenders.lifecycle.plan import Plan
from tenders.lifecycle.statement import BidFigures, Figure, computed
from tenders.lifecycle.what_if.changes import Changes, changed_plan, problems_of_changes
from tenders.scoring.problem import Problem

NOT_PUBLISHED = Text(
    nl="Dit zijn niet de bekendgemaakte waarden. Gunnen gebeurt met de bekendgemaakte waarden.",
    en="These are not the published values. The award is made with the published values.",
)
_NO_FEES = Text(
    nl="Inschrijving {bid} is lease of een dienst, met vergoedingen voor {given} jaar. Voor {wanted} jaar is "
    "niets geboden. Kies een looptijd van hooguit {given} jaar.",
    en="Bid {bid} is lease or a service, with fees for {given} years. Nothing was offered for {wanted} "
    "years. "
    "Choose a horizon of at most {given} years.",
)
_FEWER_FEES = Text(
    nl="Inschrijving {bid} is lease of een dienst: alleen de vergoedingen van de eerste {wanted} jaar "
    "tellen.",
    en="Bid {bid} is lease or a service: only the fees of the first {wanted} years count.",
)

Given = Mapping[str, Mapping[str, str]]  # by bid: its answers by the code of their input


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Of one bid. None where the bid has no such value; then it has no place either."""

    bid: str
    published: Decimal | None
    changed: Decimal | None
    published_place: int | None
    changed_place: int | None

    @property
    def moved(self) -> bool:
        return self.published_place != self.changed_place


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureCompared:
    """`code` is that of the criterion. Places go by this figure alone, not by the award."""

    code: str
    figure: Figure
    unit: str
    lines: tuple[Line, ...]

    @property
    def places(self) -> int:
        """Decimals for showing: as many as the most exact value has, so that a column stays a column."""
        values = [each for line in self.lines for each in (line.published, line.changed) if each is not None]
        return max((-int(each.as_tuple().exponent) for each in values), default=0)

    @property
    def changes_places(self) -> bool:
        return any(line.moved for line in self.lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIf:
    """It always says that it is not what was published."""

    changes: Changes
    plan: Plan  # as changed
    figures: tuple[FigureCompared, ...]
    remarks: tuple[Text, ...]
    warning: Text = NOT_PUBLISHED


def what_if(plan: Plan, figures: Mapping[str, Figure], given: Given, changes: Changes) -> WhatIf:
    """Raises NotComputable: for values out of bounds, and for each bid that offered nothing so long."""
    problems = (*problems_of_changes(plan, changes), *_not_offered(plan, given, changes))
    if problems:
        raise NotComputable(problems)
    changed = changed_plan(plan, changes)
    before = {bid: computed(plan, figures, bid, answers) for bid, answers in given.items()}
    after = {bid: computed(changed, figures, bid, answers) for bid, answers in given.items()}
    return WhatIf(
        changes=changes,
        plan=changed,
        figures=tuple(
            FigureCompared(
                code=code,
                figure=figure,
                unit=figure.unit(plan),
                lines=tuple(_lines(code, figure, before, after)),
            )
            for code, figure in figures.items()
        ),
        remarks=tuple(_shortened(plan, given, changes)),
    )


def _lines(
    code: str, figure: Figure, before: Mapping[str, BidFigures], after: Mapping[str, BidFigures]
) -> Iterator[Line]:
    published, changed = _values(code, before), _values(code, after)
    places = [places_of(values, lower_is_better=figure.lower_is_better) for values in (published, changed)]
    for bid in before:
        yield Line(
            bid=bid,
            published=published.get(bid),
            changed=changed.get(bid),
            published_place=places[0].get(bid),
            changed_place=places[1].get(bid),
        )


def _values(code: str, found: Mapping[str, BidFigures]) -> dict[str, Decimal]:
    return {bid: each.values[code].value for bid, each in found.items() if code in each.values}


def places_of(values: Mapping[str, Decimal], *, lower_is_better: bool) -> dict[str, int]:
    """Equal values share a place, and the next place is left empty."""
    ordered = sorted(values.values(), reverse=not lower_is_better)
    return {bid: ordered.index(value) + 1 for bid, value in values.items()}


def _not_offered(plan: Plan, given: Given, changes: Changes) -> Iterator[Problem]:
    published, wanted = plan.horizon or 0, changes.horizon or 0
    if plan.cost is not None and wanted > published:
        for bid in _subscribed(plan, given):
            words = {"bid": bid, "given": str(published), "wanted": str(wanted)}
            yield Problem("horizon", _NO_FEES.format(**words))


def _shortened(plan: Plan, given: Given, changes: Changes) -> Iterator[Text]:
    if plan.cost is not None and changes.horizon is not None and changes.horizon < (plan.horizon or 0):
        for bid in _subscribed(plan, given):
            yield _FEWER_FEES.format(bid=bid, wanted=str(changes.horizon))


def _subscribed(plan: Plan, given: Given) -> Sequence[str]:
    forms = [f"{kind.code}:supply.form" for kind in plan.kinds]
    return [
        bid
        for bid, answers in given.items()
        if any(answers.get(form) in (Form.LEASE, Form.SERVICE) for form in forms)
    ]

"""From the published form of a tender to the draft that the legality check reads.

Nothing is asked twice: what the tender says already is joined with what people answered. A suitability
requirement stands among the requirements; what is asked about it goes by its code.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from procurement.numbers import plain
from tenders.catalogue.model import Theme
from tenders.catalogue.themes import theme_behind
from tenders.lint.draft import Draft, Legal, Passage, WeightPolicy
from tenders.lint.draft.award import LifeCycleCost, Weights, WeightStyle
from tenders.lint.draft.bidders import SuitabilityRequirement
from tenders.lint.draft.contract import Authority, Nature
from tenders.lint.draft.procedure import ProcedureKind
from tenders.lint.passages import passages_of
from tenders.publication.model import Terms
from tenders.scoring.model import Lot, Requirement, Tender

SUITABILITY = "suitability"


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """What the form does not say: the law of day `on`, by whose policy, and the days in local time.

    `clauses` are the texts of the contract that goes with it.
    """

    on: date
    authority: Authority | None = None
    notice_sent: date | None = None
    bids_until: date | None = None
    policy: WeightPolicy | None = None
    clauses: tuple[Passage, ...] = ()


def draft_of(tender: Tender, terms: Terms, known: Circumstances) -> Draft:
    """The check reads suitability among the facts about bidders, not among the demands on the offer."""
    bare = replace(tender, lots=tuple(replace(lot, requirements=_offered(lot, terms)) for lot in tender.lots))
    legal = _joined(tender, terms, known)
    return Draft(
        tender=bare,
        legal=legal,
        passages=(*passages_of(bare, legal), *known.clauses),
        on=known.on,
        reasons=terms.reasons,
        policy=known.policy,
        themes=_themes(terms),
    )


def _is_suitability(lot: Lot, requirement: Requirement, terms: Terms) -> bool:
    return terms.lots[lot.code].requirements[requirement.code].kind == SUITABILITY


def _offered(lot: Lot, terms: Terms) -> tuple[Requirement, ...]:
    return tuple(each for each in lot.requirements if not _is_suitability(lot, each, terms))


def _suitability(tender: Tender, terms: Terms) -> Iterator[SuitabilityRequirement]:
    """In published order; the code is unique in the tender: "E2", or "1/E2" of lot 1."""
    details = {each.code: each for each in reversed(terms.legal.bidders.suitability)}
    for lot in tender.lots:
        for each in lot.requirements:
            if _is_suitability(lot, each, terms):
                code = f"{lot.code}/{each.code}" if len(tender.lots) > 1 else each.code
                yield replace(details.get(code, SuitabilityRequirement()), code=code, text=each.text)


def _joined(tender: Tender, terms: Terms, known: Circumstances) -> Legal:
    stated = terms.legal
    exact = tuple(Weights(lot=lot.code, style=WeightStyle.EXACT) for lot in tender.lots)
    return replace(
        stated,
        contract=replace(
            stated.contract, authority=known.authority, nature=Nature(terms.nature), estimate=_estimate(terms)
        ),
        course=replace(stated.course, kind=ProcedureKind(terms.procedure)),
        planning=replace(
            stated.planning,
            notice_sent=known.notice_sent,
            bids_until=known.bids_until,
            urgency=terms.urgency,
        ),
        bidders=replace(stated.bidders, suitability=tuple(_suitability(tender, terms))),
        award=replace(
            stated.award,
            weights=exact,
            life_cycle_cost=tuple(_calculated(cost, terms) for cost in stated.award.life_cycle_cost),
        ),
    )


def _calculated(cost: LifeCycleCost, terms: Terms) -> LifeCycleCost:
    """A published calculation states the data and the method itself, and whether it prices emissions."""
    lot = terms.lots.get(cost.lot)
    plan = lot.life_cycle.cost if lot is not None and lot.life_cycle is not None else None
    if plan is None:
        return cost
    priced = True if plan.carbon_price is not None else cost.externalities
    return replace(cost, data_published=True, method_published=True, externalities=priced)


def _estimate(terms: Terms) -> Decimal | None:
    """Of all lots together, in euros without VAT; None while one of them has none."""
    values = [lot.estimated_value for lot in terms.lots.values()]
    known = [value for value in values if value is not None]
    return Decimal(plain(sum(known, Decimal(0)))) if known and len(known) == len(values) else None


def _themes(terms: Terms) -> dict[str, dict[str, Theme]]:
    """By code of the lot and of the criterion; a lot without any is not there."""
    found: defaultdict[str, dict[str, Theme]] = defaultdict(dict)
    for lot, each in terms.lots.items():
        for code, behind in each.criteria.items():
            theme = theme_behind(behind.theme, behind.catalogue_code)
            if theme is not None:
                found[lot][code] = theme
    return dict(found)

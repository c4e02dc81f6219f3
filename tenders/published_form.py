"""From rows to the published form of a tender: its snapshot and the terms beside it."""

from dataclasses import replace
from decimal import Decimal

from procurement.numbers import plain
from tenders.legal_statements import reasons_given, stated_answers
from tenders.life_cycle_rows import figure_of, plans_of
from tenders.lifecycle.plan import Plan
from tenders.models import Criterion, Lot, Publication, Requirement, Tender
from tenders.publication.form import digest, read_published, readable
from tenders.publication.model import CriterionTerms, LotTerms, Published, RequirementTerms, Terms
from tenders.scorecard.model import CardRules
from tenders.scorecard.shortlist import FEWEST_PLACES
from tenders.scorecard.stored import parts_from_data, rules_from_data
from tenders.snapshots import tender_snapshot

NOTHING_BEHIND = CriterionTerms()


def published_form(tender: Tender) -> Published:
    """The tender as its rows are now. Raises `UnreadableTender` for what could not be read back later."""
    return Published(tender=tender_snapshot(tender, with_bids=False), terms=readable(terms_of(tender)))


def form_digest(tender: Tender) -> str:
    """The SHA-256 that a publication of these rows would carry. Raises `UnreadableTender`."""
    return digest(published_form(tender))


def shown_card(card: CardRules, procedure: str) -> CardRules:
    """A number of places means nothing in a procedure that knows no shortlist."""
    return card if procedure in FEWEST_PLACES else replace(card, places=None)


def stored_form(publication: Publication) -> Published:
    return read_published(publication.snapshot)


def terms_of(tender: Tender) -> Terms:
    lots = tender.lots.order_by("number").prefetch_related("criteria", "requirements")
    plans = plans_of(lots)
    return Terms(
        nature=tender.nature,
        procedure=tender.procedure,
        urgency=tender.urgency,
        deadline=tender.deadline,
        contract_start=tender.contract_start,
        contract_end=tender.contract_end,
        lots={str(lot.number): _lot_terms(lot, plans.get(lot.pk)) for lot in lots},
        legal=stated_answers(tender),
        reasons=reasons_given(tender),
    )


def _lot_terms(lot: Lot, plan: Plan | None) -> LotTerms:
    value = lot.estimated_value
    return LotTerms(
        description=lot.description,
        cpv=lot.cpv,
        estimated_value=None if value is None else Decimal(plain(value)),
        card=CardRules(
            parts=rules_from_data(lot.scorecard_rules),
            required=parts_from_data(lot.suitability_parts),
            places=lot.shortlist_places,
        ),
        life_cycle=plan,
        criteria={
            row.code: stated for row in lot.criteria.all() if (stated := _behind(row)) != NOTHING_BEHIND
        },
        requirements={row.code: _kind(row) for row in lot.requirements.all()},
    )


def _behind(row: Criterion) -> CriterionTerms:
    return CriterionTerms(
        catalogue_code=row.catalogue_code,
        evidence_kind=row.evidence_kind,
        theme=row.theme,
        figure=figure_of(row),
    )


def _kind(row: Requirement) -> RequirementTerms:
    return RequirementTerms(kind=row.kind, catalogue_code=row.catalogue_code)

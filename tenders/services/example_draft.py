"""The draft of the example tender: its lots with their rules, requirements and criteria."""

from dataclasses import replace
from datetime import datetime

from django.contrib.auth.models import User

from procurement.organisations.models import Organisation
from tenders.catalogue.loading import catalogue
from tenders.example.model import Example
from tenders.lint.files import topic_data
from tenders.models import LegalAnswers, Lot, Requirement, Tender
from tenders.scorecard.model import CardRules
from tenders.scorecard.rules import STARTING_RULES
from tenders.scoring import model
from tenders.scoring.files import parameters_data
from tenders.services.criteria import add_criteria, backing_of
from tenders.services.life_cycle import plan_version, save_plan
from tenders.services.scorecard import save_card_rules


def draft_of_example(content: Example, organisation: Organisation, *, at: datetime, actor: User) -> Tender:
    """The tender with its lots; the first lot publishes the points of the scorecard."""
    tender = _tender(content, organisation)
    lots = [_lot(tender, frozen, content, at, actor) for frozen in content.tender.lots]
    LegalAnswers.objects.create(tender=tender, answers=topic_data(content.legal))
    save_card_rules(lot=lots[0], rules=CardRules(parts=STARTING_RULES), at=at, actor=actor)
    return tender


def _tender(content: Example, organisation: Organisation) -> Tender:
    procedure = content.procedure
    return Tender.objects.create(
        organisation=organisation,
        reference=content.tender.reference,
        title=content.tender.title,
        subject=content.tender.subject,
        nature=procedure.nature,
        procedure=procedure.procedure,
        deadline=procedure.deadline,
        award_planned=procedure.award_decision,
        contract_start=procedure.contract_start,
        contract_end=procedure.contract_end,
    )


def _lot(tender: Tender, frozen: model.Lot, content: Example, at: datetime, actor: User) -> Lot:
    lot = Lot.objects.create(
        tender=tender,
        number=int(frozen.code),
        title=frozen.title,
        estimated_value=content.estimates[frozen.code],
        **_rules(frozen.award),
    )
    Requirement.objects.bulk_create(
        _requirement(lot, place, each) for place, each in enumerate(frozen.requirements, 1)
    )
    calculated = content.calculated.get(frozen.code)
    figures = calculated.figures if calculated else {}
    backing = {
        criterion: replace(backing_of(catalogue()[item]), figure=figures.get(criterion, {}))
        for (number, criterion), item in content.catalogue.items()
        if number == frozen.code
    }
    add_criteria(
        lot=lot,
        criteria=frozen.criteria,
        source=content.tender.reference,
        at=at,
        actor=actor,
        backing=backing,
    )
    if calculated:
        save_plan(lot=lot, plan=calculated.plan, seen=plan_version(lot), at=at, actor=actor)
    return lot


def _rules(award: model.AwardRule) -> dict[str, object]:
    zero_price = award.zero_price
    return {
        "award_method": award.method,
        "award_parameters": parameters_data(award.parameters),
        "points": award.points,
        "rounding_places": award.rounding.places,
        "rounding_at": award.rounding.at.value,
        "ties": [_tie(tie) for tie in award.ties],
        "zero_price": zero_price.rule.value if zero_price else "",
        "zero_price_amount": zero_price.amount if zero_price else None,
        "combination": award.combination.value if award.combination else "",
        "falling_away": award.falling_away.value if award.falling_away else "",
    }


def _tie(tie: model.TieRule) -> dict[str, str]:
    return {"by": tie.by.value} | ({"criterion": tie.criterion} if tie.criterion else {})


def _requirement(lot: Lot, position: int, frozen: model.Requirement) -> Requirement:
    return Requirement(
        lot=lot,
        position=position,
        kind=Requirement.Kind.REQUIREMENT,
        code=frozen.code,
        title=frozen.title,
        text=frozen.text,
        proof=frozen.proof,
        basis=list(frozen.basis),
    )

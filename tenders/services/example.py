"""Loading the example tender into rows, in the order in which it would have happened."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import datetime, time
from typing import NamedTuple

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from procurement.organisations.models import Organisation
from tenders.catalogue.loading import catalogue
from tenders.example.model import Example
from tenders.example.model import Supplier as ExampleSupplier
from tenders.example.reading import example
from tenders.models import (
    Bid,
    BidValue,
    Evidence,
    Lot,
    Procedure,
    Requirement,
    RequirementOutcome,
    Supplier,
    Tender,
)
from tenders.procedure.phases import Phase
from tenders.scorecard import model as scorecard
from tenders.scorecard.rules import STARTING_RULES
from tenders.scoring import model
from tenders.scoring.files import parameters_data
from tenders.services.criteria import add_criteria, backing_of
from tenders.services.evaluate import evaluate_lot
from tenders.services.legal_check import approve
from tenders.services.publish import publish
from tenders.services.scorecard import save_card_rules
from tenders.services.transitions import take_step


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """Who takes the steps; they hold these roles in the organisation."""

    officer: User
    lawyer: User
    project_lead: User
    assessors: tuple[User, ...]


@transaction.atomic
def load_example(*, organisation: Organisation, people: People) -> Tender:
    """The example tender with its bids, evaluated; one that is there already is left alone."""
    content = example()
    known = Tender.objects.filter(organisation=organisation, reference=content.tender.reference).first()
    if known is not None:
        return known
    tender = _tender(content, organisation)
    lots = [_lot(tender, frozen, content, people.officer) for frozen in content.tender.lots]
    _published(tender, lots, _published_at(content), people)
    parties = {each.code: _party(organisation, each) for each in content.suppliers}
    for lot, frozen in zip(lots, content.tender.lots, strict=True):
        Procedure.objects.filter(lot=lot).update(phase=Phase.EVALUATION, since=_calculated_at(content))
        _bids(lot, frozen, content, parties)
        evaluate_lot(lot=lot, at=_calculated_at(content), actor=people.officer)
    return tender


def _published(tender: Tender, lots: Sequence[Lot], at: datetime, people: People) -> None:
    rules = scorecard.CardRules(parts=STARTING_RULES)
    save_card_rules(lot=lots[0], rules=rules, at=at, actor=people.officer)
    take_step(lot=lots[0], code="ask-legal-check", at=at, actor=people.officer)
    approve(tender=tender, at=at, actor=people.lawyer)
    publish(tender=tender, at=at, actor=people.officer)


def _published_at(content: Example) -> datetime:
    return timezone.make_aware(datetime.combine(content.procedure.publication, time(9)))


def _calculated_at(content: Example) -> datetime:
    """When the prices are opened: every quality score and piece of evidence has been judged by then."""
    return timezone.make_aware(datetime.combine(content.procedure.price_opening, time(10)))


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
        contract_start=procedure.contract_start,
        contract_end=procedure.contract_end,
    )


def _lot(tender: Tender, frozen: model.Lot, content: Example, actor: User) -> Lot:
    lot = Lot.objects.create(
        tender=tender, number=int(frozen.code), title=frozen.title, **_rules(frozen.award)
    )
    Requirement.objects.bulk_create(
        _requirement(lot, place, each) for place, each in enumerate(frozen.requirements, 1)
    )
    backing = {
        criterion: backing_of(catalogue()[item])
        for (number, criterion), item in content.catalogue.items()
        if number == frozen.code
    }
    add_criteria(
        lot=lot,
        criteria=frozen.criteria,
        source=content.tender.reference,
        at=_published_at(content),
        actor=actor,
        backing=backing,
    )
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


class Party(NamedTuple):
    """A supplier and the evidence that goes with all its bids."""

    supplier: Supplier
    evidence: list[Evidence]


def _party(organisation: Organisation, each: ExampleSupplier) -> Party:
    supplier = Supplier.objects.create(
        organisation=organisation, name=each.name, chamber_of_commerce=each.chamber_of_commerce
    )
    return Party(supplier, _handed_in(supplier, each.evidence))


def _handed_in(supplier: Supplier, pieces: Iterable[scorecard.Evidence]) -> list[Evidence]:
    columns = [field.name for field in fields(scorecard.Evidence)]
    return Evidence.objects.bulk_create(
        Evidence(supplier=supplier, **{name: getattr(piece, name) for name in columns}) for piece in pieces
    )


def _bids(lot: Lot, frozen: model.Lot, content: Example, parties: dict[str, Party]) -> None:
    criteria = {criterion.code: criterion.pk for criterion in lot.criteria.all()}
    requirements = {requirement.code: requirement.pk for requirement in lot.requirements.all()}
    for offered in frozen.bids:
        offer = content.offer(lot=frozen.code, bid=offered.code)
        supplier, evidence = parties[offer.supplier]
        bid = Bid.objects.create(lot=lot, supplier=supplier, code=offered.code, received_at=offer.received_at)
        bid.evidence.set([*evidence, *_handed_in(supplier, offer.proof)])
        BidValue.objects.bulk_create(_values(bid, offered, criteria))
        RequirementOutcome.objects.bulk_create(_outcomes(bid, offered, requirements))


def _values(bid: Bid, offered: model.Bid, criteria: dict[str, int]) -> Iterable[BidValue]:
    for code, value in offered.values.items():
        yield BidValue(
            bid=bid,
            criterion_id=criteria[code],
            value=str(value),
            motivation=offered.motivations.get(code, ""),
        )


def _outcomes(bid: Bid, offered: model.Bid, requirements: dict[str, int]) -> Iterable[RequirementOutcome]:
    for code, pk in requirements.items():
        reason = offered.failed.get(code, "")
        yield RequirementOutcome(bid=bid, requirement_id=pk, met=not reason, reason=reason)

"""The cast of the tests: two authorities, who works there, and a small tender that can be evaluated.

Amaranth buys laptops; its officer, lawyer and juror may see that. Bellis is another authority: its
officer must see nothing of it.
"""

from contextlib import ExitStack
from datetime import UTC, date, datetime
from decimal import Decimal

from django.contrib.auth.models import User

from procurement.organisations.models import Membership, Organisation, Role
from procurement.organisations.roles import give_role
from tenders.models import (
    Bid,
    BidValue,
    Criterion,
    LegalAnswers,
    Lot,
    Procedure,
    Publication,
    Requirement,
    RequirementOutcome,
    Supplier,
    Tender,
)
from tenders.procedure.phases import Phase
from tenders.services.example import People, load_example
from tenders.services.legal_check import approve
from tenders.services.publish import publish
from tenders.services.transitions import take_step
from tests.guards import without_guards
from tests.lawful import lawful_answers
from tests.played import played

PUBLISHED_AT = datetime(2026, 9, 14, 7, 0, tzinfo=UTC)
NOW = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
DEADLINE = datetime(2026, 10, 30, 11, 0, tzinfo=UTC)
PLAN = "Een plan voor het herstellen van de laptops."
AFTER_ADMISSION = (Phase.ASSESSMENT, Phase.CONSENSUS, Phase.PRICE_OPENING, Phase.EVALUATION)


def organisation(name: str = "Amaranth") -> Organisation:
    return Organisation.objects.get_or_create(name=name, defaults={"kind": Organisation.Kind.CENTRAL})[0]


def person(role: Role, of: str = "Amaranth") -> User:
    """A member in this role, for example `officer.amaranth`; made once."""
    authority, username = organisation(of), f"{role.value}.{of.lower()}"
    user, _ = User.objects.get_or_create(username=username)
    if not Membership.objects.filter(user=user, organisation=authority, role=role).exists():
        give_role(user=user, organisation=authority, role=role)
    return user


def tender(of: str = "Amaranth", reference: str = "T-1") -> Tender:
    row = Tender.objects.create(
        organisation=organisation(of),
        reference=reference,
        title="Laptops",
        subject="Levering van laptops met ondersteuning",
        nature=Tender.Nature.SUPPLIES,
        procedure=Tender.Procedure.OPEN,
        deadline=DEADLINE,
        contract_start=date(2027, 1, 1),
        contract_end=date(2030, 12, 31),
    )
    LegalAnswers.objects.create(tender=row, answers=lawful_answers())
    return row


def lot(of: Tender | None = None, number: int = 1) -> Lot:
    """A lot by weighted points: price 60, quality 15, footprint 25 (as a group with one leaf of 25)."""
    row = Lot.objects.create(
        tender=of or tender(),
        number=number,
        title="Laptops",
        estimated_value=Decimal("500000"),
        award_method="weighted-points",
        points=Decimal("100"),
        rounding_places=2,
        rounding_at=Lot.RoundAt.CRITERION,
        ties=[{"by": "quality"}, {"by": "draw"}],
        zero_price=Lot.ZeroPrice.EXCLUDE,
        combination=Lot.Combination.CONSENSUS,
        falling_away=Lot.FallingAway.RECALCULATE,
    )
    Requirement.objects.create(
        lot=row, position=1, kind="requirement", code="E1", title="Garantie", text="Drie jaar garantie."
    )
    _criteria(row)
    return row


def _criteria(row: Lot) -> None:
    _price(row)
    _service(row)
    _footprint(row)


def _price(row: Lot) -> None:
    Criterion.objects.create(
        lot=row,
        position=1,
        code="P",
        title="Prijs",
        weight=Decimal("60"),
        kind=Criterion.Kind.PRICE,
        method="absolute-linear",
        parameters={"floor": "800", "ceiling": "1200", "outside": "clip"},
        unit="€",
        description="De prijs per laptop, in euro zonder btw.",
        proof="Het ingevulde prijzenblad.",
        verification="De inkoper rekent het prijzenblad na.",
        link="De prijs gaat over de laptops uit deze opdracht.",
    )


def _service(row: Lot) -> None:
    service = Criterion.objects.create(
        lot=row,
        position=2,
        code="K",
        title="Service",
        weight=Decimal("15"),
        kind=Criterion.Kind.SCALE,
        method="graded-scale",
        description=PLAN,
        proof="Een plan van hooguit vier pagina's.",
        verification="De beoordelaars leggen het plan naast de niveaus.",
        link="Het plan gaat over het herstellen van de laptops uit deze opdracht.",
    )
    for position, (code, share) in enumerate((("goed", "100"), ("voldoende", "60"), ("matig", "0")), 1):
        service.levels.create(
            position=position, code=code, title=code, share=Decimal(share), description=f"Is {code}."
        )


def _footprint(row: Lot) -> None:
    group = Criterion.objects.create(
        lot=row, position=3, code="D", title="Duurzaamheid", weight=Decimal("25")
    )
    Criterion.objects.create(
        lot=row,
        parent=group,
        position=1,
        code="D1",
        title="CO2-voetafdruk",
        weight=Decimal("25"),
        kind=Criterion.Kind.QUANTITY,
        method="absolute-linear",
        parameters={"floor": "150", "ceiling": "350", "outside": "clip"},
        direction=Criterion.Direction.LOWER,
        unit="kg CO2e",
        theme=Criterion.Theme.CLIMATE,
        description="Het aantal kg CO2e per laptop, van grondstof tot aflevering.",
        proof="De berekening van de fabrikant.",
        verification="De inkoper rekent de opgave na.",
        link="De voetafdruk gaat over het maken van de laptops uit deze opdracht.",
    )


def bid(of: Lot, code: str, price: str, service: str, footprint: str, *, meets: bool = True) -> Bid:
    """One bid with a value for each criterion of `lot()` and the outcome of its requirement."""
    with ExitStack() as lifted:
        if Procedure.objects.filter(lot=of, phase__in=AFTER_ADMISSION).exists():
            for table in ("tenders_bid", "tenders_bidvalue", "tenders_requirementoutcome"):
                lifted.enter_context(without_guards(table))
        return _bid(of, code, price, service, footprint, meets=meets)


def _bid(of: Lot, code: str, price: str, service: str, footprint: str, *, meets: bool) -> Bid:
    authority = of.tender.organisation
    supplier, _ = Supplier.objects.get_or_create(organisation=authority, name=f"Leverancier {code}")
    row = Bid.objects.create(lot=of, supplier=supplier, code=code, received_at=DEADLINE)
    for criterion, value in (("P", price), ("K", service), ("D1", footprint)):
        BidValue.objects.create(
            bid=row,
            criterion=of.criteria.get(code=criterion),
            value=value,
            motivation=f"Waarde van {criterion} gecontroleerd.",
        )
    RequirementOutcome.objects.create(
        bid=row, requirement=of.requirements.get(), met=meets, reason="" if meets else "Twee jaar garantie."
    )
    return row


def lot_with_bids(of: Tender | None = None) -> Lot:
    """A wins on price, B is greener, C fails the requirement."""
    row = lot(of)
    bid(row, "A", "900", "voldoende", "280")
    bid(row, "B", "1050", "goed", "190")
    bid(row, "C", "700", "goed", "160", meets=False)
    return row


def in_phase(row: Lot, phase: Phase) -> Lot:
    """Put the lot in this phase as if it had come there; nothing else happens."""
    with without_guards("tenders_procedure"):
        Procedure.objects.update_or_create(lot=row, defaults={"phase": phase, "since": NOW})
    return row


def approved(of: Tender) -> Tender:
    """The officer asked for the legal check and the lawyer approved the draft."""
    authority, first = of.organisation.name, of.lots.earliest("number")
    officer, lawyer = person(Role.OFFICER, authority), person(Role.LAWYER, authority)
    take_step(lot=first, code="ask-legal-check", at=PUBLISHED_AT, actor=officer)
    approve(tender=of, at=PUBLISHED_AT, actor=lawyer)
    return of


def published(of: Tender, phase: Phase = Phase.PUBLISHED) -> Publication:
    """Approved and published; the lots are then put in `phase`."""
    played(("published", of.pk, phase), lambda: _publish(of, phase))
    return of.publications.get(version=1)


def _publish(of: Tender, phase: Phase) -> None:
    officer = person(Role.OFFICER, of.organisation.name)
    publish(tender=approved(of), at=PUBLISHED_AT, actor=officer)
    for row in of.lots.all():
        in_phase(row, phase)


def example(of: str = "Amaranth") -> Tender:
    """The example tender, loaded for this authority with its own people."""
    played(("example", of), lambda: _example(of))
    return Tender.objects.get(organisation=organisation(of))


def _example(of: str) -> None:
    assessors = [User.objects.get_or_create(username=f"juror-{n}.{of.lower()}")[0] for n in (1, 2, 3)]
    for assessor in assessors:
        give_role(user=assessor, organisation=organisation(of), role=Role.JUROR)
    people = People(
        officer=person(Role.OFFICER, of),
        lawyer=person(Role.LAWYER, of),
        project_lead=person(Role.PROJECT_LEAD, of),
        assessors=tuple(assessors),
    )
    load_example(organisation=organisation(of), people=people)

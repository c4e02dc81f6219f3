"""A piece of evidence of the cast: a certificate of the supplier of bid A, with what goes with it."""

from datetime import date
from decimal import Decimal
from typing import Any

from procurement.organisations.models import Role
from tenders.models import Evidence, EvidenceCheck, EvidenceFile, Lot, OrganisationTarget, Supplier
from tenders.procedure.phases import Phase
from tenders.services.evaluate import evaluate_lot
from tenders.services.evidence import Described, register_evidence
from tenders.services.evidence_checks import Finding, record_check
from tenders.services.evidence_files import add_file
from tenders.services.targets import Stated, state_target
from tests import cast

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
SEEN = "Het register van de instelling noemt dit nummer."


def supplier(name: str = "Leverancier A", of: str = "Amaranth") -> Supplier:
    return Supplier.objects.get_or_create(organisation=cast.organisation(of), name=name)[0]


def described(**other: Any) -> Described:
    usual: dict[str, Any] = {
        "kind": "iso_14001",
        "title": "Certificaat milieumanagement",
        "number": "NL-1401",
        "body": "Keurmeester BV",
        "accredited": True,
        "accreditor": "Raad voor Accreditatie",
        "accreditation": "C 123",
        "standard": "ISO 14001",
        "standard_version": "2015",
        "scope": "Alle vestigingen in Nederland.",
        "covers_performance": True,
        "products": ("Laptop 14", "Laptop 16"),
        "valid_from": date(2025, 1, 1),
        "valid_until": date(2029, 10, 31),
        "source": "Register van de instelling",
    }
    return Described(**(usual | other))


def piece(of: Supplier | None = None, **other: Any) -> Evidence:
    owner = of or supplier()
    officer = cast.person(Role.OFFICER, owner.organisation.name)
    return register_evidence(supplier=owner, described=described(**other), at=cast.NOW, actor=officer)


def finding(**other: Any) -> Finding:
    usual: dict[str, Any] = {
        "outcome": "right",
        "way": "register",
        "remark": SEEN,
        "on": cast.NOW.date(),
    }
    return Finding(**(usual | other))


def checked(row: Evidence, **other: Any) -> EvidenceCheck:
    officer = cast.person(Role.OFFICER, row.supplier.organisation.name)
    return record_check(evidence=row, finding=finding(**other), at=cast.NOW, actor=officer)


def file_of(row: Evidence, content: bytes = PDF, name: str = "certificaat.pdf") -> EvidenceFile:
    officer = cast.person(Role.OFFICER, row.supplier.organisation.name)
    return add_file(evidence=row, name=name, content=content, at=cast.NOW, actor=officer)


def used(row: Evidence, lot: Lot | None = None) -> Lot:
    """Bid A rests on it; the lot is in preparation."""
    found = lot or cast.lot_with_bids()
    found.bids.get(code="A").evidence.add(row)
    return found


def ranked(row: Evidence) -> Lot:
    """A ranking rests on it."""
    lot = used(row)
    cast.published(lot.tender, Phase.EVALUATION)
    evaluate_lot(lot=lot, at=cast.NOW, actor=cast.person(Role.OFFICER))
    return lot


def of_a_known_supplier() -> None:
    """Somebody whom the organisation knew before the tender."""
    row = piece(supplier("Zwaluw B.V."))
    file_of(row)
    checked(row)


def shown() -> Lot:
    """A label that ended, checked twice, with a file, under a ranking; and a target that the lot serves."""
    row = piece(
        kind="energy_star",
        title="Label",
        valid_from=date(2026, 11, 1),
        replaces="label",
        equivalent_of="TCO Certified",
        equivalence="Vergeleken.",
    )
    file_of(row)
    checked(row, outcome="wrong")
    checked(row)
    lot = cast.lot_with_bids()
    lot.criteria.filter(code="D1").update(evidence_kind="refurbished_share", unit="%")
    lot.bids.get(code="A").values.filter(criterion__code="D1").update(value="40")
    used(row, lot)
    targeted()
    cast.published(lot.tender, Phase.EVALUATION)
    evaluate_lot(lot=lot, at=cast.NOW, actor=cast.person(Role.OFFICER))
    return lot


def targeted(of: str = "Amaranth", **other: Any) -> OrganisationTarget:
    """A share of the computers of 2027, when the contract of the cast begins."""
    usual: dict[str, Any] = {
        "category": "computers",
        "year": 2027,
        "indicator": "refurbished_share",
        "least": Decimal(30),
        "planned": 1000,
        "reference": "Besluit 7",
    }
    return state_target(
        organisation=cast.organisation(of),
        stated=Stated(**(usual | other)),
        at=cast.NOW,
        actor=cast.person(Role.LAWYER, of),
    )

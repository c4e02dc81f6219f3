"""Rules to start from. A buyer publishes its own copy; the thresholds here are ours, no standard."""

from decimal import Decimal

from procurement.language import Text
from tenders.scorecard.model import AcceptedKind, EvidenceKind, Grade, Part, PartRule

_FULL = Decimal(1)
_MANAGEMENT = ("aw2012:2.93(1)", "aw2012:2.97(1)", "aw2012:2.97(2)", "iso-14001", "iso-17021")
_PRODUCT_PROOF = ("aw2012:2.78a(3)", "aw2012:2.78a(4)", "aw2012:2.78b(3)", "energy-star-eu")
_CIRCULAR = ("aw2012:2.113a(1)", "gpp-computers")
_PERCENT = Text(nl="%", en="%")
_YEARS = Text(nl="jaar", en="years")


def _any_of(*kinds: EvidenceKind) -> tuple[AcceptedKind, ...]:
    return tuple(AcceptedKind(kind, _FULL) for kind in kinds)


def _grades(full: str, good: str, some: str) -> tuple[Grade, ...]:
    return (
        Grade(Decimal(full), _FULL),
        Grade(Decimal(good), Decimal("0.6")),
        Grade(Decimal(some), Decimal("0.3")),
    )


def _circular(
    part: Part, kind: EvidenceKind, title: Text, points: str, grades: tuple[Grade, ...]
) -> PartRule:
    return PartRule(
        part=part,
        title=title,
        points=Decimal(points),
        accepted=_any_of(kind),
        grades=grades,
        unit=_YEARS if kind is EvidenceKind.SPARE_PARTS else _PERCENT,
        basis=_CIRCULAR,
    )


STARTING_RULES: tuple[PartRule, ...] = (
    PartRule(
        part=Part.ENVIRONMENTAL_MANAGEMENT,
        title=Text(
            nl="Milieumanagement (ISO 14001, EMAS of gelijkwaardig)",
            en="Environmental management (ISO 14001, EMAS or equivalent)",
        ),
        points=Decimal(40),
        accepted=_any_of(EvidenceKind.ISO_14001, EvidenceKind.EMAS, EvidenceKind.EQUIVALENT_MEASURES),
        basis=_MANAGEMENT,
    ),
    PartRule(
        part=Part.ENERGY,
        title=Text(
            nl="Energiezuinige producten (keurmerk, gelijkwaardig keurmerk of testverslag)",
            en="Energy-efficient products (label, equivalent label or test report)",
        ),
        points=Decimal(30),
        accepted=_any_of(
            EvidenceKind.ENERGY_STAR,
            EvidenceKind.TCO_CERTIFIED,
            EvidenceKind.EPEAT,
            EvidenceKind.EU_ECOLABEL,
            EvidenceKind.BLAUER_ENGEL,
            EvidenceKind.TEST_REPORT,
            EvidenceKind.DECLARATION,
        ),
        basis=_PRODUCT_PROOF,
    ),
    _circular(
        Part.REFURBISHED,
        EvidenceKind.REFURBISHED_SHARE,
        Text(nl="Aandeel refurbished", en="Refurbished share"),
        "10",
        _grades("50", "25", "10"),
    ),
    _circular(
        Part.TAKE_BACK,
        EvidenceKind.TAKE_BACK,
        Text(nl="Terugname met gegarandeerd hergebruik", en="Take-back with guaranteed reuse"),
        "10",
        _grades("90", "70", "40"),
    ),
    _circular(
        Part.SPARE_PARTS,
        EvidenceKind.SPARE_PARTS,
        Text(nl="Jaren reserveonderdelen", en="Years of spare parts"),
        "5",
        _grades("7", "5", "3"),
    ),
    _circular(
        Part.SECOND_LIFE,
        EvidenceKind.SECOND_LIFE,
        Text(nl="Dienstmodel met gegarandeerd tweede leven", en="Service model with guaranteed second life"),
        "5",
        _grades("80", "50", "20"),
    ),
)

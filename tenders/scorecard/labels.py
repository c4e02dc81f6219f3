"""Which label exists for which product, and until when: dated facts with their source."""

from dataclasses import dataclass
from datetime import date

from procurement.language import Text
from tenders.scorecard.model import EvidenceKind, Product

LABEL_NAMES: dict[EvidenceKind, str] = {
    EvidenceKind.ENERGY_STAR: "ENERGY STAR",
    EvidenceKind.TCO_CERTIFIED: "TCO Certified",
    EvidenceKind.EPEAT: "EPEAT",
    EvidenceKind.EU_ECOLABEL: "EU Ecolabel",
    EvidenceKind.BLAUER_ENGEL: "Blauer Engel",
    EvidenceKind.ISO_14001: "ISO 14001",
    EvidenceKind.EMAS: "EMAS",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelFact:
    """From `since` on, `remark` holds for this label and product."""

    kind: EvidenceKind
    products: frozenset[Product]
    since: date
    until: date | None = None
    remark: Text
    basis: str


LABEL_FACTS: tuple[LabelFact, ...] = (
    LabelFact(
        kind=EvidenceKind.ENERGY_STAR,
        products=frozenset(Product),
        since=date(2018, 2, 21),
        remark=Text(
            nl="Het Europese programma van ENERGY STAR is op 20-02-2018 geëindigd. Het label telt als "
            "bewijs, "
            "maar u kunt het niet eisen: gelijkwaardig bewijs telt even zwaar.",
            en="The EU programme of ENERGY STAR ended on 20-02-2018. The label counts as proof, but you "
            "cannot require it: equivalent proof counts the same.",
        ),
        basis="energy-star-eu",
    ),
    LabelFact(
        kind=EvidenceKind.EU_ECOLABEL,
        products=frozenset({Product.COMPUTER}),
        since=date(2016, 8, 10),
        remark=Text(
            nl="Of de EU-milieukeur voor computers nog kan worden aangevraagd, is niet vastgesteld. "
            "Vraag haar "
            "niet als enig bewijs; een gelijkwaardig keurmerk of dossier telt even zwaar.",
            en="Whether the EU Ecolabel for computers can still be applied for was not established. Do "
            "not ask "
            "it as the only proof; an equivalent label or file counts the same.",
        ),
        basis="dec2016-1371:1",
    ),
    LabelFact(
        kind=EvidenceKind.EU_ECOLABEL,
        products=frozenset({Product.DISPLAY}),
        since=date(2029, 1, 1),
        remark=Text(
            nl="De criteria van de EU-milieukeur voor beeldschermen golden tot en met 31-12-2028. Ga na "
            "of zij "
            "zijn verlengd; gelijkwaardig bewijs telt even zwaar.",
            en="The EU Ecolabel criteria for displays were valid until 31-12-2028. Check whether they were "
            "prolonged; equivalent proof counts the same.",
        ),
        basis="dec2020-1804:4",
    ),
)


def label_remarks(kind: EvidenceKind, product: Product, on: date) -> tuple[Text, ...]:
    return tuple(
        fact.remark
        for fact in LABEL_FACTS
        if fact.kind is kind
        and product in fact.products
        and fact.since <= on
        and (fact.until is None or on <= fact.until)
    )

"""Which label exists for which product, and until when: dated facts with their source, from `labels.toml`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from procurement.language import Text
from tenders.scorecard.model import EvidenceKind, Product

DATA = Path(__file__).with_name("labels.toml")

LABEL_NAMES: dict[EvidenceKind, str] = {
    EvidenceKind.ENERGY_STAR: "ENERGY STAR",
    EvidenceKind.TCO_CERTIFIED: "TCO Certified",
    EvidenceKind.EPEAT: "EPEAT",
    EvidenceKind.EU_ECOLABEL: "EU Ecolabel",
    EvidenceKind.BLAUER_ENGEL: "Blauer Engel",
    EvidenceKind.ISO_14001: "ISO 14001",
    EvidenceKind.EMAS: "EMAS",
}
PRODUCT_LABELS = tuple(
    kind for kind in LABEL_NAMES if kind not in (EvidenceKind.ISO_14001, EvidenceKind.EMAS)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelFact:
    """From `since` until `until`, both included, `remark` holds for this label and product.

    `limits`: the label cannot, or perhaps cannot, be obtained or required.
    """

    kind: EvidenceKind
    products: frozenset[Product]
    since: date | None = None
    until: date | None = None
    limits: bool
    remark: Text
    basis: str  # code of a citation
    confirmed: bool
    review_by: date

    def holds(self, kind: EvidenceKind, product: Product, on: date) -> bool:
        started = self.since is None or self.since <= on
        return (
            self.kind is kind
            and product in self.products
            and started
            and (self.until is None or on <= self.until)
        )


class LabelFileError(ValueError):
    """The table of labels is wrong; the message names the entry."""


_KEYS = frozenset({"kind", "products", "limits", "source", "confirmed", "review_by", "nl", "en"})
_OPTIONAL = frozenset({"since", "until"})


def read_labels(text: str) -> tuple[LabelFact, ...]:
    """Raises LabelFileError for a missing or unknown key; ValueError for an unknown kind or product."""
    entries = tomllib.loads(text)["labels"]
    return tuple(_fact(number, entry) for number, entry in enumerate(entries, 1))


def _fact(number: int, entry: Mapping[str, Any]) -> LabelFact:
    wrong = (_KEYS - entry.keys()) | (entry.keys() - _KEYS - _OPTIONAL)
    if wrong:
        raise LabelFileError(f"label {number}: {', '.join(sorted(wrong))} is missing or not known")
    return LabelFact(
        kind=EvidenceKind(entry["kind"]),
        products=frozenset(map(Product, entry["products"])),
        since=entry.get("since"),
        until=entry.get("until"),
        limits=entry["limits"],
        remark=Text(nl=entry["nl"], en=entry["en"]),
        basis=entry["source"],
        confirmed=entry["confirmed"],
        review_by=entry["review_by"],
    )


LABEL_FACTS = read_labels(DATA.read_text(encoding="utf-8"))


def label_facts(kind: EvidenceKind, product: Product, on: date) -> tuple[LabelFact, ...]:
    """All that is known about this label on this day; empty where nothing was established."""
    return tuple(fact for fact in LABEL_FACTS if fact.holds(kind, product, on))


def label_remarks(kind: EvidenceKind, product: Product, on: date) -> tuple[Text, ...]:
    """What stands in the way of this label on this day."""
    return tuple(fact.remark for fact in label_facts(kind, product, on) if fact.limits)

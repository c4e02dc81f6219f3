"""Read the files under `data/`: `[[facts]]`, and `[[acts]]` for product law."""

import tomllib
from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import combinations
from pathlib import Path
from typing import Any

from procurement.citations import cite
from procurement.language import Text
from tenders.lint.draft.contract import Authority, Nature, ProductGroup
from tenders.lint.law.fact import Fact
from tenders.lint.law.product_act import DemandKind, ProductAct
from tenders.lint.law.reach import Reach

DATA = Path(__file__).parent / "data"

Table = Mapping[str, Any]


class LawFileError(ValueError):
    """An entry is incomplete, or the same fact stands there twice for one day."""


def load_facts(folder: Path = DATA) -> tuple[Fact, ...]:
    found = tuple(_fact(entry) for entry in _entries(folder, "facts"))
    for one, other in combinations(found, 2):
        if one.code == other.code and (one.holds_on(other.valid_from) or other.holds_on(one.valid_from)):
            raise LawFileError(f"{one.code}: two periods overlap")
    return found


def load_acts(folder: Path = DATA) -> tuple[ProductAct, ...]:
    return tuple(_act(entry) for entry in _entries(folder, "acts"))


def _entries(folder: Path, name: str) -> Iterator[Table]:
    for path in sorted(folder.glob("*.toml")):
        yield from tomllib.loads(path.read_text(encoding="utf-8")).get(name, ())


def _fact(entry: Table) -> Fact:
    try:
        return Fact(value=_number(entry.get("value")), reach=_reach(entry["reach"]), **_dated(entry))
    except KeyError as absent:
        raise LawFileError(f"{entry.get('code', '?')}: {absent} is missing") from None


def _act(entry: Table) -> ProductAct:
    try:
        return ProductAct(
            products=frozenset(ProductGroup(each) for each in entry["products"]),
            demand=DemandKind(entry["demand"]),
            least=_number(entry.get("least")),
            **_dated(entry),
        )
    except KeyError as absent:
        raise LawFileError(f"{entry.get('code', '?')}: {absent} is missing") from None


def _dated(entry: Table) -> dict[str, Any]:
    """What every entry states."""
    return {
        "code": entry["code"],
        "about": Text(nl=entry["about"]["nl"], en=entry["about"]["en"]),
        "source": cite(entry["source"]),
        "valid_from": entry["valid_from"],
        "valid_until": entry.get("valid_until"),
        "review_by": entry["review_by"],
        "confirmed": entry["confirmed"],
    }


def _reach(entry: Table) -> Reach:
    return Reach(
        articles=frozenset(cite(code).code for code in entry["articles"]),
        rules=tuple(entry["rules"]),
        authorities=frozenset(Authority(each) for each in entry.get("authorities", ())),
        natures=frozenset(Nature(each) for each in entry.get("natures", ())),
        products=frozenset(ProductGroup(each) for each in entry.get("products", ())),
        words=tuple(entry.get("words", ())),
        in_contract=entry["in_contract"],
    )


def _number(written: str | None) -> Decimal | None:
    return None if written is None else Decimal(written)

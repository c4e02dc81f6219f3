"""Read `laptops.toml`, the example tender.

Tables of the file:

- `[procedure]`: nature and procedure (codes of the rows), and the dates.
- `[[supplier]]`: code, name, chamber of commerce number (invented), and `[[supplier.evidence]]` with
  the fields of `tenders.scorecard.model.Evidence`, which are those of the rows.
- `[[offer]]`: lot, bid, supplier, time of receipt, `[offer.product]` with the published figures, and
  `[[offer.evidence]]` for what goes with this bid alone.
- `[[opinion]]`: what an assessor gave alone where the panel later agreed on another level. Without one
  the assessor gave what was agreed.
- `[catalogue.<lot>]`: criterion code → catalogue item it was copied from.
- `[estimates]`: lot → estimated value in euros, without VAT.
- `[calculated.<lot>]`: `plan`, what the lot calculates; `figures`, by criterion the value that it takes from
  the plan; `declared`, by which norms and boundaries each bid states its figures.
- `[tender]`: the tender in the format of `manage.py score`, read by `tenders.scoring.files`.

What each bid answers to the criteria that assessors judge stands in `answers.toml`, the answers to the
legal questions in `legal.toml`.

The motivations of D1 (CO2) and D2 (energy) are written here from the figures of the product, so that
figure, source and motivation cannot differ.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from procurement.numbers import dutch, parse
from tenders.example.model import Calculated, Example, Offer, Opinion, Procedure, Product, Supplier
from tenders.example.stated import statement_of
from tenders.lint.draft import Legal
from tenders.lint.files import read_topic
from tenders.scorecard.model import Evidence, EvidenceKind
from tenders.scoring.files import UnreadableTender, from_data
from tenders.scoring.model import Bid, Lot
from tenders.scoring.problem import Problem

FILE = Path(__file__).parent / "laptops.toml"
ANSWERS = Path(__file__).parent / "answers.toml"
LEGAL = Path(__file__).parent / "legal.toml"

_NUMBERS = frozenset(
    {"total", "production_share", "transport_share", "energy", "counted_share", "refurbishing", "end_of_life"}
)


@cache
def example() -> Example:
    document = tomllib.loads(FILE.read_text(encoding="utf-8"))
    calculated = document["calculated"]
    offers = tuple(_stated(_offer(table), calculated) for table in document["offer"])
    tender = from_data(document["tender"])
    return Example(
        procedure=Procedure(**document["procedure"]),
        suppliers=tuple(_supplier(table) for table in document["supplier"]),
        offers=offers,
        opinions=tuple(Opinion(**table) for table in document["opinion"]),
        answers=_answers(tomllib.loads(ANSWERS.read_text(encoding="utf-8"))),
        catalogue={
            (lot, criterion): item
            for lot, items in document["catalogue"].items()
            for criterion, item in items.items()
        },
        calculated={
            lot: Calculated(plan=table["plan"], figures=table["figures"]) for lot, table in calculated.items()
        },
        tender=replace(tender, lots=tuple(_motivated(lot, offers) for lot in tender.lots)),
        estimates={lot: parse(value) for lot, value in document["estimates"].items()},
        legal=_legal(tomllib.loads(LEGAL.read_text(encoding="utf-8"))),
    )


def _legal(topics: Mapping[str, Any]) -> Legal:
    problems: list[Problem] = []
    legal = read_topic(Legal, topics, "legal", problems)
    if problems:
        raise UnreadableTender(problems)
    return legal


def _answers(lots: Mapping[str, Any]) -> dict[tuple[str, str], dict[str, str]]:
    return {
        (lot, bid): {criterion: text.strip() for criterion, text in answers.items()}
        for lot, bids in lots.items()
        for bid, answers in bids.items()
    }


def _supplier(table: Mapping[str, Any]) -> Supplier:
    return Supplier(**{**table, "evidence": _all_evidence(table)})


def _all_evidence(table: Mapping[str, Any]) -> tuple[Evidence, ...]:
    return tuple(_evidence(piece) for piece in table.get("evidence", ()))


def _evidence(table: Mapping[str, Any]) -> Evidence:
    return Evidence(**{**table, "kind": EvidenceKind(table["kind"])})


def _offer(table: Mapping[str, Any]) -> Offer:
    return Offer(**{**table, "product": _product(table["product"]), "evidence": _all_evidence(table)})


def _stated(offer: Offer, calculated: Mapping[str, Any]) -> Offer:
    if offer.lot not in calculated or offer.product.lifetime is None:
        return offer
    return replace(offer, statement=statement_of(offer.product, **calculated[offer.lot]["declared"]))


def _product(table: Mapping[str, Any]) -> Product:
    numbers: dict[str, Any] = {name: parse(table[name]) for name in _NUMBERS & table.keys()}
    return Product(**{**table, **numbers})


def _motivated(lot: Lot, offers: tuple[Offer, ...]) -> Lot:
    products = {offer.bid: offer.product for offer in offers if offer.lot == lot.code}
    return replace(lot, bids=tuple(_with_figures(bid, products[bid.code]) for bid in lot.bids))


def _with_figures(bid: Bid, product: Product) -> Bid:
    if bid.failed:
        return bid
    figures = {"D1": carbon_motivation(product), "D2": energy_motivation(product)}
    return replace(bid, motivations={**bid.motivations, **figures})


def carbon_motivation(product: Product) -> str:
    shares = f"({dutch(product.production_share)} + {dutch(product.transport_share)})"
    counted = f" × {dutch(product.counted_share)}" if product.counted_share != 1 else ""
    added = f" + {dutch(product.refurbishing)} kg" if product.refurbishing else ""
    result = dutch(product.production_and_transport, 1)
    note = f" {product.note}" if product.note else ""
    return (
        f"{_source(product)}: {dutch(product.total)} kg CO2e over de levensduur, waarvan productie en "
        f"transport {shares}. Nagerekend: {dutch(product.total)} × {shares}{counted}{added} = "
        f"{result} kg CO2e.{note}"
    )


def energy_motivation(product: Product) -> str:
    return f"{_source(product)}: jaarverbruik {dutch(product.energy)} kWh."


def _source(product: Product) -> str:
    return f"{product.model}, volgens {product.report} ({product.reported:%m-%Y})"

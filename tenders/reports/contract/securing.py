"""Which clauses hold which promise, and what the tender answers to the questions of the clause library.

A criterion copied from the catalogue names its clauses there. One that a buyer wrote is recognised by its
unit, and otherwise by nothing: the promise is then held by the general clause on promised values.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tenders.catalogue.loading import catalogue
from tenders.catalogue.model import ProductGroup
from tenders.reports.edition import Edition
from tenders.scoring.model import Criterion, Kind, Lot

Answers = dict[str, tuple[str, ...]]
GENERAL_CLAUSE = "promised-values"

_BY_UNIT = (("co2", "co2-product-footprint"), ("co₂", "co2-product-footprint"), ("kwh", "energy-use"))
_TARGETS = {
    "kg co2e per stuk": "co2-product-footprint",
    "kWh per jaar": "energy-use",
    "kWh per year": "energy-use",
}
_KILOGRAMS = re.compile(r"^kg co[2₂](?:-?eq(?:uivalent)?|e| equivalent)?(?= |$)")
_PER = re.compile(r" (?:per|van|of|from) ")
_FIXED = re.compile(r"\d|uur|dag|week|maand|kwartaal|jaar|hour|day|month|quarter|year")
"""What a value is counted over may be called otherwise, unless it is a number or a time."""
_PROMISE_OF = {
    "co2-product-footprint": "co2-footprint",
    "co2-ladder": "co2-ladder",
    "energy-use": "energy-use",
    "refurbished-share": "refurbished",
    "spare-parts-repair": "spare-parts",
    "take-back-reuse": "take-back",
    "labels-proof": "label",
    "co2-per-unit": "co2-per-unit",
    "energy-per-unit": "energy-per-unit",
    "display-energy": "display-energy",
    "warranty": "warranty",
    "battery-endurance": "battery",
    "recycled-content": "recycled-content",
    "second-life": "second-life",
    "equipment-life": "equipment-life",
    "software-updates": "security-updates",
}
_SUBJECT_OF = {
    ProductGroup.HARDWARE: "hardware",
    ProductGroup.DATA_CENTRE_CLOUD: "data-centre",
    ProductGroup.SOFTWARE: "software",
    ProductGroup.ALGORITHMS_AI: "algorithm",
}


@dataclass(frozen=True, slots=True)
class Origin:
    """The catalogue codes of the criteria of a tender: (lot code, criterion code) → catalogue code."""

    codes: Mapping[tuple[str, str], str]

    def clauses(self, lot: Lot, leaf: Criterion) -> tuple[str, ...]:
        """The codes of the clauses that hold what a bid states for this criterion."""
        code = self.codes.get((lot.code, leaf.code), "")
        if code in catalogue() and catalogue()[code].clauses:
            return catalogue()[code].clauses
        if leaf.kind is Kind.LABEL:
            return ("labels-proof",)
        found = [clause for unit, clause in _BY_UNIT if unit in leaf.unit.casefold()]
        return tuple(found[:1])

    def blank(self, lot: Lot, leaf: Criterion) -> tuple[str, str] | None:
        """The clause and the blank that a bid's value fills; none where the buyer measures something else.

        A criterion that a buyer wrote fills the target of the clause with just that unit: the name of the
        blank is then empty.
        """
        code = self.codes.get((lot.code, leaf.code), "")
        if code not in catalogue():
            return _target_of(leaf.unit)
        item = catalogue()[code]
        known = (item.unit.nl, item.unit.en) if item.unit is not None else ()
        if not item.promise or not any(_same_measure(leaf.unit, unit) for unit in known):
            return None
        clause, _, name = item.promise.partition(".")
        return clause, name

    def groups(self) -> Iterator[ProductGroup]:
        for code in self.codes.values():
            if code in catalogue():
                yield catalogue()[code].group


def answers(edition: Edition, lots: Sequence[Lot], origin: Origin, *, services: bool) -> Answers:
    """The answers that the tender gives for a contract on these lots; a lawyer can change them in a draft."""
    leaves = [(lot, leaf) for lot in lots for leaf in lot.leaves() if leaf.kind is not Kind.PRICE]
    secured = [clause for lot, leaf in leaves for clause in origin.clauses(lot, leaf)]
    subjects = {_SUBJECT_OF[group] for group in origin.groups() if group in _SUBJECT_OF}
    if not subjects:
        subjects = {"services" if services else "hardware"}
    return {
        "subject": _in_order(subjects),
        "promises": _in_order(_PROMISE_OF[clause] for clause in secured if clause in _PROMISE_OF),
        "data-carriers": ("yes" if "hardware" in subjects else "no",),
        "duration": ("longer" if _runs_longer_than_a_year(edition) else "single",),
    }


def _target_of(unit: str) -> tuple[str, str] | None:
    written = _KILOGRAMS.sub("kg co2e", unit.casefold())
    return next(((clause, "") for known, clause in _TARGETS.items() if _same_measure(written, known)), None)


def _same_measure(stated: str, known: str) -> bool:
    """kg CO2e per laptop is kg CO2e per device; kWh per 1,000 hours is no kWh per year."""
    (measure, of_what), (known_measure, of_which) = _measure_of(stated), _measure_of(known)
    return measure == known_measure and (of_what == of_which or not _FIXED.search(f"{of_what} {of_which}"))


def _measure_of(unit: str) -> tuple[str, str]:
    measure, _, of_what = _PER.sub("\n", unit.strip().casefold(), count=1).partition("\n")
    return measure, of_what


def _in_order(codes: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(codes)))


def _runs_longer_than_a_year(edition: Edition) -> bool:
    start, end = edition.particulars.contract_start, edition.particulars.contract_end
    return start is not None and end is not None and (end - start).days > 366

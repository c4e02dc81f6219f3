"""The proof of a promised level: within a year after the award, so never a condition to take part."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tenders.lifecycle.ladder.version import Version


class ProofKind(StrEnum):
    CERTIFICATE = "certificate"
    PROJECT_STATEMENT = "project_statement"


class Standing(StrEnum):
    WAITING = "waiting"  # there is still time
    PROVEN = "proven"
    NOT_PROVEN = "not_proven"  # time is up: the sanction follows


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """Of a version of the ladder; a level of another version proves nothing for this tender."""

    kind: ProofKind
    version: str
    level: int
    issued_on: date
    valid_until: date  # included


def due_on(awarded_on: date) -> date:
    """The last day for the proof: a year after the award, on 28 February for an award on the 29th."""
    try:
        return awarded_on.replace(year=awarded_on.year + 1)
    except ValueError:
        return date(awarded_on.year + 1, 2, 28)


def proven_level(version: Version, awarded_on: date, proofs: Sequence[Proof], on: date) -> int:
    """The highest level with a proof that held between the award and this day, and was in time; 0 without."""
    last = min(on, due_on(awarded_on))
    levels = [
        proof.level
        for proof in proofs
        if proof.version == version.code and proof.issued_on <= last and proof.valid_until >= awarded_on
    ]
    return min(max(levels, default=0), version.levels)


def standing(
    version: Version, awarded_on: date, promised: int, proofs: Sequence[Proof], on: date
) -> Standing:
    if proven_level(version, awarded_on, proofs, on) >= promised:
        return Standing.PROVEN
    return Standing.WAITING if on <= due_on(awarded_on) else Standing.NOT_PROVEN

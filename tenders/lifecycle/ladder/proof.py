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
    """The sanction follows on the last two."""

    OPEN = "open"  # there is still time
    PROVEN = "proven"
    LOWER = "lower"  # time is up, and a lower level than promised is proven
    LATE = "late"  # time is up, and nothing is proven


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """Of a version of the ladder; a level of another version proves nothing for this tender.

    `shown_on`: when the authority got it, which is what has to be in time.
    """

    kind: ProofKind
    version: str
    level: int
    issued_on: date
    valid_until: date  # included
    shown_on: date


def due_on(awarded_on: date) -> date:
    """The last day for the proof: a year after the award, on 28 February for an award on the 29th."""
    try:
        return awarded_on.replace(year=awarded_on.year + 1)
    except ValueError:
        return date(awarded_on.year + 1, 2, 28)


def proven_level(version: Version, awarded_on: date, proofs: Sequence[Proof], on: date) -> int:
    """The highest level with a proof that was shown in time and held on that day, after the award; 0 without.

    Whether a level must be kept after its proof ran out is a matter of the contract.
    """
    last = min(on, due_on(awarded_on))
    levels = [
        proof.level
        for proof in proofs
        if proof.version == version.code
        and proof.issued_on <= proof.shown_on <= last
        and proof.valid_until >= max(awarded_on, proof.shown_on)
    ]
    return min(max(levels, default=0), version.levels)


def standing(
    version: Version, awarded_on: date, promised: int, proofs: Sequence[Proof], on: date
) -> Standing:
    proven = proven_level(version, awarded_on, proofs, on)
    if proven >= promised:
        return Standing.PROVEN
    if on <= due_on(awarded_on):
        return Standing.OPEN
    return Standing.LOWER if proven else Standing.LATE

"""The proof of a promised level of the ladder: within a year after the award."""

from datetime import date

import pytest

from tenders.lifecycle.ladder.proof import Proof, ProofKind, Standing, due_on, proven_level, standing
from tenders.lifecycle.ladder.version import VERSIONS

V40 = VERSIONS[1]
AWARDED = date(2027, 3, 1)


@pytest.mark.parametrize(
    ("awarded", "last"),
    [(date(2027, 3, 1), date(2028, 3, 1)), (date(2028, 2, 29), date(2029, 2, 28))],
)
def test_the_proof_is_due_a_year_after_the_award(awarded: date, last: date) -> None:
    assert due_on(awarded) == last


def proof(
    level: int = 2,
    version: str = "4.0",
    issued: date = AWARDED,
    until: date = date(2030, 1, 1),
    shown: date | None = None,
) -> Proof:
    return Proof(
        kind=ProofKind.CERTIFICATE,
        version=version,
        level=level,
        issued_on=issued,
        valid_until=until,
        shown_on=shown or max(issued, AWARDED),
    )


@pytest.mark.parametrize(
    ("proofs", "on", "level", "expected"),
    [
        ([], date(2028, 3, 1), 0, Standing.OPEN),
        ([], date(2028, 3, 2), 0, Standing.LATE),
        ([proof()], AWARDED, 2, Standing.PROVEN),
        ([proof(1), proof(3)], AWARDED, 3, Standing.PROVEN),
        ([proof(1)], date(2028, 3, 2), 1, Standing.LOWER),
        ([proof(1)], date(2028, 3, 1), 1, Standing.OPEN),
        ([proof(shown=date(2028, 3, 1))], date(2029, 1, 1), 2, Standing.PROVEN),
        ([proof(shown=date(2028, 3, 2))], date(2029, 1, 1), 0, Standing.LATE),
        ([proof(issued=date(2028, 1, 2), shown=date(2028, 1, 1))], date(2028, 2, 1), 0, Standing.OPEN),
        ([proof(issued=date(2025, 1, 1))], AWARDED, 2, Standing.PROVEN),
        ([proof(issued=date(2028, 3, 1))], date(2028, 2, 1), 0, Standing.OPEN),
        ([proof(issued=date(2028, 3, 1))], date(2028, 5, 1), 2, Standing.PROVEN),
        ([proof(issued=date(2028, 3, 2))], date(2028, 5, 1), 0, Standing.LATE),
        ([proof(issued=date(2025, 1, 1), until=date(2027, 2, 28))], AWARDED, 0, Standing.OPEN),
        ([proof(issued=date(2025, 1, 1), until=AWARDED)], AWARDED, 2, Standing.PROVEN),
        ([proof(until=date(2027, 6, 1), shown=date(2027, 6, 1))], date(2029, 1, 1), 2, Standing.PROVEN),
        ([proof(until=date(2027, 6, 1), shown=date(2027, 6, 2))], date(2027, 7, 1), 0, Standing.OPEN),
        ([proof(until=date(2027, 6, 1), shown=date(2027, 6, 2))], date(2029, 1, 1), 0, Standing.LATE),
        ([proof(1), proof(until=AWARDED, shown=date(2027, 3, 2))], date(2029, 1, 1), 1, Standing.LOWER),
        ([proof(version="3.1")], AWARDED, 0, Standing.OPEN),
        ([proof(9)], AWARDED, 3, Standing.PROVEN),
    ],
)
def test_the_proof_of_a_promised_second_step(
    proofs: list[Proof], on: date, level: int, expected: Standing
) -> None:
    assert proven_level(V40, AWARDED, proofs, on) == level
    assert standing(V40, AWARDED, 2, proofs, on) is expected


def test_no_level_promised_needs_no_proof() -> None:
    assert standing(V40, AWARDED, 0, [], date(2029, 1, 1)) is Standing.PROVEN

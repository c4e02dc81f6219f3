"""After the award: the proof of the promised level of the ladder, its standing and the sanction."""

import json
from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest
from django.db import DatabaseError, transaction

from clauses.assembly.library import FOLDER
from procurement.audit.models import Event
from procurement.organisations.models import Role
from tenders.lifecycle.ladder.proof import Standing
from tenders.lifecycle.ladder.terms import DiscountIn
from tenders.models import Evidence, LadderProof, Lot
from tenders.procedure.phases import Phase
from tenders.services.ladder_promise import Promised, due_soon, promised_of, sanction_of
from tenders.services.ladder_proof import record_proof
from tenders.services.phases import Refused
from tests import award, cast, evidence, laddered
from tests.tenders.models.raw_sql import run

pytestmark = pytest.mark.django_db

DUE = date(2027, 11, 2)
AFTER = date(2027, 11, 3)
A_YEAR_LATER = cast.NOW + timedelta(days=366)


def promised(lot: Lot) -> Promised:
    found = promised_of(lot)
    assert found is not None
    return found


def refused(attempt: Callable[[], object]) -> list[str]:
    with pytest.raises(Refused) as refusal:
        attempt()
    return [reason.nl for reason in refusal.value.reasons]


def test_the_winner_has_a_year_from_the_award() -> None:
    found = promised(laddered.awarded())

    assert (found.bid.code, found.level, found.due_on) == ("A", 4, DUE)
    assert [found.standing(on) for on in (DUE, AFTER)] == [Standing.OPEN, Standing.LATE]


@pytest.mark.parametrize(
    ("level", "standings"),
    [
        (4, [Standing.PROVEN, Standing.PROVEN]),
        (5, [Standing.PROVEN, Standing.PROVEN]),
        (2, [Standing.OPEN, Standing.LOWER]),
    ],
)
def test_what_a_proof_does(level: int, standings: list[Standing]) -> None:
    lot = laddered.awarded()

    laddered.proved(lot, level)

    assert [promised(lot).standing(on) for on in (DUE, AFTER)] == standings


def test_what_came_after_the_year_proves_nothing() -> None:
    lot = laddered.awarded()

    laddered.proved(lot, 4, at=A_YEAR_LATER, on=A_YEAR_LATER.date())

    assert promised(lot).standing(A_YEAR_LATER.date()) is Standing.LATE


def test_a_certificate_that_proves_wrong_later_counts_no_more() -> None:
    lot, row = laddered.awarded(), laddered.piece()
    laddered.proved(lot, 4, row)

    evidence.checked(row, outcome="wrong")

    assert promised(lot).standing(AFTER) is Standing.LATE


@pytest.mark.parametrize(
    ("discount_in", "proven", "euros"),
    [
        # 1.5 times the difference; the price of A is 900 euros, a point is worth 1,000 euros.
        (DiscountIn.POINTS, 0, "60"),  # 1.5 × 0.04 × 1,000
        (DiscountIn.POINTS, 2, "30"),  # 1.5 × (0.04 − 0.02) × 1,000
        (DiscountIn.PERCENT, 0, "54"),  # 1.5 × 4% of 900
        (DiscountIn.PERCENT, 3, "13.5"),  # 1.5 × (4% − 3%) of 900
        (DiscountIn.EUROS, 0, "0.06"),  # 1.5 × 0.04
        (DiscountIn.POINTS, 4, "0"),
        (DiscountIn.POINTS, 5, "0"),
    ],
)
def test_the_sanction_in_euros(discount_in: DiscountIn, proven: int, euros: str) -> None:
    found = promised(laddered.awarded(discount_in=discount_in))

    assert sanction_of(found, proven).exact.amount == Fraction(euros)


@pytest.mark.parametrize("level", [0, -1])
def test_who_promised_nothing_proves_nothing(level: int) -> None:
    assert promised_of(laddered.awarded(promised=max(level, 0))) is None


def test_before_the_award_and_after_a_withdrawn_decision_nothing_is_due() -> None:
    lot = award.in_verification(award.in_evaluation(laddered.lot()))
    before = promised_of(lot)
    award.step(award.decided(lot), "withdraw-decision")

    assert (before, promised_of(Lot.objects.get(pk=lot.pk))) == (None, None)


def test_a_proof_is_one_row_and_one_event() -> None:
    lot = laddered.awarded()
    events = Event.objects.count()
    row = laddered.piece()
    made = Event.objects.count()

    proof = laddered.proved(lot, 2, row)

    event = Event.objects.latest("pk")
    details = json.loads(event.details)
    assert events < made == Event.objects.count() - 1
    assert event.action == "ladder.proof_recorded"
    assert (details["promised"], details["evidence"]) == (4, row.pk)
    assert (proof.issued_on, proof.valid_until) == (row.valid_from, row.valid_until)


def unchecked() -> Evidence:
    return evidence.piece()


def found_wrong() -> Evidence:
    row = laddered.piece()
    evidence.checked(row, outcome="unclear")
    return row


@pytest.mark.parametrize(
    ("piece", "other", "reason"),
    [
        (unchecked, {}, "Niemand heeft vastgelegd"),
        (found_wrong, {}, "Niemand heeft vastgelegd"),
        (lambda: laddered.piece("B"), {}, "van een andere leverancier"),
        (lambda: laddered.piece(valid_until=None), {}, "van wanneer tot wanneer"),
        (
            lambda: laddered.piece(valid_from=date(2025, 1, 1), valid_until=date(2026, 11, 1)),
            {},
            "liep af vóór de gunning",
        ),
        (
            lambda: laddered.piece(valid_from=date(2025, 1, 1), valid_until=date(2026, 11, 2)),
            {"on": date(2026, 11, 3), "at": cast.NOW + timedelta(days=1)},
            "al verlopen op de dag waarop u het ontving",
        ),
        (lambda: laddered.piece(valid_from=date(2026, 11, 3)), {}, "gaat pas in na de dag"),
        (laddered.piece, {"on": date(2026, 11, 3)}, "ligt in de toekomst"),
        (laddered.piece, {"words": "ja hoor"}, "drie woorden"),
        (laddered.piece, {"level": 6}, "1 tot en met 5"),
        (laddered.piece, {"level": 0}, "1 tot en met 5"),
    ],
)
def test_what_is_no_proof(piece: Callable[[], Evidence], other: dict[str, Any], reason: str) -> None:
    lot, row = laddered.awarded(), piece()
    rest = {name: value for name, value in other.items() if name != "level"}

    reasons = refused(lambda: laddered.proved(lot, other.get("level", 4), row, **rest))

    assert len(reasons) == 1
    assert reason in reasons[0]
    assert not LadderProof.objects.exists()


@pytest.mark.parametrize("role", [Role.LAWYER, Role.AUDITOR, Role.ORGANISATION_ADMIN])
def test_who_records_no_proof(role: Role) -> None:
    lot, shown = laddered.awarded(), laddered.shown(laddered.piece(), 4)

    reasons = refused(lambda: record_proof(lot=lot, shown=shown, at=cast.NOW, actor=cast.person(role)))

    assert "contractmanager" in reasons[0]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE tenders_ladderproof SET level = 4",
        "UPDATE tenders_ladderproof SET shown_on = '2026-01-01'",
        "DELETE FROM tenders_ladderproof",
    ],
)
def test_a_proof_never_changes(statement: str) -> None:
    laddered.proved(laddered.awarded(), 2)

    with pytest.raises(DatabaseError, match="a record never changes"):
        run(statement)


@pytest.mark.parametrize("phase", [Phase.SUBMISSION, Phase.VERIFICATION, Phase.STOPPED])
def test_the_database_takes_no_proof_before_the_award(phase: Phase) -> None:
    lot = laddered.awarded()
    row = laddered.proved(lot, 2)
    cast.in_phase(lot, phase)

    row.pk = None
    with pytest.raises(DatabaseError, match="this phase"), transaction.atomic():
        row.save(force_insert=True)


def soon(today: date) -> list[str]:
    organisations = [cast.organisation().pk]
    found = due_soon(organisations, today=today, within=timedelta(days=60))
    return [each.lot.tender.reference for each in found]


@pytest.mark.parametrize(
    ("today", "count"), [(date(2027, 9, 2), 0), (date(2027, 9, 3), 1), (DUE, 1), (AFTER, 1)]
)
def test_sixty_days_before_it_is_due(today: date, count: int) -> None:
    laddered.awarded()

    assert soon(today) == ["T-1"] * count


def test_what_is_proven_is_not_waited_for() -> None:
    laddered.proved(laddered.awarded(), 4)

    assert soon(AFTER) == []


def test_the_standard_clause_asks_the_same() -> None:
    """The duty in the contract: within a year after the award, one and a half times what was not earned."""
    text = (FOLDER / "co2-ladder" / "1.md").read_text(encoding="utf-8")

    assert "Binnen een jaar na de gunning toont Opdrachtnemer dit aan" in text
    assert "een boete verschuldigd van anderhalf keer het verschil" in text
    assert "krijgt hij drie maanden" in text

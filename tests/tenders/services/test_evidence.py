"""Describing and checking evidence: what it becomes, what is logged, and what stays as it was."""

import json
from datetime import date, timedelta
from typing import Any

import pytest

from procurement.audit.log import first_broken_event
from procurement.audit.models import Event
from procurement.organisations.models import Role
from tenders.models import Evidence, EvidenceCheck
from tenders.procedure.phases import Phase
from tenders.services.evidence import revise_evidence, version_of, why_frozen
from tenders.services.evidence_checks import record_check
from tenders.services.phases import Refused
from tenders.supplier_evidence import evidence_value
from tests import cast, evidence

pytestmark = pytest.mark.django_db


def events() -> list[tuple[str, dict[str, Any]]]:
    rows = Event.objects.filter(action__startswith="evidence.").order_by("sequence")
    return [(event.action, json.loads(event.details)) for event in rows]


def revised(row: Evidence, seen: str | None = None, **other: Any) -> Evidence:
    return revise_evidence(
        evidence=row,
        described=evidence.described(**other),
        seen=version_of(row) if seen is None else seen,
        at=cast.NOW,
        actor=cast.person(Role.OFFICER),
    )


def test_everything_that_a_piece_says_is_kept() -> None:
    row = evidence.piece(
        replaces="standard", equivalent_of="ISO 14001", equivalence="De eisen zijn naast elkaar gelegd."
    )

    kept = Evidence.objects.get(pk=row.pk)
    assert (kept.accreditor, kept.accreditation, kept.accredited) == ("Raad voor Accreditatie", "C 123", True)
    assert (kept.standard, kept.standard_version, kept.products) == (
        "ISO 14001",
        "2015",
        ["Laptop 14", "Laptop 16"],
    )
    assert (kept.replaces, kept.equivalence) == ("standard", "De eisen zijn naast elkaar gelegd.")
    assert kept.checked_on is None


def test_the_scorecard_reads_it_as_before() -> None:
    value = evidence_value(evidence.piece())

    assert (value.kind, value.number, value.accredited, value.valid_until) == (
        "iso_14001",
        "NL-1401",
        True,
        date(2029, 10, 31),
    )


def test_a_new_description_is_an_event_with_what_was_and_asks_a_new_check() -> None:
    row = evidence.piece()
    evidence.checked(row)
    row.refresh_from_db()

    revised(row, title="Ander certificaat")

    row.refresh_from_db()
    action, told = events()[-1]
    assert (row.title, row.checked_on) == ("Ander certificaat", None)
    assert (action, told["before"]["title"], told["after"]["title"]) == (
        "evidence.revised",
        "Certificaat milieumanagement",
        "Ander certificaat",
    )
    assert first_broken_event(cast.organisation()) is None


def test_saving_without_a_change_adds_nothing_and_keeps_the_check() -> None:
    row = evidence.piece()
    evidence.checked(row)
    row.refresh_from_db()
    before = len(events())

    revised(row)

    row.refresh_from_db()
    assert (len(events()), row.checked_on) == (before, cast.NOW.date())


def test_who_saves_over_a_change_of_somebody_else_is_told() -> None:
    row = evidence.piece()
    seen = version_of(row)
    revised(row, title="Van de ander")

    with pytest.raises(Refused, match="iemand anders"):
        revised(row, seen, title="Van mij")

    assert Evidence.objects.get(pk=row.pk).title == "Van de ander"


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"valid_from": date(2030, 1, 1), "valid_until": date(2029, 1, 1)}, "Controleer beide data"),
        ({"replaces": "label"}, "waaraan dit bewijs gelijkwaardig is"),
    ],
)
def test_what_cannot_be_is_refused(wrong: dict[str, Any], said: str) -> None:
    with pytest.raises(Refused, match=said):
        evidence.piece(**wrong)

    assert not Evidence.objects.exists()


@pytest.mark.parametrize(
    ("outcome", "counts"), [("right", cast.NOW.date()), ("wrong", None), ("unclear", None)]
)
def test_the_newest_check_says_whether_it_counts_as_checked(outcome: str, counts: date | None) -> None:
    row = evidence.piece()
    evidence.checked(row, on=date(2026, 10, 1))

    evidence.checked(row, outcome=outcome)

    row.refresh_from_db()
    assert row.checked_on == counts
    assert row.checks.count() == 2
    assert events()[-1][1]["before"] == {"checked_on": "2026-10-01"}


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"remark": "ok"}, "drie woorden"),
        ({"on": cast.NOW.date() + timedelta(days=1)}, "toekomst"),
    ],
)
def test_a_check_that_says_nothing_is_refused(wrong: dict[str, Any], said: str) -> None:
    row = evidence.piece()

    with pytest.raises(Refused, match=said):
        evidence.checked(row, **wrong)

    assert not EvidenceCheck.objects.exists()


@pytest.mark.parametrize(
    ("role", "may"),
    [
        (Role.OFFICER, True),
        (Role.PROJECT_LEAD, True),
        (Role.CONTRACT_MANAGER, True),
        (Role.LAWYER, False),
        (Role.AUDITOR, False),
        (Role.JUROR, False),
    ],
)
def test_who_checks(role: Role, may: bool) -> None:
    row, person = evidence.piece(), cast.person(role)

    if may:
        record_check(evidence=row, finding=evidence.finding(), at=cast.NOW, actor=person)
    else:
        with pytest.raises(Refused, match="legt een controle vast"):
            record_check(evidence=row, finding=evidence.finding(), at=cast.NOW, actor=person)

    assert EvidenceCheck.objects.exists() == may


def test_what_a_ranking_rests_on_stays_and_is_still_checked() -> None:
    row = evidence.piece()
    evidence.checked(row)
    evidence.ranked(row)
    row.refresh_from_db()

    with pytest.raises(Refused, match="T-1 / 1 rusten op dit bewijsmiddel"):
        revised(row, title="Ander certificaat")
    evidence.checked(row, outcome="wrong")

    row.refresh_from_db()
    assert (row.title, row.checked_on) == ("Certificaat milieumanagement", cast.NOW.date())
    assert [check.outcome for check in row.checks.all()] == ["right", "wrong"]


@pytest.mark.parametrize(
    ("phase", "frozen"),
    [
        (Phase.OPENING, False),
        (Phase.CONSENSUS, False),
        (Phase.PRICE_OPENING, True),
        (Phase.CONTRACT, True),
        (Phase.STOPPED, False),
    ],
)
def test_it_is_frozen_from_the_locking_of_the_scores_on(phase: Phase, frozen: bool) -> None:
    row = evidence.piece()
    cast.in_phase(evidence.used(row), phase)

    assert (why_frozen(row) is not None) == frozen

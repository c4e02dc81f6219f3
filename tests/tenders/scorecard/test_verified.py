"""Worked verified values: what the evidence proves for one criterion, to the very day."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procurement.numbers import plain
from tenders.scorecard.model import Evidence, EvidenceKind
from tenders.scorecard.verified import Verified, verified_figure, verified_label

DEADLINE = date(2026, 11, 16)

TAKE_BACK = Evidence(
    kind=EvidenceKind.TAKE_BACK,
    title="Terugnameplan",
    number="T-6",
    body="Leverancier (voorbeeld)",
    covers_performance=True,
    value="35",
    valid_until=date(2026, 12, 31),
    source="bijlage 6",
    checked_on=date(2026, 11, 18),
)
REPORT = Evidence(
    kind=EvidenceKind.TEST_REPORT,
    title="Testverslag",
    body="Meetlab (voorbeeld)",
    accredited=True,
    covers_performance=True,
    value="17.21",
    checked_on=date(2026, 11, 18),
)
LABEL = Evidence(
    kind=EvidenceKind.TCO_CERTIFIED,
    title="Registratie TCO",
    covers_performance=True,
    valid_until=date(2027, 1, 1),
    checked_on=date(2026, 11, 18),
)
FILE = Evidence(
    kind=EvidenceKind.DECLARATION,
    title="Technisch dossier",
    covers_performance=True,
    equivalent_of="TCO Certified",
    checked_on=date(2026, 11, 18),
)


def take_back(*evidence: Evidence) -> Verified:
    return verified_figure(evidence, kind=EvidenceKind.TAKE_BACK, on=DEADLINE)


def label(*evidence: Evidence) -> Verified:
    accepted = ("EPEAT", "Blauer Engel (DE-UZ 78)")
    return verified_label(evidence, kind=EvidenceKind.TCO_CERTIFIED, accepted=accepted, on=DEADLINE)


def test_a_checked_piece_proves_its_figure_and_says_who_until_when_and_when_checked() -> None:
    found = take_back(TAKE_BACK)

    assert (found.value, found.used) == ("35", TAKE_BACK)
    assert found.reason.nl == (
        "Terugnameplan (T-6, Leverancier (voorbeeld)): geldig op 16-11-2026, gecontroleerd op 18-11-2026."
    )
    assert found.reason.en == (
        "Terugnameplan (T-6, Leverancier (voorbeeld)): valid on 16-11-2026, checked on 18-11-2026."
    )


def test_the_draft_of_the_motivation_names_the_evidence_and_its_source() -> None:
    assert take_back(replace(TAKE_BACK, number="", body="")).motivation.nl == (
        "Waarde volgens het bewijs. Terugnameplan: geldig op 16-11-2026, gecontroleerd op 18-11-2026. "
        "Bron: bijlage 6."
    )


@pytest.mark.parametrize(
    ("last_day", "value"),
    [(date(2026, 11, 15), None), (date(2026, 11, 16), "35"), (date(2026, 11, 17), "35")],
)
def test_the_piece_counts_up_to_and_including_its_last_day(last_day: date, value: str | None) -> None:
    assert take_back(replace(TAKE_BACK, valid_until=last_day)).value == value


@pytest.mark.parametrize(
    ("piece", "reason"),
    [
        (
            replace(TAKE_BACK, title="Plan", valid_until=date(2026, 11, 15)),
            "Uit Plan volgt geen waarde. Verlopen: geldig tot en met 15-11-2026, de peildatum is 16-11-2026.",
        ),
        (
            replace(TAKE_BACK, covers_performance=False, scope="printers"),
            "Uit Terugnameplan volgt geen waarde. De reikwijdte dekt deze opdracht niet (printers).",
        ),
        (
            replace(TAKE_BACK, value=""),
            "Uit Terugnameplan volgt geen waarde. De waarde ontbreekt of is geen getal.",
        ),
        (
            replace(TAKE_BACK, title="Plan", checked_on=None),
            "Plan is nog niet gecontroleerd. Vul bij het bewijsmiddel in wanneer u het hebt gecontroleerd.",
        ),
        (REPORT, "Bij deze inschrijving zit geen bewijs van deze soort."),
    ],
)
def test_without_a_proven_figure_the_reason_stands_there(piece: Evidence, reason: str) -> None:
    found = take_back(piece)

    assert (found.value, found.used, found.reason.nl) == (None, None, reason)


def test_a_report_of_a_body_that_is_not_accredited_proves_nothing() -> None:
    report = replace(REPORT, accredited=False)

    found = verified_figure([report], kind=EvidenceKind.TEST_REPORT, on=DEADLINE)

    assert (found.value, found.reason.en.split(" (")[0]) == (
        None,
        "No value follows from Testverslag. The body is not accredited",
    )


def test_a_label_that_states_the_same_measurement_proves_the_figure() -> None:
    stating = replace(LABEL, value="16.5")

    found = verified_figure([LABEL, stating], kind=EvidenceKind.TEST_REPORT, on=DEADLINE)

    assert (found.value, found.used) == ("16.5", stating)


def test_pieces_that_contradict_each_other_prove_no_figure() -> None:
    found = take_back(TAKE_BACK, replace(TAKE_BACK, value="40.5"))

    assert found.value is None
    assert found.reason.nl == (
        "De bewijsmiddelen noemen verschillende waarden: 35 / 40,5. Ga na welke voor dit criterium geldt."
    )


def test_an_expired_piece_does_not_contradict_one_that_counts() -> None:
    expired = replace(TAKE_BACK, value="90", valid_until=date(2026, 1, 1))

    assert take_back(expired, TAKE_BACK).value == "35"


@pytest.mark.parametrize(
    ("evidence", "value"),
    [
        ((LABEL,), "label"),
        ((replace(LABEL, kind=EvidenceKind.EPEAT),), "label"),
        ((replace(LABEL, kind=EvidenceKind.BLAUER_ENGEL),), "label"),
        ((replace(LABEL, kind=EvidenceKind.ENERGY_STAR),), "none"),
        ((replace(LABEL, kind=EvidenceKind.ENERGY_STAR, equivalent_of="EPEAT"),), "equivalent"),
        ((FILE,), "equivalent"),
        ((replace(FILE, equivalent_of="Blauer Engel"),), "equivalent"),
        ((replace(FILE, equivalent_of="ISO 14001"),), "none"),
        ((FILE, LABEL), "label"),
        ((replace(LABEL, valid_until=DEADLINE),), "label"),
        ((replace(LABEL, valid_until=date(2026, 11, 15)),), "none"),
        ((replace(LABEL, valid_until=date(2026, 11, 15)), FILE), "equivalent"),
        ((replace(LABEL, checked_on=None),), None),
        ((), "none"),
    ],
)
def test_label_equivalent_or_none_follows_from_the_evidence(
    evidence: tuple[Evidence, ...], value: str | None
) -> None:
    assert label(*evidence).value == value


def test_equivalent_proof_says_what_it_equals() -> None:
    assert label(FILE).reason.nl == (
        "Gelijkwaardig aan TCO Certified. Technisch dossier: geldig op 16-11-2026, gecontroleerd op "
        "18-11-2026."
    )


@given(st.permutations([TAKE_BACK, replace(TAKE_BACK, valid_until=date(2026, 1, 1)), REPORT, LABEL, FILE]))
def test_the_order_of_the_evidence_changes_nothing(evidence: list[Evidence]) -> None:
    assert take_back(*evidence) == take_back(TAKE_BACK)
    assert label(*evidence) == label(LABEL)


@given(st.decimals(min_value=0, max_value=10_000, places=3))
def test_a_proven_figure_is_what_the_evidence_states_in_canonical_text(figure: Decimal) -> None:
    assert take_back(replace(TAKE_BACK, value=str(figure))).value == plain(figure)

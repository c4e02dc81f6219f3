"""What must be verified of the intended winner, and what an end date means."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tenders.procedure.verification import EXCLUSION, Item, Piece, items, lapse
from tenders.scorecard.model import Evidence, EvidenceKind, Part
from tenders.scoring.model import Account, Bid, Criterion, Kind, Requirement
from tests.tenders.scoring.build import bid, lot, price, quantity, scale

AWARD_DAY = date(2026, 11, 2)
CONTRACT_END = date(2030, 12, 31)

LABEL = Criterion(
    code="label",
    title="Label",
    weight=price().weight,
    kind=Kind.LABEL,
    method="label-or-equivalent",
    account=Account(proof="Het keurmerk."),
)
LOT = lot(
    price(),
    scale(),
    replace(quantity(), unit="kg"),
    LABEL,
    requirements=(
        Requirement(code="E1", title="Garantie", proof="De garantievoorwaarden."),
        Requirement(code="E2", title="Taal"),
    ),
)
WINNER = bid("A", price=50, quality="good", co2=20, label="label")


def listed(*pieces: Piece, required: frozenset[Part] = frozenset(), offer: Bid = WINNER) -> tuple[Item, ...]:
    return items(LOT, offer, pieces, required=required, on=AWARD_DAY, contract_end=CONTRACT_END)


def piece(until: date | None) -> Piece:
    return Piece(7, Evidence(kind=EvidenceKind.ISO_14001, title="ISO 14001", valid_until=until))


def test_requirements_and_promises_are_listed_and_prices_and_judgements_are_not() -> None:
    assert [item.code for item in listed()] == [
        EXCLUSION,
        "requirement:E1",
        "requirement:E2",
        "criterion:co2",
        "criterion:label",
    ]


def test_each_item_says_what_to_look_at() -> None:
    assert [item.ask.nl for item in listed()[1:]] == [
        "Gevraagd bewijs: De garantievoorwaarden.",
        "Controleer of de inschrijving hieraan voldoet.",
        "Opgegeven: 20 kg. Controleer of dat klopt.",
        "Opgegeven: het keurmerk zelf. Gevraagd bewijs: Het keurmerk.",
    ]


def test_a_number_is_written_as_each_language_writes_it() -> None:
    item = listed(offer=bid("A", price=50, quality="good", co2=Decimal("1250.5"), label="none"))[-1]

    assert (item.ask.nl, item.ask.en) == (
        "Opgegeven: 1.250,5 kg. Controleer of dat klopt.",
        "Stated: 1,250.5 kg. Check whether that is right.",
    )


def test_who_promised_nothing_has_nothing_to_prove() -> None:
    offer = bid("A", price=50, quality="good", co2=20, label="none")

    assert [item.code for item in listed(offer=offer)][-1] == "criterion:co2"


def test_the_published_parts_of_suitability_are_listed() -> None:
    found = listed(required=frozenset({Part.ENVIRONMENTAL_MANAGEMENT}))

    assert [item.code for item in found if item.code.startswith("suitability:")] == [
        "suitability:environmental-management"
    ]


def test_a_piece_of_evidence_is_listed_with_its_end() -> None:
    item = listed(piece(date(2029, 10, 31)))[-1]

    assert (item.code, item.valid_until) == ("evidence:7", date(2029, 10, 31))
    assert item.lapse is not None
    assert item.lapse.nl == (
        "Verloopt 14 maanden voor het einde van het contract (31 december 2030). Spreek vernieuwing af."
    )


@pytest.mark.parametrize(
    ("until", "months"),
    [
        (date(2029, 10, 31), "14 maanden"),
        (date(2029, 11, 1), "13 maanden"),
        (date(2030, 11, 30), "1 maand"),
        (date(2030, 12, 1), "minder dan een maand"),
        (date(2030, 12, 30), "minder dan een maand"),
    ],
)
def test_whole_months_before_the_end_of_the_contract(until: date, months: str) -> None:
    found = lapse(until, on=AWARD_DAY, contract_end=CONTRACT_END)

    assert found is not None
    assert found.nl.split(" voor ")[0] == f"Verloopt {months}"


@pytest.mark.parametrize("until", [None, CONTRACT_END, date(2031, 1, 1)])
def test_proof_that_outlives_the_contract_needs_no_word(until: date | None) -> None:
    assert lapse(until, on=AWARD_DAY, contract_end=CONTRACT_END) is None


def test_without_an_end_of_the_contract_nothing_is_said_about_it() -> None:
    assert lapse(date(2027, 1, 1), on=AWARD_DAY, contract_end=None) is None


def test_the_day_of_the_award_still_counts_and_the_day_before_does_not() -> None:
    today = lapse(AWARD_DAY, on=AWARD_DAY, contract_end=None)
    yesterday = lapse(date(2026, 11, 1), on=AWARD_DAY, contract_end=CONTRACT_END)

    assert today is None
    assert yesterday is not None
    assert yesterday.nl == (
        "Verlopen op 1 november 2026, vóór de gunning. Dit bewijs telt niet meer: vraag een nieuw."
    )

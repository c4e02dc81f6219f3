"""The proven value beside the entered one: in the grid, on the page of one criterion, in the explanation."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from procurement.organisations.models import Role
from tenders.models import BidValue, Criterion, Evidence, Lot
from tenders.procedure.phases import Phase
from tenders.services.evaluate import evaluate_lot
from tests import cast
from tests.queries import queries

pytestmark = pytest.mark.django_db

REASON = "EcoBook 14 (Fabriek): geldig op 30-10-2026, gecontroleerd op 01-11-2026."
DRAFT = f"Waarde volgens het bewijs. {REASON} Bron: CO2-rapport."


def lot_on_evidence() -> Lot:
    """D1 rests on the footprint of the product; A entered 280 and proves 275.5, B proves what it entered."""
    lot = cast.lot_with_bids()
    lot.criteria.filter(code="D1").update(evidence_kind=Evidence.Kind.PRODUCT_FOOTPRINT)
    footprint(lot, "A", "275.5")
    footprint(lot, "B", "190")
    footprint(lot, "C", "150")
    return cast.in_phase(lot, Phase.OPENING)


def footprint(lot: Lot, code: str, value: str) -> None:
    bid = lot.bids.get(code=code)
    piece = Evidence.objects.create(
        supplier=bid.supplier,
        kind=Evidence.Kind.PRODUCT_FOOTPRINT,
        title="EcoBook 14",
        body="Fabriek",
        covers_performance=True,
        value=value,
        valid_until=date(2026, 10, 30),
        source="CO2-rapport",
        checked_on=date(2026, 11, 1),
    )
    bid.evidence.add(piece)


@pytest.fixture
def lot() -> Lot:
    return lot_on_evidence()


def address(lot: Lot, criterion: str = "") -> str:
    return reverse("tenders:scores", args=[lot.pk]) + (f"?criterion={criterion}" if criterion else "")


def sent(page: Any) -> dict[str, str]:
    form = page.context["form"]
    return {name: form[name].value() or "" for name in form.fields}


def name_of(lot: Lot, bid: str, criterion: str) -> str:
    return f"{lot.bids.get(code=bid).pk}-{lot.criteria.get(code=criterion).pk}"


def proofs(page: Any) -> dict[str, tuple[str, bool, bool]]:
    """By bid, in the row of D1: what the evidence says, whether the value matches, whether it differs."""
    row = next(row for row in page.context["grid"].rows if row.criterion.code == "D1")
    shown = {cell.cell.bid.code: cell.proof for cell in row.cells}
    return {code: (p.says, p.matches, p.differs) for code, p in shown.items() if p is not None}


@pytest.mark.parametrize("criterion", ["", "D1"])
def test_beside_the_value_stands_what_the_evidence_proves(officer: Client, lot: Lot, criterion: str) -> None:
    page = officer.get(address(lot, criterion))

    assert proofs(page) == {
        "A": ("275,5 kg CO2e", False, True),
        "B": ("190,0 kg CO2e", True, False),
    }
    assert page.content.decode().count(REASON) == 2


def test_an_empty_cell_neither_matches_nor_differs(officer: Client, lot: Lot) -> None:
    BidValue.objects.filter(bid__code="A", criterion__code="D1").delete()

    assert proofs(officer.get(address(lot)))["A"] == ("275,5 kg CO2e", False, False)


def test_evidence_that_expired_before_the_deadline_proves_nothing(officer: Client, lot: Lot) -> None:
    Evidence.objects.filter(bids__code="A").update(valid_until=date(2026, 10, 29))

    page = officer.get(address(lot))

    assert proofs(page)["A"] == ("", False, False)
    assert page.content.decode().count("Verlopen: geldig tot en met 29-10-2026") == 1


def test_a_criterion_that_rests_on_no_evidence_shows_none(officer: Client, lot: Lot) -> None:
    lot.criteria.filter(code="D1").update(evidence_kind="")

    page = officer.get(address(lot))

    assert [cell.proof for cell in page.context["grid"].cells] == [None, None, None]


@pytest.mark.parametrize("criterion", ["", "D1"])
def test_taking_over_fills_the_cell_and_saves_nothing(officer: Client, lot: Lot, criterion: str) -> None:
    here, name = address(lot, criterion), name_of(lot, "A", "D1")
    before = sent(officer.get(here))

    page = officer.post(here, before | {"take": name})

    stored = BidValue.objects.get(bid__code="A", criterion__code="D1").value
    assert (page.status_code, stored) == (200, "280")
    assert sent(page) == before | {
        f"value-{name}": "275,5",
        f"why-{name}": f"Waarde van D1 gecontroleerd.\n{DRAFT}",
    }
    assert proofs(page)["A"] == ("275,5 kg CO2e", True, False)


def test_what_was_taken_over_is_saved_like_any_other_value(officer: Client, lot: Lot) -> None:
    taken = officer.post(address(lot), sent(officer.get(address(lot))) | {"take": name_of(lot, "A", "D1")})

    response = officer.post(address(lot), sent(taken))

    row = BidValue.objects.get(bid__code="A", criterion__code="D1")
    assert (response.status_code, row.value) == (302, "275.5")
    assert row.motivation == f"Waarde van D1 gecontroleerd.\n{DRAFT}"


def test_taking_over_twice_writes_the_motivation_once(officer: Client, lot: Lot) -> None:
    take = {"take": name_of(lot, "A", "D1")}
    once = officer.post(address(lot), sent(officer.get(address(lot))) | take)

    twice = officer.post(address(lot), sent(once) | take)

    assert sent(twice) == sent(once)


def test_what_was_typed_elsewhere_stays_when_a_value_is_taken_over(officer: Client, lot: Lot) -> None:
    other = f"value-{name_of(lot, 'B', 'D1')}"
    typed = sent(officer.get(address(lot))) | {other: "1.234,50", "take": name_of(lot, "A", "D1")}

    page = officer.post(address(lot), typed)

    assert sent(page)[other] == "1.234,50"


@pytest.mark.parametrize("bid", ["A", "X"])
def test_a_cell_without_a_proven_value_cannot_be_taken_over(officer: Client, lot: Lot, bid: str) -> None:
    Evidence.objects.filter(bids__code="A").update(checked_on=None)
    take = name_of(lot, "A", "D1") if bid == "A" else "0-0"

    response = officer.post(address(lot), sent(officer.get(address(lot))) | {"take": take})

    assert response.status_code == 400


def test_a_reader_sees_the_proof_without_the_button(client: Client, lot: Lot) -> None:
    client.force_login(cast.person(Role.LAWYER))

    page = client.get(address(lot)).content.decode()

    assert (page.count(REASON), page.count('name="take"')) == (2, 0)
    assert client.post(address(lot), {"take": name_of(lot, "A", "D1")}).status_code == 403


def test_a_label_criterion_follows_from_the_evidence(officer: Client) -> None:
    lot = cast.lot_with_bids()
    Criterion.objects.filter(lot=lot, code="D1").update(
        kind=Criterion.Kind.LABEL,
        method="label-or-equivalent",
        parameters={},
        evidence_kind=Evidence.Kind.TCO_CERTIFIED,
        accepted_labels=["TCO Certified"],
    )

    page = officer.get(address(lot))

    assert proofs(page)["A"][0] == "Geen bewijs"


@pytest.mark.parametrize(
    ("code", "words"), [("A", "wijkt af van het bewijs"), ("B", "gecontroleerd")], ids=["differs", "matches"]
)
def test_the_explanation_holds_the_scored_value_against_the_evidence(
    officer: Client, lot: Lot, code: str, words: str
) -> None:
    cast.in_phase(lot, Phase.EVALUATION)
    evaluate_lot(lot=lot, at=cast.NOW, actor=cast.person(Role.OFFICER))

    page = officer.get(reverse("tenders:explanation", args=[lot.pk, code]))

    [proof] = [one.proof for one in page.context["explained"] if one.proof]
    said = "wijkt af van het bewijs" if proof.differs else "gecontroleerd"
    assert (said, proof.matches, page.content.decode().count(REASON)) == (words, code == "B", 1)


def test_many_bids_with_evidence_cost_no_more_queries(officer: Client, lot: Lot) -> None:
    few = queries(officer, address(lot))
    cast.in_phase(lot, Phase.EVALUATION)
    for number in range(8):
        cast.bid(lot, f"Z{number}", "1000", "goed", "200")
    cast.in_phase(lot, Phase.OPENING)
    for number in range(8):
        footprint(lot, f"Z{number}", "200")

    assert queries(officer, address(lot)) == few


def test_a_figure_without_motivation_follows_from_the_formula(officer: Client) -> None:
    lot = cast.lot_with_bids()
    BidValue.objects.filter(bid__code="A").update(motivation="")
    cast.in_phase(lot, Phase.EVALUATION)
    evaluate_lot(lot=lot, at=cast.NOW, actor=cast.person(Role.OFFICER))

    text = officer.get(reverse("tenders:explanation", args=[lot.pk, "A"])).content.decode()

    assert text.count("Volgt uit de bekendgemaakte formule en de aangeboden waarde.") == 2
    assert text.count("Er is geen motivering opgeschreven.") == 1

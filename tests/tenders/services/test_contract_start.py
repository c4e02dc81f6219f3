"""From the award to a contract: clauses, values and promises of the winning bid, each with its source."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from django.core.management import call_command

from clauses.assembly.award import Award, Promise, award_from_data
from clauses.assembly.origin import given_from_data, origin_of
from clauses.drafts import assembled, chosen_in, clause_from
from clauses.models import ContractDraft
from clauses.services import fill_in, start_draft
from procurement.organisations.models import Role
from tenders.models import Evidence, Lot
from tenders.procedure.standstill import sent_on
from tenders.services.contract_start import NotAwarded, start_contract
from tenders.services.documents import document_bytes
from tenders.services.proofs import checklist
from tenders.services.verification import verify
from tests import award, cast

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 12, 1, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def library() -> None:
    call_command("load_clauses", verbosity=0)


@pytest.fixture
def lot() -> Lot:
    lot = cast.lot_with_bids()
    for code, last in (("A", date(2028, 6, 30)), ("B", date(2028, 7, 31))):
        bid = lot.bids.get(code=code)
        piece = Evidence.objects.create(
            supplier=bid.supplier, kind="epeat", title="Model 1", valid_until=last
        )
        bid.evidence.add(piece)
    lot = award.in_verification(award.in_evaluation(lot))
    seen = replace(award.right(), renewal="Nieuw bewijs vóór de einddatum.")
    for proof in proofs_to_check(lot):
        verify(lot=lot, item=proof, seen=seen, at=cast.NOW, actor=cast.person(Role.OFFICER))
    award.step(lot, "decide-award")
    return lot


def proofs_to_check(lot: Lot) -> list[str]:
    listed = checklist(lot, on=sent_on(cast.NOW))
    assert listed is not None
    return [proof.item.code for proof in listed.proofs]


def started(lot: Lot) -> ContractDraft:
    return start_contract(lot=lot, language="nl", at=NOW, actor=cast.person(Role.OFFICER))


def test_the_winner_s_promises_come_in_with_what_was_asked_and_the_price_does_not(lot: Lot) -> None:
    found = award_from_data(started(lot).award)

    assert (found.lot, found.bid, found.bidder) == ("1", "A", "Leverancier A")
    assert [(each.criterion, each.stated.nl, each.unit, each.direction) for each in found.promises] == [
        ("K", "zoals de inschrijving aanbiedt", "", "exactly"),
        ("D1", "280", "kg CO2e", "at-most"),
    ]
    assert footprint(found).asked == "Het aantal kg CO2e per laptop, van grondstof tot aflevering."
    assert (footprint(found).clause, footprint(found).variable) == (
        "co2-product-footprint",
        "footprint_per_unit",
    )


def footprint(found: Award) -> Promise:
    return next(each for each in found.promises if each.criterion == "D1")


def test_proofs_of_the_winner_come_with_their_last_day(lot: Lot) -> None:
    found = award_from_data(started(lot).award)

    assert [(each.name, each.valid_until) for each in found.proofs] == [
        ("EPEAT – Model 1", date(2028, 6, 30))
    ]


def test_every_value_says_where_it_was_said(lot: Lot) -> None:
    draft = started(lot)

    said = {
        (each.version.clause.code, name): given.said_in.nl
        for each in chosen_in(draft)
        for name, given in given_from_data(each.given).items()
    }
    assert said[("co2-product-footprint", "footprint_per_unit")] == "de inschrijving A, gunningscriterium D1"
    assert said[("definitions", "contractor")] == "de inschrijving A"
    assert said[("definitions", "start_date")] == "de aanbestedingsstukken"
    assert said[("penalties", "award_unit")] == "de aanbestedingsstukken"


def test_a_value_changed_by_hand_stays_and_says_so(lot: Lot) -> None:
    draft = started(lot)
    values = {"co2-product-footprint": {"footprint_per_unit": "300"}}
    fill_in(draft=draft, values=values, revision=2, at=NOW, actor=None)

    again = started(lot)

    chosen = again.chosen.get(version__clause__code="co2-product-footprint")
    variable = clause_from(chosen.version.source).variable("footprint_per_unit")
    assert variable is not None
    origin = origin_of(
        variable, chosen.values["footprint_per_unit"], given_from_data(chosen.given)[variable.name]
    )
    assert (again.pk, chosen.values["footprint_per_unit"], origin.kind) == (draft.pk, "300", "overwritten")


def test_the_draft_that_was_made_before_the_award_is_filled_up(lot: Lot) -> None:
    before = start_draft(
        organisation=lot.tender.organisation, title="Eigen keuze", reference="T-1", language="en",
        answers={"subject": ["hardware"]}, at=NOW, actor=None,
    )  # fmt: skip

    draft = started(lot)

    assert (draft.pk, draft.title) == (before.pk, "Eigen keuze")
    assert "co2-product-footprint" not in {each.version.clause.code for each in chosen_in(draft)}
    assert assembled(draft).values["definitions"]["contractor"] == "Leverancier A"


def test_without_an_award_decision_there_is_nothing_to_start() -> None:
    lot = award.in_evaluation()

    with pytest.raises(NotAwarded):
        started(lot)

    assert not ContractDraft.objects.exists()


def test_the_contract_of_the_tender_follows_the_draft(lot: Lot) -> None:
    started(lot)

    name, _type, content = document_bytes(tender=lot.tender, name="overeenkomst.docx", language="nl")

    assert (name, content[:2]) == ("T-1-overeenkomst.docx", b"PK")


def test_lots_of_one_tender_have_drafts_of_their_own() -> None:
    tender = cast.tender()
    first, second = cast.lot_with_bids(tender), cast.lot(tender, number=2)
    lot = award.decided(award.verified(award.in_verification(award.in_evaluation(first))))

    draft = started(lot)

    assert (draft.reference, draft.subject) == ("T-1 / 1", f"lot {lot.pk}")
    assert second.tender_id == lot.tender_id

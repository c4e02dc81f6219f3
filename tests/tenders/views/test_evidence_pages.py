"""The register of evidence and one piece: who sees it, what stands there, and what a form does."""

from datetime import date
from io import BytesIO

import openpyxl
import pytest
from django.urls import reverse

from procurement.organisations.models import Role
from tenders.models import AwardDecision, Tender
from tenders.procedure.phases import Phase
from tenders.services.evidence import revise_evidence, version_of
from tests import award, cast, evidence
from tests.queries import queries
from tests.signing_in import client_of
from tests.tenders.views.evidence_pages import ADD, READERS, REGISTER, WORKBOOK, file_at, page_of, titles

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", READERS)
def test_who_works_there_reads_register_piece_and_file(role: Role) -> None:
    row = evidence.piece()
    file = evidence.file_of(row)
    client = client_of(role)

    places = (REGISTER, WORKBOOK, page_of(row), file_at(file))
    assert [client.get(place).status_code for place in places] == [200] * 4


@pytest.mark.parametrize(("role", "of"), [(Role.JUROR, "Amaranth"), (Role.ORGANISATION_ADMIN, "Amaranth")])
def test_for_an_assessor_there_is_no_register(role: Role, of: str) -> None:
    row = evidence.piece()
    file = evidence.file_of(row)
    client = client_of(role, of)

    places = (REGISTER, WORKBOOK, ADD, page_of(row), page_of(row, "evidence_change"), file_at(file))
    assert [client.get(place).status_code for place in places] == [404] * 6


def test_another_organisation_finds_nothing() -> None:
    row = evidence.piece()
    file = evidence.file_of(row)
    client = client_of(Role.OFFICER, "Bellis")

    places = (page_of(row), page_of(row, "evidence_change"), file_at(file))
    assert [client.get(place).status_code for place in places] == [404] * 3
    assert client.post(page_of(row), {"act": "check"}).status_code == 404
    assert client.get(REGISTER, {"organisation": row.supplier.organisation_id}).status_code == 404
    assert titles(client.get(REGISTER)) == []
    assert client.get(REGISTER, {"supplier": row.supplier_id}).status_code == 404


def test_a_file_of_another_piece_is_not_found_under_this_one() -> None:
    file, other = evidence.file_of(evidence.piece()), evidence.piece()

    assert client_of().get(reverse("tenders:evidence_file", args=[other.pk, file.pk])).status_code == 404


def test_what_is_asked_is_what_is_listed() -> None:
    first = evidence.piece(title="Eerst", valid_until=date(2027, 1, 1))
    evidence.piece(title="Later", kind="epeat", valid_until=date(2028, 1, 1))
    evidence.piece(evidence.supplier("Ander BV"), title="Zonder einde", valid_until=None)
    evidence.checked(first)
    client = client_of()

    asked = (
        {},
        {"kind": "epeat"},
        {"supplier": first.supplier_id},
        {"expires_before": "2027-01-02"},
        {"expires_before": "2027-01-01"},
        {"unchecked": "on"},
    )
    assert [titles(client.get(REGISTER, each)) for each in asked] == [
        ["Eerst", "Later", "Zonder einde"],
        ["Later"],
        ["Eerst", "Later"],
        ["Eerst"],
        [],
        ["Later", "Zonder einde"],
    ]


def test_the_page_holds_it_against_the_contract_and_names_the_bid() -> None:
    row = evidence.piece(valid_from=date(2026, 10, 31))
    evidence.used(row)

    text = client_of().get(page_of(row)).content.decode()

    assert "Verloopt 14 maanden voor het einde van het contract (31-12-2030)." in text
    assert "Is op de dag van inschrijving (30-10-2026) nog niet geldig" in text
    assert "T-1, perceel 1, inschrijving A" in text


def test_a_framework_with_extensions_is_held_against_their_end() -> None:
    row = evidence.piece()
    lot = evidence.used(row)
    answers = lot.tender.legal_answers
    answers.answers["agreement"] = {"framework": {"is_one": True, "years": "6"}}
    answers.save()

    text = client_of().get(page_of(row)).content.decode()

    assert "voor het einde van het contract met alle verlengingen (31-12-2032)." in text


def test_before_a_decision_it_is_held_against_the_planned_award() -> None:
    row = evidence.piece(valid_until=date(2026, 11, 15))
    lot = evidence.used(row)
    Tender.objects.update(award_planned=date(2026, 12, 1))
    planned = client_of().get(page_of(row)).content.decode()
    ranking = award.in_evaluation(lot).evaluations.get()
    AwardDecision.objects.create(lot=lot, evaluation=ranking, winner="A", decided_at=cast.NOW)
    decided = client_of().get(page_of(row)).content.decode()

    assert "voor de geplande dag van de gunning (01-12-2026)." in planned
    assert "Is op de dag van de gunning (02-11-2026) geldig." in decided


def test_a_label_says_what_is_known_about_it_with_its_source() -> None:
    row = evidence.piece(kind="eu_ecolabel", title="EU Ecolabel")
    evidence.used(row)

    text = client_of().get(page_of(row)).content.decode()

    assert "Of de EU-milieukeur voor computers nog kan worden aangevraagd, is niet vastgesteld." in text
    assert "Laat een jurist dit bevestigen." in text


def test_a_label_that_no_bid_rests_on_is_told_about_today() -> None:
    row = evidence.piece(kind="blauer_engel", title="Blauer Engel")

    text = client_of().get(page_of(row)).content.decode()

    assert "Blauer Engel heeft criteria voor computers (DE-UZ 78)." in text
    assert text.count("Of dit keurmerk voor deze producten bestaat, is niet vastgesteld.") == 2


def test_what_is_no_label_has_nothing_about_labels() -> None:
    text = client_of().get(page_of(evidence.piece())).content.decode()

    assert "Wat over dit keurmerk bekend is" not in text


def test_several_bids_share_one_piece() -> None:
    row = evidence.piece()
    evidence.used(row, cast.lot_with_bids())
    evidence.used(row, cast.lot_with_bids(cast.tender(reference="T-2")))

    lines = client_of().get(REGISTER).context["lines"]

    assert [[use.bid.lot.tender.reference for use in line.uses] for line in lines] == [["T-1", "T-2"]]


def test_what_was_typed_is_text_on_the_page_and_in_the_workbook() -> None:
    row = evidence.piece(title="<script>alert(1)</script>", scope="=1+1", number="=cmd")
    client = client_of()

    sheet = openpyxl.load_workbook(BytesIO(client.get(WORKBOOK).content)).worksheets[0]

    assert "<script>alert(1)" not in client.get(page_of(row)).content.decode()
    cells = {cell.value: cell.data_type for line in sheet.iter_rows() for cell in line if cell.value}
    assert (cells["=1+1"], cells["=cmd"]) == ("s", "s")


def test_the_workbook_has_a_row_for_each_bid_with_its_shelf_life() -> None:
    row = evidence.piece()
    evidence.used(row, cast.lot_with_bids())
    evidence.used(row, cast.lot_with_bids(cast.tender(reference="T-2")))
    evidence.checked(row)

    answer = client_of().get(WORKBOOK, {"language": "nl"})

    sheet = openpyxl.load_workbook(BytesIO(answer.content)).worksheets[0]
    lines = [[cell.value for cell in line] for line in sheet.iter_rows(min_row=2)]
    assert [(line[3], line[18], line[20]) for line in lines] == [
        ("NL-1401", "T-1", "A"),
        ("NL-1401", "T-2", "A"),
    ]
    assert lines[0][16] == "klopt"
    assert "Verloopt 14 maanden voor het einde van het contract (31-12-2030)." in str(lines[0][21])


def test_the_workbook_calls_right_what_the_piece_says_now_alone() -> None:
    row = evidence.piece()
    evidence.checked(row)
    revise_evidence(
        evidence=row,
        described=evidence.described(title="Ander certificaat"),
        seen=version_of(row),
        at=cast.NOW,
        actor=cast.person(Role.OFFICER),
    )

    answer = client_of().get(WORKBOOK, {"language": "nl"})

    [line] = openpyxl.load_workbook(BytesIO(answer.content)).worksheets[0].iter_rows(min_row=2)
    assert not line[16].value


def test_a_long_register_costs_no_more_queries() -> None:
    client = client_of()
    evidence.used(evidence.piece())
    places = (REGISTER, WORKBOOK)
    one = [queries(client, place) for place in places]

    for number in range(2, 6):
        row = evidence.piece(evidence.supplier(f"Leverancier {number}"))
        evidence.file_of(row)
        evidence.checked(row)
        evidence.used(row, cast.lot_with_bids(cast.tender(reference=f"T-{number}")))

    assert [queries(client, place) for place in places] == one


def test_a_piece_with_many_bids_files_and_checks_costs_no_more_queries() -> None:
    client, row = client_of(), evidence.piece()
    evidence.used(row)
    evidence.file_of(row)
    evidence.checked(row)
    one = queries(client, page_of(row))

    for number in range(2, 6):
        evidence.file_of(row, evidence.PDF.replace(b"<<>>", b"<<%d>>" % number))
        evidence.checked(row)
        evidence.used(row, cast.lot_with_bids(cast.tender(reference=f"T-{number}")))

    assert queries(client, page_of(row)) == one


def test_before_the_opening_the_register_names_no_bid() -> None:
    """Bids are rows from the opening on; what is sealed stands nowhere here."""
    row, lot = evidence.piece(), cast.lot()
    cast.published(lot.tender, Phase.SUBMISSION)

    assert [line.uses for line in client_of().get(REGISTER).context["lines"]] == [()]
    assert (
        "Geen geopende inschrijving rust op dit bewijsmiddel."
        in client_of().get(page_of(row)).content.decode()
    )

"""A list of suppliers and prices as a file: shown as it was read, and sealed as a whole or not at all."""

from datetime import datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from openpyxl import Workbook

from procurement.documents.workbook import Sheet
from procurement.documents.writers.ods import ods_bytes
from tenders.models import Lot, SealedBid, SealedPrices
from tests.procurement.documents.examples import workbook as tree
from tests.procurement.incoming.hostile_zips import compound
from tests.procurement.incoming.packages import cells, xlsx
from tests.sealed import bids_page, open_for_bids, opened, values_of

pytestmark = pytest.mark.django_db

HEAD = ["Leverancier", "kvk", "ontvangen", "D1", "P"]
MOMENT = datetime(2026, 10, 27, 10, 15, 7)  # noqa: DTZ001 - as a spreadsheet keeps it
GOOD = ["Delta B.V.", 12345678, MOMENT, 280.25, 1250.5]


@pytest.fixture
def lot() -> Lot:
    return open_for_bids()


def workbook(*rows: list[Any]) -> bytes:
    book, stream = Workbook(), BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(stream)
    return stream.getvalue()


def sent(officer: Client, lot: Lot, content: bytes, name: str = "lijst.xlsx", how: str = "seal") -> Any:
    return officer.post(bids_page(lot), {"table": how, "table-file": SimpleUploadedFile(name, content)})


def button(listed: Any) -> dict[str, str]:
    """What the button under the list sends."""
    form = listed.context["table"]
    text = form["table"].value().replace("\n", "\r\n")  # as a browser does
    return {"table": "seal", "table-table": text, "table-listed": form.listed_as}


def refused(page: HttpResponse) -> str:
    """The page of a refusal, after which nothing is sealed."""
    assert (page.status_code, SealedBid.objects.count(), SealedPrices.objects.count()) == (422, 0, 0)
    return page.content.decode()


def test_a_workbook_is_sealed_with_its_numbers_as_they_are(officer: Client, lot: Lot) -> None:
    listed = sent(officer, lot, workbook(HEAD, GOOD, ["Echo B.V.", None, MOMENT, 200, 99.995]))
    page = officer.post(bids_page(lot), button(listed))

    assert (listed.status_code, page.status_code, SealedBid.objects.count()) == (200, 302, 2)
    opened(lot)
    assert sorted((bid.supplier.name, bid.received_at.isoformat()) for bid in lot.bids.all()) == [
        ("Delta B.V.", "2026-10-27T09:15:07+00:00"),
        ("Echo B.V.", "2026-10-27T09:15:07+00:00"),
    ]
    assert sorted(each["D1"] for each in values_of(lot).values()) == ["200", "280.25"]


def test_a_dry_run_lists_what_was_read_and_the_text_seals_the_same(officer: Client, lot: Lot) -> None:
    page = sent(officer, lot, workbook(HEAD, GOOD), how="dry")

    text = page.content.decode()
    assert (page.status_code, SealedBid.objects.count()) == (200, 0)
    assert "<td>27 oktober 2026 10:15:07</td><td>€ 1.250,50</td><td>280,25 kg CO2e</td>" in text
    [line] = page.context["table"].rows
    again = officer.post(
        bids_page(lot), {"table": "dry", "table-table": page.context["table"]["table"].value()}
    )
    assert again.context["table"].rows == [line]


def test_an_open_document_is_read_alike(officer: Client, lot: Lot) -> None:
    rows = [HEAD, ["Delta B.V.", "12345678", "27-10-2026 10:15:07", Decimal("280.25"), Decimal("1250.5")]]

    page = sent(officer, lot, ods_bytes(tree(Sheet(title="Blad", rows=rows))), "lijst.ods", "dry")

    assert "<td>€ 1.250,50</td><td>280,25 kg CO2e</td>" in page.content.decode()


@pytest.mark.parametrize(
    ("name", "price"),
    [
        ("lijst.csv", "1.250,50"),
        ("lijst.csv", "1250.50"),
        ("lijst.tsv", "1250,5"),
        ("LIJST.TXT", "€ 1.250,50"),
    ],
)
def test_a_plain_file_says_itself_how_its_numbers_are_written(
    officer: Client, lot: Lot, name: str, price: str
) -> None:
    content = f"leverancier;kvk;ontvangen;P\nDelta;12345678;27-10-2026 10:15;{price}\n"

    page = sent(officer, lot, content.encode("cp1252"), name, "dry")

    assert "<td>€ 1.250,50</td>" in page.content.decode()


def test_a_number_that_can_be_two_is_refused_with_its_cell(officer: Client, lot: Lot) -> None:
    page = sent(officer, lot, b"leverancier;ontvangen;P\nDelta;27-10-2026 10:15;1.250\n", "lijst.csv")

    assert "Cel C2: ‘1.250’ is niet duidelijk. Schrijf het met een komma" in refused(page)


def test_a_file_with_both_notations_is_refused_at_the_number_that_can_be_two(
    officer: Client, lot: Lot
) -> None:
    content = b"leverancier;ontvangen;D1;P\nDelta;27-10-2026 10:15;280,250;1250.50\n"

    page = sent(officer, lot, content, "lijst.csv")

    assert "Cel C2: ‘280,250’ is niet duidelijk." in refused(page)


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("=1000+1", "Cel E2: hier staat een formule. Vul de waarde zelf in."),
        ("1.250,50", "Cel E2: ‘1.250,50’ is geen getal. Vul een getal in."),
        ("280", "Cel E2: ‘280’ staat als tekst in de cel. Zet de cel op Getal en typ het opnieuw."),
        ("280,25", "Cel E2: ‘280,25’ staat als tekst in de cel."),
        ("280,25,1", "Cel E2: ‘280,25,1’ is geen getal."),
        ("#N/A", "Cel E2: hier staat een foutmelding (#N/A). Vul een waarde in."),
        (True, "Cel E2: ‘true’ is geen getal. Vul een getal in."),
        (MOMENT, "Cel E2: ‘2026-10-27T10:15:07’ is geen getal. Vul een getal in."),
    ],
)
def test_what_is_no_number_where_one_belongs_is_refused(
    officer: Client, lot: Lot, cell: object, said: str
) -> None:
    page = sent(officer, lot, workbook(HEAD, [*GOOD[:4], cell]))

    assert said in refused(page)


@pytest.mark.parametrize("stored", ["NaN", "1e400", "1_000"])
def test_a_number_that_no_spreadsheet_makes_is_refused(officer: Client, lot: Lot, stored: str) -> None:
    head = cells(
        *(
            f'<c r="{at}1" t="str"><v>{name}</v></c>'
            for at, name in zip("ABC", ["leverancier", "ontvangen", "P"], strict=True)
        )
    )
    line = cells(
        '<c r="A2" t="str"><v>Delta</v></c>',
        '<c r="B2" t="str"><v>27-10-2026 10:15</v></c>',
        f'<c r="C2"><v>{stored}</v></c>',
        row=2,
    )

    assert "Cel C2: " in refused(sent(officer, lot, xlsx(head + line)))


def test_a_formula_in_any_column_and_a_cell_without_a_name_are_refused(officer: Client, lot: Lot) -> None:
    page = sent(officer, lot, workbook(HEAD, ["=A1", *GOOD[1:], "verdwaald"]))

    text = refused(page)
    assert "Cel A2: hier staat een formule." in text
    assert "Cel F2: boven deze cel staat geen kolomnaam." in text


def test_signs_that_turn_the_direction_are_refused(officer: Client, lot: Lot) -> None:
    page = sent(officer, lot, workbook(HEAD, ["Delta \u202eB.V.", *GOOD[1:]]))

    assert "Cel A2: hier staan onzichtbare tekens. Typ de tekst opnieuw." in refused(page)


def test_a_day_without_a_time_is_no_moment_of_receipt(officer: Client, lot: Lot) -> None:
    page = sent(officer, lot, workbook(HEAD, [*GOOD[:2], MOMENT.date(), *GOOD[3:]]))

    assert "Rij 1, Ontvangen op: Schrijf het tijdstip als 20-11-2026 11:30." in refused(page)


def test_one_supplier_twice_is_refused(officer: Client, lot: Lot) -> None:
    page = sent(officer, lot, workbook(HEAD, GOOD, ["delta b.v.", 87654321, *GOOD[2:]]))

    assert "Rij 2, Leverancier: dit staat ook in rij 1. Haal een van de twee weg." in refused(page)


def test_one_wrong_line_seals_none(officer: Client, lot: Lot) -> None:
    page = sent(officer, lot, workbook(HEAD, GOOD, ["Echo", 1, *GOOD[2:]]))

    assert "Rij 2, KvK-nummer: Een KvK-nummer heeft 8 cijfers." in refused(page)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("lijst.xlsx", b"%PDF-1.7", "De inhoud hoort niet bij de naam van het bestand."),
        ("lijst.xlsm", b"PK", "Het bestand bevat macro"),
        ("lijst.xls", compound(encrypted=False), "Dit soort bestand wordt hier niet gelezen."),
        ("lijst.xlsx", compound(encrypted=True), "Het bestand is met een wachtwoord versleuteld."),
        ("lijst.csv", b"\n" * 600_000, "Het lezen van dit bestand vraagt te veel tijd of geheugen."),
        ("lijst.csv", b"leverancier\n", "In dit bestand staat geen inschrijving."),
        ("lijst.csv", b";\n;\n", "In dit bestand staat geen inschrijving."),
    ],
)
def test_a_file_that_cannot_be_read_says_why(
    officer: Client, lot: Lot, name: str, content: bytes, said: str
) -> None:
    assert said in refused(sent(officer, lot, content, name))


@pytest.mark.parametrize("area", ["A2:A3", "A1:E1", "D2:E3"])
def test_cells_that_are_shown_as_one_are_refused_with_their_place(
    officer: Client, lot: Lot, area: str
) -> None:
    book, stream = Workbook(), BytesIO()
    for row in (HEAD, GOOD, ["Echo B.V.", *GOOD[1:]]):
        book.active.append(row)
    book.active.merge_cells(area)
    book.save(stream)

    page = refused(sent(officer, lot, stream.getvalue()))

    first, last = area.split(":")
    assert f"Cel {first} tot en met {last}: deze cellen zijn samengevoegd." in page


def test_another_sheet_may_have_such_cells(officer: Client, lot: Lot) -> None:
    book, stream = Workbook(), BytesIO()
    book.active.append(HEAD)
    book.active.append(GOOD)
    aside = book.create_sheet("Toelichting")
    aside.append(["Over deze lijst", ""])
    aside.merge_cells("A1:B1")
    book.save(stream)

    assert sent(officer, lot, stream.getvalue(), how="dry").status_code == 200

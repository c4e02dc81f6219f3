"""The page that shows a table of product footprints made by others: it informs, and keeps nothing."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import Workbook

from procurement.organisations.models import Role
from tenders.views.life_cycle.product_table import MOST_SHOWN
from tests import cast

pytestmark = pytest.mark.django_db

HEADINGS = ["manufacturer", "name", "gwp_total", "gwp_manufacturing_ratio", "yearly_tec"]
ROW = ["Acme", "Book 13", 161.25, 0.8, 22.5]


def sent(content: bytes, name: str) -> HttpResponse:
    client = Client()
    client.force_login(cast.person(Role.OFFICER))
    address = reverse("tenders:product_table", args=[cast.lot().pk])
    return client.post(address, {"file": SimpleUploadedFile(name, content)})


def as_csv(*rows: list[object]) -> bytes:
    return "\n".join(",".join(str(cell) for cell in row) for row in rows).encode()


def as_xlsx(*rows: list[object]) -> bytes:
    book, content = Workbook(), BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(content)
    return content.getvalue()


@pytest.mark.parametrize(
    ("content", "name"),
    [(as_csv(HEADINGS, ROW), "tabel.csv"), (as_xlsx(HEADINGS, ROW), "tabel.xlsx")],
)
def test_the_products_are_shown_under_the_warning_of_the_maintainers(content: bytes, name: str) -> None:
    response = sent(content, name)

    text = response.content.decode()
    assert response.status_code == 200
    assert "Er is 1 product gelezen. Er zijn 0 fouten gevonden." in text
    assert "raden af om met deze gegevens apparaten van verschillende fabrikanten te vergelijken" in text
    assert [f'<td class="number">{each}</td>' in text for each in ("161,3", "129,0", "22,5")] == [True] * 3


def test_a_wrong_row_is_named_with_its_place_and_left_out() -> None:
    response = sent(as_csv(HEADINGS, ["Acme", "Book", "NaN", 2, ""], ROW), "tabel.csv")

    text = response.content.decode()
    assert "Er is 1 product gelezen. Er zijn 2 fouten gevonden." in text
    assert "regel 2, gwp_total:" in text
    assert "regel 2, gwp_manufacturing_ratio: Dit is een deel van het totaal" in text


@pytest.mark.parametrize(
    ("content", "name", "expected"),
    [
        (b"", "tabel.csv", "leeg"),
        (b"a;b\n1;2\n", "tabel.csv", "De eerste regel noemt niet de kolommen"),
        (as_xlsx(), "tabel.xlsx", "De eerste regel noemt niet de kolommen"),
        (b"MZ\x90", "tabel.csv", "De inhoud hoort niet bij de naam"),
        (as_csv(HEADINGS, ROW), "tabel.xlsx", ".xlsx"),
        (as_csv(HEADINGS, ROW), "tabel.txt", ".csv"),
    ],
)
def test_a_file_that_is_no_table_is_refused_at_its_field(content: bytes, name: str, expected: str) -> None:
    response = sent(content, name)

    [message] = response.context["form"].errors["file"]
    assert response.status_code == 422
    assert expected in message


def test_no_more_is_shown_than_can_be_read() -> None:
    response = sent(as_csv(HEADINGS, *[ROW] * (MOST_SHOWN + 1)), "tabel.csv")

    text = response.content.decode()
    assert f"Er zijn {MOST_SHOWN + 1} producten gelezen." in text
    assert text.count('<th scope="row">Book 13</th>') == MOST_SHOWN
    assert f"Hier staan de eerste {MOST_SHOWN} producten." in text


def test_nothing_is_kept() -> None:
    with CaptureQueriesContext(connection) as found:
        sent(as_csv(HEADINGS, ["Kanarie NV", *ROW[1:]]), "tabel.csv")

    assert [each["sql"] for each in found if "Kanarie" in each["sql"]] == []

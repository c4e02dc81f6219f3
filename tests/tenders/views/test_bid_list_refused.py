"""A file that is no list of bids is refused in words that fit the page."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tenders.models import Lot, SealedBid
from tests.procurement.incoming.packages import docx
from tests.sealed import bids_page, open_for_bids

pytestmark = pytest.mark.django_db

HEAD = b"leverancier;kvk;ontvangen;D1;P"
GOOD = b"Delta B.V.;12345678;27-10-2026 10:15;280,25;1250,50"


@pytest.fixture
def lot() -> Lot:
    return open_for_bids()


def refused(officer: Client, lot: Lot, content: bytes, name: str = "lijst.csv") -> str:
    file = SimpleUploadedFile(name, content)
    page: Any = officer.post(bids_page(lot), {"table": "seal", "table-file": file})
    assert (page.status_code, SealedBid.objects.count()) == (422, 0)
    return str(page.content.decode())


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ([GOOD], "De eerste regel noemt geen kolommen. Zet erboven wat in elke kolom staat: leverancier;"),
        ([GOOD, GOOD], "De eerste regel noemt geen kolommen."),
        ([HEAD], "In dit bestand staat geen inschrijving. Zet er minstens één onder de kolomnamen."),
    ],
)
def test_a_list_without_names_of_columns_or_without_bids_says_which(
    officer: Client, lot: Lot, lines: list[bytes], said: str
) -> None:
    assert said in refused(officer, lot, b"\n".join(lines))


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ([HEAD, GOOD + b";9999"], "Rij 1: hier staan meer waarden dan er kolommen zijn."),
        ([HEAD, GOOD + b";;"], ""),
        ([HEAD, GOOD, GOOD + b";x"], "Rij 2: hier staan meer waarden dan er kolommen zijn."),
        (
            [HEAD.replace(b";", b","), GOOD.replace(b";", b",")],
            "Scheid de kolommen met een puntkomma of een tab",
        ),
        (
            [HEAD.replace(b";", b","), b"Delta,12345678,27-10-2026 10:15,280,25"],
            "Een komma staat ook in getallen.",
        ),
    ],
)
def test_no_value_of_a_pasted_line_is_dropped_or_cut_at_its_comma(
    officer: Client, lot: Lot, lines: list[bytes], said: str
) -> None:
    page = officer.post(bids_page(lot), {"table": "dry", "table-table": b"\n".join(lines).decode()})

    assert (page.status_code, len(page.context["table"].rows)) == ((422, 0) if said else (200, 1))
    assert said in page.content.decode()


@pytest.mark.parametrize(("name", "content"), [("lijst.pdf", b"%PDF-1.7"), ("lijst.docx", docx())])
def test_another_kind_of_file_is_told_the_kinds_of_this_page(
    officer: Client, lot: Lot, name: str, content: bytes
) -> None:
    said = refused(officer, lot, content, name)

    assert (".xlsx, .ods, .csv" in said, ".xlsx, .docx" in said) == (True, False)

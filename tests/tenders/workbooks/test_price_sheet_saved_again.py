"""A price sheet that LibreOffice calculated and saved: the same cents, and it is read without problems."""

from decimal import Decimal
from pathlib import Path
from random import Random

import pytest

from procurement.documents.writers.xlsx import xlsx_bytes
from procurement.incoming import read_rows
from procurement.numbers import plain
from procurement.returned_sheets import check_identity, identity_of, issued, read_back
from tenders.lifecycle.plan import Plan
from tenders.scoring.price_lines import PriceLine, priced
from tests.libreoffice import recalculated, saved_as, without_cached_values
from tests.tenders.workbooks.build_price import ANSWERS, KEY, asked, form

pytestmark = pytest.mark.libreoffice

# Half a cent exactly, which binary arithmetic stores a little above or below it.
EDGES = [
    ("3", "0.335"),
    ("7", "0.145"),
    ("12.5", "86.6668"),
    ("1", "1.005"),
    ("0.5", "2.01"),
    ("1000", "0.0045"),
]


def lines_and_prices() -> tuple[tuple[PriceLine, ...], dict[int, Decimal]]:
    chance = Random(6)
    pairs = EDGES + [
        (
            plain(Decimal(chance.randrange(1, 10**7)).scaleb(-2)),
            plain(Decimal(chance.randrange(10**8)).scaleb(-4)),
        )
        for _ in range(240)
    ]
    lines = tuple(
        PriceLine(number=number, description=f"Regel {number}", unit="stuk", quantity=Decimal(quantity))
        for number, (quantity, _) in enumerate(pairs, 1)
    )
    return lines, {number: Decimal(price) for number, (_, price) in enumerate(pairs, 1)}


def test_libreoffice_finds_the_same_cents_in_every_line(tmp_path: Path) -> None:
    lines, prices = lines_and_prices()
    made = form(asked(Plan(price_lines=lines)))
    answers = {f"price_line:{number}": price for number, price in prices.items()}
    path = tmp_path / "blad.xlsx"
    path.write_bytes(xlsx_bytes(issued(made, answers, KEY)))

    rows = recalculated(path)["Prijzen"]

    sheet = priced(lines, prices)
    differing = [
        each.line.number
        for each, row in zip(sheet.lines, rows[8 : 8 + len(lines)], strict=True)
        if round(Decimal(row[7]), 9) != each.amount
    ]
    assert differing == []
    assert round(Decimal(rows[8 + len(lines)][7]), 6) == sheet.total


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
@pytest.mark.parametrize("answers", [ANSWERS, {}], ids=["filled in", "empty"])
def test_a_sheet_saved_by_libreoffice_is_read_without_problems(
    tmp_path: Path, kind: str, answers: dict[str, object]
) -> None:
    path = tmp_path / "blad.xlsx"
    path.write_bytes(without_cached_values(xlsx_bytes(issued(form(), answers, KEY))))  # type: ignore[arg-type]

    table = read_rows(saved_as(path, tmp_path / "out", kind))

    check_identity(identity_of(table, KEY), form().identity)
    returned = read_back(form(), table)
    assert returned.problems == ()
    assert {key: answer for key, answer in returned.answers.items() if answer is not None} == answers

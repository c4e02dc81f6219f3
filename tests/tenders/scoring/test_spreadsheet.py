"""The spreadsheet expression of every method gives the share that the program gives."""

from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook

from tenders.scoring.method import ScoringMethod, Verdict
from tenders.scoring.methods import METHODS
from tenders.scoring.model import Criterion, Direction, Kind
from tenders.scoring.numbers import exactly, value_of
from tenders.scoring.stated import number_of, shares
from tests.libreoffice import recalculated
from tests.tenders.scoring.build import LEVELS
from tests.tenders.scoring.parameters import PARAMETERS

VALUES = [Decimal(text) for text in ("80", "90", "100.25", "119.99", "120", "150", "249", "250", "400")]


def numeric(method: ScoringMethod, direction: Direction) -> Criterion:
    return Criterion(
        code="q",
        title="Q",
        weight=Decimal(10),
        kind=Kind.QUANTITY,
        direction=direction,
        method=method.code,
        parameters=PARAMETERS[method.code],
    )


def cases() -> list[tuple[Criterion, list[Decimal] | list[str]]]:
    found: list[tuple[Criterion, list[Decimal] | list[str]]] = []
    for method in METHODS:
        if method.verdict is Verdict.REFUSED:
            continue
        if Kind.QUANTITY in method.kinds:
            found.append((numeric(method, Direction.LOWER), VALUES))
            if method.higher_formula or method.code == "rank-ladder":
                found.append((numeric(method, Direction.HIGHER), VALUES))
        else:
            [kind] = method.kinds
            stated = Criterion(
                code="q",
                title="Q",
                weight=Decimal(10),
                kind=kind,
                method=method.code,
                levels=LEVELS if kind is Kind.SCALE else (),
            )
            found.append((stated, list(shares(stated))))
    return found


@pytest.mark.libreoffice
def test_a_recalculated_workbook_gives_the_same_shares(tmp_path: Path) -> None:
    workbook = Workbook()
    workbook.remove(workbook.active)
    expected: dict[str, list[str]] = {}
    for index, (criterion, values) in enumerate(cases()):
        sheet = workbook.create_sheet(f"s{index}")
        method = METHODS[criterion.method]
        last = len(values)
        for row, value in enumerate(values, start=1):
            sheet.cell(row, 1, value)
            expression = method.spreadsheet(criterion, f"A{row}", f"$A$1:$A${last}")
            sheet.cell(row, 2, f'=TEXT({expression},"0.000000000")')
        with exactly():
            numbers = [number_of(criterion, value) for value in values]
            share_of = method.share_of(criterion, numbers)
            expected[f"s{index}"] = [f"{value_of(share_of(number)):.9f}" for number in numbers]
    path = tmp_path / "shares.xlsx"
    workbook.save(path)

    sheets = recalculated(path)

    assert {name: [row[1] for row in rows] for name, rows in sheets.items()} == expected

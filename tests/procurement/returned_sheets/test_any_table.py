"""Whatever comes in gives problems or a refusal, and nothing else."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from procurement.documents.writers.xlsx import xlsx_bytes
from procurement.incoming import Cell, CellKind, Mark, Refused, Row, Sheet, Table
from procurement.returned_sheets import (
    WrongSheet,
    identity_of,
    issued,
    read_back,
)
from tests.procurement.returned_sheets.build import ANSWERS, KEY, form
from tests.procurement.returned_sheets.in_process import read_here

WHOLE = xlsx_bytes(issued(form(), ANSWERS, KEY))
some = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


cells = st.builds(
    lambda kind, value, marks: (kind, value, marks),
    st.sampled_from(CellKind),
    st.text(max_size=20) | st.sampled_from(["1", "-1.5", "true", "2026-11-22", "1e5"]),
    st.frozensets(st.sampled_from(Mark)),
)


def _sound(cell):
    """What the reader keeps to: a number is a number, a date is a date."""
    kind, value, marks = cell
    sound = {CellKind.NUMBER: "12.5", CellKind.DATE: "2026-11-22", CellKind.BOOLEAN: "true"}
    return kind, sound.get(kind, "" if kind is CellKind.EMPTY else value), marks


@st.composite
def tables(draw):
    titles = st.sampled_from(["Prijzen", "Keuze", "_tenderwijzer", "x"])
    found_sheets = []
    for title in draw(st.lists(titles, max_size=4)):
        rows = draw(
            st.dictionaries(st.integers(1, 12), st.dictionaries(st.integers(1, 5), cells.map(_sound)))
        )
        lines = (Row.of(n, [Cell(c, *rows[n][c]) for c in sorted(rows[n])]) for n in sorted(rows))
        found_sheets.append(Sheet(title, tuple(lines)))
    return Table(tuple(found_sheets))


@given(tables())
def test_any_table_gives_problems_or_a_refusal_and_nothing_else(table):
    returned = read_back(form(), table)

    assert returned.problems
    with pytest.raises(WrongSheet):
        identity_of(table, KEY)


@some
@given(st.binary(max_size=400), st.integers(0, 6_000), st.integers(1, 200))
def test_a_damaged_file_is_refused_or_read_and_nothing_else(noise, start, length):
    content = WHOLE[:start] + noise + WHOLE[start + length :]

    try:
        table = read_here(content)
        identity_of(table, KEY)
    except (Refused, WrongSheet):
        return
    returned = read_back(form(), table)
    assert returned.problems or returned.answers == ANSWERS

"""Hostile and broken files, made here: each is refused for what it is, in little memory and time.

`bench/hostile_files.py` prints what each of them costs.
"""

from dataclasses import replace

import pytest

from procurement.incoming import STANDARD, Code
from procurement.incoming.sentences import SENTENCES
from tests.procurement.incoming.apart import outcome
from tests.procurement.incoming.hostile import ALL_ODD, CASES, MOST_MB
from tests.procurement.incoming.hostile_cells import TWO_ANSWERS
from tests.procurement.incoming.hostile_documents import ACTIVE
from tests.procurement.incoming.hostile_heavy import HEAVY
from tests.procurement.incoming.hostile_tables import REFUSED, Odd
from tests.procurement.incoming.hostile_xml import NAMESPACES, XML
from tests.procurement.incoming.hostile_zips import ZIPS, Case

TIGHT = replace(STANDARD, cpu_seconds=2)
"""Of a processor; who takes longer is killed, and the test fails. What they take is half of it or less."""


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_each_is_refused_for_what_it_is(case: Case) -> None:
    name, make, code = case

    found = outcome(make(), name, TIGHT)

    assert found.code == code, found.place
    assert found.peak < MOST_MB


@pytest.mark.parametrize("case", NAMESPACES.values(), ids=NAMESPACES)
def test_namespaces_cost_less_than_a_second(case: Case) -> None:
    name, make, code = case

    found = outcome(make(), name, replace(STANDARD, cpu_seconds=1))

    assert found.code == code, found.place


@pytest.mark.parametrize("odd", ALL_ODD.values(), ids=ALL_ODD)
def test_an_odd_cell_is_told_as_what_it_is(odd: Odd) -> None:
    found = outcome(odd.make(), odd.name, TIGHT)

    assert found.table is not None, (found.code, found.place)
    cells = [cell for row in found.table.sheets[0].rows for cell in row.cells]
    assert [(cell.kind, cell.value, cell.marks) for cell in cells[:1]] == [odd[2:]]


def test_there_are_at_least_a_hundred() -> None:
    kinds = (ZIPS, XML, ACTIVE, HEAVY, REFUSED, TWO_ANSWERS)

    assert len(CASES) == sum(map(len, kinds)) >= 100


def test_every_refusal_says_what_to_do_in_both_languages() -> None:
    assert set(SENTENCES) == set(Code)
    assert [code for code, said in SENTENCES.items() if said.nl[-1] != "." or said.en[-1] != "."] == []

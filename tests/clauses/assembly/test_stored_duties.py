"""The duties of a clause as plain data: nothing of a reading gets lost in a final contract."""

import json

import pytest

from clauses.assembly.clause import LibraryClause
from clauses.assembly.duties import duties_of
from clauses.assembly.library import read_library
from clauses.assembly.stored_duties import duties_as_data, duties_from_data

HELD = [clause for clause in read_library() if duties_of(clause)]


@pytest.mark.parametrize("clause", HELD, ids=lambda clause: f"{clause.code} {clause.version}")
def test_the_duties_of_every_clause_come_back_as_they_were(clause: LibraryClause) -> None:
    written = json.dumps(duties_as_data(duties_of(clause)), ensure_ascii=False)

    assert duties_from_data(json.loads(written)) == duties_of(clause)


def test_a_clause_without_duties_has_none_afterwards() -> None:
    assert duties_from_data(duties_as_data(())) == ()

"""More than fifty files that came back, each with what has to be said about it, and nothing else."""

import pytest

from tests.clauses.returned.contract import compared, edited
from tests.clauses.returned.corpus import CORPUS, verdicts


@pytest.mark.parametrize("change", CORPUS, ids=lambda change: change.__name__)
def test_a_file_that_came_back(change) -> None:
    file = edited(change)

    found = compared(file)

    assert verdicts(found) == CORPUS[change]

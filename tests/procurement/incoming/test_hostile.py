"""Hostile and broken files, made here: each is refused for what it is, within the memory it may take."""

import pytest

from procurement.incoming import Code
from procurement.incoming.sentences import SENTENCES
from tests.procurement.incoming.apart import outcome
from tests.procurement.incoming.hostile_documents import ACTIVE
from tests.procurement.incoming.hostile_xml import XML
from tests.procurement.incoming.hostile_zips import ZIPS, Case

CASES: dict[str, Case] = {**ZIPS, **XML, **ACTIVE}
MOST_MB = 300


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_each_is_refused_for_what_it_is(case: Case) -> None:
    name, make, code = case

    found = outcome(make(), name)

    assert found.code == code, found.place
    assert found.peak < MOST_MB


def test_there_are_at_least_a_hundred() -> None:
    assert len(CASES) == len(ZIPS) + len(XML) + len(ACTIVE) >= 100


def test_every_refusal_says_what_to_do_in_both_languages() -> None:
    assert set(SENTENCES) == set(Code)
    assert [code for code, said in SENTENCES.items() if said.nl[-1] != "." or said.en[-1] != "."] == []

"""Another version of a text: its duties follow their words, and what is lost is named."""

from dataclasses import replace

import pytest

from clauses.assembly.clause import LibraryClause
from clauses.assembly.duties import carried, duties_of, lost_duties
from clauses.assembly.library import newest, read_library
from clauses.assembly.markdown import Provision, Words
from clauses.assembly.source import parse_clause
from clauses.assembly.stored_duties import duties_as_data, duties_from_data
from tests.clauses.assembly.builders import file_text

WITH_DUTIES = [clause for clause in newest(read_library()) if duties_of(clause)]
FIRST = Provision((Words("Partijen houden zich hieraan."),), (), 1)


def own(clause: LibraryClause, nl: tuple[Provision, ...], en: tuple[Provision, ...]) -> LibraryClause:
    """As an organisation would have it: another text, whose head says its duties itself."""
    found = replace(clause, source="own", digest="d" * 64, nl=nl, en=en, duties=())
    kept = duties_from_data(duties_as_data(carried(clause, found)))
    return replace(_published(clause.code), nl=nl, en=en, kpi=clause.kpi, duties=kept)


def _published(code: str) -> LibraryClause:
    return parse_clause(file_text(code=code), code)


@pytest.mark.parametrize("clause", WITH_DUTIES, ids=lambda clause: clause.code)
def test_a_new_first_provision_moves_every_duty_and_loses_none(clause: LibraryClause) -> None:
    after = own(clause, (FIRST, *clause.nl), (FIRST, *clause.en))

    assert [each.provision for each in after.duties] == [each.provision + 1 for each in duties_of(clause)]
    assert lost_duties(clause, after) == ()


@pytest.mark.parametrize("clause", WITH_DUTIES, ids=lambda clause: clause.code)
def test_what_a_provision_that_goes_takes_with_it_is_named(clause: LibraryClause) -> None:
    for number in range(1, len(clause.nl) + 1):
        nl = tuple(each for n, each in enumerate(clause.nl, start=1) if n != number)
        en = tuple(each for n, each in enumerate(clause.en, start=1) if n != number)

        after = own(clause, nl, en)

        kept = {(each.kind, each.words) for each in after.duties}
        lost = {(each.kind, each.words) for each in lost_duties(clause, after)}
        assert kept | lost == {(each.kind, each.words) for each in duties_of(clause)}
        assert not kept & lost

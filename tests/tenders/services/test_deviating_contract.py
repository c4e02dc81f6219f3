"""Where a contract departs from the library, its own words are checked and printed."""

import pytest

from clauses.loading import load_library
from tenders.services.contract_texts import contract_texts
from tests import cast
from tests.clauses.assembly.builders import clause
from tests.clauses.final_contracts import NOW, changed, draft

pytestmark = pytest.mark.django_db


def test_the_legality_check_reads_the_text_as_it_was_changed() -> None:
    load_library(at=NOW, clauses=[clause("text", "1. Tekst."), clause("other", "1. Anders.")])
    tender = cast.tender()
    changed(draft())

    texts = {passage.place: passage.text for passage in contract_texts(tender)}

    assert texts == {
        "clauses.other[0]": "Anders.",
        "clauses.text[0]": "Wij leveren <b>{niets}</b> & meer. Eerste punt. **Tweede** punt.",
    }

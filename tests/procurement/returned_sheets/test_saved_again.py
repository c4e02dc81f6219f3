"""A sheet that LibreOffice saved comes back as it was."""

import pytest

from procurement.documents.writers.xlsx import xlsx_bytes
from procurement.incoming import read_rows
from procurement.returned_sheets import check_identity, identity_of, issued, read_back
from tests.libreoffice import saved_as
from tests.procurement.returned_sheets.build import ANSWERS, KEY, form

pytestmark = pytest.mark.libreoffice


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
@pytest.mark.parametrize("answers", [ANSWERS, {}, {**ANSWERS, "choice": "10", "why": "=1+1  twee\n\nregels"}])
def test_a_sheet_saved_by_libreoffice_is_read_without_problems(tmp_path, kind, answers):
    path = tmp_path / "blad.xlsx"
    path.write_bytes(xlsx_bytes(issued(form(), answers, KEY)))

    table = read_rows(saved_as(path, tmp_path / "out", kind))

    check_identity(identity_of(table, KEY), form().identity)
    returned = read_back(form(), table)
    assert returned.problems == ()
    assert {key: answer for key, answer in returned.answers.items() if answer is not None} == answers

"""The scoring workbook as OpenDocument: recalculated by LibreOffice it gives the published figures too."""

from pathlib import Path

import pytest

from procurement.documents.writers.ods import ods_bytes
from tenders.example.reading import example
from tests.libreoffice import recalculated
from tests.tenders.reports.cells import differences
from tests.tenders.reports.equality import workbook_of
from tests.tenders.reports.making import assessed
from tests.tenders.reports.random_lots import random_lots

LOTS = 30


@pytest.mark.libreoffice
def test_every_score_total_and_rank_is_recalculated_to_the_same_figure(tmp_path: Path) -> None:
    lots = (*example().tender.lots, *random_lots(LOTS, seed=2028))
    workbook = workbook_of([assessed(lot) for lot in lots], seed=2029)
    path = tmp_path / "beoordeling.ods"
    path.write_bytes(ods_bytes(workbook))

    found, compared = differences(workbook, recalculated(path))

    assert found == []
    assert compared > LOTS * 50

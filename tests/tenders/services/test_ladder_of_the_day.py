"""Which version of the CO2-Prestatieladder a tender may ask for follows from the day of its notice."""

from datetime import UTC, datetime

import pytest

from tenders.models import LegalAnswers
from tenders.services.check import before_publication, problems_of_calculation
from tests import cast, laddered
from tests.guards import without_guards

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("sent", "expected"), [("2026-12-31", set()), ("2027-01-02", {"version"})])
def test_the_ladder_is_that_of_the_planned_day_of_the_notice(sent: str, expected: set[str]) -> None:
    lot = laddered.lot()
    row = LegalAnswers.objects.get(tender=lot.tender)
    row.answers["planning"] = {**row.answers.get("planning", {}), "notice_sent": sent}
    row.save()

    found = {problem.place for problem in before_publication(lot.tender, at=cast.PUBLISHED_AT).problems}

    assert {each.rpartition(".")[2] for each in found if ".ladder" in each} == expected


def test_the_ladder_is_that_of_the_day_on_which_the_notice_was_sent() -> None:
    lot = laddered.lot()
    cast.published(lot.tender)
    with without_guards("tenders_publication"):
        lot.tender.publications.update(made_at=datetime(2027, 1, 2, 12, tzinfo=UTC))

    found = [problem.place for problem in problems_of_calculation(lot)]

    assert found == ["life_cycle.ladder.version"]

"""The title of a page that refuses what was sent says so first: a screen reader begins with it."""

import re
from typing import Any

import pytest

from tenders.services.price_lines import lines_version
from tests import calculated, cast
from tests.sealed import bids_page, open_for_bids
from tests.tenders.views.life_cycle_pages import address, client, two_bids

pytestmark = pytest.mark.django_db


def title(answer: Any) -> tuple[int, str]:
    [found] = re.findall(r"<title>(.*?)</title>", answer.content.decode(), re.DOTALL)
    return answer.status_code, found.strip()


def test_bids_that_are_refused() -> None:
    page = bids_page(open_for_bids())

    answers = [client().get(page), client().post(page, {"table": "seal", "table-table": "leverancier"})]

    inside = "Inschrijvingen: Perceel 1 – Laptops | Tenderwijzer"
    assert [title(each) for each in answers] == [(200, inside), (422, f"Fout: {inside}")]


def test_price_lines_that_are_refused() -> None:
    lot = cast.lot()
    sent = {"seen": lines_version(lot), "criterion": "P", "lines-0-description": "Laptop"}

    answer = client().post(address("price_lines", lot), sent)

    assert title(answer) == (422, "Fout: Prijzenblad, Perceel 1 – Laptops | Tenderwijzer")


def test_other_values_that_are_refused() -> None:
    lot = calculated.opened(two_bids())

    status, found = title(client().get(address("what_if", lot), {"grid_factor": "veel"}))

    assert (status, found[:10]) == (422, "Fout: Stel")

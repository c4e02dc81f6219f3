"""Where the site lacks the key of the vault, each page that opens it says so, and what to do."""

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from procurement.vault.envelope import new_key
from procurement.vault.keys import encoded
from tenders.models import Bid, SealedBid, SealedFile
from tenders.services.records import OPENING
from tests.sealed import bid_fields, bids_page, open_for_bids, opened, sealed
from tests.tenders.views.bids_pages import of_bid

pytestmark = pytest.mark.django_db


@pytest.fixture
def pages(settings: Settings) -> dict[str, str]:
    """Addresses of one opened bid with a file, of which the key is gone."""
    lot = open_for_bids()
    sealed(lot)
    opened(lot)
    settings.VAULT_KEYS = [encoded(new_key())]
    file = SealedFile.objects.get()
    return {
        "bids": reverse("tenders:bids", args=[lot.pk]),
        "bid": of_bid(lot),
        "file": reverse("tenders:bid_file", args=[lot.pk, Bid.objects.get().code, file.pk]),
        "record": reverse("tenders:record", args=[lot.pk, OPENING, "docx"]),
    }


@pytest.mark.parametrize("which", ["bids", "bid", "file", "record"])
def test_a_page_that_cannot_open_the_vault_says_what_to_do(
    which: str, pages: dict[str, str], officer: Client
) -> None:
    officer.raise_request_exception = False

    page = officer.get(pages[which])

    assert (page.status_code, page["Cache-Control"]) == (503, "no-store")
    said = page.content.decode()
    assert "<title>De kluis gaat niet open | Tenderwijzer</title>" in said
    assert "Die sleutel kent deze site niet. Zet hem terug." in said
    assert "Er is niets opgeslagen of geopend. Waarschuw de beheerder." in said


def test_a_bid_that_cannot_be_sealed_is_not_kept(settings: Settings, officer: Client) -> None:
    lot = open_for_bids()
    sealed(lot)
    settings.VAULT_KEYS = [encoded(new_key())]
    officer.raise_request_exception = False

    page = officer.post(bids_page(lot), bid_fields(lot))

    assert (page.status_code, SealedBid.objects.count()) == (503, 1)
    assert "De kluis gaat niet open" in page.content.decode()

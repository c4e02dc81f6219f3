"""No page and no download that somebody gets after signing in stays in a cache."""

from types import SimpleNamespace
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.urls import reverse

from procurement.organisations.models import Role
from procurement.private_pages import keep_out_of_caches
from tests import cast

pytestmark = pytest.mark.django_db
KEPT_OUT = {"max-age=0", "no-cache", "no-store", "must-revalidate", "private"}


def said(response: Any) -> set[str]:
    return {each.strip() for each in response.get("Cache-Control", "").split(",") if each}


@pytest.mark.parametrize("name", ["result", "scores", "award", "letters", "scorecard"])
def test_pages_with_scores_and_prices_are_kept_out_of_caches(name: str) -> None:
    lot, client = cast.lot_with_bids(), Client()
    client.force_login(cast.person(Role.OFFICER))

    assert said(client.get(reverse(f"tenders:{name}", args=[lot.pk]))) == KEPT_OUT


def test_a_download_is_kept_out_as_well() -> None:
    tender, client = cast.example(), Client()
    client.force_login(cast.person(Role.OFFICER))

    response = client.get(reverse("tenders:document", args=[tender.pk, "gunningscriteria.docx"]))

    assert (response.status_code, said(response)) == (200, KEPT_OUT)


@pytest.mark.parametrize(
    ("signed_in", "headers", "expected"),
    [(True, {}, KEPT_OUT), (False, {}, set()), (True, {"Cache-Control": "private"}, {"private"})],
)
def test_who_did_not_sign_in_and_a_page_that_says_otherwise_are_left_alone(
    signed_in: bool, headers: dict[str, str], expected: set[str]
) -> None:
    request = RequestFactory().get("/")
    request.user = SimpleNamespace(is_authenticated=signed_in)  # type: ignore[assignment]

    assert said(keep_out_of_caches(lambda _request: HttpResponse(headers=headers))(request)) == expected

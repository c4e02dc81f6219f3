"""What no browser of a well-meaning person sends: it is refused with a page of ours, never with a fault."""

import json

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from procurement.organisations.models import Role
from tenders.models import Criterion, Lot
from tenders.services.criteria import copy_criteria
from tests import cast
from tests.content_policy import POLICY

pytestmark = pytest.mark.django_db

ENDLESS = "9" * 5000


@pytest.fixture
def lot() -> Lot:
    return cast.lot_with_bids()


@pytest.fixture
def officer() -> Client:
    client = Client()
    client.force_login(cast.person(Role.OFFICER))
    return client


@pytest.mark.parametrize("address", ["/percelen/1/uitkomst/a%00/", "/admin/tenders/bid/?q=%00", "/x%00/?a=1"])
def test_an_address_with_a_null_character_is_refused(officer: Client, address: str) -> None:
    response = officer.get(address)

    assert response.status_code == 400
    assert "Dit adres klopt niet" in response.content.decode()
    assert set(response.headers["Content-Security-Policy"].split("; ")) == POLICY


@pytest.mark.parametrize("typed", ["\0", "x", ENDLESS, "\u0663"])
@pytest.mark.parametrize(
    ("model", "field"), [("lot", "tender"), ("requirement", "lot"), ("evidence", "supplier")]
)
def test_a_choice_that_is_no_row_is_refused_beside_its_field(
    officer: Client, model: str, field: str, typed: str
) -> None:
    response = officer.post(reverse(f"admin:tenders_{model}_add"), {field: typed})

    assert field in response.context["adminform"].form.errors


@pytest.mark.parametrize("typed", ["\0", "a\0b"])
@pytest.mark.parametrize(("model", "field"), [("lot", "title"), ("supplier", "name"), ("tender", "subject")])
def test_a_text_with_a_null_character_is_refused_beside_its_field(
    officer: Client, model: str, field: str, typed: str
) -> None:
    response = officer.post(
        reverse(f"admin:tenders_{model}_add"),
        {
            field: typed,
            "lots-TOTAL_FORMS": 0,
            "lots-INITIAL_FORMS": 0,
            "evidence-TOTAL_FORMS": 0,
            "evidence-INITIAL_FORMS": 0,
        },
    )

    assert field in response.context["adminform"].form.errors


@pytest.mark.parametrize("seen", ["[" * 50_000, "[]", "null", json.dumps({"1-1": {}}), ENDLESS])
def test_a_made_up_memory_of_the_grid_counts_as_nothing_seen(officer: Client, lot: Lot, seen: str) -> None:
    response = officer.post(reverse("tenders:scores", args=[lot.pk]), {"seen": seen})

    assert response.status_code < 500


@pytest.mark.parametrize("source", ["", "lot:", f"lot:{ENDLESS}", "lot:\u0663", "set:x", "item:x", "x:1"])
def test_a_source_that_is_not_there_is_refused(officer: Client, lot: Lot, source: str) -> None:
    response = officer.post(reverse("tenders:copy_criteria", args=[lot.pk]), {"source": source})

    assert response.status_code == 400


def test_a_copied_code_that_is_as_long_as_can_be_stays_within_its_column(lot: Lot) -> None:
    source = cast.lot(cast.tender(reference="T-2"))
    source.criteria.filter(code="P").update(code="P" * 30)
    lot.criteria.filter(code="P").update(code="P" * 30)

    copy_criteria(source=source, target=lot, at=cast.NOW, actor=cast.person(Role.OFFICER))

    codes = Criterion.objects.filter(lot=lot, code__startswith="PP").values_list("code", flat=True)
    assert sorted(codes) == ["P" * 28 + "-2", "P" * 30]


def test_a_form_without_its_token_gets_a_page_of_ours() -> None:
    response = Client(enforce_csrf_checks=True).post(reverse("set_language"), {"language": "en"})

    assert response.status_code == 403
    assert "Niet verstuurd" in response.content.decode()


def test_a_form_that_is_too_large_is_refused(officer: Client, lot: Lot) -> None:
    text = "x" * (settings.DATA_UPLOAD_MAX_MEMORY_SIZE + 1)

    response = officer.post(
        reverse("tenders:scores", args=[lot.pk]),
        f"seen={text}",
        content_type="application/x-www-form-urlencoded",
    )

    assert response.status_code == 413
    assert "Dit formulier is te groot" in response.content.decode()


def test_a_host_that_is_not_ours_is_refused(client: Client) -> None:
    assert client.get(reverse("admin:login"), headers={"host": "example.org"}).status_code == 400

"""What an officer changes in the admin stands in the log; what belongs together cannot be torn apart."""

import json
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from procurement.audit.log import first_broken_event
from procurement.audit.models import Event
from procurement.organisations.models import Role
from procurement.organisations.roles import give_role
from tenders.models import Evidence, Lot, Requirement, Supplier, Tender
from tenders.procedure.phases import Phase
from tenders.services.evaluate import evaluate_lot
from tests import cast
from tests.signing_in import client_of

pytestmark = pytest.mark.django_db


def evidence_of(supplier: Supplier) -> Evidence:
    return Evidence.objects.create(
        supplier=supplier, kind="iso_14001", title="Certificaat", valid_until=date(2030, 1, 1)
    )


def evidence_data(**changed: str) -> dict[str, str]:
    return {"kind": "iso_14001", "title": "Certificaat", "valid_until": "01-01-2030", **changed}


def last_event() -> tuple[str, str, dict[str, object]]:
    event = Event.objects.latest("sequence")
    return event.action, event.subject, json.loads(event.details)


def test_a_changed_piece_of_evidence_is_an_event_with_old_and_new_values() -> None:
    supplier = Supplier.objects.create(organisation=cast.organisation(), name="Groen BV")
    row = evidence_of(supplier)

    client_of().post(
        reverse("admin:tenders_evidence_change", args=[row.pk]), evidence_data(title="Ander certificaat")
    )

    assert last_event() == (
        "evidence.changed",
        "ISO 14001-certificaat – Ander certificaat",
        {
            "row": row.pk,
            "rows": {},
            "before": {"title": "Certificaat"},
            "after": {"title": "Ander certificaat"},
        },
    )
    assert first_broken_event(cast.organisation()) is None


def test_saving_without_a_change_adds_nothing_to_the_log() -> None:
    row = evidence_of(Supplier.objects.create(organisation=cast.organisation(), name="Groen BV"))

    client_of().post(reverse("admin:tenders_evidence_change", args=[row.pk]), evidence_data())

    assert Event.objects.count() == 0


@pytest.mark.parametrize("way", ["page", "action"])
def test_a_deleted_supplier_is_an_event(way: str) -> None:
    row = Supplier.objects.create(organisation=cast.organisation(), name="Groen BV")
    addresses = {
        "page": (reverse("admin:tenders_supplier_delete", args=[row.pk]), {"post": "yes"}),
        "action": (
            reverse("admin:tenders_supplier_changelist"),
            {"action": "delete_selected", "_selected_action": str(row.pk), "post": "yes"},
        ),
    }

    client_of().post(*addresses[way])

    action, subject, details = last_event()
    assert (action, subject, details["row"], details["after"]) == ("supplier.deleted", "Groen BV", row.pk, "")
    assert len(str(details["before"])) == 64
    assert Supplier.objects.count() == 0


def test_no_lot_is_added_to_a_published_tender() -> None:
    tender = cast.lot().tender
    cast.published(tender, Phase.EVALUATION)

    response = client_of().post(
        reverse("admin:tenders_lot_add"), {"tender": tender.pk, "number": 2, "title": "Later"}
    )

    errors = response.context["adminform"].form.non_field_errors()
    assert errors == ["Deze aanbesteding is gepubliceerd. Haar percelen zijn bevroren."]
    assert Lot.objects.count() == 1


def test_no_requirement_is_added_to_a_published_lot() -> None:
    lot = cast.lot()
    cast.published(lot.tender, Phase.EVALUATION)
    data = {"lot": lot.pk, "position": 2, "kind": "requirement", "code": "E2", "title": "Later", "text": "x"}

    response = client_of().post(reverse("admin:tenders_requirement_add"), data)

    errors = response.context["adminform"].form.non_field_errors()
    assert errors == ["Deze aanbesteding is gepubliceerd. Haar eisen zijn bevroren."]
    assert Requirement.objects.count() == 1


def officer_of_both() -> Client:
    user = cast.person(Role.OFFICER)
    give_role(user=user, organisation=cast.organisation("Bellis"), role=Role.OFFICER)
    client = Client()
    client.force_login(user)
    return client


def test_a_tender_does_not_move_to_another_organisation() -> None:
    tender, client = cast.tender(), officer_of_both()
    data = {"organisation": cast.organisation("Bellis").pk, "reference": "T-1", "title": "Laptops",
            "subject": "Laptops", "nature": "supplies", "procedure": "open",
            "lots-TOTAL_FORMS": "0", "lots-INITIAL_FORMS": "0"}  # fmt: skip

    response = client.post(reverse("admin:tenders_tender_change", args=[tender.pk]), data)

    assert response.status_code == 302
    assert Tender.objects.get().organisation.name == "Amaranth"


def test_a_bid_can_only_be_read_in_the_admin() -> None:
    bid, client = cast.lot_with_bids().bids.get(code="A"), client_of()
    pages = [
        reverse("admin:tenders_bid_add"),
        reverse("admin:tenders_bid_change", args=[bid.pk]),
        reverse("admin:tenders_bid_delete", args=[bid.pk]),
    ]

    assert [client.get(page).status_code for page in pages] == [403, 200, 403]
    assert [client.post(page, {"received_at_0": "30-10-2026"}).status_code for page in pages] == [403] * 3


def test_evidence_that_a_ranking_rests_on_cannot_be_deleted() -> None:
    lot, officer = cast.lot_with_bids(), cast.person(Role.OFFICER)
    bid = lot.bids.get(code="A")
    row = evidence_of(bid.supplier)
    bid.evidence.add(row)
    cast.published(lot.tender, Phase.OPENING)
    address = reverse("admin:tenders_evidence_delete", args=[row.pk])
    before = client_of().get(address).status_code
    cast.in_phase(lot, Phase.EVALUATION)

    evaluate_lot(lot=lot, at=cast.NOW, actor=officer)

    assert (before, client_of().get(address).status_code) == (200, 403)


def test_a_draw_is_not_entered_here() -> None:
    cast.lot_with_bids()

    assert client_of().get(reverse("admin:tenders_draw_add")).status_code == 403


def test_an_assessor_elsewhere_does_not_read_the_log_there() -> None:
    user = cast.person(Role.OFFICER)
    give_role(user=user, organisation=cast.organisation("Bellis"), role=Role.JUROR)
    cast.published(cast.lot(cast.tender(of="Bellis")).tender, Phase.EVALUATION)
    client = Client()
    client.force_login(user)

    response = client.get(reverse("tenders:log"))

    assert response.context["organisations"] == [cast.organisation()]
    assert response.context["lines"] == []

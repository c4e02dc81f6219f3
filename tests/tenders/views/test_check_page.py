"""The check before publication names each open point; publishing asks for the reference and freezes."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from procurement.organisations.models import Role
from tenders.models import Approval, Clarification, Lot, Publication, Tender
from tenders.procedure.phases import Phase
from tenders.services.check import draft_digest
from tests import cast
from tests.signing_in import client_of

pytestmark = pytest.mark.django_db


def url(tender: Tender) -> str:
    return reverse("tenders:check", args=[tender.pk])


def approving(tender: Tender, **typed: str) -> dict[str, str]:
    """What the form of the approval sends, of the draft as it is now."""
    return {"approve": "1", "seen": draft_digest(tender), **typed}


@pytest.mark.parametrize(
    ("role", "of", "status"),
    [
        (Role.OFFICER, "Amaranth", 200),
        (Role.LAWYER, "Amaranth", 200),
        (Role.JUROR, "Amaranth", 404),
        (Role.OFFICER, "Bellis", 404),
    ],
)
def test_who_may_open_it(role: Role, of: str, status: int) -> None:
    assert client_of(role, of).get(url(cast.lot().tender)).status_code == status


def test_an_open_point_names_the_lot_and_the_criterion() -> None:
    lot = cast.lot()
    lot.criteria.filter(code="D1").update(weight=20)

    findings = client_of(Role.OFFICER).get(url(lot.tender)).context["findings"]

    assert [finding.where for finding in findings] == ["Perceel 1 › D Duurzaamheid"]
    assert findings[0].url == f"{reverse('tenders:criteria', args=[lot.pk])}#c{lot.criteria.get(code='D').pk}"


def ready(phase: Phase = Phase.LEGAL_CHECK) -> Lot:
    """A draft whose deadline lies ahead."""
    lot = cast.lot()
    Tender.objects.update(deadline=timezone.now() + timedelta(days=60))
    return cast.in_phase(Lot.objects.select_related("tender").get(pk=lot.pk), phase)


def test_from_the_question_to_the_publication() -> None:
    lot = ready(Phase.PREPARATION)
    officer, lawyer = client_of(Role.OFFICER), client_of(Role.LAWYER)
    procedure = reverse("tenders:procedure", args=[lot.tender.pk])

    asked = officer.post(procedure, {"lot": lot.pk, "code": "ask-legal-check"})
    early = officer.post(url(lot.tender), {"reference": "T-1"})
    approved = lawyer.post(url(lot.tender), approving(lot.tender, remark="Akkoord."))
    published = officer.post(url(lot.tender), {"reference": "T-1"})
    again = officer.post(url(lot.tender), {"reference": "T-1"})

    statuses = [each.status_code for each in (asked, early, approved, published, again)]
    assert statuses == [302, 409, 302, 302, 409]
    assert Publication.objects.count() == 1
    assert Approval.objects.get().reason == "Akkoord."


def test_publishing_needs_the_reference() -> None:
    lot = ready()

    response = client_of(Role.OFFICER).post(url(lot.tender), {"reference": "T-2"})

    assert (response.status_code, Publication.objects.count()) == (422, 0)


def test_open_points_block_publication_and_approval() -> None:
    lot = ready()
    lot.criteria.filter(code="P").update(weight=10)

    approval = client_of(Role.LAWYER).post(url(lot.tender), {"approve": "1"})
    response = client_of(Role.OFFICER).post(url(lot.tender), {"reference": "T-1"})

    assert (approval.status_code, response.status_code) == (409, 409)
    assert (Approval.objects.count(), Publication.objects.count()) == (0, 0)


@pytest.mark.parametrize(
    ("role", "approval", "publishing"),
    [(Role.LAWYER, 302, 403), (Role.OFFICER, 403, 409), (Role.CONTRACT_MANAGER, 403, 403)],
)
def test_a_lawyer_approves_and_does_not_publish(role: Role, approval: int, publishing: int) -> None:
    lot, client = ready(), client_of(role)

    published = client.post(url(lot.tender), {"reference": "T-1"}).status_code
    approved = client.post(url(lot.tender), approving(lot.tender)).status_code

    assert (approved, published) == (approval, publishing)


def test_a_lawyer_approves_only_the_draft_that_the_page_showed() -> None:
    lot, lawyer = ready(), client_of(Role.LAWYER)
    shown = lawyer.get(url(lot.tender)).context["draft"]
    lot.criteria.filter(code="P").update(title="Prijs per stuk")

    late = lawyer.post(url(lot.tender), {"approve": "1", "seen": shown})
    without = lawyer.post(url(lot.tender), {"approve": "1"})

    assert (late.status_code, without.status_code, Approval.objects.count()) == (409, 409, 0)
    assert late.context["draft"] == draft_digest(lot.tender) != shown
    assert late.content.decode().count("gewijzigd nadat u deze pagina opende") == 1


def test_who_runs_the_site_approves_nothing() -> None:
    lot, client = ready(), Client()
    client.force_login(User.objects.create_superuser("beheer"))

    assert client.post(url(lot.tender), {"approve": "1"}).status_code == 403


def test_the_page_says_whether_an_approval_is_about_this_draft() -> None:
    lot = ready()
    lawyer = client_of(Role.LAWYER)
    lawyer.post(url(lot.tender), approving(lot.tender))

    before = lawyer.get(url(lot.tender)).context["judgements"]
    lot.criteria.filter(code="P").update(title="Prijs per stuk")
    after = lawyer.get(url(lot.tender)).context["judgements"]

    assert [each.still_fits for each in (*before, *after)] == [True, False]


def test_what_stands_in_the_way_of_publishing_is_told_beside_the_button() -> None:
    lot = ready()

    step, _basis = client_of(Role.OFFICER).get(url(lot.tender)).context["publishing"]

    assert [reason.nl for reason in step.reasons] == [
        "Een jurist heeft deze versie nog niet goedgekeurd. Vraag om de juridische toets."
    ]


def test_a_rule_that_is_missing_is_called_as_on_the_screen() -> None:
    lot = cast.lot()
    type(lot).objects.filter(pk=lot.pk).update(points=None, rounding_places=None)

    findings = client_of(Role.OFFICER).get(url(lot.tender)).context["findings"]

    assert [finding.where for finding in findings] == [
        "Perceel 1 › Punten voor 100%",
        "Perceel 1 › Decimalen bij afronding",
    ]


def test_weights_that_do_not_add_up_are_told_before_the_award_rule_is_complete() -> None:
    lot = cast.lot()
    Lot.objects.filter(pk=lot.pk).update(award_method="")
    lot.criteria.filter(code="P").update(weight=55)

    findings = client_of(Role.OFFICER).get(url(lot.tender)).context["findings"]

    assert [(finding.where, finding.message) for finding in findings] == [
        ("Perceel 1 › Gunningsmethode", "Dit veld ontbreekt. Vul het in."),
        ("Perceel 1", "De gewichten van perceel 1 tellen op tot 95%. Nog 5% te verdelen."),
    ]


@pytest.mark.parametrize(("days", "warns"), [(-1, True), (1, False)])
def test_a_deadline_that_has_passed_is_told_before_publication(days: int, warns: bool) -> None:
    lot = cast.lot()
    lot.tender.deadline = timezone.now() + timedelta(days=days)
    lot.tender.save()

    page = client_of(Role.OFFICER).get(url(lot.tender))

    assert page.context["is_late"] == warns


def test_a_requirement_is_added_from_here_and_leads_back() -> None:
    lot = cast.lot()

    page = client_of(Role.OFFICER).get(url(lot.tender)).content.decode()

    asked = f"?lot={lot.pk}&amp;next={url(lot.tender)}"
    assert page.count(f'href="{reverse("admin:tenders_requirement_add")}{asked}"') == 1


@pytest.mark.parametrize(("days", "warned"), [(39, 1), (41, 0)])
def test_too_little_time_for_bidders_is_told_of(days: int, warned: int) -> None:
    tender = cast.lot().tender
    Tender.objects.update(deadline=timezone.now() + timedelta(days=days))

    shown = client_of(Role.OFFICER).get(url(tender)).content.decode()

    assert shown.count("Voor deze procedure zijn het er ten minste 40") == warned


def test_open_documents_show_what_is_missing_while_a_nota_is_written() -> None:
    lot = cast.lot()
    cast.published(lot.tender, Phase.CLARIFICATION)
    Clarification.objects.create(tender=lot.tender, number=1, opened_at=cast.NOW, is_amending=True)
    lot.criteria.filter(code="D1").update(weight=20)

    shown = client_of(Role.OFFICER).get(url(lot.tender)).content.decode()

    assert shown.count(">Perceel 1 › D Duurzaamheid</a>") == 1


def test_a_tender_without_a_lot_is_not_called_complete() -> None:
    page = client_of(Role.OFFICER).get(url(cast.tender())).content.decode()

    assert "zijn compleet" not in page
    assert "De toets kan dit concept nog niet lezen." in page

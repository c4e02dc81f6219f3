"""Publishing is a step of the procedure: it needs a lawyer's approval of exactly this draft."""

from decimal import Decimal

import pytest
from django.contrib.auth.models import User

from procurement.organisations.models import Role
from procurement.organisations.roles import give_role
from tenders.models import Approval, Criterion, Lot, Publication
from tenders.procedure.phases import Phase
from tenders.scoring.files import from_json
from tenders.services.criteria import copy_criteria
from tenders.services.frozen import FrozenTender, is_frozen
from tenders.services.legal_check import approve, judgements_of
from tenders.services.phases import Refused, phase_of
from tenders.services.publish import publish
from tenders.services.transitions import take_step
from tests import cast

pytestmark = pytest.mark.django_db


def publish_now(lot: Lot, actor: User | None = None) -> Publication:
    return publish(tender=lot.tender, at=cast.PUBLISHED_AT, actor=actor or cast.person(Role.OFFICER))


def refusal_of(lot: Lot, actor: User | None = None) -> list[str]:
    with pytest.raises(Refused) as refused:
        publish_now(lot, actor)
    return [reason.nl for reason in refused.value.reasons]


def test_publishing_freezes_the_criteria_under_a_hash() -> None:
    lot = cast.lot()
    cast.approved(lot.tender)

    publication = publish_now(lot)

    assert (is_frozen(lot.tender), phase_of(lot)) == (True, Phase.PUBLISHED)
    assert len(publication.digest) == 64
    assert from_json(publication.snapshot).lots[0].criteria[0].title == "Prijs"


def test_every_lot_of_the_tender_is_published_under_one_version() -> None:
    lot = cast.lot()
    other = cast.lot(lot.tender, number=2)
    cast.approved(lot.tender)

    publish_now(lot)

    assert [phase_of(row) for row in (lot, other)] == [Phase.PUBLISHED] * 2
    assert Publication.objects.count() == 1


def test_a_draft_that_was_not_approved_is_not_published() -> None:
    lot = cast.lot()
    take_step(lot=lot, code="ask-legal-check", at=cast.PUBLISHED_AT, actor=cast.person(Role.OFFICER))

    assert refusal_of(lot) == [
        "Een jurist heeft deze versie nog niet goedgekeurd. Vraag om de juridische toets."
    ]
    assert Publication.objects.count() == 0


def test_a_draft_that_changed_after_its_approval_is_not_published() -> None:
    lot = cast.lot()
    cast.approved(lot.tender)
    Criterion.objects.filter(lot=lot, code="P").update(title="Prijs per stuk")

    assert refusal_of(lot) == [
        "Een jurist heeft deze versie nog niet goedgekeurd. Vraag om de juridische toets."
    ]
    assert [judgement.still_fits for judgement in judgements_of(lot.tender)] == [False]


def test_who_approved_a_draft_does_not_publish_it() -> None:
    lot = cast.lot()
    cast.approved(lot.tender)
    lawyer = cast.person(Role.LAWYER)
    give_role(user=lawyer, organisation=lot.tender.organisation, role=Role.OFFICER)

    assert refusal_of(lot, lawyer) == [
        "U hebt deze versie zelf goedgekeurd. Iemand anders moet haar publiceren."
    ]


def test_a_tender_whose_weights_do_not_add_up_is_not_published() -> None:
    lot = cast.lot()
    cast.approved(lot.tender)
    lot.criteria.filter(code="P").update(weight=Decimal("55"))

    assert refusal_of(lot) == [
        "De toets heeft nog open punten: 2. Los ze eerst op.",
        "Een jurist heeft deze versie nog niet goedgekeurd. Vraag om de juridische toets.",
    ]
    assert Publication.objects.count() == 0


def test_a_published_tender_is_not_published_again() -> None:
    lot = cast.lot()
    cast.published(lot.tender)

    assert refusal_of(lot) == ["Deze aanbesteding is al gepubliceerd."]


def test_a_tender_without_lots_is_not_published() -> None:
    with pytest.raises(Refused) as refused:
        publish(tender=cast.tender(), at=cast.PUBLISHED_AT, actor=cast.person(Role.OFFICER))

    assert [reason.nl for reason in refused.value.reasons] == [
        "Deze aanbesteding heeft nog geen perceel. Voeg eerst een perceel toe."
    ]


def test_nothing_is_added_to_a_published_lot() -> None:
    source = cast.lot()
    frozen = cast.lot(cast.tender(reference="T-2"))
    cast.published(frozen.tender)

    with pytest.raises(FrozenTender):
        copy_criteria(source=source, target=frozen, at=cast.NOW, actor=None)

    assert frozen.criteria.count() == 4


@pytest.mark.parametrize("role", [Role.OFFICER, Role.PROJECT_LEAD, Role.CONTRACT_MANAGER])
def test_only_a_lawyer_approves(role: Role) -> None:
    lot = cast.in_phase(cast.lot(), Phase.LEGAL_CHECK)

    with pytest.raises(Refused):
        approve(tender=lot.tender, at=cast.PUBLISHED_AT, actor=cast.person(role))

    assert Approval.objects.count() == 0


def test_a_superuser_does_not_approve() -> None:
    lot = cast.in_phase(cast.lot(), Phase.LEGAL_CHECK)

    with pytest.raises(Refused):
        approve(tender=lot.tender, at=cast.PUBLISHED_AT, actor=User.objects.create_superuser("beheer"))


def test_a_draft_is_approved_only_while_it_lies_with_the_lawyer() -> None:
    lot = cast.lot()

    with pytest.raises(Refused):
        approve(tender=lot.tender, at=cast.PUBLISHED_AT, actor=cast.person(Role.LAWYER))


def test_a_lawyer_who_hands_back_takes_the_approval_back() -> None:
    lot, officer, lawyer = cast.lot(), cast.person(Role.OFFICER), cast.person(Role.LAWYER)
    cast.approved(lot.tender)

    take_step(lot=lot, code="hand-back", at=cast.PUBLISHED_AT, actor=lawyer, reason="Weging te laag.")
    take_step(lot=lot, code="ask-legal-check", at=cast.PUBLISHED_AT, actor=officer)

    judged = [(each.approval.is_approved, each.approval.reason) for each in judgements_of(lot.tender)]
    assert judged == [(False, "Weging te laag."), (True, "")]
    assert refusal_of(lot) == [
        "Een jurist heeft deze versie nog niet goedgekeurd. Vraag om de juridische toets."
    ]


def test_an_officer_who_takes_the_draft_back_judges_nothing() -> None:
    lot, officer = cast.lot(), cast.person(Role.OFFICER)
    cast.approved(lot.tender)

    take_step(lot=lot, code="hand-back", at=cast.PUBLISHED_AT, actor=officer, reason="Nog een eis erbij.")

    assert [each.approval.is_approved for each in judgements_of(lot.tender)] == [True]

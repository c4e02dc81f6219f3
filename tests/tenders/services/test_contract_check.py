"""A contract follows the award that stands; one whose award was withdrawn is not made final."""

from datetime import UTC, datetime

import pytest
from django.core.management import call_command

from clauses.assembly.contract import NotFinal
from clauses.drafts import assembled
from clauses.models import ContractDraft
from clauses.services import make_final
from procurement.organisations.models import Role
from tenders.contract_check import problems_of
from tenders.models import DecisionWithdrawal, Lot
from tenders.services.contract_start import start_contract
from tenders.services.decided import decision_of
from tests import award, cast

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 12, 1, 12, tzinfo=UTC)


@pytest.fixture
def draft() -> ContractDraft:
    call_command("load_clauses", verbosity=0)
    lot = award.decided(award.verified(award.in_verification(award.in_evaluation(cast.lot_with_bids()))))
    return start_contract(lot=lot, language="nl", at=NOW, actor=cast.person(Role.OFFICER))


def withdrawn(draft: ContractDraft) -> None:
    decision = decision_of(Lot.objects.get())
    assert decision is not None
    DecisionWithdrawal.objects.create(
        decision=decision, at=NOW, made_by=cast.person(Role.OFFICER), reason="Rekenfout."
    )


def test_a_contract_of_the_award_that_stands_has_no_problem(draft: ContractDraft) -> None:
    assert list(problems_of(draft)) == []


def test_after_the_award_was_withdrawn_the_contract_says_so_and_is_not_final(draft: ContractDraft) -> None:
    withdrawn(draft)

    told = [each.message.nl for each in assembled(draft).problems if each.blocking]

    assert any("geldt niet meer" in each and "inschrijving A" in each for each in told)
    with pytest.raises(NotFinal):
        make_final(draft=draft, revision=draft.revision, at=NOW, actor=cast.person(Role.OFFICER))


def test_a_draft_that_was_begun_before_the_award_is_known_by_its_reference(draft: ContractDraft) -> None:
    ContractDraft.objects.filter(pk=draft.pk).update(subject="")
    draft.refresh_from_db()
    withdrawn(draft)

    assert len(list(problems_of(draft))) == 1


def test_another_calculation_than_that_of_the_award_is_told(draft: ContractDraft) -> None:
    draft.award = {**draft.award, "bid": "B"}

    assert ["andere gunningsbeslissing" in each.message.nl for each in problems_of(draft)] == [True]


def test_a_contract_without_an_award_is_not_asked_for_one(draft: ContractDraft) -> None:
    withdrawn(draft)
    draft.award = {}

    assert list(problems_of(draft)) == []

"""Two lawyers decide at one moment, on PostgreSQL, in real processes: one of the two takes effect."""

from functools import partial

import pytest
from django.contrib.auth.models import User

from clauses.loading import load_library
from clauses.models import ClauseDeviation, ClauseProposal, ClauseVersion, ContractDraft, ContractVersion
from clauses.services import approve, decide_deviation, make_final, send_back
from procurement.audit.log import first_broken_event
from procurement.organisations.models import Role
from procurement.organisations.roles import give_role
from tests.cast import organisation, person
from tests.clauses.assembly.builders import clause
from tests.clauses.final_contracts import changed, draft
from tests.clauses.own_texts import NOW, submitted
from tests.side_by_side import REFUSED, together

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def lawyers() -> list[User]:
    second, _ = User.objects.get_or_create(username="second.lawyer")
    give_role(user=second, organisation=organisation(), role=Role.LAWYER)
    return [person(Role.LAWYER), second]


def approves(who: User) -> None:
    row = ClauseProposal.objects.get()
    approve(proposal=row, digest=row.digest, at=NOW, actor=who)


def sends_back(who: User) -> None:
    row = ClauseProposal.objects.get()
    send_back(proposal=row, digest=row.digest, reason="Noem een waarde.", at=NOW, actor=who)


def decides(outcome: str, who: User) -> None:
    row = ClauseDeviation.objects.get()
    decide_deviation(deviation=row, outcome=outcome, reason="Nee.", at=NOW, actor=who)


def finishes(revision: int, who: User) -> None:
    make_final(draft=ContractDraft.objects.get(), revision=revision, at=NOW, actor=who)


def test_of_two_who_approve_a_text_one_publishes_it() -> None:
    submitted()

    codes = together(*(partial(approves, who) for who in lawyers()))

    assert sorted(codes, key=str) == [0, REFUSED]
    assert ClauseVersion.objects.count() == 1
    assert first_broken_event(organisation()) is None


def test_a_text_is_approved_or_sent_back_and_not_both() -> None:
    submitted()
    first, second = lawyers()

    codes = together(partial(approves, first), partial(sends_back, second))

    row = ClauseProposal.objects.get()
    assert sorted(codes, key=str) == [0, REFUSED]
    assert row.decisions.count() == 1
    assert (row.state == "published") is ClauseVersion.objects.exists()


def test_a_deviation_is_decided_once() -> None:
    load_library(at=NOW, clauses=[clause("text")])
    changed(draft())
    first, second = lawyers()

    codes = together(partial(decides, "approved", first), partial(decides, "refused", second))

    assert sorted(codes, key=str) == [0, REFUSED]


def test_of_two_who_make_a_contract_final_one_makes_it() -> None:
    load_library(at=NOW, clauses=[clause("text")])
    draft()

    codes = together(*(partial(finishes, 1, who) for who in lawyers()))

    assert sorted(codes, key=str) == [0, REFUSED]
    assert ContractVersion.objects.count() == 1

"""Own texts: one person writes, another approves, and only then they count."""

from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from django.contrib.auth.models import User

from clauses.assembly.source import ClauseError
from clauses.drafts import versions_valid_on
from clauses.loading import load_library
from clauses.models import LIBRARY, ClauseProposal, ClauseVersion, ProposalDecision
from clauses.services import (
    ProposalRefused,
    approve,
    send_back,
    start_proposal,
    submit,
    withdraw,
    write_proposal,
)
from procurement.audit.models import Event
from procurement.organisations.models import Role
from tests.cast import organisation, person
from tests.clauses.assembly.builders import clause, file_text
from tests.clauses.own_texts import NOW, WHY, proposed, published, submitted

pytestmark = pytest.mark.django_db

TODAY = NOW.date()


@pytest.fixture(autouse=True)
def library() -> None:
    load_library(at=NOW, clauses=[clause("text", "1. Van de bibliotheek.")])


def model() -> ClauseVersion:
    return ClauseVersion.objects.get(clause__code="text", organisation=None)


def lawyer() -> User:
    return person(Role.LAWYER)


def holding(of: str | None, day: date = TODAY) -> list[str]:
    rows = versions_valid_on(day, organisation(of) if of else None)
    return [f"{row.clause.code} {row.number}{' own' if row.is_own else ''}" for row in rows]


def test_a_file_of_the_library_says_who_reviewed_it() -> None:
    assert (model().reviewed_by, model().author, model().approved_by) == (LIBRARY, None, None)


def test_an_approved_clause_counts_for_its_organisation_alone() -> None:
    row = published()

    assert (row.author, row.approved_by) == (person(Role.OFFICER), lawyer())
    assert holding("Amaranth") == ["own-plan 1 own", "text 1"]
    assert (holding("Bellis"), holding(None)) == (["text 1"], ["text 1"])


def test_an_own_version_goes_before_that_of_the_library() -> None:
    published("text", "1. Van ons.", based_on=model())

    assert holding("Amaranth") == ["text 1 own"]
    assert holding("Bellis") == ["text 1"]


def test_the_library_can_take_the_number_of_an_own_version() -> None:
    published("text", "1. Van ons.", based_on=model())
    published("text", "1. Van ons, opnieuw.", based_on=model(), version=2)

    load_library(at=NOW, clauses=[clause("text", "1. Nieuw.", version=2)])

    assert holding("Amaranth") == ["text 2 own"]
    assert holding("Bellis") == ["text 2"]


def test_a_proposal_does_not_count_before_it_is_approved() -> None:
    submitted()

    assert holding("Amaranth") == ["text 1"]


def test_what_was_known_on_a_day_stays_known() -> None:
    published("text", "1. Van ons.", based_on=model())
    before = NOW - timedelta(seconds=1)

    known = versions_valid_on(TODAY, organisation(), known=NOW)
    later = versions_valid_on(TODAY, organisation(), known=NOW + timedelta(seconds=1))

    assert versions_valid_on(TODAY, organisation(), known=before) == []
    assert known == []
    assert [row.is_own for row in later] == [True]


def test_the_author_does_not_approve_the_own_text() -> None:
    author = lawyer()
    row = start_proposal(
        organisation=organisation(), source=file_text(code="own-plan"), reason=WHY, at=NOW, actor=author
    )
    submit(proposal=row, revision=1, at=NOW, actor=author)

    with pytest.raises(ProposalRefused):
        approve(proposal=row, digest=row.digest, at=NOW, actor=author)

    assert not ClauseVersion.objects.exclude(organisation=None).exists()


@pytest.mark.parametrize(
    ("role", "of"),
    [(Role.CONTRACT_MANAGER, "Amaranth"), (Role.PROJECT_LEAD, "Amaranth"), (Role.LAWYER, "Bellis")],
)
def test_only_a_lawyer_of_the_organisation_approves(role: Role, of: str) -> None:
    row = submitted()

    with pytest.raises(ProposalRefused):
        approve(proposal=row, digest=row.digest, at=NOW, actor=person(role, of))

    assert not ProposalDecision.objects.exists()


def test_a_second_approver_finds_that_it_is_done() -> None:
    row = submitted()
    approve(proposal=row, digest=row.digest, at=NOW, actor=lawyer())

    with pytest.raises(ProposalRefused):
        approve(proposal=row, digest=row.digest, at=NOW, actor=lawyer())

    assert ClauseVersion.objects.exclude(organisation=None).count() == 1


def test_who_read_another_text_does_not_approve_this_one() -> None:
    row = submitted()

    with pytest.raises(ProposalRefused):
        approve(proposal=row, digest="0" * 64, at=NOW, actor=lawyer())


def test_what_is_sent_back_is_changed_and_handed_in_again() -> None:
    row = submitted()

    back = send_back(proposal=row, digest=row.digest, reason="Noem een waarde.", at=NOW, actor=lawyer())
    source = file_text(code="own-plan", nl="1. Vijf.")
    write_proposal(proposal=back, source=source, reason=WHY, revision=1, at=NOW, actor=row.author)
    again = submit(proposal=back, revision=2, at=NOW, actor=row.author)

    version = approve(proposal=again, digest=again.digest, at=NOW, actor=lawyer())
    assert version.source == source
    assert [each.is_approved for each in row.decisions.all()] == [False, True]


def test_sending_back_needs_a_reason() -> None:
    row = submitted()

    with pytest.raises(ProposalRefused):
        send_back(proposal=row, digest=row.digest, reason="  ", at=NOW, actor=lawyer())


def test_what_was_handed_in_is_not_changed() -> None:
    row = submitted()

    with pytest.raises(ProposalRefused):
        write_proposal(
            proposal=row, source=file_text(code="own-plan"), reason="", revision=1, at=NOW, actor=row.author
        )


def test_only_the_author_changes_a_proposal() -> None:
    row = proposed()

    with pytest.raises(ProposalRefused):
        write_proposal(
            proposal=row, source=file_text(code="own-plan"), reason=WHY, revision=1, at=NOW, actor=lawyer()
        )


def test_a_page_that_was_opened_before_another_saving_is_refused() -> None:
    row, source = proposed(), file_text(code="own-plan", nl="1. Anders.")
    write_proposal(proposal=row, source=source, reason=WHY, revision=1, at=NOW, actor=row.author)

    with pytest.raises(ProposalRefused):
        write_proposal(proposal=row, source=source, reason=WHY, revision=1, at=NOW, actor=row.author)
    with pytest.raises(ProposalRefused):
        submit(proposal=row, revision=1, at=NOW, actor=row.author)


def test_there_is_one_open_proposal_for_a_clause() -> None:
    first = proposed()

    with pytest.raises(ProposalRefused):
        proposed()

    withdraw(proposal=first, at=NOW, actor=first.author)
    assert proposed().state == ClauseProposal.State.DRAFT


@dataclass(frozen=True)
class Wrong:
    code: str
    version: int = 1
    based: bool = False


@pytest.mark.parametrize(
    "wrong",
    [Wrong("plan"), Wrong("own-plan", 2), Wrong("other", 1, based=True), Wrong("text", 3, based=True)],
)
def test_code_and_number_are_those_of_the_place(wrong: Wrong) -> None:
    with pytest.raises(ProposalRefused):
        proposed(wrong.code, version=wrong.version, based_on=model() if wrong.based else None)


def test_another_organisation_cannot_build_on_an_own_clause() -> None:
    theirs = published(of="Bellis")

    with pytest.raises(ProposalRefused):
        proposed("own-plan", version=1, based_on=theirs)


def test_a_text_that_cannot_be_read_is_refused_with_its_line() -> None:
    with pytest.raises(ClauseError) as refused:
        proposed(nl="1. Goed.\n2. {weg}.")

    assert "{weg}" in refused.value.message.nl


def test_a_text_that_a_rule_blocks_is_not_handed_in() -> None:
    row = proposed(nl="1. De apparaten zijn gemeten volgens ISO 14067.")

    with pytest.raises(ProposalRefused):
        submit(proposal=row, revision=1, at=NOW, actor=row.author)


def test_each_step_is_in_the_log() -> None:
    published()

    actions = [event.action for event in Event.objects.order_by("sequence")]
    assert actions == ["clause_proposal.started", "clause_proposal.submitted", "clause_proposal.approved"]

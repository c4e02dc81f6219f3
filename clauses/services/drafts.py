"""What people do with drafts: one transaction and one event in the log each."""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from clauses.assembly.annex import award_annex
from clauses.assembly.assemble import Assembly, Values, applicable
from clauses.assembly.award import NO_AWARD, Award, award_as_data, award_from_data
from clauses.assembly.contract import ContractHead, contract
from clauses.assembly.facts import facts as checked_facts
from clauses.assembly.origin import Given, given_as_data, given_from_data
from clauses.drafts import assembled, clause_from, contract_code, versions_valid_on
from clauses.models import ChosenClause, ClauseVersion, ContractDraft
from procurement.audit.log import record, state_digest
from procurement.documents.model import Document
from procurement.organisations.models import Organisation

Answers = Mapping[str, str | tuple[str, ...] | list[str]]
AllGiven = Mapping[str, Mapping[str, Given]]
"""Clause code → name of the blank → what the tender or the bid says, and where."""


class DraftChanged(Exception):
    """Somebody else saved the draft in the meantime."""


@transaction.atomic
def start_draft(
    *,
    organisation: Organisation,
    title: str,
    reference: str,
    language: str,
    answers: Answers,
    at: datetime,
    actor: User | None,
    subject: str = "",
    without: Collection[str] = (),
) -> ContractDraft:
    """A draft with the preferred clauses that fit the answers, `without` these codes. Raises UnknownFact."""
    known = checked_facts(answers)
    draft = ContractDraft.objects.create(
        organisation=organisation,
        title=title,
        reference=reference,
        language=language,
        subject=subject,
        facts={code: sorted(given) for code, given in known.items()},
        created_at=at,
    )
    day = timezone.localtime(at).date()
    fitting = {version.source: version for version in versions_valid_on(day, organisation)}
    possible = [clause_from(source) for source in fitting]
    clauses = applicable([each for each in possible if each.code not in without], known)
    _append(draft, [fitting[clause.source] for clause in clauses])
    record_on(draft, "contract_draft.started", at, actor, {"clauses": [clause.code for clause in clauses]})
    return draft


@transaction.atomic
def fill_in(*, draft: ContractDraft, values: Values, revision: int, at: datetime, actor: User | None) -> None:
    """Keep these values instead of what was there. Raises DraftChanged when `revision` is not the newest."""
    hold_revision(draft, revision)
    before = filled_in_digest(draft)
    _store(draft, values)
    next_revision(draft)
    details = {"revision": draft.revision}
    record_on(
        draft, "contract_draft.filled_in", at, actor, details, before=before, after=filled_in_digest(draft)
    )


@transaction.atomic
def prefill(
    *, draft: ContractDraft, given: AllGiven, award: Award = NO_AWARD, at: datetime, actor: User | None
) -> None:
    """Fill what is still open, from the tender or the winning bid; what a person filled in stays.

    Where each value was said is kept beside it, and the promises of the bid with the draft.
    """
    hold(draft)
    before = filled_in_digest(draft)
    _give(draft, given)
    draft.award = award_as_data(award) if award != NO_AWARD else {}
    draft.save(update_fields=["award"])
    next_revision(draft)
    details = {"clauses": sorted(given), "bid": award.bid, "sha256": award.digest}
    record_on(
        draft, "contract_draft.prefilled", at, actor, details, before=before, after=filled_in_digest(draft)
    )


def draft_document(*, draft: ContractDraft, at: datetime, final: bool = False) -> Document:
    """The contract as a document. Raises NotFinal when a final one is asked too early."""
    return document_of(draft, assembled(draft), at=at, final=final)


def document_of(draft: ContractDraft, assembly: Assembly, *, at: datetime, final: bool = False) -> Document:
    """An assembly of the draft's clauses as the document of that draft. Raises NotFinal."""
    head = ContractHead(
        title=draft.title,
        reference=draft.reference,
        authority=draft.organisation.name,
        created=at,
        contract=contract_code(draft.pk),
    )
    annexes = award_annex(assembly, award_from_data(draft.award))
    return contract(assembly, head, annexes=annexes, final=final)


def _append(draft: ContractDraft, versions: Iterable[ClauseVersion]) -> None:
    ChosenClause.objects.bulk_create(
        ChosenClause(draft=draft, version=version, position=position)
        for position, version in enumerate(versions, start=1)
    )


def hold(draft: ContractDraft) -> ContractDraft:
    """The row as it is now, held for this transaction."""
    return ContractDraft.objects.select_for_update(no_key=True).get(pk=draft.pk)


def hold_revision(draft: ContractDraft, revision: int) -> None:
    if hold(draft).revision != revision:
        raise DraftChanged(str(draft))


def _store(draft: ContractDraft, values: Values) -> None:
    for chosen in draft.chosen.select_related("version__clause"):
        given = values.get(chosen.version.clause.code)
        if given is None:
            continue
        chosen.values = {name: value for name, value in given.items() if value}
        chosen.save(update_fields=["values"])


def _give(draft: ContractDraft, given: AllGiven) -> None:
    """What was given before goes; a value that is still as it was given then follows the new one."""
    for chosen in draft.chosen.select_related("version__clause"):
        told, before = given.get(chosen.version.clause.code, {}), given_from_data(chosen.given)
        by_hand = {
            name: value
            for name, value in chosen.values.items()
            if name not in before or value != before[name].value
        }
        chosen.values = {**{name: each.value for name, each in told.items() if each.value}, **by_hand}
        chosen.given = given_as_data(told)
        chosen.save(update_fields=["values", "given"])


def next_revision(draft: ContractDraft) -> None:
    draft.revision = hold(draft).revision + 1
    draft.save(update_fields=["revision"])


def filled_in_digest(draft: ContractDraft) -> str:
    """By SHA-256: what was filled in may name people."""
    return state_digest(list(draft.chosen.order_by("position").values_list("version", "values")))


def record_on(
    draft: ContractDraft,
    action: str,
    at: datetime,
    actor: User | None,
    details: Mapping[str, object],
    *,
    before: object = None,
    after: object = None,
) -> None:
    """One event about a draft."""
    record(
        organisation=draft.organisation,
        at=at,
        actor=actor,
        action=action,
        subject=draft.reference,
        details=details,
        before=before,
        after=after,
    )

"""Taking in what somebody decided about a contract that came back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from clauses.assembly.markdown import Provision
from clauses.models import ContractDraft
from clauses.services.deviations import record_deviation
from clauses.services.drafts import filled_in_digest, hold_revision, next_revision
from procurement.audit.log import record


@dataclass(frozen=True, slots=True, kw_only=True)
class NewDeviation:
    """A text that departs, with the reason; as `record_deviation` takes it."""

    code: str
    kind: str
    reason: str
    provisions: Sequence[Provision] = ()
    title: str = ""


@transaction.atomic
def take_in(
    *,
    draft: ContractDraft,
    deviations: Sequence[NewDeviation],
    values: Mapping[str, Mapping[str, str]],
    file_digest: str,
    revision: int,
    at: datetime,
    actor: User,
) -> None:
    """Values that were filled in, and deviations that wait for their approvers: all of it or nothing.

    One event says which file was taken in and what of it; every deviation has its own besides, with its
    reason. Raises DraftChanged, DeviationRefused.
    """
    hold_revision(draft, revision)
    before = filled_in_digest(draft)
    _fill(draft, values)
    for each in deviations:
        _deviate(draft, each, at, actor)
    next_revision(draft)
    record(
        organisation=draft.organisation,
        at=at,
        actor=actor,
        action="contract_draft.taken_in",
        subject=draft.reference,
        details={
            "file": file_digest,
            "deviations": [f"{each.kind} {each.code}".strip() for each in deviations],
            "values": sorted(f"{code}.{name}" for code, given in values.items() for name in given),
        },
        before=before,
        after=filled_in_digest(draft),
    )


def _deviate(draft: ContractDraft, new: NewDeviation, at: datetime, actor: User) -> None:
    record_deviation(
        draft=draft,
        clause_code=new.code,
        kind=new.kind,
        reason=new.reason,
        provisions=new.provisions,
        title=new.title,
        at=at,
        actor=actor,
    )


def _fill(draft: ContractDraft, values: Mapping[str, Mapping[str, str]]) -> None:
    for chosen in draft.chosen.select_related("version__clause"):
        given = values.get(chosen.version.clause.code)
        if given:
            chosen.values = {**chosen.values, **given}
            chosen.save(update_fields=["values"])

"""A file that came back, compared with its draft: what can be recorded of it, as data between two requests.

Nothing is stored before somebody confirms. What the page showed comes back with the confirmation, signed, so
that it is the same and of the same person and state of the draft.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime
from hashlib import sha256
from typing import Any

from django.core import signing

from clauses.approvers import LAWYER, approver_words
from clauses.assembly.stored_text import from_data, to_data
from clauses.drafts import contract_code, read_draft
from clauses.models import ContractDraft
from clauses.returned import (
    ClauseDifference,
    Differences,
    LineDifference,
    Unusable,
    ValueChange,
    compare_returned,
    read_returned,
)
from clauses.returning_to import Compared, draft_now, newer_of, version_said
from clauses.services.deviations import approver_of
from procurement.incoming.text.values import HIDDEN
from procurement.language import Text
from procurement.words import words

SALT = "clauses.returning"
KEPT_SECONDS = 4 * 60 * 60
MOST_CHARACTERS = 1_500_000  # of the signed data; a request takes 2.5 MB

_OTHER_CONTRACT = Text(
    nl="Dit bestand hoort bij een ander contract. Kies het bestand van dit contract.",
    en="This file belongs to another contract. Choose the file of this contract.",
)
_TOO_DIFFERENT = Text(
    nl="Dit bestand wijkt op te veel plekken af om in één keer over te nemen. Neem het in delen over.",
    en="This file differs in too many places to take over at once. Take it over in parts.",
)
_NOT_IN_DRAFT = Text(
    nl="Deze clausule staat niet meer in het concept.",
    en="This clause is no longer in the draft.",
)

Lines = list[tuple[int, list[tuple[str, str]]]]


@dataclass(slots=True)
class Change:
    """One text that can become a deviation. `kind` as a deviation has it; `data`: the text as it is now.

    `approver`: who approves the deviation, in words; empty where the draft no longer has the clause.
    """

    kind: str
    code: str
    name: str
    lines: Lines
    data: list[dict[str, object]] = field(default_factory=list)
    approver: str = ""


@dataclass(slots=True)
class Value:
    """A blank that holds something else; `value` is empty when `problem` says why it cannot be taken over."""

    code: str
    variable: str
    label: str
    old: str
    new: str
    value: str = ""
    problem: str = ""


@dataclass(slots=True, kw_only=True)
class Findings:
    """All that the page tells of one file. `moved`, `newer`, `around`, `remarks` are only told.

    `against`: what it was compared with. `since`: clauses that the draft has otherwise than that version;
    `altered`: something changed although the words did not, and `problems` says what.
    `taken`: what the file changed and the draft says by now.
    """

    draft: int
    revision: int
    user: int
    digest: str
    against: str
    since: list[str]
    taken: list[str]
    changes: list[Change]
    values: list[Value]
    moved: list[str]
    newer: list[str]
    around: Lines
    problems: list[str]
    altered: bool
    remarks: list[tuple[str, str, str, str]]

    @property
    def is_same(self) -> bool:
        hidden = any(each[0] == HIDDEN for each in self.remarks)
        told = self.altered or hidden
        return not (self.changes or self.values or self.moved or self.around or self.taken or told)


def findings(*, draft: ContractDraft, content: bytes, name: str, user: int, at: datetime) -> Findings:
    """Compare the file with the version that it says it is, else with the draft as it is now.

    Raises `Unusable`. Writes nothing.
    """
    drafted = read_draft(draft)
    returned = read_returned(content, name)
    if returned.contract and returned.contract != contract_code(draft.pk):
        raise Unusable(_OTHER_CONTRACT)
    version = version_said(draft, returned)
    now = draft_now(drafted, returned, at)
    compared = version or now
    newer = newer_of(draft, version.row if version else None, at)
    found = compare_returned(compared.form, returned, newer)
    in_draft = compare_returned(now.form, returned, newer) if version else found
    digest = sha256(content).hexdigest()
    return _told(_Told(found, in_draft, compared, now), draft, user, digest)


@dataclass(frozen=True, slots=True)
class _Told:
    """`found`: against what the file says it is; `in_draft`: the same file against the draft."""

    found: Differences
    in_draft: Differences
    compared: Compared
    now: Compared

    def is_taken(self, clause: ClauseDifference) -> bool:
        """Whether the draft says by now what the file changed in this clause."""
        if self.found is self.in_draft:
            return False
        same = next((each for each in self.in_draft.clauses if each.code == clause.code), None)
        if clause.removed:
            return same is None
        return same is not None and not (same.is_changed or same.removed or same.values)


def _told(told: _Told, draft: ContractDraft, user: int, digest: str) -> Findings:
    found, codes = told.found, {each.code for each in told.now.form.clauses}
    asked = [each for each in found.clauses if each.is_changed or each.removed or each.values]
    taken = [each for each in asked if told.is_taken(each)]
    open_ones = [each for each in asked if each not in taken]
    return Findings(
        draft=draft.pk,
        revision=draft.revision,
        user=user,
        digest=digest,
        against=told.compared.words,
        since=told.compared.otherwise_in(told.now),
        taken=[words(each.name) for each in taken],
        changes=[*_changed(open_ones, draft, codes), *_added(found)],
        values=[_value(each, codes) for clause in open_ones for each in clause.values],
        moved=[words(each.name) for each in found.clauses if each.moved],
        newer=[words(each.name) for each in found.clauses if each.newer_version],
        around=[_line(each) for each in found.outside],
        problems=[*told.compared.problems, *(words(each) for each in (*found.unsaid, *found.problems))],
        altered=bool(found.unsaid),
        remarks=[
            *((each.kind, each.author, each.at[:10], each.text) for each in found.changes),
            *(("comment", each.author, each.at[:10], each.text) for each in found.comments),
        ],
    )


def _value(change: ValueChange, codes: Collection[str]) -> Value:
    problem = words(change.problem) if change.problem else ""
    if change.clause not in codes:
        problem = words(_NOT_IN_DRAFT)
    value = "" if problem else change.value
    label = words(change.label)
    return Value(change.clause, change.variable, label, change.old, change.new, value, problem)


def _changed(found: Sequence[ClauseDifference], draft: ContractDraft, codes: Collection[str]) -> list[Change]:
    return [_change(each, draft, codes) for each in found if each.removed or each.is_changed]


def _change(clause: ClauseDifference, draft: ContractDraft, codes: Collection[str]) -> Change:
    kind = "removed" if clause.removed else "changed" if clause.lines else "title"
    title = [_line(clause.title)] if clause.title else []
    return Change(
        kind=kind,
        code=clause.code,
        name=words(clause.name),
        lines=[*title, *(_line(each) for each in clause.lines)],
        data=to_data(clause.provisions),
        approver=approver_words(approver_of(draft, clause.code, kind)) if clause.code in codes else "",
    )


def _added(found: Differences) -> list[Change]:
    return [
        Change(
            kind="added",
            code="",
            name=each.lines[0][:200],
            lines=[(0, [("ins", line)]) for line in each.lines],
            data=[{"pieces": [["words", line, False]], "points": []} for line in each.lines],
            approver=approver_words(LAWYER),
        )
        for each in found.added
    ]


def _line(line: LineDifference) -> tuple[int, list[tuple[str, str]]]:
    return line.level, [(kind.value, text) for kind, text in line.pieces]


def sealed(found: Findings) -> str:
    """The findings as they come back with the confirmation. Raises `Unusable` when they are too many."""
    data = signing.dumps(asdict(found), salt=SALT, compress=True)
    if len(data) > MOST_CHARACTERS:
        raise Unusable(_TOO_DIFFERENT)
    return data


def opened(data: str, *, draft: int, user: int) -> Findings | None:
    """What `sealed` made for this person and this draft; None for anything else, or after four hours."""
    try:
        read: Mapping[str, Any] = signing.loads(data, salt=SALT, max_age=KEPT_SECONDS)
    except signing.BadSignature:
        return None
    if (read["draft"], read["user"]) != (draft, user):
        return None
    changes = [Change(**each) for each in read["changes"]]
    values = [Value(**each) for each in read["values"]]
    return Findings(**{**read, "changes": changes, "values": values})


def provisions_of(change: Change) -> tuple[Any, ...]:
    return from_data(change.data)

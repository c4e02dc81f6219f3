"""A file that came back, compared with its draft: what can be recorded of it, as data between two requests.

Nothing is stored before somebody confirms. What the page showed comes back with the confirmation, signed, so
that it is the same and of the same person and state of the draft.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from hashlib import sha256
from typing import Any

from django.core import signing
from django.utils import timezone

from clauses.assembly.stored_text import from_data, to_data
from clauses.drafts import Drafted, contract_code, read_draft, versions_valid_on
from clauses.models import ContractDraft
from clauses.returned import (
    ClauseDifference,
    Differences,
    LineDifference,
    Unusable,
    compare_returned,
    contract_form,
    read_returned,
)
from clauses.services.drafts import document_of
from clauses.words import words
from procurement.documents.writers.docx import docx_bytes
from procurement.incoming import read_text
from procurement.language import Text

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

Lines = list[tuple[int, list[tuple[str, str]]]]


@dataclass(slots=True)
class Change:
    """One text that can become a deviation. `kind` as a deviation has it; `data`: the text as it is now."""

    kind: str
    code: str
    name: str
    lines: Lines
    data: list[dict[str, object]] = field(default_factory=list)


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
    """All that the page tells of one file. `moved`, `newer`, `around`, `remarks` are only told."""

    draft: int
    revision: int
    user: int
    digest: str
    changes: list[Change]
    values: list[Value]
    moved: list[str]
    newer: list[str]
    around: Lines
    problems: list[str]
    remarks: list[tuple[str, str, str, str]]

    @property
    def is_same(self) -> bool:
        return not (self.changes or self.values or self.moved or self.around)


def findings(*, draft: ContractDraft, content: bytes, name: str, user: int, at: datetime) -> Findings:
    """Compare the file with the draft as it is now. Raises `Unusable`. Writes nothing."""
    drafted = read_draft(draft)
    returned = read_returned(content, name)
    if returned.contract and returned.contract != contract_code(draft.pk):
        raise Unusable(_OTHER_CONTRACT)
    assembly = drafted.assembly()
    issued = read_text(docx_bytes(document_of(draft, assembly, at=at)), "contract.docx")
    found = compare_returned(contract_form(assembly, issued), returned, _newest(draft, at))
    return _told(found, drafted, user, sha256(content).hexdigest())


def _newest(draft: ContractDraft, at: datetime) -> dict[str, int]:
    versions = versions_valid_on(timezone.localtime(at).date(), draft.organisation_id)
    return {version.clause.code: version.number for version in versions}


def _told(found: Differences, drafted: Drafted, user: int, digest: str) -> Findings:
    draft = drafted.draft
    return Findings(
        draft=draft.pk,
        revision=draft.revision,
        user=user,
        digest=digest,
        changes=[*_changed(found), *_added(found)],
        values=[
            Value(
                each.clause, each.variable, words(each.label), each.old, each.new, each.value,
                words(each.problem) if each.problem else "",
            )
            for clause in found.clauses for each in clause.values
        ],
        moved=[words(each.name) for each in found.clauses if each.moved],
        newer=[words(each.name) for each in found.clauses if each.newer_version],
        around=[_line(each) for each in found.outside],
        problems=[words(each) for each in found.problems],
        remarks=[
            *((each.kind, each.author, each.at[:10], each.text) for each in found.changes),
            *(("comment", each.author, each.at[:10], each.text) for each in found.comments),
        ],
    )  # fmt: skip


def _changed(found: Differences) -> list[Change]:
    return [_change(each) for each in found.clauses if each.removed or each.is_changed]


def _change(clause: ClauseDifference) -> Change:
    title = [_line(clause.title)] if clause.title else []
    return Change(
        kind="removed" if clause.removed else "changed" if clause.lines else "title",
        code=clause.code,
        name=words(clause.name),
        lines=[*title, *(_line(each) for each in clause.lines)],
        data=to_data(clause.provisions),
    )


def _added(found: Differences) -> list[Change]:
    return [
        Change(
            kind="added",
            code="",
            name=each.lines[0][:200],
            lines=[(0, [("ins", line)]) for line in each.lines],
            data=[{"pieces": [["words", line, False]], "points": []} for line in each.lines],
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

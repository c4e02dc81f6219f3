"""The file that comes back: refused if it is unsafe, and known by what our own writer put in it."""

import re
from dataclasses import dataclass
from datetime import datetime

from clauses.returned.endings import instead_of
from clauses.returned.form import clause_of
from procurement.incoming import Code, Refused, read_text
from procurement.incoming.limits import STANDARD, Limits
from procurement.incoming.text.remarks import CREATED
from procurement.incoming.text.values import TextChange, TextComment, TextDocument, TextParagraph
from procurement.language import Text

_TAG = re.compile(
    r"clause:(?P<code>[a-z0-9][a-z0-9-]*)@(?P<version>[0-9]{1,6})(?:#(?P<digest>[0-9a-f]{6,64}))?"
)
_OF_OURS = "r_clause_"  # how the bookmarks of clause titles begin

_FOREIGN = Text(
    nl="Dit is geen contract uit dit programma: er staat geen kenmerk in. Kies het Word-bestand dat u hier "
    "hebt opgehaald.",
    en="This is not a contract from this program: it carries no mark. Choose the Word file that you "
    "downloaded here.",
)


class Unusable(ValueError):
    """The file cannot be compared; `message` says what happened and what to do."""

    def __init__(self, message: Text) -> None:
        super().__init__(message.en)
        self.message = message


@dataclass(frozen=True, slots=True)
class Claim:
    """What the tag of a content control says of the clause in it; `ordinal` of the control in the file."""

    ordinal: int
    code: str
    version: str
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned:
    """`claims` by the ordinal of the control; `strange` are tags that our writer never writes.

    `made_at` is what the file says; it decides nothing but which day a draft prints on every page.
    """

    contract: str
    version: str
    digest: str
    made_at: datetime | None
    paragraphs: tuple[TextParagraph, ...]
    claims: dict[int, Claim]
    strange: tuple[str, ...]
    changes: tuple[TextChange, ...]
    comments: tuple[TextComment, ...]


def read_returned(content: bytes, name: str, limits: Limits = STANDARD) -> Returned:
    """Raises `Unusable`, and nothing else."""
    instead = instead_of(name)
    if instead is not None:
        raise Unusable(instead)
    try:
        text = read_text(content, _as_docx(name), limits)
    except Refused as refused:
        raise Unusable(refused.refusal.text) from None
    return returned_from(text)


def _as_docx(name: str) -> str:
    """The name with which the guard judges; a name without an ending says nothing of what is in it."""
    if "." not in name:
        raise Refused(Code.NOT_A_TEXT)
    return name


def returned_from(text: TextDocument) -> Returned:
    """Raises `Unusable` for a text that did not come from here."""
    claims, strange = _claims(text)
    contract = text.properties.get("ContractId", "")
    ours = any(mark.startswith(_OF_OURS) for each in text.paragraphs for mark in each.bookmarks)
    if not (contract or claims or ours):
        raise Unusable(_FOREIGN)
    return Returned(
        contract=contract,
        version=text.properties.get("ContractVersion", ""),
        digest=text.properties.get("ContractSha256", ""),
        made_at=_moment(text.properties.get(CREATED, "")),
        paragraphs=text.paragraphs,
        claims=claims,
        strange=strange,
        changes=text.changes,
        comments=text.comments,
    )


def _moment(told: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(told.strip())
    except ValueError:
        return None
    return moment if moment.tzinfo else None


def _claims(text: TextDocument) -> tuple[dict[int, Claim], tuple[str, ...]]:
    claims: dict[int, Claim] = {}
    strange: dict[str, None] = {}
    for paragraph in text.paragraphs:
        place = clause_of(paragraph)
        if not place or place[0] in claims:
            continue
        ordinal, tag = place
        match = _TAG.fullmatch(tag)
        if match:
            claims[ordinal] = Claim(ordinal, match["code"], match["version"], match["digest"] or "")
        else:
            strange[tag] = None
    return claims, tuple(strange)

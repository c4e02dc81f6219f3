"""What a contract rests on: its own clauses and values, the criteria, and the calculation it follows."""

import hashlib
import json
from collections.abc import Iterator, Sequence

from clauses.assembly.assemble import Assembly
from procurement.documents.compose import paragraph
from procurement.documents.model import Block, ParagraphStyle
from procurement.language import Text
from tenders.reports.contract.subject import ContractFor
from tenders.reports.edition import Assessment, Stamp
from tenders.reports.wording import Wording

_CRITERIA = Text(nl="Criteria: {version}, SHA-256 {digest}.", en="Criteria: {version}, SHA-256 {digest}.")
_CALCULATION = Text(
    nl="Berekening van de gunning: {moment}, SHA-256 {digest}.",
    en="Calculation of the award: {moment}, SHA-256 {digest}.",
)
_OWN = Text(
    nl="Deze overeenkomst: {words}, SHA-256 {digest} over de clausules, hun versies en hun waarden.",
    en="This contract: {words}, SHA-256 {digest} over the clauses, their versions and their values.",
)
_DRAFT = Text(nl="contract, concept van {day}", en="contract, draft of {day}")


def stamp_of(subject: ContractFor, assembly: Assembly) -> Stamp:
    """Dated by the newest of the criteria, the contract draft and the calculation."""
    awarded = _awarded(subject)
    moments = [subject.edition.created, *(each.made_at for each in awarded)]
    created = max([*moments, *([subject.drafted_at] if subject.drafted_at else [])])
    day = Text(nl=Wording("nl").day(created.date()), en=Wording("en").day(created.date()))
    return Stamp(words=_DRAFT.format(day=day), digest=_digest(subject, assembly, awarded), created=created)


def stamp_blocks(subject: ContractFor, stamp: Stamp, say: Wording) -> Iterator[Block]:
    """Each digest with the name of what it belongs to."""
    edition = subject.edition
    lines = [say(_OWN, words=stamp.words, digest=stamp.digest)]
    lines.append(say(_CRITERIA, version=edition.version, digest=edition.digest))
    lines += [
        say(_CALCULATION, moment=say.moment(each.made_at), digest=each.digest) for each in _awarded(subject)
    ]
    for line in lines:
        yield paragraph(line, style=ParagraphStyle.SMALL)


def _awarded(subject: ContractFor) -> list[Assessment]:
    return [subject.awarded[lot.code] for lot in subject.lots if lot.code in subject.awarded]


def _digest(subject: ContractFor, assembly: Assembly, awarded: Sequence[Assessment]) -> str:
    """SHA-256 over clauses with version and values, and over the digests of what the promises come from."""
    content = {
        "assessments": [each.digest for each in awarded],
        "clauses": [[each.code, each.version, each.digest] for each in assembly.clauses],
        "criteria": subject.edition.digest,
        "language": assembly.language,
        "lots": [lot.code for lot in subject.lots],
        "values": assembly.values,
    }
    written = json.dumps(content, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return hashlib.sha256(written.encode()).hexdigest()

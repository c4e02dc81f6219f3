"""What a contract rests on: its own clauses and values, the criteria, and the calculation it follows."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import replace

from clauses.assembly.assemble import Assembly
from procurement.documents.compose import heading
from procurement.documents.model import Block
from procurement.language import Text
from tenders.reports.contract.subject import ContractFor
from tenders.reports.edition import Assessment, Stamp
from tenders.reports.front import facts_table, grouped
from tenders.reports.wording import Wording

_RESTS_ON = Text(nl="Waarop deze overeenkomst rust", en="What this contract rests on")
_OWN = Text(
    nl="Clausules met versie en waarden: controlegetal (SHA-256)",
    en="Clauses with version and values: checksum (SHA-256)",
)
_VERSION = Text(nl="Versie van de criteria", en="Version of the criteria")
_CRITERIA = Text(nl="Controlegetal van de criteria (SHA-256)", en="Checksum of the criteria (SHA-256)")
_MADE = Text(nl="Berekening van de gunning", en="Calculation of the award")
_CALCULATION = Text(
    nl="Controlegetal van de berekening (SHA-256)", en="Checksum of the calculation (SHA-256)"
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
    lines = [
        (say(_OWN), grouped(stamp.digest)),
        (say(_VERSION), say(edition.version)),
        (say(_CRITERIA), grouped(edition.digest)),
    ]
    for each in _awarded(subject):
        lines += [(say(_MADE), say.moment(each.made_at)), (say(_CALCULATION), grouped(each.digest))]
    yield heading(1, say(_RESTS_ON), numbered=False)
    yield replace(facts_table(lines, alt=say(_RESTS_ON), say=say), keep_together=True)


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

"""The contract as a document: the assembled clauses, the open blanks in front, the promises behind."""

from collections.abc import Iterator
from dataclasses import replace

from clauses.assembly.assemble import Assembly
from clauses.assembly.contract import ContractHead, contract
from procurement.documents.model import Block, Document, PageBreak, TableOfContents
from procurement.language import Text
from tenders.reports.contract.blanks import open_blank_blocks
from tenders.reports.contract.promises import promise_blocks
from tenders.reports.contract.stamp import stamp_blocks, stamp_of
from tenders.reports.contract.subject import ContractFor
from tenders.reports.front import footer, header
from tenders.reports.vocabulary import LOT
from tenders.reports.wording import Wording

TITLE = Text(nl="Concept-overeenkomst", en="Draft contract")
_TITLE_OF = Text(nl="{title} – {subject}", en="{title} – {subject}")


def contract_document(subject: ContractFor, assembly: Assembly) -> Document:
    edition, say = subject.edition, Wording(subject.edition.language)
    stamp = stamp_of(subject, assembly)
    head = ContractHead(
        title=_title(subject, say),
        reference=edition.tender.reference,
        authority=edition.tender.authority,
        created=stamp.created,
    )
    promises = promise_blocks(edition, subject.lots, subject.awarded, _places(assembly), subject.origin, say)
    document = contract(assembly, head, annexes=(*stamp_blocks(subject, stamp, say), PageBreak(), *promises))
    return replace(
        document,
        blocks=tuple(_with_open_list(document.blocks, subject, assembly, say)),
        properties=edition.properties(TITLE, stamp),
        header=header(edition),
        footer=footer(stamp, say),
    )


def _title(subject: ContractFor, say: Wording) -> str:
    tender = subject.edition.tender
    if len(subject.lots) == 1 and len(tender.lots) > 1:
        lot = subject.lots[0]
        return say(_TITLE_OF, title=say(TITLE), subject=say(LOT, code=lot.code, title=lot.title))
    return say(_TITLE_OF, title=say(TITLE), subject=tender.title)


def _places(assembly: Assembly) -> frozenset[str]:
    return frozenset(clause.place for clause in assembly.clauses)


def _with_open_list(
    blocks: tuple[Block, ...], subject: ContractFor, assembly: Assembly, say: Wording
) -> Iterator[Block]:
    """The contents stand on the front page, the list of blanks on the next, before the articles."""
    still_open = tuple(open_blank_blocks(subject, assembly, say))
    for block in blocks:
        yield block
        if isinstance(block, TableOfContents) and still_open:
            yield PageBreak()
            yield from still_open

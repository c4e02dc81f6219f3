"""The contract as a document: the assembled clauses, the open blanks in front, the promises behind."""

from collections.abc import Iterator
from dataclasses import replace

from clauses.assembly.assemble import Assembly
from clauses.assembly.contract import ContractHead, contract
from procurement.documents.compose import bullets, column, heading, paragraph, ref, row, table
from procurement.documents.model import Block, Document, PageBreak, TableOfContents
from procurement.language import Text
from tenders.reports.contract.promises import promise_blocks
from tenders.reports.contract.stamp import stamp_of
from tenders.reports.contract.subject import ContractFor
from tenders.reports.front import footer, header
from tenders.reports.vocabulary import LOT
from tenders.reports.wording import Wording

TITLE = Text(nl="Concept-overeenkomst", en="Draft contract")
_TITLE_OF = Text(nl="{title} – {subject}", en="{title} – {subject}")
_OPEN = Text(nl="Nog in te vullen", en="Still to fill in")
_OPEN_INTRO = Text(
    nl="Deze plekken staan in de tekst tussen [haken]. Vul ze in voordat u de overeenkomst sluit.",
    en="These blanks stand between [brackets] in the text. Fill them in before you conclude the contract.",
)
_ARTICLE = Text(nl="Artikel", en="Article")
_BLANK = Text(nl="In te vullen", en="To fill in")
_BY = Text(nl="Wie weet dit", en="Who knows this")
_SOURCES = {
    "buyer": Text(nl="opdrachtgever", en="contracting authority"),
    "tender": Text(nl="aanbestedingsstukken", en="tender documents"),
    "bid": Text(nl="winnende inschrijving", en="winning bid"),
}
_PROBLEMS = Text(nl="Nog te beoordelen", en="Still to judge")


def contract_document(subject: ContractFor, assembly: Assembly) -> Document:
    edition, say = subject.edition, Wording(subject.edition.language)
    stamp = stamp_of(subject, assembly)
    head = ContractHead(
        title=_title(subject, say),
        reference=edition.tender.reference,
        authority=edition.tender.authority,
        created=stamp.created,
    )
    document = contract(assembly, head)
    annex = promise_blocks(edition, subject.lots, subject.awarded, _places(assembly), subject.origin, say)
    return replace(
        document,
        blocks=(*_with_open_list(document.blocks, assembly, say), PageBreak(), *annex),
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


def _with_open_list(blocks: tuple[Block, ...], assembly: Assembly, say: Wording) -> Iterator[Block]:
    """The contents stand on the front page, the list of blanks on the next, before the articles."""
    still_open = tuple(_open_blanks(assembly, say))
    for block in blocks:
        yield block
        if isinstance(block, TableOfContents) and still_open:
            yield PageBreak()
            yield from still_open


def _open_blanks(assembly: Assembly, say: Wording) -> Iterator[Block]:
    if assembly.problems:
        yield heading(4, say(_PROBLEMS))
        yield bullets(*(say(problem.message) for problem in assembly.problems))
    if not assembly.open_variables:
        return
    yield heading(4, say(_OPEN))
    yield paragraph(say(_OPEN_INTRO))
    anchors = {block.code: block.anchor for block in assembly.blocks}
    yield table(
        (column(say(_ARTICLE), 1), column(say(_BLANK), 7), column(say(_BY), 3)),
        (
            row(
                (ref(anchors[each.clause]),),
                say(each.variable.label),
                say(_SOURCES[each.variable.source]),
            )
            for each in assembly.open_variables
        ),
        alt=say(_OPEN),
    )

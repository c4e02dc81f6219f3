"""What is still open in a contract, by article, and who has to fill it in.

A blank for a value of the bid that no award criterion asks for can never be filled by the winner: changing
a contract after the award is not free. It is the buyer's, and has to be in the tender documents.
"""

from collections.abc import Iterator

from clauses.assembly.assemble import Assembly, OpenVariable
from clauses.assembly.clause import LibraryClause
from procurement.documents.compose import bullets, column, heading, paragraph, ref, row, table
from procurement.documents.model import Block
from procurement.language import Text
from tenders.reports.contract.subject import ContractFor
from tenders.reports.contract.values import filling
from tenders.reports.wording import Wording

_OPEN = Text(nl="Nog in te vullen", en="Still to fill in")
_OPEN_INTRO = Text(
    nl="Deze plekken staan in de tekst tussen [haken]. Vul ze in voordat u de overeenkomst sluit. Wat vóór "
    "publicatie moet, hoort in de aanbestedingsstukken: een inschrijver moet het kennen als hij inschrijft.",
    en="These blanks stand between [brackets] in the text. Fill them in before you conclude the contract. "
    "What is due before publication belongs in the tender documents: a bidder must know it when bidding.",
)
_ARTICLE = Text(nl="Artikel", en="Article")
_BLANK = Text(nl="In te vullen", en="To fill in")
_BY = Text(nl="Door wie en wanneer", en="By whom and when")
_SOURCES = {
    "buyer": Text(nl="opdrachtgever", en="contracting authority"),
    "tender": Text(
        nl="opdrachtgever, uit de aanbestedingsstukken", en="contracting authority, from the tender"
    ),
    "bid": Text(nl="winnende inschrijving", en="winning bid"),
}
_BEFORE_PUBLICATION = Text(
    nl="opdrachtgever, vóór publicatie", en="contracting authority, before publication"
)
_PROBLEMS = Text(nl="Nog te beoordelen", en="Still to judge")
_CONTRACTOR = ("definitions", "contractor")
_WEIGHED_BY_A_POINT = ("penalties", "value_per_point")


def open_blank_blocks(subject: ContractFor, assembly: Assembly, say: Wording) -> Iterator[Block]:
    if assembly.problems:
        yield heading(4, say(_PROBLEMS))
        yield bullets(*(say(problem.message) for problem in assembly.problems))
    if not assembly.open_variables:
        return
    yield heading(4, say(_OPEN))
    yield paragraph(say(_OPEN_INTRO))
    anchors = {block.code: block.anchor for block in assembly.blocks}
    clauses = {clause.code: clause for clause in assembly.clauses}
    yield table(
        (column(say(_ARTICLE), 1), column(say(_BLANK), 6), column(say(_BY), 4)),
        (
            row(
                (ref(anchors[each.clause]),),
                say(each.variable.label),
                say(filled_in_by(each, clauses[each.clause], subject)),
            )
            for each in assembly.open_variables
        ),
        alt=say(_OPEN),
    )


def filled_in_by(blank: OpenVariable, clause: LibraryClause, subject: ContractFor) -> Text:
    place = (blank.clause, blank.variable.name)
    if place == _WEIGHED_BY_A_POINT:
        return _BEFORE_PUBLICATION
    if blank.variable.source != "bid" or place == _CONTRACTOR or _is_asked(blank, clause, subject):
        return _SOURCES[blank.variable.source]
    return _BEFORE_PUBLICATION


def _is_asked(blank: OpenVariable, clause: LibraryClause, subject: ContractFor) -> bool:
    """Does a lot of this contract have exactly one criterion that asks bids for this value?"""
    asked = [filling(lot, clause, blank.variable, subject.origin) for lot in subject.lots]
    return any(len(leaves) == 1 for leaves in asked)

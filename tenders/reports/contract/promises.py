"""What the winner offered becomes an obligation: KPI, unit, promised value, proof and article."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from clauses.assembly.anchors import anchor_of
from procurement.documents.compose import bold, column, heading, numbers, paragraph, ref, row, table
from procurement.documents.model import Block, Column, Content, Row, Run
from procurement.language import Text
from tenders.reports.contract.offered import promises_nothing, winner_of
from tenders.reports.contract.securing import GENERAL_CLAUSE, Origin
from tenders.reports.edition import Assessment, Edition
from tenders.reports.vocabulary import KINDS, LOT, shown_values
from tenders.reports.wording import Wording
from tenders.scoring.model import Bid, Criterion, Kind, Lot

_HEADING = Text(
    nl="KPI-overzicht, deel B: toezeggingen uit de inschrijving",
    en="KPI overview, part B: promises from the bid",
)
_INTRO = Text(
    nl="Deze waarden zijn bij de gunning meegewogen. Zij zijn daarom verplichtingen uit de overeenkomst. De "
    "code wijst de plaats in de inschrijving aan.",
    en="These values counted at the award. They are therefore obligations under the contract. The code "
    "points at the place in the bid.",
)
_BY = Text(nl="Opdrachtnemer: ", en="Contractor: ")
_OPEN = Text(
    nl="Nog niet gegund. Na de gunning staan hier de waarden uit de winnende inschrijving.",
    en="Not awarded yet. After the award the values from the winning bid stand here.",
)
_MODEL = Text(
    nl="Dit is het model voor alle percelen. Toegezegde waarden staan alleen in de overeenkomst per perceel.",
    en="This is the model for all lots. Promised values stand only in the contract of each lot.",
)
_PROMISE = Text(nl="Toezegging (KPI)", en="Promise (KPI)")
_UNIT = Text(nl="Eenheid", en="Unit")
_VALUE = Text(nl="Toegezegd", en="Promised")
_PROOF = Text(nl="Bewijs en controle", en="Proof and verification")
_NOT_PROMISED = Text(
    nl="Niet toegezegd, want aangeboden met 0 of nee: {criteria}.",
    en="Not promised, because offered with 0 or no: {criteria}.",
)
_JUDGED = Text(
    nl="Door beoordelaars gewogen: {criteria}. Hiervoor geldt wat de inschrijving aanbiedt; het gegeven "
    "niveau is geen toezegging.",
    en="Judged by assessors: {criteria}. For these what the bid offers applies; the level given is no "
    "promise.",
)
_CLAUSE = Text(nl="Artikel", en="Article")
_AFTER_AWARD = Text(nl="na gunning", en="after the award")
_CAPTION = Text(nl="Toezeggingen – {lot}", en="Promises – {lot}")
_NO_PROOF = Text(nl="zie de aanbestedingsstukken", en="see the tender documents")


def promise_blocks(
    edition: Edition,
    lots: tuple[Lot, ...],
    awarded: Mapping[str, Assessment],
    articles: frozenset[str],
    origin: Origin,
    say: Wording,
) -> Iterator[Block]:
    """`awarded` by lot code; `articles` are the places of the clauses in this contract."""
    yield heading(1, say(_HEADING), numbered=False)
    yield paragraph(say(_INTRO))
    for lot in lots:
        winner = winner_of(awarded[lot.code]) if lot.code in awarded else None
        if len(edition.tender.lots) > 1:
            yield heading(2, say(LOT, code=lot.code, title=lot.title), numbered=False)
        yield _contractor(winner, is_model=len(lots) > 1, say=say)
        empty = [f"{leaf.code} {leaf.title}" for leaf in _weighed(lot) if _is_empty(leaf, winner)]
        if empty:
            yield paragraph(say(_NOT_PROMISED, criteria="; ".join(empty)))
        judged = [f"{leaf.code} {leaf.title}" for leaf in lot.leaves() if leaf.kind is Kind.SCALE]
        if judged:
            yield paragraph(say(_JUDGED, criteria="; ".join(judged)))
        rows = tuple(_rows(lot, winner, articles, origin, say))
        if rows:
            yield table(_columns(say), rows, caption=say(_CAPTION, lot=lot.title))


def _contractor(winner: Bid | None, *, is_model: bool, say: Wording) -> Block:
    if winner is not None:
        return paragraph(say(_BY), bold(winner.name))
    return paragraph(say(_MODEL if is_model else _OPEN))


def _columns(say: Wording) -> tuple[Column, ...]:
    return (
        column(say(_PROMISE), 5),
        column(say(_UNIT), 4),
        numbers(say(_VALUE), 3),
        column(say(_PROOF), 9),
        column(say(_CLAUSE), 2),
    )


def _rows(
    lot: Lot, winner: Bid | None, articles: frozenset[str], origin: Origin, say: Wording
) -> Iterator[Row]:
    for leaf in _weighed(lot):
        if not _is_empty(leaf, winner):
            shown = (leaf.account.proof, leaf.account.verification)
            proof = "\n".join(part for part in shown if part) or say(_NO_PROOF)
            clause = _article(origin.clauses(lot, leaf), articles)
            title = f"{leaf.code} {leaf.title}"
            yield row(title, _unit(leaf, say), _promised(leaf, winner, say), proof, clause)


def _weighed(lot: Lot) -> Iterator[Criterion]:
    """Not the price, and not what assessors judged: the level they gave is their verdict, no promise."""
    return (leaf for leaf in lot.leaves() if leaf.kind not in (Kind.PRICE, Kind.SCALE))


def _is_empty(leaf: Criterion, winner: Bid | None) -> bool:
    return (
        winner is not None and leaf.code in winner.values and promises_nothing(leaf, winner.values[leaf.code])
    )


def _unit(leaf: Criterion, say: Wording) -> str:
    return leaf.unit or (say(KINDS[leaf.kind]) if leaf.kind else "–")


def _promised(leaf: Criterion, winner: Bid | None, say: Wording) -> str:
    if winner is None or leaf.code not in winner.values:
        return say(_AFTER_AWARD)
    value = winner.values[leaf.code]
    return say.number(value) if isinstance(value, Decimal) else shown_values(leaf, value, say)


def _article(clauses: tuple[str, ...], articles: frozenset[str]) -> Content:
    """The article that holds the promise, else the general one; a dash where the contract has neither."""
    for code in (*clauses, GENERAL_CLAUSE):
        if code in articles:
            return (ref(anchor_of(code)),)
    return (Run("–"),)

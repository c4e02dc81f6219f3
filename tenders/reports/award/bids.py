"""Per bid every score: what was offered, the formula filled in, the points and the reason."""

from collections.abc import Iterator

from procurement.documents.compose import bold, column, content, heading, numbers, paragraph, row, table
from procurement.documents.model import Block, Content, Row, Run
from procurement.language import Text
from tenders.reports.award.outcome import shown_figure, shown_points
from tenders.reports.vocabulary import shown_values
from tenders.reports.wording import Wording
from tenders.reports.workings import score_lines, total_line
from tenders.scoring.awards import AWARDS
from tenders.scoring.explain import explain, explain_total
from tenders.scoring.model import Criterion, Kind, Lot
from tenders.scoring.result import BidResult, LotResult

_HEADING = Text(nl="Scores en motivering per inschrijving", en="Scores and reasons for each bid")
_BID = Text(nl="Rang {rank}: {name}", en="Rank {rank}: {name}")
_CRITERION = Text(nl="Criterium", en="Criterion")
_OFFERED = Text(nl="Aangeboden", en="Offered")
_WORKING = Text(nl="Berekening", en="Working")
_SCORE = Text(nl="Score", en="Score")
_REASON = Text(nl="Motivering", en="Reason")
_OUTCOME = Text(nl="Uitkomst", en="Outcome")
_COUNTS = Text(nl="telt zoals geboden", en="counts as offered")
_BY_FORMULA = Text(
    nl="Volgt uit de bekendgemaakte formule en de aangeboden waarde.",
    en="Follows from the published formula and the value offered.",
)
_MISSING = Text(
    nl="MOTIVERING ONTBREEKT. Vul die aan voordat u de gunningsbeslissing verstuurt.",
    en="NO REASON GIVEN. Add one before you send the award decision.",
)


def bid_blocks(result: LotResult, say: Wording) -> Iterator[Block]:
    yield heading(2, say(_HEADING))
    for each in result.ranking:
        yield heading(3, say(_BID, rank=str(each.rank), name=each.bid.name))
        yield _scores(result, each, say)
        if each.tie is not None:
            yield paragraph(say(each.tie))


def _scores(result: LotResult, each: BidResult, say: Wording) -> Block:
    columns = (
        column(say(_CRITERION), 5),
        column(say(_OFFERED), 4),
        column(say(_WORKING), 9),
        numbers(say(_SCORE), 3),
        column(say(_REASON), 9),
    )
    rows = [_leaf(result, each, leaf, say) for leaf in result.lot.leaves()]
    alt = say(_BID, rank=str(each.rank), name=each.bid.name)
    return table(columns, (*rows, _total(result, each, say)), alt=alt)


def _leaf(result: LotResult, each: BidResult, leaf: Criterion, say: Wording) -> Row:
    title = f"{leaf.code} {leaf.title} ({say.percent(leaf.weight)})"
    offered = shown_values(leaf, each.bid.values[leaf.code], say)
    if leaf.code not in each.scores:
        return row(title, offered, say(_COUNTS), "–", "–")
    working = explain(result, each.bid.code, leaf.code)
    lines = (*score_lines(result.lot, working, say), *(say(note) for note in working.notes))
    points = shown_points(result.lot, working.rounded, say)
    return row(title, offered, "\n".join(lines), points, _reason(result.lot, each, leaf, say))


def _reason(lot: Lot, each: BidResult, leaf: Criterion, say: Wording) -> Content:
    """A number without a reason cannot be supplemented later: it is marked where a person judged."""
    reason = each.bid.motivations.get(leaf.code, "")
    if reason:
        return (Run(reason),)
    if leaf.kind in (Kind.PRICE, Kind.QUANTITY):
        return (Run(say(_BY_FORMULA)),)
    return (bold(say(_MISSING)),)


def _total(result: LotResult, each: BidResult, say: Wording) -> Row:
    line = total_line(result.lot, explain_total(result, each.bid.code), say)
    method = say(AWARDS[result.lot.award.method].words)
    return row(say(_OUTCOME), "", line, content(shown_figure(result.lot, each, say)), method, emphasis=True)

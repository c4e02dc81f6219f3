"""The formulas at work on two invented bids, computed by the code that will score the real ones."""

from collections.abc import Iterator
from dataclasses import dataclass

from procurement.documents.compose import column, formula, heading, note, numbers, paragraph, row, table
from procurement.documents.model import Block, ParagraphStyle, Row
from procurement.language import Text
from tenders.reports.annex.invented import FIRST, invented_lot
from tenders.reports.vocabulary import shown_values
from tenders.reports.wording import Wording
from tenders.reports.workings import score_lines, shown, total_line
from tenders.scoring.awards import AWARDS
from tenders.scoring.evaluate import evaluate
from tenders.scoring.explain import explain, explain_total
from tenders.scoring.model import Criterion, Kind, Lot
from tenders.scoring.problem import NotEvaluable
from tenders.scoring.result import BidResult, LotResult

_EXAMPLE = Text(nl="Rekenvoorbeeld met een verzonnen inschrijving", en="Worked example with an invented bid")
_OFFERS = Text(nl="Stel: een inschrijving biedt {value}. Dan is", en="Suppose a bid offers {value}. Then")
_IS_GIVEN = Text(
    nl="Stel: een inschrijving krijgt niveau {value}. Dan is", en="Suppose a bid is given level {value}. Then"
)
_HEADING = Text(nl="Rekenvoorbeeld van het totaal", en="Worked example of the total")
_INTRO = Text(
    nl="Twee verzonnen inschrijvingen laten zien hoe kwaliteit en prijs samen de rangorde bepalen. De "
    "waarden zeggen niets over wat wij verwachten.",
    en="Two invented bids show how quality and price together make the ranking. The values say nothing about "
    "what we expect.",
)
_CRITERION = Text(nl="Criterium", en="Criterion")
_OUTCOME = Text(nl="Uitkomst", en="Outcome")
_RANK = Text(nl="Rang", en="Rank")
_CAPTION = Text(nl="Twee verzonnen inschrijvingen", en="Two invented bids")
_WORKED_OUT = Text(nl="Zo berekend voor {name}:", en="Worked out like this for {name}:")
_OFFERED = Text(nl="{name}: waarde", en="{name}: value")
_POINTS = Text(nl="score", en="score")


@dataclass(frozen=True, slots=True)
class Illustration:
    """The lot with two invented bids, evaluated."""

    result: LotResult

    @property
    def first(self) -> BidResult:
        return self.result.of(FIRST)


def illustration_of(lot: Lot, say: Wording) -> Illustration | None:
    """None where the lot cannot be evaluated yet, such as a draft whose weights do not add up."""
    try:
        result = evaluate(invented_lot(lot, say))
    except NotEvaluable:
        return None
    return Illustration(result) if len(result.ranking) == 2 else None


def leaf_example(shown_by: Illustration, leaf: Criterion, say: Wording) -> Iterator[Block]:
    if leaf.code not in shown_by.first.scores:
        return
    working = explain(shown_by.result, FIRST, leaf.code)
    value = shown_values(leaf, shown_by.first.scores[leaf.code].value, say)
    yield heading(4, say(_EXAMPLE))
    words = _IS_GIVEN if leaf.kind is Kind.SCALE else _OFFERS
    yield paragraph(say(words, value=value), style=ParagraphStyle.KEEP_TOGETHER)
    for line in score_lines(shown_by.result.lot, working, say):
        yield formula(line)


def total_example(shown_by: Illustration, say: Wording) -> Iterator[Block]:
    result = shown_by.result
    bids = [result.of(bid.code) for bid in result.lot.bids]
    in_euros = AWARDS[result.lot.award.method].in_euros
    yield heading(2, say(_HEADING))
    yield note(say(_INTRO))
    columns = [column(say(_CRITERION), 8)]
    for each in bids:
        columns += [
            numbers(say(_OFFERED, name=each.bid.code), 6),
            numbers(say(_POINTS), 7 if in_euros else 4),
        ]
    yield table(columns, _rows(result, bids, say), caption=say(_CAPTION))
    yield paragraph(say(_WORKED_OUT, name=shown_by.first.bid.name), style=ParagraphStyle.KEEP_TOGETHER)
    yield formula(total_line(result.lot, explain_total(result, FIRST), say))


def _rows(result: LotResult, bids: list[BidResult], say: Wording) -> Iterator[Row]:
    for leaf in result.lot.leaves():
        cells = [f"{leaf.code} {leaf.title}"]
        for each in bids:
            scored = each.scores.get(leaf.code)
            cells.append(shown_values(leaf, each.bid.values[leaf.code], say))
            cells.append(shown(scored.points, say) if scored else "–")
        yield row(*cells)
    in_euros = AWARDS[result.lot.award.method].in_euros
    outcomes = [say.euro(each.total) if in_euros else shown(each.total, say) for each in bids]
    yield row(say(_OUTCOME), *(cell for outcome in outcomes for cell in ("", outcome)), emphasis=True)
    yield row(say(_RANK), *(cell for each in bids for cell in ("", str(each.rank))), emphasis=True)

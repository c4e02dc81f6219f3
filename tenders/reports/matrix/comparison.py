"""The sheet of one lot with the bids side by side: a column for each bid, a few lines for each criterion.

Figures follow the other sheets by formula; reasons and motivations are the texts of the assessment.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import repeat

from procurement.documents.formulas import area, cell, counted_on, on_sheet, text_literal
from procurement.documents.workbook import Cell, CellLike, Column, Name, Sheet, Style, Value
from procurement.language import Text
from tenders.reports.matrix.blocks import SHARE, Block, blocks_of
from tenders.reports.matrix.choices import labels_of
from tenders.reports.matrix.columns import figure_style
from tenders.reports.matrix.grid import REPEATED, Grid
from tenders.reports.matrix.inputs import (
    STATUS,
    VALID,
    InputColumns,
    input_columns,
    shown,
    states_of,
    values_of,
)
from tenders.reports.matrix.rounding import settled
from tenders.reports.matrix.scores import from_input, score_style
from tenders.reports.matrix.totals import Outcome
from tenders.reports.vocabulary import LOT, LOT_SHORT
from tenders.reports.wording import Wording
from tenders.scoring.awards import AWARDS
from tenders.scoring.model import Criterion, Kind, Lot, RoundAt
from tenders.scoring.numbers import exactly, value_of
from tenders.scoring.result import BidResult, LotResult
from tenders.scoring.stated import states_code

_FIRST_BID = 3  # column C, after the code and the line
_HEADINGS, _STATES = 5, 6  # rows
_TITLE = Text(nl="Vergelijking – {lot}", en="Comparison – {lot}")
_ABOUT = Text(nl="Vergelijking van inschrijvingen – {lot}", en="Comparison of bids – {lot}")
_HELP = Text(
    nl="Een inschrijving die terzijde is gelegd of vervallen is, staat erbij met wat zij bood. Zij krijgt "
    "geen verschil met de nummer 1, want zij doet niet mee in de rangorde.",
    en="A bid that was set aside or fell away is shown with what it offered. It gets no difference with "
    "number 1, because it is not in the ranking.",
)
_ONE_WINNER = Text(
    nl="Elk verschil is met de inschrijving op plaats 1.",
    en="Each difference is with the bid in first place.",
)
_NO_WINNER = Text(
    nl="Er is niet één nummer 1, dus zijn er geen verschillen.",
    en="There is no single first place, so no differences.",
)
_CODE = Text(nl="Code", en="Code")
_LINE = Text(nl="Regel", en="Line")
_STATUS = Text(nl="Status", en="Status")
_REASON = Text(nl="Reden als zij niet meedoet", en="Reason if it does not take part")
_RANK = Text(nl="Rang", en="Rank")
_FIGURE = Text(nl="Uitkomst", en="Outcome")
_FIGURE_GAP = Text(nl="Uitkomst: verschil met nummer 1", en="Outcome: difference with number 1")
_OFFERED = Text(nl="{title}: geboden", en="{title}: offered")
_ASSESSED = Text(nl="{title}: beoordelaar {number}", en="{title}: assessor {number}")
_POINTS = Text(nl="{title}: punten", en="{title}: points")
_SHARE = Text(nl="{title}: deel van het maximum", en="{title}: share of the maximum")
_GAP = Text(nl="{title}: verschil met nummer 1", en="{title}: difference with number 1")
_MOTIVATION = Text(nl="{title}: motivering", en="{title}: motivation")
_COLUMNS = (Column(8), Column(48, Style.WRAPPED))
_BID = Column(26, Style.WRAPPED)


def comparison_sheet(result: LotResult, outcome: Outcome, say: Wording) -> tuple[Sheet, Name]:
    lot, names = result.lot, outcome.names
    view = _View(result, outcome, say, blocks_of(lot), input_columns(lot))
    columns = (*_COLUMNS, *(_BID for _ in lot.bids))
    grid = Grid()
    short, whole = say(LOT_SHORT, code=lot.code), say(LOT, code=lot.code, title=lot.title)
    grid.titled(say(_TITLE, lot=short), say(_ABOUT, lot=whole), columns)
    grid.explained(say(_HELP), columns)
    one = f"IF({view.one_winner},{text_literal(say(_ONE_WINNER))},{text_literal(say(_NO_WINNER))})"
    told = say(_ONE_WINNER if result.winner else _NO_WINNER)
    grid.add(Cell(told, one, Style.BOLD, span=REPEATED), None)
    grid.headings("", "", *(bid.code for bid in lot.bids))
    grid.headings(say(_CODE), say(_LINE), *(bid.name for bid in lot.bids))
    for line in view.lines():
        grid.add(*line)
    sheet = Sheet(
        title=names.comparison,
        rows=grid.rows,
        columns=columns,
        frozen=cell(_FIRST_BID, _STATES),
        title_rows=(_HEADINGS - 1, _HEADINGS),
        title_columns=("A", "B"),
        landscape=True,
        protected=True,
    )
    whole = area((1, _HEADINGS), (_FIRST_BID + len(lot.bids) - 1, grid.next - 1), fixed=True)
    return sheet, Name(f"vergelijking_{names.number}", on_sheet(names.comparison, whole))


Formula = Callable[[int], str]
"""The formula for the bid at a place, from 0."""


@dataclass(frozen=True, slots=True)
class _View:
    """Values are by bid code; a bid without one shows nothing."""

    result: LotResult
    outcome: Outcome
    say: Wording
    blocks: Mapping[str, Block]
    inputs: InputColumns

    @property
    def lot(self) -> Lot:
        return self.result.lot

    @property
    def one_winner(self) -> str:
        return f"COUNTIF({self.outcome.ranks},1)=1"

    def lines(self) -> Iterator[Sequence[CellLike]]:
        yield from self._whole_bids()
        for leaf in self.lot.leaves():
            yield from self._offered(leaf)
            if leaf.code in self.blocks:
                yield from self._scored(leaf)
            yield from self._texts(
                leaf.code,
                self.say(_MOTIVATION, title=leaf.title),
                {bid.code: bid.motivations.get(leaf.code, "") for bid in self.lot.bids},
            )

    def _whole_bids(self) -> Iterator[Sequence[CellLike]]:
        say, outcome, style = self.say, self.outcome, figure_style(self.lot)
        states = {code: say(state) for code, state in states_of(self.result).items()}
        yield self._line("", say(_STATUS), states, self._state, Style.BOLD)
        reasons = {each.bid.code: say(each.reason) for each in self.result.excluded}
        yield from self._texts("", say(_REASON), reasons)
        ranks = self._by_bid(lambda each: each.rank or "")
        yield self._line("", say(_RANK), ranks, outcome.rank_of, Style.TOTAL_0)
        figures = {each.bid.code: each.total for each in self.result.counted}
        yield self._line("", say(_FIGURE), figures, outcome.figure_of, style)
        gap = self._gap(outcome.figure_of, outcome.figures, self._of_rounded)
        yield self._line("", say(_FIGURE_GAP), self._gaps(figures), gap, style)

    def _offered(self, leaf: Criterion) -> Iterator[Sequence[CellLike]]:
        """One line for each column of the input, so for each assessor."""
        columns = self.inputs.leaves[leaf.code]
        labels = labels_of(leaf, self.say)
        style = Style.EURO if leaf.kind is Kind.PRICE else Style.TEXT if states_code(leaf) else Style.NUMBER
        for number, column in enumerate(columns):
            words = _OFFERED if len(columns) == 1 else _ASSESSED
            label = self.say(words, title=leaf.title, number=str(number + 1))
            given = {
                bid.code: shown(values[number], labels)
                for bid in self.lot.bids
                if number < len(values := values_of(bid, leaf))
            }
            yield self._line(leaf.code, label, given, self._input(column), style)

    def _scored(self, leaf: Criterion) -> Iterator[Sequence[CellLike]]:
        block, names, style = self.blocks[leaf.code], self.outcome.names, score_style(self.lot)

        def own(place: int) -> str:
            return names.on_scores(block.points(place))

        def share(place: int) -> str:
            return names.on_scores(cell(SHARE, block.rows[place]))

        points = {each.bid.code: each.scores[leaf.code].points for each in self.result.counted}
        shares = self._by_bid(lambda each: value_of(each.scores[leaf.code].share))
        by_criterion = self.lot.award.rounding.at is RoundAt.CRITERION
        worth = max(AWARDS[self.lot.award.method].worth(self.lot.award, leaf), Decimal(1))
        clean = self._of_rounded if by_criterion else lambda each: settled(each, worth)
        gap = self._gap(own, names.on_scores(block.all_points), clean)
        yield self._line(leaf.code, self.say(_POINTS, title=leaf.title), points, own, style)
        yield self._line(leaf.code, self.say(_SHARE, title=leaf.title), shares, share, Style.PERCENT)
        yield self._line(leaf.code, self.say(_GAP, title=leaf.title), self._gaps(points), gap, style)

    # ── pieces ───────────────────────────────────────────────────────────────────────────────────

    def _line(
        self, code: str, label: str, values: Mapping[str, Value], formula: Formula, style: Style
    ) -> Sequence[CellLike]:
        shown = [values.get(bid.code, "") for bid in self.lot.bids]
        formulas = counted_on(formula, range(len(shown)))
        return (code, label, *map(Cell, shown, formulas, repeat(style)))

    def _texts(self, code: str, label: str, texts: Mapping[str, str]) -> Iterator[Sequence[CellLike]]:
        """No line where there is nothing to say."""
        if any(texts.values()):
            yield (code, label, *(texts.get(bid.code, "") for bid in self.lot.bids))

    def _by_bid(self, value: Callable[[BidResult], Value]) -> Mapping[str, Value]:
        return {each.bid.code: value(each) for each in self.result.counted}

    def _state(self, place: int) -> str:
        return from_input(self.outcome.names, STATUS, place)

    def _input(self, column: int) -> Formula:
        def formula(place: int) -> str:
            at = from_input(self.outcome.names, column, place)
            return f'IF({at}="","",{at})'

        return formula

    def _gaps(self, amounts: Mapping[str, Decimal]) -> Mapping[str, Value]:
        """What each bid in the ranking has more (or, below 0, less) than the one winner."""
        winner = self.result.winner
        if winner is None:
            return {}
        with exactly():
            best = amounts[winner.bid.code]
            return {each.bid.code: amounts[each.bid.code] - best for each in self.result.ranking}

    def _of_rounded(self, difference: str) -> str:
        """Of two figures that were rounded as published, however far below zero they may be."""
        return f"ROUND({difference},{self.lot.award.rounding.places})"

    def _gap(self, own: Formula, all_of_them: str, clean: Callable[[str], str]) -> Formula:
        """`clean` takes the noise of binary arithmetic out of a difference."""
        valid = text_literal(self.say(VALID))

        def formula(place: int) -> str:
            best = f"SUMIF({self.outcome.ranks},1,{all_of_them})"
            gap = clean(f"{own(place)}-{best}")
            return f'IF(AND({self._state(place)}={valid},{self.one_winner}),{gap},"")'

        return formula

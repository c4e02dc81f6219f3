"""How firm the ranking is: what happens without one of the bids, and what each criterion really decided."""

from collections.abc import Iterator

from procurement.documents.compose import (
    bullets,
    column,
    heading,
    note,
    numbers,
    paragraph,
    row,
    table,
    warning,
)
from procurement.documents.model import Block, Column
from procurement.language import Text
from tenders.reports.annex.tree import worth_in_euros
from tenders.reports.award.outcome import shown_points
from tenders.reports.wording import Wording
from tenders.scoring.awards import AWARDS
from tenders.scoring.numbers import round_half_up
from tenders.scoring.result import LotResult
from tenders.scoring.sensitivity import RankReversal, spread, without_each_bid

_HEADING = Text(nl="Hoe stevig is de rangorde?", en="How firm is the ranking?")
_IMMUNE = Text(
    nl="Rangorde getoetst: geen enkele score hangt af van een andere inschrijving. Valt er een inschrijving "
    "weg, dan blijft de volgorde van de andere gelijk.",
    en="Ranking tested: no score depends on another bid. If a bid falls away, the order of the others stays "
    "the same.",
)
_STABLE = Text(
    nl="Rangorde getoetst: wij hebben de rangorde opnieuw berekend zonder elk van de inschrijvers. De "
    "volgorde van de andere bleef telkens gelijk.",
    en="Ranking tested: we recalculated the ranking without each of the bidders. The order of the others "
    "stayed the same each time.",
)
_SWAPS = Text(
    nl="Let op: de rangorde hangt af van wie meedoet. Vraag een jurist of dit gevolgen heeft.",
    en="Attention: the ranking depends on who takes part. Ask a lawyer whether this has consequences.",
)
_SWAP = Text(
    nl="Zonder {without} komt {ahead} vóór {behind}.", en="Without {without}, {ahead} comes before {behind}."
)
_SPREAD = Text(
    nl="Deze tabel laat zien wat elk criterium in werkelijkheid besliste: het verschil tussen de hoogste en "
    "de laagste score van de geldige inschrijvingen.",
    en="This table shows what each criterion really decided: the distance between the highest and the lowest "
    "score of the valid bids.",
)
_CRITERION = Text(nl="Criterium", en="Criterion")
_WEIGHT = Text(nl="Gewicht", en="Weight")
_LOWEST = Text(nl="Laagste", en="Lowest")
_HIGHEST = Text(nl="Hoogste", en="Highest")
_DISTANCE = Text(nl="Verschil", en="Distance")
_EFFECTIVE = Text(nl="Deel van alle verschillen", en="Share of all distances")
_CAPTION = Text(nl="Wat elk criterium besliste", en="What each criterion decided")


def firmness_blocks(result: LotResult, say: Wording) -> Iterator[Block]:
    if not result.ranking:
        return
    yield heading(2, say(_HEADING))
    yield from _reversal(result, without_each_bid(result.lot), say)
    rows = spread(result)
    if rows and len(result.ranking) > 1:
        yield paragraph(say(_SPREAD))
        yield table(_columns(result, say), (
            row(
                f"{each.code} {each.title}",
                say.percent(each.weight),
                shown_points(result.lot, each.lowest, say),
                shown_points(result.lot, each.highest, say),
                shown_points(result.lot, each.distance, say),
                say.percent(round_half_up(each.effective, 1)),
            )
            for each in rows
        ), caption=say(_CAPTION))  # fmt: skip


def _columns(result: LotResult, say: Wording) -> tuple[Column, ...]:
    wide = 4 if worth_in_euros(AWARDS[result.lot.award.method]) else 3
    return (
        column(say(_CRITERION), 8),
        numbers(say(_WEIGHT), 3),
        numbers(say(_LOWEST), wide),
        numbers(say(_HIGHEST), wide),
        numbers(say(_DISTANCE), wide),
        numbers(say(_EFFECTIVE), 4),
    )


def _reversal(result: LotResult, reversal: RankReversal, say: Wording) -> Iterator[Block]:
    if reversal.stable:
        yield note(say(_IMMUNE if reversal.immune else _STABLE))
        return
    names = {bid.code: bid.name for bid in result.lot.bids}
    yield warning(say(_SWAPS))
    yield bullets(
        *(
            say(_SWAP, without=names[s.without], ahead=names[s.comes_ahead], behind=names[s.was_ahead])
            for s in reversal.swaps
        )
    )

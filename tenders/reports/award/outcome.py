"""Who wins, by how much, how ties were decided and which bids were set aside."""

from collections.abc import Iterator
from decimal import Decimal

from procurement.documents.compose import (
    bold,
    bullets,
    column,
    heading,
    numbers,
    paragraph,
    row,
    steps,
    table,
    warning,
)
from procurement.documents.model import Block, Row
from procurement.language import Text
from tenders.reports.annex.rules import tie_steps
from tenders.reports.annex.tree import worth_in_euros
from tenders.reports.edition import Assessment
from tenders.reports.vocabulary import figure_title
from tenders.reports.wording import Wording
from tenders.scoring.awards import AWARDS
from tenders.scoring.draws import draws_of
from tenders.scoring.model import Criterion, Lot
from tenders.scoring.result import BidResult, LotResult
from tenders.scoring.sensitivity import price_gap

_HEADING = Text(nl="Uitslag", en="Outcome")
_ADVICE = Text(nl="Advies: gun {lot} aan ", en="Advice: award {lot} to ")
_NO_WINNER = Text(
    nl="Er is geen winnaar: geen enkele inschrijving is geldig.", en="There is no winner: no bid is valid."
)
_ONLY = Text(nl="Dit is de enige geldige inschrijving.", en="This is the only valid bid.")
_GAP = Text(
    nl="Het verschil met de tweede in de rangorde, {second}, is {total}.",
    en="The distance to the second in the ranking, {second}, is {total}.",
)
_GAP_TIE = Text(
    nl="De eerste en de tweede, {second}, hebben dezelfde uitkomst; de regel bij gelijke stand besliste.",
    en="The first and the second, {second}, have the same outcome; the tie-break rule decided.",
)
_DEARER = Text(
    nl="De prijs van {second} ligt {amount} hoger dan die van de winnaar.",
    en="The price of {second} is {amount} higher than that of the winner.",
)
_CHEAPER = Text(
    nl="De prijs van {second} ligt {amount} lager dan die van de winnaar.",
    en="The price of {second} is {amount} lower than that of the winner.",
)
_SAME_PRICE = Text(nl="Beide prijzen zijn gelijk.", en="Both prices are equal.")
_RANK = Text(nl="Rang", en="Rank")
_BIDDER = Text(nl="Inschrijver", en="Bidder")
_PRICE = Text(nl="Prijs", en="Price")
_CAPTION = Text(nl="Rangorde", en="Ranking")
_IN_POINTS = Text(nl="punten", en="points")
_IN_EUROS = Text(nl="waarde", en="value")
_POINTS = Text(nl="{amount} punten", en="{amount} points")
_TIES = Text(nl="Gelijke stand", en="Ties")
_NO_TIES = Text(nl="Geen twee inschrijvingen eindigden gelijk.", en="No two bids ended equal.")
_ORDER = Text(
    nl="De bekendgemaakte volgorde bij een gelijke stand is:", en="The published order on a tie is:"
)
_TIE = Text(nl="{bid}: {note}", en="{bid}: {note}")
_DRAWN = Text(
    nl="De loting is gehouden op {moment} door {by}. Uitslag: {order}.",
    en="Lots were drawn on {moment} by {by}. Outcome: {order}.",
)
_DRAWN_ORDER = Text(
    nl="Vastgelegde uitslag van de loting: {order}.", en="Recorded outcome of the draw: {order}."
)
_ASIDE = Text(nl="Terzijde gelegde inschrijvingen", en="Bids set aside")
_NONE_ASIDE = Text(nl="Geen enkele inschrijving is terzijde gelegd.", en="No bid was set aside.")
_REASON = Text(nl="Reden", en="Reason")


def outcome_blocks(assessment: Assessment, lot_name: str, say: Wording) -> Iterator[Block]:
    result = assessment.result
    yield heading(2, say(_HEADING))
    yield from _advice(result, lot_name, say)
    if result.ranking:
        yield _ranking(result, say)
    yield heading(2, say(_TIES))
    yield from _ties(assessment, say)
    yield heading(2, say(_ASIDE))
    yield from _aside(result, say)


def _advice(result: LotResult, lot_name: str, say: Wording) -> Iterator[Block]:
    for each in result.undecided:
        yield warning(say(each.message))
    winner = result.winner
    if winner is None:
        if not result.ranking:
            yield warning(say(_NO_WINNER))
        return
    yield paragraph(say(_ADVICE, lot=lot_name), bold(winner.bid.name), ".")
    yield paragraph(" ".join(_margin(result, say)))


def _margin(result: LotResult, say: Wording) -> Iterator[str]:
    gap = price_gap(result)
    if gap is None:
        yield say(_ONLY)
        return
    second = result.of(gap.second).bid.name
    if gap.total:
        yield say(_GAP, second=second, total=_figure_with_unit(result.lot, gap.total, say))
    else:
        yield say(_GAP_TIE, second=second)
    if gap.price is not None:
        words = _DEARER if gap.price > 0 else _CHEAPER if gap.price < 0 else _SAME_PRICE
        yield say(words, second=second, amount=say.euro(abs(gap.price)))


def shown_figure(lot: Lot, result: BidResult, say: Wording) -> str:
    """The figure of the ranking, with all published decimals."""
    if AWARDS[lot.award.method].in_euros:
        return say.euro(result.total)
    return say.number(result.total, lot.award.rounding.places)


def _figure_with_unit(lot: Lot, value: Decimal, say: Wording) -> str:
    if AWARDS[lot.award.method].in_euros:
        return say.euro(value)
    return say(_POINTS, amount=say.number(value, lot.award.rounding.places))


def _ranking(result: LotResult, say: Wording) -> Block:
    award = AWARDS[result.lot.award.method]
    shown_nodes = [node for node in result.lot.criteria if any(award.scores(leaf) for leaf in node.leaves())]
    priced = any(each.price is not None for each in result.ranking)
    columns = [column(say(_RANK), 2), column(say(_BIDDER), 6)]
    columns += [numbers(say(_PRICE), 4)] if priced else []
    unit = say(_IN_EUROS if worth_in_euros(award) else _IN_POINTS)
    columns += [numbers(f"{node.title} ({unit})", 4) for node in shown_nodes]
    columns.append(numbers(figure_title(award, say), 4))
    return table(
        columns, (_ranked(result, each, shown_nodes, say, priced=priced) for each in result.ranking),
        caption=say(_CAPTION),
    )  # fmt: skip


def _ranked(result: LotResult, each: BidResult, nodes: list[Criterion], say: Wording, *, priced: bool) -> Row:
    points = result.node_points(each.bid.code)
    cells = [str(each.rank), f"{each.bid.name} ({each.bid.code})"]
    cells += [say.euro(each.price) if each.price is not None else "–"] if priced else []
    cells += [shown_points(result.lot, points[node.code], say) for node in nodes]
    return row(*cells, shown_figure(result.lot, each, say), emphasis=each.rank == 1)


def shown_points(lot: Lot, value: Decimal, say: Wording) -> str:
    """With all published decimals."""
    if worth_in_euros(AWARDS[lot.award.method]):
        return say.euro(value)
    return say.number(value, lot.award.rounding.places)


def _ties(assessment: Assessment, say: Wording) -> Iterator[Block]:
    result = assessment.result
    tied = [each for each in result.ranking if each.tie is not None]
    if not tied:
        yield paragraph(say(_NO_TIES))
        return
    if result.lot.award.ties:
        yield paragraph(say(_ORDER))
        yield steps(*tie_steps(result.lot, say))
    yield bullets(*(say(_TIE, bid=each.bid.name, note=each.tie) for each in tied if each.tie))
    for order in draws_of(result.lot):
        yield paragraph(_draw(assessment, order, say))


def _draw(assessment: Assessment, order: tuple[str, ...], say: Wording) -> str:
    held = next((draw for draw in assessment.draws if draw.order == order), None)
    shown = ", ".join(order)
    if held is None:
        return say(_DRAWN_ORDER, order=shown)
    return say(_DRAWN, moment=say.moment(held.held_at), by=held.held_by, order=shown)


def _aside(result: LotResult, say: Wording) -> Iterator[Block]:
    if not result.excluded:
        yield paragraph(say(_NONE_ASIDE))
        return
    yield table(
        (column(say(_BIDDER), 3), column(say(_REASON), 7)),
        (row(f"{each.bid.name} ({each.bid.code})", say(each.reason)) for each in result.excluded),
        alt=say(_ASIDE),
    )

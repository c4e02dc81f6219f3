"""The scores: per criterion the bidder's own, beside those of the winner."""

from collections.abc import Collection, Iterator

from procurement.documents.compose import CellText, column, content, heading, numbers, row, table
from procurement.documents.model import Block, Column, Content, Row
from procurement.language import Text
from tenders.reports.annex.tree import worth_in_euros
from tenders.reports.award.outcome import shown_figure, shown_points
from tenders.reports.letters.derived import derived_values
from tenders.reports.letters.model import Award
from tenders.reports.quoted import lines, quoted, quoting, quoting_within
from tenders.reports.vocabulary import figure_title, shown_values
from tenders.reports.wording import Wording
from tenders.reports.workings import score_lines
from tenders.scoring.awards import AWARDS
from tenders.scoring.explain import explain
from tenders.scoring.methods import METHODS
from tenders.scoring.model import Criterion, Kind, Lot
from tenders.scoring.result import BidResult

_SCORES = Text(nl="Uw scores en die van de winnaar", en="Your scores and those of the winner")
_OWN_SCORES = Text(nl="Uw scores", en="Your scores")
_WINNER_SCORES = Text(nl="De scores van de winnaar", en="The scores of the winner")
_CRITERION = Text(nl="Gunningscriterium (weging)", en="Award criterion (weight)")
_YOURS = Text(nl="Uw inschrijving", en="Your bid")
_YOUR_POINTS = Text(nl="Uw {unit}", en="Your {unit}")
_WINNER = Text(nl="Winnaar", en="Winner")
_WINNER_POINTS = Text(nl="{unit} winnaar", en="{unit} winner")
_POINTS = Text(nl="punten", en="points")
_VALUE = Text(nl="waarde", en="value")
_COUNTS = Text(nl="telt zoals geboden", en="counts as offered")
_CONFIDENTIAL = Text(nl="vertrouwelijk", en="confidential")
_FOLLOWS = Text(nl="niet genoemd; volgt uit de score", en="not stated; follows from the score")
_RANK = Text(nl="Plaats in de rangorde", en="Place in the ranking")
_MOTIVATION = Text(nl="Waarom u deze scores kreeg", en="Why you got these scores")
_REASON = Text(nl="Motivering", en="Reason")
_FORMULA = Text(
    nl="Volgt uit de bekendgemaakte formule en wat u aanbood.",
    en="Follows from the published formula and what you offered.",
)
_LEVEL = Text(nl="Niveau ‘{title}’: {description}", en="Level ‘{title}’: {description}")


def score_blocks(award: Award, own: BidResult | None, say: Wording) -> Iterator[Block]:
    """`own` is None for a bid that was set aside, and the winner itself for the winner."""
    is_winner = own is not None and own.bid.code == award.winner.bid.code
    title = _WINNER_SCORES if own is None else _OWN_SCORES if is_winner else _SCORES
    yield heading(1, say(title))
    lot = award.result.lot
    follows = derived_values(award.result)
    rows = [_leaf(award, own, leaf, say, follows, shows_winner=not is_winner) for leaf in lot.leaves()]
    rows += _totals(award, own, say, shows_winner=not is_winner)
    yield table(_columns(lot, own, say, shows_winner=not is_winner), rows, alt=say(title))


def motivation_blocks(award: Award, own: BidResult, say: Wording) -> Iterator[Block]:
    """Per criterion why these points: the motivation, or the formula filled in."""
    yield heading(1, say(_MOTIVATION))
    rows = [row(_named(leaf, say), lines(_why(award, own, leaf, say))) for leaf in award.result.lot.leaves()]
    yield table((column(say(_CRITERION), 4), column(say(_REASON), 10)), rows, alt=say(_MOTIVATION))


def level_words(leaf: Criterion, value: object, say: Wording) -> Iterator[Content]:
    """The published description of each level that was given."""
    given = value if isinstance(value, tuple) else (value,)
    for level in leaf.levels:
        if level.code in given:
            yield quoting(_LEVEL, say, title=level.title, description=level.description)


def scored(lot: Lot, leaf: Criterion) -> bool:
    """Does this criterion earn points, or does it go into the outcome as it was offered?"""
    return AWARDS[lot.award.method].scores(leaf)


def _columns(lot: Lot, own: BidResult | None, say: Wording, *, shows_winner: bool) -> list[Column]:
    unit = say(_VALUE if worth_in_euros(AWARDS[lot.award.method]) else _POINTS)
    columns = [column(say(_CRITERION), 6)]
    if own is not None:
        columns += [column(say(_YOURS), 5), numbers(say(_YOUR_POINTS, unit=unit), 3)]
    if shows_winner:
        titled = say(_WINNER_POINTS, unit=unit)
        columns += [column(say(_WINNER), 5), numbers(titled[0].upper() + titled[1:], 3)]
    return columns


def _leaf(
    award: Award,
    own: BidResult | None,
    leaf: Criterion,
    say: Wording,
    follows: Collection[str],
    *,
    shows_winner: bool,
) -> Row:
    cells: list[CellText] = [_named(leaf, say)]
    if own is not None:
        cells += [offered(leaf, own, say), _points(award, own, leaf, say)]
    if shows_winner:
        cells += [_offered_by_winner(award, leaf, say, follows), _points(award, award.winner, leaf, say)]
    return row(*cells)


def offered(leaf: Criterion, of: BidResult, say: Wording) -> Content:
    """A level by its published title; a number or an answer in the language of the letter."""
    shown = shown_values(leaf, of.bid.values[leaf.code], say)
    if leaf.levels:
        return content(quoted(shown, say))
    return quoting_within(shown, () if leaf.kind is Kind.PRICE else (leaf.unit,), say)


def _named(leaf: Criterion, say: Wording) -> Content:
    return content(f"{leaf.code} ", quoted(leaf.title, say), f" ({say.percent(leaf.weight)})")


def _points(award: Award, of: BidResult, leaf: Criterion, say: Wording) -> str:
    lot = award.result.lot
    if leaf.code in of.scores:
        return shown_points(lot, of.scores[leaf.code].points, say)
    return say(_COUNTS)


def _offered_by_winner(award: Award, leaf: Criterion, say: Wording, follows: Collection[str]) -> CellText:
    """The level is the authority's own judgement; a price or a value is the winner's.

    What anybody can work out is not called confidential.
    """
    if leaf.kind is Kind.SCALE or award.of(leaf.code).shows_value:
        return offered(leaf, award.winner, say)
    return say(_FOLLOWS if leaf.code in follows else _CONFIDENTIAL)


def _totals(award: Award, own: BidResult | None, say: Wording, *, shows_winner: bool) -> Iterator[Row]:
    lot = award.result.lot
    figures, ranks = [figure_title(AWARDS[lot.award.method], say)], [say(_RANK)]
    if own is not None:
        figures += ["", shown_figure(lot, own, say)]
        ranks += ["", str(own.rank)]
    if shows_winner:
        figures += ["", _figure_of_winner(award, say)]
        ranks += ["", str(award.winner.rank)]
    yield row(*figures, emphasis=True)
    yield row(*ranks, emphasis=True)


def _figure_of_winner(award: Award, say: Wording) -> str:
    """A figure in euros gives the price away."""
    lot = award.result.lot
    prices = [leaf for leaf in lot.leaves() if leaf.kind is Kind.PRICE]
    if AWARDS[lot.award.method].in_euros and not all(award.of(leaf.code).shows_value for leaf in prices):
        return say(_CONFIDENTIAL)
    return shown_figure(lot, award.winner, say)


def _why(award: Award, own: BidResult, leaf: Criterion, say: Wording) -> Iterator[Content]:
    yield from level_words(leaf, own.bid.values[leaf.code], say)
    reason = own.bid.motivations.get(leaf.code, "").strip()
    if reason:
        yield content(quoted(reason, say))
    if leaf.kind is Kind.SCALE:
        return
    if not reason:
        yield content(say(_FORMULA))
    if scored(award.result.lot, leaf) and not METHODS[leaf.method].relative:
        worked = score_lines(award.result.lot, explain(award.result, own.bid.code, leaf.code), say)
        yield from (content(line) for line in worked)

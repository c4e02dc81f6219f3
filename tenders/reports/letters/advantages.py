"""The characteristics and relative advantages of the winning bid, per criterion and in neutral terms."""

from collections.abc import Iterator
from decimal import Decimal

from procurement.citations import cite
from procurement.documents.compose import column, content, heading, paragraph, row, table
from procurement.documents.model import Block, Content
from procurement.language import Text
from tenders.reports.annex.tree import worth_in_euros
from tenders.reports.award.outcome import shown_points
from tenders.reports.legal import all_cited
from tenders.reports.letters.model import Award
from tenders.reports.letters.scores import level_words, scored
from tenders.reports.quoted import lines, quoted, quoting_within
from tenders.reports.vocabulary import shown_values
from tenders.reports.wording import Wording
from tenders.scoring.awards import AWARDS
from tenders.scoring.model import Criterion, Kind
from tenders.scoring.result import BidResult

_HEADING = Text(
    nl="Kenmerken en voordelen van de winnende inschrijving",
    en="Characteristics and advantages of the winning bid",
)
_INTRO = Text(
    nl="De winnaar is {winner}. Per gunningscriterium leest u wat deze inschrijving kenmerkt en waar zij "
    "meer of minder punten kreeg dan die van u.",
    en="The winner is {winner}. For each award criterion you read what characterises this bid and where it "
    "got more or fewer points than yours.",
)
_INTRO_ASIDE = Text(
    nl="De winnaar is {winner}. Per gunningscriterium leest u wat deze inschrijving kenmerkt.",
    en="The winner is {winner}. For each award criterion you read what characterises this bid.",
)
_CRITERION = Text(nl="Gunningscriterium", en="Award criterion")
_CHARACTER = Text(nl="Kenmerken en voordelen", en="Characteristics and advantages")
_MORE = Text(
    nl="De winnaar kreeg {winner} {unit} en u {own}: {difference} meer.",
    en="The winner got {winner} {unit} and you {own}: {difference} more.",
)
_LESS = Text(
    nl="U kreeg hier {own} {unit} en de winnaar {winner}: u {difference} meer.",
    en="You got {own} {unit} here and the winner {winner}: you {difference} more.",
)
_SAME = Text(
    nl="U en de winnaar kregen hier evenveel {unit}: {winner}.",
    en="You and the winner got equally many {unit} here: {winner}.",
)
_ALONE = Text(nl="De winnaar kreeg {winner} {unit}.", en="The winner got {winner} {unit}.")
_COUNTS = Text(nl="Dit telt mee zoals het is aangeboden.", en="This counts in the outcome as it was offered.")
_OFFERS = Text(nl="De winnaar biedt aan: {value}.", en="The winner offers: {value}.")
_POINTS = Text(nl="punten", en="points")
_VALUE = Text(nl="aan waarde", en="in value")
_CONFIDENTIAL = Text(
    nl="Prijzen en gegevens van de winnaar die vertrouwelijk zijn, noemen wij niet als dat de rechtmatige "
    "commerciële belangen van ondernemers of de eerlijke mededinging kan schaden ({basis}).",
    en="We do not state prices and data of the winner that are confidential where that may harm the "
    "legitimate commercial interests of operators or fair competition ({basis}).",
)


def advantage_blocks(award: Award, own: BidResult | None, say: Wording) -> Iterator[Block]:
    """`own` is None for a bid that was set aside: it has no points to compare with."""
    yield heading(1, say(_HEADING))
    yield paragraph(say(_INTRO if own else _INTRO_ASIDE, winner=award.winner.bid.name))
    rows = [
        row(content(f"{leaf.code} ", quoted(leaf.title, say)), lines(_lines(award, own, leaf, say)))
        for leaf in award.result.lot.leaves()
    ]
    yield table((column(say(_CRITERION), 4), column(say(_CHARACTER), 10)), rows, alt=say(_HEADING))
    yield paragraph(say(_CONFIDENTIAL, basis=all_cited([cite("aw2012:2.138")], say)))


def _lines(award: Award, own: BidResult | None, leaf: Criterion, say: Wording) -> Iterator[Content]:
    disclosed, winner = award.of(leaf.code), award.winner
    yield content(_compared(award, own, leaf, say))
    yield from level_words(leaf, winner.bid.values[leaf.code], say)
    if disclosed.shows_value and not leaf.levels:
        told = say(_OFFERS, value=shown_values(leaf, winner.bid.values[leaf.code], say))
        yield quoting_within(told, () if leaf.kind is Kind.PRICE else (leaf.unit,), say)
    if disclosed.shows_motivation and winner.bid.motivations.get(leaf.code, "").strip():
        yield content(quoted(winner.bid.motivations[leaf.code].strip(), say))
    if disclosed.text.strip():
        yield content(quoted(disclosed.text.strip(), say, disclosed.written_in or say.language))


def _compared(award: Award, own: BidResult | None, leaf: Criterion, say: Wording) -> str:
    lot = award.result.lot
    if not scored(lot, leaf):
        return say(_COUNTS)
    in_euros = worth_in_euros(AWARDS[lot.award.method])
    theirs = award.winner.scores[leaf.code].points
    shown = {"winner": shown_points(lot, theirs, say), "unit": say(_VALUE if in_euros else _POINTS)}
    if own is None:
        return say(_ALONE, **shown)
    return _difference(award, own.scores[leaf.code].points, theirs, shown, say)


def _difference(award: Award, own: Decimal, theirs: Decimal, shown: dict[str, str], say: Wording) -> str:
    words = _MORE if theirs > own else _LESS if theirs < own else _SAME
    lot = award.result.lot
    difference = shown_points(lot, abs(theirs - own), say)
    return say(words, **shown, own=shown_points(lot, own, say), difference=difference)

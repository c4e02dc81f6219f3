"""The rules that decide how figures become a ranking: rounding, ties, a price of zero, several assessors."""

from collections.abc import Iterator

from procurement.documents.compose import heading, paragraph, steps, warning
from procurement.documents.model import Block
from procurement.language import Text
from tenders.reports.annex.tree import worth_in_euros
from tenders.reports.vocabulary import COMBINATIONS, FALLING_AWAY, ROUNDED_AT, TIES, zero_price_words
from tenders.reports.wording import Wording
from tenders.scoring.awards import AWARDS
from tenders.scoring.methods import METHODS
from tenders.scoring.model import Kind, Lot, TieBreak

_HEADING = Text(nl="Afronding, gelijke stand en andere rekenregels", en="Rounding, ties and other rules")
_ROUNDING = Text(nl="Afronding", en="Rounding")
_HALF_UP = Text(
    nl="Wij ronden rekenkundig af: een 5 gaat naar boven (van nul af).",
    en="We round half-up: a 5 goes up (away from zero).",
)
_TIES = Text(nl="Gelijke stand", en="Ties")
_TIE_ORDER = Text(
    nl="Eindigen inschrijvingen na afronding gelijk, dan beslist in deze volgorde:",
    en="Where bids end equal after rounding, this decides, in this order:",
)
_NO_TIES = Text(
    nl="Voor een gelijke stand is geen regel bekendgemaakt. Eindigen inschrijvingen gelijk, dan delen zij "
    "hun plaats en is er geen winnaar. Leg vóór publicatie een regel vast.",
    en="No rule has been published for a tie. Bids that end equal share their place and there is no winner. "
    "Lay down a rule before publication.",
)
_ZERO = Text(nl="Prijs van € 0", en="A price of € 0")
_NO_ZERO = Text(
    nl="Er is geen aparte regel voor een prijs van € 0: de formules in deze bijlage kunnen die prijs aan. "
    "Een prijs die abnormaal laag lijkt, leggen wij eerst aan de inschrijver voor.",
    en="There is no separate rule for a price of € 0: the formulas in this annex can take that price. A "
    "price that looks abnormally low is first put to the bidder.",
)
_ASSESSORS = Text(nl="Meer beoordelaars", en="Several assessors")
_ONE_SCORE = Text(
    nl="Voor elk criterium wordt per inschrijving één waarde vastgelegd.",
    en="For each criterion one value is recorded for each bid.",
)
_FALLS_AWAY = Text(nl="Als een inschrijving afvalt", en="If a bid falls away")
_ABSOLUTE = Text(
    nl="De score van een inschrijving hangt niet af van andere inschrijvingen. Valt een inschrijving af, dan "
    "verandert er niets aan de scores en de onderlinge volgorde van de andere.",
    en="The score of a bid does not depend on other bids. If a bid falls away, the scores and the mutual "
    "order of the others do not change.",
)
_RELATIVE = Text(
    nl="De score op {what} hangt af van de andere geldige inschrijvingen. Een inschrijving die terzijde is "
    "gelegd, krijgt geen score en telt bij de andere niet mee.",
    en="The score on {what} depends on the other valid bids. A bid that was set aside gets no score and does "
    "not count for the others.",
)
_NOT_STATED = Text(
    nl="Deze bijlage legt niet vast wat er gebeurt als een inschrijving na de beoordeling afvalt: blijft de "
    "rangorde staan, of worden de scores opnieuw berekend? Leg dat vóór publicatie vast in de "
    "aanbestedingsstukken. Het programma kiest dit niet voor u.",
    en="This annex does not lay down what happens if a bid falls away after the assessment: does the ranking "
    "stay, or are the scores worked out again? Lay that down in the tender documents before publication. The "
    "program does not choose this for you.",
)
_POINT = Text(nl="Wat een punt waard is", en="What a point is worth")
_POINT_NOT_STATED = Text(
    nl="De boete in de overeenkomst rekent met de waarde van één gunningspunt in euro. Deze bijlage legt die "
    "waarde niet vast. Maak haar vóór publicatie bekend in de aanbestedingsstukken.",
    en="The penalty in the contract is calculated from the value of one award point in euros. This annex "
    "does not lay down that value. State it in the tender documents before publication.",
)
_THE_FIGURE = Text(nl="de gunningsmethode zelf", en="the award method itself")


def rule_blocks(lot: Lot, say: Wording) -> Iterator[Block]:
    award = lot.award
    yield heading(2, say(_HEADING))
    yield heading(4, say(_ROUNDING))
    yield paragraph(say(ROUNDED_AT[award.rounding.at], places=str(award.rounding.places)), " ", say(_HALF_UP))
    yield heading(4, say(_TIES))
    yield from _ties(lot, say)
    if any(leaf.kind is Kind.PRICE for leaf in lot.leaves()):
        yield heading(4, say(_ZERO))
        yield paragraph(_zero_price(lot, say))
    yield heading(4, say(_ASSESSORS))
    yield paragraph(say(COMBINATIONS[award.combination] if award.combination else _ONE_SCORE))
    yield heading(4, say(_FALLS_AWAY))
    yield from _falling_away(lot, say)
    if AWARDS[award.method].scores_quality and not worth_in_euros(AWARDS[award.method]):
        yield heading(4, say(_POINT))
        yield warning(say(_POINT_NOT_STATED))


def _falling_away(lot: Lot, say: Wording) -> Iterator[Block]:
    relative, rule = relative_parts(lot, say), lot.award.falling_away
    yield paragraph(say(_RELATIVE, what=", ".join(relative)) if relative else say(_ABSOLUTE))
    if rule is not None:
        yield paragraph(say(FALLING_AWAY[rule]))
    elif relative:
        yield warning(say(_NOT_STATED))


def tie_steps(lot: Lot, say: Wording) -> tuple[str, ...]:
    titles = {node.code: node.title for node in lot.nodes()}
    return tuple(
        say(TIES[rule.by], criterion=titles.get(rule.criterion, rule.criterion))
        if rule.by is TieBreak.CRITERION
        else say(TIES[rule.by])
        for rule in lot.award.ties
    )


def relative_parts(lot: Lot, say: Wording) -> tuple[str, ...]:
    """What of this lot depends on the other bids."""
    award = AWARDS[lot.award.method]
    parts = [
        f"‘{leaf.title}’" for leaf in lot.leaves() if award.scores(leaf) and METHODS[leaf.method].relative
    ]
    return (*parts, say(_THE_FIGURE)) if award.relative else tuple(parts)


def _ties(lot: Lot, say: Wording) -> Iterator[Block]:
    if lot.award.ties:
        yield paragraph(say(_TIE_ORDER))
        yield steps(*tie_steps(lot, say))
    else:
        yield warning(say(_NO_TIES))


def _zero_price(lot: Lot, say: Wording) -> str:
    rule = lot.award.zero_price
    if rule is None:
        return say(_NO_ZERO)
    return zero_price_words(rule, say)

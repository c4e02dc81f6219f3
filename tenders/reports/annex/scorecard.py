"""The published rules of the supplier scorecard: points, what counts, suitability and the shortlist."""

from collections.abc import Iterator

from procurement.documents.compose import bullets, column, heading, numbers, paragraph, row, table
from procurement.documents.model import Block
from procurement.language import Text
from tenders.reports.legal import all_cited_codes
from tenders.reports.wording import Wording
from tenders.scorecard.model import CardRules, PartRule
from tenders.scorecard.rules import STARTING_RULES
from tenders.scorecard.told import accepted_words, level_words
from tenders.scorecard.uses import USES

_HEADING = Text(nl="Scorekaart van de leveranciers", en="Scorecard of the suppliers")
_NOT_AT_AWARD = Text(
    nl="Deze kaart weegt bewijs over de leverancier. Zij telt niet mee in de gunningscriteria en verandert "
    "de rangorde niet.",
    en="This card weighs evidence about the supplier. It is no part of the award criteria and does not "
    "change the ranking.",
)
_VALID = Text(
    nl="Bewijs telt als het geldig is op de uiterste dag en deze opdracht dekt. Bij meer bewijs voor één "
    "onderdeel telt het bewijs dat de meeste punten geeft. Gelijkwaardig bewijs telt als wij de "
    "gelijkwaardigheid hebben vastgesteld.",
    en="Evidence counts if it is valid on the last day and covers this contract. Of several pieces for one "
    "part, the one that earns most counts. Equivalent evidence counts if we have established the "
    "equivalence.",
)
_PART = Text(nl="Onderdeel", en="Part")
_POINTS = Text(nl="Punten", en="Points")
_ACCEPTED = Text(nl="Welk bewijs telt, en voor welk deel", en="Which evidence counts, and for which share")
_LEVELS = Text(nl="Niveaus", en="Levels")
_BASIS = Text(nl="Grondslag: {basis}.", en="Legal basis: {basis}.")
_REQUIRED = Text(
    nl="Geschiktheidseis: een inschrijver of gegadigde voldoet aan elk van deze onderdelen. Wie niet "
    "voldoet, is niet geschikt.",
    en="Suitability requirement: a bidder or candidate meets each of these parts. Who does not is not "
    "suitable.",
)
_PLACES = Text(
    nl="Wij nodigen {places} gegadigden uit: die met de meeste punten op deze kaart. Bij een gelijke stand "
    "op de laatste plaats nodigen wij allen met die stand uit.",
    en="We invite {places} candidates: those with most points on this card. In a tie at the last place we "
    "invite all with that number of points.",
)


def scorecard_blocks(rules: CardRules, say: Wording) -> Iterator[Block]:
    """Nothing where nothing was laid down."""
    if not (rules.parts or rules.required):
        return
    yield heading(2, say(_HEADING))
    yield paragraph(say(_NOT_AT_AWARD))
    yield paragraph(say(_VALID))
    if rules.parts:
        yield _table(rules, say)
    yield from _suitability(rules, say)
    if rules.places is not None and rules.parts:
        yield paragraph(say(_PLACES, places=str(rules.places)))
        yield paragraph(say(_BASIS, basis=all_cited_codes(USES["shortlisting"].basis, say)))


def _table(rules: CardRules, say: Wording) -> Block:
    columns = (
        column(say(_PART), 5),
        numbers(say(_POINTS), 2),
        column(say(_ACCEPTED), 7),
        column(say(_LEVELS), 5),
    )
    lines = (
        row(_part(rule, say), say.number(rule.points), say(accepted_words(rule)), say(level_words(rule)))
        for rule in rules.parts
    )
    return table(columns, lines, alt=say(_HEADING))


def _part(rule: PartRule, say: Wording) -> str:
    return f"{say(rule.title)}\n{all_cited_codes(rule.basis, say)}"


def _suitability(rules: CardRules, say: Wording) -> Iterator[Block]:
    if not rules.required:
        return
    yield paragraph(say(_REQUIRED))
    yield bullets(*(say(rule.title) for rule in STARTING_RULES if rule.part in rules.required))
    yield paragraph(say(_BASIS, basis=all_cited_codes(USES["suitability"].basis, say)))

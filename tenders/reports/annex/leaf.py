"""One scored criterion as a bidder must be able to read it: question, proof, check, formula, levels."""

from collections.abc import Iterator

from procurement.documents.compose import formula, heading, paragraph
from procurement.documents.model import Block, ParagraphStyle
from procurement.language import Text
from tenders.reports.annex.parameters import levels_table, parameter_blocks
from tenders.reports.annex.tree import most_of, shown_worth, worth_in_euros
from tenders.reports.front import facts_table
from tenders.reports.legal import all_cited_codes
from tenders.reports.vocabulary import DIRECTIONS, KINDS
from tenders.reports.wording import Wording
from tenders.scoring.awards import AWARDS
from tenders.scoring.methods import METHODS
from tenders.scoring.model import Criterion, Kind, Lot

_HEADING = Text(nl="{code} {title} ({weight})", en="{code} {title} ({weight})")
_ASK = Text(nl="Wat wij vragen", en="What we ask")
_PROOF = Text(nl="Bewijs", en="Proof")
_VERIFICATION = Text(nl="Hoe wij controleren", en="How we check")
_LINK = Text(nl="Verband met de opdracht", en="Link to the subject-matter")
_BASIS = Text(nl="Grondslag", en="Legal basis")
_WHAT = Text(nl="Wat u invult", en="What you state")
_HAND_IN = Text(nl="Wat u inlevert", en="What you hand in")
_JUDGED = Text(
    nl="Wat bij ‘Bewijs’ staat. De beoordelaars geven daaraan een van de niveaus hieronder.",
    en="What stands under ‘Proof’. The assessors give it one of the levels below.",
)
_LABELS = Text(nl="Keurmerken die in elk geval voldoen", en="Labels that certainly comply")
_OR_EQUIVALENT = Text(nl="{labels}, of gelijkwaardig", en="{labels}, or equivalent")
_HIGHEST = Text(nl="Hoogste score", en="Highest score")
_IN_POINTS = Text(nl="{worth} punten", en="{worth} points")
_MINIMUM = Text(nl="Minimumscore", en="Minimum score")
_MINIMUM_TEXT = Text(
    nl="{minimum} van de hoogste score. Een inschrijving met minder leggen wij terzijde.",
    en="{minimum} of the highest score. A bid with less is set aside.",
)
_ALT = Text(nl="Criterium {code} in het kort", en="Criterion {code} in short")
_SCORED = Text(nl="Zo berekenen wij de score: ", en="This is how we work out the score: ")
_SHARE_IS = Text(nl="deel van de hoogste score = {formula}", en="share of the highest score = {formula}")
_TAKEN = Text(
    nl="De prijs krijgt geen aparte score. Hij telt in de gunningsmethode zoals hij is geboden.",
    en="The price gets no score of its own. It counts in the award method as it was offered.",
)


def leaf_blocks(lot: Lot, criterion: Criterion, say: Wording) -> Iterator[Block]:
    yield heading(
        3, say(_HEADING, code=criterion.code, title=criterion.title, weight=say.percent(criterion.weight))
    )
    yield facts_table(_facts(lot, criterion, say), alt=say(_ALT, code=criterion.code), say=say)
    if not AWARDS[lot.award.method].scores(criterion):
        if criterion.kind is Kind.PRICE:
            yield paragraph(say(_TAKEN))
        return
    yield from _scoring(criterion, say)


def _facts(lot: Lot, criterion: Criterion, say: Wording) -> list[tuple[str, str]]:
    account = criterion.account
    lines = [
        (_ASK, account.description),
        (_HAND_IN, say(_JUDGED)) if criterion.kind is Kind.SCALE else (_WHAT, _what(criterion, say)),
        (_LABELS, _labels(criterion, say)),
        (_PROOF, account.proof),
        (_VERIFICATION, account.verification),
        (_LINK, account.link),
        (_BASIS, all_cited_codes(account.basis, say)),
        *_worth(lot, criterion, say),
        (_MINIMUM, _minimum(criterion, say)),
    ]
    return [(say(label), text) for label, text in lines]


def _what(criterion: Criterion, say: Wording) -> str:
    kind = say(KINDS[criterion.kind]) if criterion.kind else ""
    unit = f" in {criterion.unit}" if criterion.unit and criterion.kind is Kind.QUANTITY else ""
    direction = f"; {say(DIRECTIONS[criterion.direction])}" if criterion.direction else ""
    return f"{kind[:1].upper()}{kind[1:]}{unit}{direction}"


def _labels(criterion: Criterion, say: Wording) -> str:
    if not criterion.accepted_labels:
        return ""
    return say(_OR_EQUIVALENT, labels=", ".join(criterion.accepted_labels))


def _worth(lot: Lot, criterion: Criterion, say: Wording) -> list[tuple[Text, str]]:
    award = AWARDS[lot.award.method]
    if not award.scores(criterion):
        return []
    worth = shown_worth(lot, most_of(lot, criterion), say)
    return [(_HIGHEST, worth if worth_in_euros(award) else say(_IN_POINTS, worth=worth))]


def _minimum(criterion: Criterion, say: Wording) -> str:
    return say(_MINIMUM_TEXT, minimum=say.percent(criterion.minimum)) if criterion.minimum is not None else ""


def _scoring(criterion: Criterion, say: Wording) -> Iterator[Block]:
    method = METHODS[criterion.method]
    yield paragraph(say(_SCORED), say(method.words), style=ParagraphStyle.KEEP_TOGETHER)
    levels = levels_table(criterion, say)
    if levels is not None:
        yield levels
        return
    if criterion.kind in (Kind.PRICE, Kind.QUANTITY):
        yield formula(say(_SHARE_IS, formula=method.formula_for(criterion)))
    yield from parameter_blocks(method.parameters, criterion.parameters, criterion, say)

"""What the pages and the record of the meeting say about scores that differ."""

from decimal import Decimal

from procurement.language import Text
from procurement.numbers import in_both, plain
from tenders.assessment.dispersion import Spread
from tenders.assessment.meeting import BidTalk

_UNANIMOUS = Text(nl="Alle beoordelaars gaven hetzelfde niveau.", en="All assessors gave the same level.")
_ONE_STEP = Text(
    nl="Verschil van één niveau ({points} procentpunt).",
    en="A difference of one level ({points} percentage points).",
)
_STEPS = Text(
    nl="Verschil van {steps} niveaus ({points} procentpunt). Bespreek eerst waar dat in zit.",
    en="A difference of {steps} levels ({points} percentage points). First discuss where it lies.",
)
_ALONE = Text(
    nl="Eén score telt. Er is geen verschil te meten.", en="One score counts. There is no spread to measure."
)
_NOBODY = Text(nl="Geen enkele score telt.", en="No score counts.")


def spread_words(talk: BidTalk) -> Text:
    """How far the assessors of a bid lie apart."""
    if talk.spread is None:
        return _ALONE if any(not said.has_conflict for said in talk.said) else _NOBODY
    return spread_text(talk.spread)


def spread_text(spread: Spread) -> Text:
    if spread.is_unanimous:
        return _UNANIMOUS
    words = _ONE_STEP if spread.steps == 1 else _STEPS
    return words.format(steps=str(spread.steps), points=in_both(Decimal(plain(spread.share))))

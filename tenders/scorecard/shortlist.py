"""Shortlisting: who is invited, by the points and the number of places that the notice published.

Only where the law knows it: not in an open procedure (art. 2.99 Aw 2012); the rules and their weights stand
in the notice (art. 2.100 Aw 2012, art. 65 of directive 2014/24/EU).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from procurement.language import Text
from procurement.numbers import in_both
from tenders.scorecard.model import CardRules, Part, Scorecard
from tenders.scorecard.suitability import Fitness, unmet

FEWEST_PLACES = {"restricted": 5, "negotiated": 3}  # art. 65(2) of directive 2014/24/EU

_NOT_HERE = Text(
    nl="In deze procedure selecteert u geen gegadigden met punten (art. 2.99 Aw 2012): iedereen die geschikt "
    "is, mag inschrijven.",
    en="In this procedure you do not shortlist candidates with points (art. 2.99 Aw 2012): everyone who is "
    "suitable may bid.",
)
_NO_RULES = Text(
    nl="Er zijn geen punten voor deze kaart vastgelegd, dus er kan niet worden geselecteerd (art. 2.100 Aw "
    "2012).",
    en="No points were laid down for this card, so nobody can be shortlisted (art. 2.100 of the Dutch act).",
)
_NO_PLACES = Text(
    nl="Het aantal plaatsen is niet vastgelegd, dus er kan niet worden geselecteerd (art. 2.100 Aw 2012).",
    en="The number of places was not laid down, so nobody can be shortlisted (art. 2.100 of the Dutch act).",
)
_TOO_FEW = Text(
    nl="Nodig in deze procedure ten minste {fewest} gegadigden uit (art. 65 lid 2 richtlijn 2014/24/EU).",
    en="In this procedure invite at least {fewest} candidates (art. 65(2) of directive 2014/24/EU).",
)
_INVITED = Text(
    nl="Plaats {rank} met {points} punten: binnen de {places} plaatsen.",
    en="Place {rank} with {points} points: within the {places} places.",
)
_TIED_IN = Text(
    nl="Gedeelde plaats {rank} met {points} punten. De laatste van de {places} plaatsen is een gelijke "
    "stand; daarom worden allen met deze stand uitgenodigd.",
    en="Shared place {rank} with {points} points. The last of the {places} places is a tie; so all with "
    "these points are invited.",
)
_LEFT_OUT = Text(
    nl="Plaats {rank} met {points} punten: buiten de {places} plaatsen. De laatste uitgenodigde heeft "
    "{last} punten.",
    en="Place {rank} with {points} points: outside the {places} places. The last one invited has {last} "
    "points.",
)


@dataclass(frozen=True, slots=True)
class Placed:
    """A suitable candidate; equal points share a `rank`."""

    code: str
    rank: int
    points: Decimal
    invited: bool
    reason: Text


@dataclass(frozen=True, slots=True)
class Unsuitable:
    """A candidate that misses a suitability requirement and is not ranked."""

    code: str
    reasons: tuple[Fitness, ...]


@dataclass(frozen=True, slots=True)
class Shortlist:
    places: int
    ranked: tuple[Placed, ...]
    unsuitable: tuple[Unsuitable, ...]

    @property
    def invited(self) -> tuple[Placed, ...]:
        return tuple(placed for placed in self.ranked if placed.invited)


def why_no_shortlist(procedure: str, rules: CardRules) -> Text | None:
    """The first reason why there is none; `procedure` is the code of the tender's row."""
    if procedure not in FEWEST_PLACES:
        return _NOT_HERE
    if not rules.parts:
        return _NO_RULES
    return _NO_PLACES if rules.places is None else too_few_places(procedure, rules.places)


def too_few_places(procedure: str, places: int) -> Text | None:
    fewest = FEWEST_PLACES.get(procedure, 0)
    return _TOO_FEW.format(fewest=str(fewest)) if places < fewest else None


def shortlist(
    cards: Mapping[str, Scorecard], *, places: int, required: frozenset[Part] = frozenset()
) -> Shortlist:
    """`cards` by the code of the candidate, scored by the published rules.

    Equal points at the last place: all of them are invited, as the annex publishes.
    """
    unsuitable = tuple(
        Unsuitable(code, missed)
        for code, card in sorted(cards.items())
        if (missed := tuple(unmet(card, required)))
    )
    out = {each.code for each in unsuitable}
    points = {code: card.points for code, card in cards.items() if code not in out}
    order = sorted(points, key=lambda code: (-points[code], code))
    return Shortlist(places, tuple(_placed(order, points, places)), unsuitable)


def _placed(order: Sequence[str], points: Mapping[str, Decimal], places: int) -> list[Placed]:
    standings = sorted(points.values(), reverse=True)
    last = standings[min(places, len(standings)) - 1] if standings else Decimal(0)
    more_than_places = sum(standing >= last for standing in standings) > places
    return [
        _place(code, standings.index(points[code]) + 1, points[code], places, last, more_than_places)
        for code in order
    ]


def _place(
    code: str, rank: int, points: Decimal, places: int, last: Decimal, more_than_places: bool
) -> Placed:
    invited = points >= last
    tied_in = more_than_places and points == last
    words = _TIED_IN if tied_in else _INVITED if invited else _LEFT_OUT
    reason = words.format(rank=str(rank), points=in_both(points), places=str(places), last=in_both(last))
    return Placed(code, rank, points, invited, reason)

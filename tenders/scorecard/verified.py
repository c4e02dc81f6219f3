"""The value of one award criterion as the evidence of a bid proves it, or why there is none.

Whether a piece counts is decided in `admissible.py`, as for the scorecard; here it must have been
checked by the buyer as well (art. 2.113a lid 2 of the procurement act: what is scored is verified).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from procurement.language import Text
from procurement.numbers import in_both, plain
from tenders.scorecard.admissible import day_shown, stated_figure, why_no_figure, why_not
from tenders.scorecard.labels import LABEL_NAMES
from tenders.scorecard.model import Evidence, EvidenceKind
from tenders.scorecard.rules import STARTING_RULES

LABEL, EQUIVALENT, NONE = "label", "equivalent", "none"  # the values of a label criterion

FIGURE_KINDS = (
    EvidenceKind.TEST_REPORT,
    EvidenceKind.PRODUCT_FOOTPRINT,
    EvidenceKind.REFURBISHED_SHARE,
    EvidenceKind.TAKE_BACK,
    EvidenceKind.SPARE_PARTS,
    EvidenceKind.SECOND_LIFE,
)
LABEL_KINDS = tuple(LABEL_NAMES)

_HOLDS = Text(
    nl="{title}{body}: geldig op {on}, gecontroleerd op {checked}.",
    en="{title}{body}: valid on {on}, checked on {checked}.",
)
_NO_FIGURE = Text(nl="Uit {title} volgt geen waarde. {reason}", en="No value follows from {title}. {reason}")
_NO_LABEL = Text(nl="{title} telt niet. {reason}", en="{title} does not count. {reason}")
_NOT_CHECKED = Text(
    nl="{title} is nog niet gecontroleerd. Vul bij het bewijsmiddel in wanneer u het hebt gecontroleerd.",
    en="{title} has not been checked yet. State on the evidence when you checked it.",
)
_NOT_HANDED_IN = Text(
    nl="Bij deze inschrijving zit geen bewijs van deze soort.",
    en="This bid comes with no evidence of this kind.",
)
_THEY_DIFFER = Text(
    nl="De bewijsmiddelen noemen verschillende waarden: {values}. Ga na welke voor dit criterium geldt.",
    en="The evidence states different values: {values}. Find out which one applies to this criterion.",
)
_IS_EQUAL = Text(nl="Gelijkwaardig aan {what}. {reason}", en="Equivalent to {what}. {reason}")
_DRAFT = Text(
    nl="Waarde volgens het bewijs. {reason}{source}", en="Value according to the evidence. {reason}{source}"
)
_SOURCE = Text(nl=" Bron: {source}.", en=" Source: {source}.")


@dataclass(frozen=True, slots=True)
class Verified:
    """`value` is the canonical text of the criterion, or None where the evidence proves none."""

    value: str | None
    reason: Text
    used: Evidence | None = None

    @property
    def motivation(self) -> Text:
        """A draft for the officer, who reads and saves it."""
        source = self.used.source.rstrip(".") if self.used else ""
        shown = _SOURCE.format(source=source) if source else ""
        return _DRAFT.format(reason=self.reason, source=shown)


def verified_figure(evidence: Sequence[Evidence], *, kind: EvidenceKind, on: date) -> Verified:
    """The number that checked and admissible evidence of this kind states on the day `on`."""
    kinds = _counting_alike(kind)
    offered = sorted(
        (piece for piece in evidence if piece.kind in kinds), key=lambda piece: piece.kind != kind
    )
    counting = [piece for piece in offered if why_no_figure(piece, on) is None]
    checked = [piece for piece in counting if piece.checked_on is not None]
    figures = list(dict.fromkeys(figure for piece in checked if (figure := stated_figure(piece)) is not None))
    if len(figures) > 1:
        return Verified(None, _THEY_DIFFER.format(values=_listed(figures)))
    if figures:
        return Verified(plain(figures[0]), _holds(checked[0], on), checked[0])
    if counting:
        return Verified(None, _NOT_CHECKED.format(title=_title(counting[0])))
    if offered:
        reason = why_no_figure(offered[0], on) or _NOT_HANDED_IN
        return Verified(None, _NO_FIGURE.format(title=_title(offered[0]), reason=reason))
    return Verified(None, _NOT_HANDED_IN)


def _counting_alike(kind: EvidenceKind) -> frozenset[EvidenceKind]:
    """The kinds that the scorecard takes for the same part: a label may state the same measurement."""
    parts = [{accepted.kind for accepted in rule.accepted} for rule in STARTING_RULES]
    return frozenset(next((part for part in parts if kind in part), {kind}))


def _listed(figures: Sequence[Decimal]) -> Text:
    shown = [in_both(figure) for figure in figures]
    return Text(nl=" / ".join(text.nl for text in shown), en=" / ".join(text.en for text in shown))


def verified_label(
    evidence: Sequence[Evidence], *, kind: EvidenceKind, accepted: Sequence[str], on: date
) -> Verified:
    """ "label", "equivalent" or "none"; no value as long as a piece that would count is unchecked.

    `accepted`: the names of the labels that the tender accepts beside the one of `kind`.
    """
    own = [piece for piece in evidence if _is_accepted(piece.kind, kind, accepted)]
    equal = [piece for piece in evidence if piece not in own and _stands_in(piece, kind, accepted)]
    counting = [piece for piece in (*own, *equal) if why_not(piece, on) is None]
    checked = [piece for piece in counting if piece.checked_on is not None]
    if not checked:
        return _unproved([*own, *equal], counting, on)
    best = checked[0]
    if best in own:
        return Verified(LABEL, _holds(best, on), best)
    return Verified(EQUIVALENT, _IS_EQUAL.format(what=best.equivalent_of, reason=_holds(best, on)), best)


def _unproved(offered: Sequence[Evidence], counting: Sequence[Evidence], on: date) -> Verified:
    if counting:
        return Verified(None, _NOT_CHECKED.format(title=_title(counting[0])))
    if not offered:
        return Verified(NONE, _NOT_HANDED_IN)
    reason = why_not(offered[0], on) or _NOT_HANDED_IN
    return Verified(NONE, _NO_LABEL.format(title=_title(offered[0]), reason=reason))


def _is_accepted(offered: EvidenceKind, kind: EvidenceKind, accepted: Sequence[str]) -> bool:
    name = LABEL_NAMES.get(offered)
    return offered is kind or (name is not None and any(_names(label, name) for label in accepted))


def _stands_in(piece: Evidence, kind: EvidenceKind, accepted: Sequence[str]) -> bool:
    """The bidder says that it equals an accepted label; whether it does, the buyer establishes."""
    labels = [*accepted, *filter(None, [LABEL_NAMES.get(kind)])]
    return any(_names(piece.equivalent_of, label) for label in labels)


def _names(text: str, label: str) -> bool:
    """Whether they name the same label: "Blauer Engel" and "Blauer Engel (DE-UZ 215)"."""
    one, other = text.casefold(), label.casefold()
    return bool(one and other) and (one in other or other in one)


def _holds(piece: Evidence, on: date) -> Text:
    body = f" ({', '.join(filter(None, [piece.number, piece.body]))})" if piece.number or piece.body else ""
    checked = day_shown(piece.checked_on or on)
    return _HOLDS.format(title=_title(piece), body=body, on=day_shown(on), checked=checked)


def _title(piece: Evidence) -> str:
    return piece.title or LABEL_NAMES.get(piece.kind, "-")

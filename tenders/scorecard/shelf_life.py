"""The shelf life of a piece of evidence against the days that matter for a tender, in whole sentences.

Days are inclusive: evidence that is valid until the day of a moment still holds at that moment.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from procurement.language import Text
from tenders.scorecard.admissible import day_shown
from tenders.scorecard.span import span_between


class Moment(StrEnum):
    DEADLINE = "deadline"
    AWARD = "award"
    CONTRACT_START = "contract-start"
    CONTRACT_END = "contract-end"
    EXTENDED_END = "extended-end"  # with every extension that the documents allow


class State(StrEnum):
    HOLDS = "holds"
    NOT_YET = "not-yet"
    ENDS_BEFORE = "ends-before"
    UNKNOWN = "unknown"  # the evidence states no end


@dataclass(frozen=True, slots=True, kw_only=True)
class TenderDays:
    """None where a day is not known. `award_is_planned`: the award was not decided yet."""

    deadline: date | None = None
    award: date | None = None
    award_is_planned: bool = True
    contract_start: date | None = None
    contract_end: date | None = None
    extended_end: date | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """How the evidence holds at one moment."""

    moment: Moment
    day: date
    state: State
    sentence: Text

    @property
    def is_care(self) -> bool:
        """Somebody has to do something: ask new evidence, an end date, or agree on renewal."""
        return self.state is not State.HOLDS


@dataclass(frozen=True, slots=True)
class _Named:
    """A moment in a sentence: "voor {name}" and "is {at} geldig"."""

    name: Text
    at: Text


_NAMES = {
    Moment.DEADLINE: _Named(
        Text(nl="de dag van inschrijving", en="the day of submission"),
        Text(nl="op de dag van inschrijving", en="on the day of submission"),
    ),
    Moment.AWARD: _Named(
        Text(nl="de dag van de gunning", en="the day of the award"),
        Text(nl="op de dag van de gunning", en="on the day of the award"),
    ),
    Moment.CONTRACT_START: _Named(
        Text(nl="het begin van het contract", en="the start of the contract"),
        Text(nl="bij het begin van het contract", en="at the start of the contract"),
    ),
    Moment.CONTRACT_END: _Named(
        Text(nl="het einde van het contract", en="the end of the contract"),
        Text(nl="bij het einde van het contract", en="at the end of the contract"),
    ),
    Moment.EXTENDED_END: _Named(
        Text(
            nl="het einde van het contract met alle verlengingen",
            en="the end of the contract with all extensions",
        ),
        Text(
            nl="bij het einde van het contract met alle verlengingen",
            en="at the end of the contract with all extensions",
        ),
    ),
}
_PLANNED_AWARD = _Named(
    Text(nl="de geplande dag van de gunning", en="the planned day of the award"),
    Text(nl="op de geplande dag van de gunning", en="on the planned day of the award"),
)
_HOLDS = Text(nl="Is {at} ({day}) geldig.", en="Is valid {at} ({day}).")
_NOT_YET = Text(
    nl="Is {at} ({day}) nog niet geldig: wordt geldig op {starts}, {span} later.",
    en="Is not yet valid {at} ({day}): becomes valid on {starts}, {span} later.",
)
_ENDS = Text(nl="Verloopt {span} voor {name} ({day}).", en="Expires {span} before {name} ({day}).")
_ENDED = Text(nl="Verliep {span} voor {name} ({day}).", en="Expired {span} before {name} ({day}).")
_UNKNOWN = Text(
    nl="Noemt geen einddatum, dus of het {at} ({day}) geldig is, staat niet vast.",
    en="States no end date, so whether it is valid {at} ({day}) is not established.",
)


def shelf_life(
    *, valid_from: date | None, valid_until: date | None, days: TenderDays, today: date
) -> tuple[Held, ...]:
    """One answer for each moment of which the day is known, in the order of a tender.

    `today` decides between "verloopt" and "verliep" alone.
    """
    return tuple(_held(moment, day, valid_from, valid_until, days, today) for moment, day in _known(days))


def _known(days: TenderDays) -> Iterator[tuple[Moment, date]]:
    found = (
        (Moment.DEADLINE, days.deadline),
        (Moment.AWARD, days.award),
        (Moment.CONTRACT_START, days.contract_start),
        (Moment.CONTRACT_END, days.contract_end),
        (Moment.EXTENDED_END, days.extended_end),
    )
    return ((moment, day) for moment, day in found if day is not None)


def _held(
    moment: Moment,
    day: date,
    valid_from: date | None,
    valid_until: date | None,
    days: TenderDays,
    today: date,
) -> Held:
    named = _PLANNED_AWARD if moment is Moment.AWARD and days.award_is_planned else _NAMES[moment]
    if valid_from is not None and valid_from > day:
        later = span_between(day, valid_from).words
        sentence = _said(_NOT_YET, named, day, starts=day_shown(valid_from), span=later)
        return Held(moment, day, State.NOT_YET, sentence)
    if valid_until is None:
        return Held(moment, day, State.UNKNOWN, _said(_UNKNOWN, named, day))
    if valid_until < day:
        words = _ENDED if valid_until < today else _ENDS
        earlier = span_between(valid_until, day).words
        return Held(moment, day, State.ENDS_BEFORE, _said(words, named, day, span=earlier))
    return Held(moment, day, State.HOLDS, _said(_HOLDS, named, day))


def _said(words: Text, named: _Named, day: date, **other: Text | str) -> Text:
    return words.format(at=named.at, name=named.name, day=day_shown(day), **other)

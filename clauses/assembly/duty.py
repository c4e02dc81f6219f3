"""What a provision makes somebody do: a value to measure, a report, a proof, a task or a review.

A duty is a reading of one provision. `words` are the Dutch words of that provision on which the reading
rests, so that a test can hold it to the text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from clauses.assembly.front_matter import Table, WrongEntry
from clauses.assembly.schedule import AT_ONCE, RHYTHMS, TERM_UNITS, Fixed, Rhythm, TermUnit
from procurement.language import Text

DutyKind = Literal["kpi", "report", "proof", "task", "review"]
KINDS: tuple[DutyKind, ...] = get_args(DutyKind)
KIND_LABELS: dict[DutyKind, Text] = {
    "kpi": Text(nl="KPI", en="KPI"),
    "report": Text(nl="Rapportage", en="Report"),
    "proof": Text(nl="Bewijs", en="Proof"),
    "task": Text(nl="Taak", en="Task"),
    "review": Text(nl="Evaluatie", en="Review"),
}
Direction = Literal["at-most", "at-least", "exactly"]
DIRECTIONS: tuple[Direction, ...] = get_args(Direction)
Party = Literal["contractor", "authority"]
PARTIES: tuple[Party, ...] = get_args(Party)

_WITHIN = re.compile(r"(?P<amount>\d{1,4}|[a-z][a-z0-9_]*) (?P<unit>[a-z-]+)")
_DAY = re.compile(r"(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|1\d|2[0-8])")


@dataclass(frozen=True, slots=True)
class Within:
    """A term after the period; `amount` is a number, or the name of the blank that holds it."""

    amount: str
    unit: TermUnit


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """One line for the contract manager.

    A KPI without `title` is the KPI in the head of the clause, with its blank and unit; another has its own.
    `interval` names the blank with the number of months between two moments. `consequences` are the clauses
    that hold bonus, malus or penalty; those that are not in the contract are left out.
    """

    kind: DutyKind
    provision: int
    words: str
    rhythm: Rhythm
    title: Text | None
    within: Within = Within(str(AT_ONCE.amount), AT_ONCE.unit)
    fixed: Fixed | None = None
    interval: str = ""
    direction: Direction | None = None
    variable: str = ""
    unit: Text | None = None
    proof: Text | None = None
    consequences: tuple[str, ...] = ()
    party: Party = "contractor"


def read_duties(table: Table) -> tuple[Duty, ...]:
    """The `[[duties]]` of a head, or of the reading of a text. Raises WrongEntry."""
    return tuple(_duty(each) for each in table.tables("duties")) if table.has("duties") else ()


def _duty(table: Table) -> Duty:
    duty = Duty(
        kind=table.one_of("kind", KINDS),
        provision=table.whole_number("provision"),
        words=table.words("words"),
        rhythm=table.one_of("every", RHYTHMS),
        title=table.both_languages("title") if table.has("title") else None,
        within=_within(table) if table.has("within") else Within("0", "days"),
        fixed=_fixed(table) if table.has("on") else None,
        interval=table.words("interval") if table.has("interval") else "",
        direction=table.one_of("direction", DIRECTIONS) if table.has("direction") else None,
        variable=table.words("variable") if table.has("variable") else "",
        unit=table.both_languages("unit") if table.has("unit") else None,
        proof=table.both_languages("proof") if table.has("proof") else None,
        consequences=table.list_of_words("consequences") if table.has("consequences") else (),
        party=table.one_of("by", PARTIES) if table.has("by") else "contractor",
    )
    table.finish()
    for key, message in _faults(duty):
        raise WrongEntry(table.key(key), message)
    return duty


def _within(table: Table) -> Within:
    found = _WITHIN.fullmatch(table.words("within"))
    unit = next((each for each in TERM_UNITS if found and each == found["unit"]), None)
    if found is None or unit is None:
        raise WrongEntry(
            table.key("within"),
            Text(
                nl="Schrijf een aantal of een invulplek met days, working-days of months.",
                en="Write a number or a blank with days, working-days or months.",
            ),
        )
    return Within(found["amount"], unit)


def _fixed(table: Table) -> Fixed:
    found = _DAY.fullmatch(table.words("on"))
    if found is None:
        raise WrongEntry(
            table.key("on"),
            Text(
                nl="Schrijf maand-dag, zoals 05-15, tot en met dag 28.",
                en="Write month-day, such as 05-15, up to day 28.",
            ),
        )
    return Fixed(int(found["month"]), int(found["day"]))


def _faults(duty: Duty) -> Iterator[tuple[str, Text]]:
    if (duty.kind == "kpi") is (duty.direction is None):
        yield "direction", Text(nl="Alleen een KPI heeft een richting.", en="Only a KPI has a direction.")
    if (duty.kind == "kpi") is (duty.proof is None):
        yield "proof", Text(nl="Noem bij een KPI, en alleen daar, het bewijs.", en="A KPI, alone, has proof.")
    if duty.kind != "kpi" and duty.title is None:
        yield "title", Text(nl="Zeg wat er moet gebeuren.", en="Say what has to happen.")
    if (duty.rhythm == "calendar-year") is (duty.fixed is None):
        yield "on", Text(nl="Bij een kalenderjaar hoort een dag.", en="A calendar year takes a day.")
    if (duty.rhythm == "interval") is not bool(duty.interval):
        yield "interval", Text(nl="Bij een interval hoort een invulplek.", en="An interval takes a blank.")
    if duty.provision < 1:
        yield "provision", Text(nl="Begin te tellen bij 1.", en="Start counting at 1.")

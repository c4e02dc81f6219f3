"""One thing that has to be done under a contract, with its provision, its dates and its measure."""

from dataclasses import dataclass
from datetime import date

from clauses.assembly.award import Promise
from clauses.assembly.duty import Direction, DutyKind, Party, Within
from clauses.assembly.schedule import Fixed, Rhythm


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """What a KPI is held to; `target` in words, empty while it is open or where the clause sets none."""

    target: str
    unit: str
    direction: Direction
    proof: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Obligation:
    """`article` is the number of the provision, such as "7.3"; `quote` its words in this contract.

    `dates` is empty for what follows something that happens, and while a date of the contract is open.
    `consequences` are the anchors of the clauses with bonus, malus or penalty.
    """

    kind: DutyKind
    clause: str
    anchor: str
    article: str
    title: str
    quote: str
    rhythm: Rhythm
    dates: tuple[date, ...]
    within: Within | None = None
    fixed: Fixed | None = None
    months: str = ""
    party: Party = "contractor"
    measure: Measure | None = None
    promise: Promise | None = None
    consequences: tuple[str, ...] = ()

"""Which tenders a change of the law touches, and why."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from procurement.language import Text
from tenders.lint.draft.contract import Authority, Nature, ProductGroup
from tenders.lint.law.reach import Reach
from tenders.lint.law.shift import Shift


class Touch(StrEnum):
    """Why a tender is touched."""

    NEW_LAW = "new_law"
    IN_TIME = "in_time"
    NO_DAY = "no_day"
    OLD_LAW = "old_law"
    CONTRACT = "contract"


TOUCHES: dict[Touch, Text] = {
    Touch.NEW_LAW: Text(
        nl="De aankondiging gaat weg op of na deze dag: het nieuwe recht geldt.",
        en="The notice is sent on or after this day: the new law holds.",
    ),
    Touch.IN_TIME: Text(
        nl="De aankondiging staat gepland vóór deze dag: het oude recht geldt, zolang dat zo blijft.",
        en="The notice is planned before this day: the old law holds, as long as that stays so.",
    ),
    Touch.NO_DAY: Text(
        nl="Er is nog geen dag gepland voor de aankondiging. Gaat zij weg op of na deze dag, dan geldt het "
        "nieuwe recht.",
        en="No day is planned for the notice yet. Sent on or after this day, it comes under the new law.",
    ),
    Touch.OLD_LAW: Text(
        nl="De aankondiging ging weg vóór deze dag: voor deze procedure blijft het oude recht gelden.",
        en="The notice was sent before this day: for this procedure the old law stays.",
    ),
    Touch.CONTRACT: Text(
        nl="De looptijd van het contract gaat over deze dag heen: ga na wat het contract erover zegt.",
        en="The term of the contract runs over this day: check what the contract says about it.",
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What of one tender decides whether a change touches it.

    `cited` holds the citation codes of its criteria, requirements and chosen clauses; `words` all its
    texts in small letters; `sent_on` the day of its notice. `in_procedure` is False once the contract is
    concluded. Nobody said which products: then every product may be meant.
    """

    authority: Authority
    nature: Nature
    products: frozenset[ProductGroup] = frozenset()
    cited: frozenset[str] = frozenset()
    words: str = ""
    sent_on: date | None = None
    planned_on: date | None = None
    in_procedure: bool = True
    contract_start: date | None = None
    contract_end: date | None = None


def touches_of(shift: Shift, standing: Standing, *, today: date) -> tuple[Touch, ...]:
    """Empty where the change does not concern this tender, or was law already when it was announced."""
    return tuple(_touches(shift, standing, today)) if _concerns(shift.reach, standing) else ()


def _touches(shift: Shift, standing: Standing, today: date) -> Iterator[Touch]:
    if standing.in_procedure and (touch := _of_the_notice(shift.day, standing, today)):
        yield touch
    start, end = standing.contract_start, standing.contract_end
    if shift.reach.in_contract and start and end and start < shift.day <= end:
        yield Touch.CONTRACT


def _of_the_notice(day: date, standing: Standing, today: date) -> Touch | None:
    if standing.sent_on is not None:
        return Touch.OLD_LAW if standing.sent_on < day else None
    if day <= today:
        return Touch.NEW_LAW
    if standing.planned_on is None:
        return Touch.NO_DAY
    return Touch.NEW_LAW if standing.planned_on >= day else Touch.IN_TIME


def _concerns(reach: Reach, standing: Standing) -> bool:
    return (
        (not reach.authorities or standing.authority in reach.authorities)
        and (not reach.natures or standing.nature in reach.natures)
        and (not reach.products or not standing.products or bool(reach.products & standing.products))
        and (not reach.words or _names(reach, standing))
    )


def _names(reach: Reach, standing: Standing) -> bool:
    return bool(reach.articles & standing.cited) or any(word in standing.words for word in reach.words)

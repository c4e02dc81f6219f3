"""A text that will be published, and what it is a part of."""

from dataclasses import dataclass
from enum import StrEnum


class PassageKind(StrEnum):
    SUBJECT = "subject"
    AWARD_CRITERION = "award_criterion"
    LINK = "link"  # the link of an award criterion to the subject-matter
    LEVEL = "level"
    PROOF = "proof"
    VERIFICATION = "verification"
    REQUIREMENT = "requirement"  # a technical specification, knock-out
    SUITABILITY = "suitability"
    SHORTLISTING = "shortlisting"
    CONTRACT_CONDITION = "contract_condition"


DEMANDS = frozenset(PassageKind) - {PassageKind.SUBJECT, PassageKind.LINK}


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """`place` as in `Finding`; `title` is what a person calls it: "D1 CO2-voetafdruk"."""

    place: str
    kind: PassageKind
    title: str
    text: str

"""How heavy a finding is, how a rule comes to it, and from which step on it counts."""

from enum import StrEnum


class Severity(StrEnum):
    """Blocking and to-motivate findings keep the step of their rule closed; advice never does."""

    BLOCKING = "blocking"
    MOTIVATE = "motivate"  # closes the step until a lawyer records a reason, which is printed
    ADVICE = "advice"


class CheckedBy(StrEnum):
    DATA = "data"  # from structured data of the draft
    TEXT = "text"  # by patterns in the texts that will be published
    PERSON = "person"  # a person states it; the rule checks that the statement is there


class Moment(StrEnum):
    """The step that a rule guards: publication, or one that comes later."""

    PUBLICATION = "publication"
    CLARIFICATION = "clarification"
    OPENING = "opening"
    DECISION = "decision"  # award decision and the letters
    SIGNATURE = "signature"
    CHANGE = "change"  # of a signed contract

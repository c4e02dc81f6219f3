"""When a clause belongs in a contract, as data: a test can prove that it asks known facts only."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from clauses.assembly.facts import FACTS, Facts
from procurement.language import Text


@dataclass(frozen=True, slots=True)
class Is:
    """True when `answer` is among the answers to the question `fact`."""

    fact: str
    answer: str


@dataclass(frozen=True, slots=True)
class Not:
    condition: "Condition"


@dataclass(frozen=True, slots=True)
class All:
    """True when each condition is; of no conditions: always true."""

    conditions: tuple["Condition", ...] = ()


@dataclass(frozen=True, slots=True)
class Any:
    conditions: tuple["Condition", ...]


Condition = Is | Not | All | Any
ALWAYS = All()


class WrongCondition(ValueError):
    """The data describe no condition, or ask for a fact that does not exist."""

    def __init__(self, message: Text) -> None:
        super().__init__(message.en)
        self.message = message


def holds(condition: Condition, facts: Facts) -> bool:
    match condition:
        case Is(fact, answer):
            return answer in facts.get(fact, frozenset())
        case Not(inner):
            return not holds(inner, facts)
        case All(conditions):
            return all(holds(each, facts) for each in conditions)
        case Any(conditions):
            return any(holds(each, facts) for each in conditions)


def questions(condition: Condition) -> Iterator[Is]:
    """Every question a condition asks, in order, repeats included."""
    match condition:
        case Is():
            yield condition
        case Not(inner):
            yield from questions(inner)
        case All(conditions) | Any(conditions):
            for each in conditions:
                yield from questions(each)


def condition_from(data: object) -> Condition:
    """A condition from its written form: {is = "fact:answer"}, {not = {…}}, {all = […]}, {any = […]}."""
    if not isinstance(data, Mapping) or len(data) != 1:
        raise _wrong(data)
    ((word, content),) = data.items()
    match word, content:
        case "is", str():
            return _question(content)
        case "not", Mapping():
            return Not(condition_from(content))
        case "all", list():
            return All(tuple(condition_from(each) for each in content))
        case "any", list() if content:
            return Any(tuple(condition_from(each) for each in content))
    raise _wrong(data)


def _question(written: str) -> Is:
    fact, _, answer = written.partition(":")
    if fact not in FACTS or answer not in FACTS[fact].codes:
        raise WrongCondition(
            Text(
                nl=f"De voorwaarde vraagt naar {written!r}, en dat gegeven bestaat niet.",
                en=f"The condition asks for {written!r}, and there is no such fact.",
            )
        )
    return Is(fact, answer)


def _wrong(data: object) -> WrongCondition:
    return WrongCondition(
        Text(
            nl=f'De voorwaarde {data!r} is niet te lezen. Gebruik is = "vraag:antwoord", not, all of any.',
            en=f'The condition {data!r} cannot be read. Use is = "fact:answer", not, all or any.',
        )
    )

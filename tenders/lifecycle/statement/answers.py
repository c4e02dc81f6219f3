"""The answers of one bid, read by the input that asks them; everything wrong is named by its input."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from procurement.language import Text
from procurement.numbers import NotANumber, parse, plain
from tenders.lifecycle.not_computable import NotComputable
from tenders.lifecycle.plan.plan import Plan
from tenders.lifecycle.quantity import Quantity, nothing, quantity
from tenders.lifecycle.statement.input import Asks, InputField
from tenders.lifecycle.statement.inputs import inputs_of
from tenders.lifecycle.unit import NUMBER
from tenders.scoring.files.fields import unwritable
from tenders.scoring.price_lines import misfit as misfit_of_line
from tenders.scoring.price_lines import no_price
from tenders.scoring.problem import Problem

LONGEST_NUMBER, LONGEST_TEXT = 40, 300  # characters
LEAST_EVIDENCE = 5  # letters and digits
_NOTHING = frozenset(
    {
        "geenbewijs",
        "nietvantoepassing",
        "nietbeschikbaar",
        "onbekend",
        "noevidence",
        "notapplicable",
        "unknown",
    }
)
_FOUR_DIGITS = re.compile("[0-9]{4}")

_MISSING = Text(
    nl="{about}: ‘{label}’ ontbreekt in de inschrijving.", en="{about}: ‘{label}’ is missing from the bid."
)
_YEAR = Text(nl="Vul een jaar in, met vier cijfers.", en="Enter a year, in four digits.")
_CHOICE = Text(nl="Kies een van de antwoorden.", en="Choose one of the answers.")
_TEXT = Text(
    nl="Vul een tekst in van hooguit {most} tekens, zonder onzichtbare tekens.",
    en="Fill in a text of at most {most} characters, without invisible characters.",
)
_NO_EVIDENCE = Text(
    nl="Noem het document waarin dit staat, met titel of nummer: ten minste vijf letters of cijfers.",
    en="Name the document that holds this, by its title or number: at least five letters or digits.",
)
_CANONICAL = Text(
    nl="Schrijf dit getal zonder overbodige nullen, in hooguit {most} tekens.",
    en="Write this number without superfluous zeros, in at most {most} characters.",
)
_BOUNDS = Text(
    nl="Vul een getal in van {least} tot en met {most}.",
    en="Fill in a number from {least} to {most} inclusive.",
)
_WHOLE_BOUNDS = Text(
    nl="Vul een heel getal in van {least} tot en met {most}. Meer dan {most} telt niet mee: vul dan {most} "
    "in.",
    en="Fill in a whole number from {least} to {most} inclusive. More than {most} does not count: fill in "
    "{most} then.",
)
_NOT_HERE = Text(
    nl="{about}: ‘{label}’ hoort niet bij de andere antwoorden van deze inschrijving. Dat telt dubbel.",
    en="{about}: ‘{label}’ does not go with the other answers of this bid. That counts twice.",
)


def fits(answer: str, asked: InputField) -> bool:
    """Is this the canonical text of an answer that the input can have?"""
    return misfit(answer, asked) is None


def misfit(answer: str, asked: InputField) -> Text | None:
    """What is wrong with an answer by itself, without repeating it; None when it fits."""
    if asked.line is not None:
        return misfit_of_line(asked.line, answer)
    if asked.asks is Asks.NUMBER:
        return _not_a_number(answer) or _out_of_bounds(answer, asked)
    if asked.asks is Asks.YEAR:
        return None if _FOUR_DIGITS.fullmatch(answer) else _YEAR
    if asked.asks is Asks.TEXT:
        good = bool(answer.strip()) and len(answer) <= LONGEST_TEXT and unwritable(answer) is None
        if not good:
            return _TEXT.format(most=str(LONGEST_TEXT))
        return _NO_EVIDENCE if asked.is_evidence and not names_a_document(answer) else None
    known = ("yes", "no") if asked.asks is Asks.YES_NO else [option.code for option in asked.options]
    return None if answer in known else _CHOICE


def names_a_document(words: str) -> bool:
    """Not "-", "x" or "n.v.t.": at least five letters or digits, and not the words for nothing."""
    bare = "".join(each for each in words.casefold() if each.isalnum())
    return len(bare) >= LEAST_EVIDENCE and bare not in _NOTHING


def _out_of_bounds(answer: str, asked: InputField) -> Text | None:
    number, most = parse(answer), asked.most
    if most is None or (asked.least <= number <= most and not (asked.is_whole and number % 1)):
        return None
    words = _WHOLE_BOUNDS if asked.is_whole else _BOUNDS
    return words.format(least=str(asked.least), most=str(most))


def missing(asked: InputField) -> Problem:
    if asked.line is not None:
        return Problem(asked.code, no_price(asked.line))
    return Problem(asked.code, _MISSING.format(about=asked.about, label=asked.label))


def not_here(asked: InputField) -> Problem:
    return Problem(asked.code, _NOT_HERE.format(about=asked.about, label=asked.label))


def _not_a_number(answer: str) -> Text | None:
    try:
        number = parse(answer)
    except NotANumber as refusal:
        return refusal.message
    canonical = plain(number) == answer and len(answer) <= LONGEST_NUMBER
    return None if canonical else _CANONICAL.format(most=str(LONGEST_NUMBER))


@dataclass(frozen=True, slots=True)
class Answers:
    """Stand-ins are returned for what is wrong or missing; `require` refuses before they are used."""

    asked: Mapping[str, InputField]
    given: Mapping[str, str]
    problems: list[Problem] = field(default_factory=list)

    def number(self, code: str) -> Quantity:
        unit = self.asked[code].unit or NUMBER
        answer = self._answer(code)
        return nothing(unit) if answer is None else quantity(answer, unit)

    def number_or(self, code: str, otherwise: Quantity) -> Quantity:
        """For an optional input."""
        return self.number(code) if self.given.get(code) else otherwise

    def text(self, code: str) -> str:
        """Of a text or a choice."""
        return self._answer(code) or ""

    def year(self, code: str) -> int:
        return int(self._answer(code) or 0)

    def says_yes(self, code: str) -> bool:
        return self._answer(code) == "yes"

    def apart(self) -> "Answers":
        """The same answers with problems of their own, for what is read together."""
        return Answers(self.asked, self.given)

    def take(self, own: "Answers", when_complete: Iterable[Problem]) -> None:
        """The problems of what was read apart; what is read as a whole is only looked at when it is one."""
        self.problems.extend(own.problems or when_complete)

    def _answer(self, code: str) -> str | None:
        asked, answer = self.asked[code], self.given.get(code, "")
        if not answer:
            self.problems.append(missing(asked))
            return None
        wrong = misfit(answer, asked)
        if wrong is not None:
            self.problems.append(Problem(code, wrong))
            return None
        return answer

    def refuse_what_does_not_go_together(self, prefix: str) -> None:
        """An answer that is only asked after another answer than the one given."""
        for code, asked in self.asked.items():
            needs = asked.only_if
            if not code.startswith(prefix) or needs is None or not self.given.get(code):
                continue
            if self.given.get(needs.code, "") not in needs.answers:
                self.problems.append(not_here(asked))

    def require(self, more: Iterable[Problem] = ()) -> None:
        """Raises NotComputable with every problem so far."""
        problems = (*self.problems, *more)
        if problems:
            raise NotComputable(dict.fromkeys(problems))


def answers_under(plan: Plan, given: Mapping[str, str]) -> Answers:
    return Answers({asked.code: asked for asked in inputs_of(plan)}, given)

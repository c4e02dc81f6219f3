"""What taking over a file would change: for the list that somebody reads first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from procurement.language import Text
from procurement.numbers import in_both
from procurement.returned_sheets.answers import Answer, Answers
from procurement.returned_sheets.blanks import Blank

EMPTY = Text(nl="(leeg)", en="(empty)")


@dataclass(frozen=True, slots=True)
class Difference:
    """One blank whose answer is another than what is stored; `old` and `new` as people read them."""

    key: str
    place: Text
    title: Text
    old: Text
    new: Text


def differences(before: Answers, answers: Answers, blanks: Sequence[Blank]) -> tuple[Difference, ...]:
    """In the order of the blanks; the same answers give none."""
    return tuple(
        Difference(blank.key, blank.place, blank.title, in_words(old), in_words(new))
        for blank in blanks
        if (old := before.get(blank.key)) != (new := answers.get(blank.key))
    )


def kept_where_empty(before: Answers, answers: Answers) -> Answers:
    """The answers, with what is stored where a blank was left empty: a file may be older than what is stored,
    and that somebody took an answer out on purpose cannot be seen in it."""
    return {key: before.get(key) if answer in (None, "") else answer for key, answer in answers.items()}


def in_words(answer: Answer) -> Text:
    """A number in the notation of each language, a date with the day first."""
    if answer is None or answer == "":
        return EMPTY
    if isinstance(answer, str):
        return Text(nl=answer, en=answer)
    if isinstance(answer, date):
        day = f"{answer.day}-{answer.month}-{answer.year}"
        return Text(nl=day, en=answer.isoformat())
    return in_both(answer)

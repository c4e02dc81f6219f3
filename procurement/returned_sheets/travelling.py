"""Answers on their way between the list of differences and the button that takes them over."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from procurement.numbers import plain
from procurement.returned_sheets.answers import Answer, Answers
from procurement.returned_sheets.blanks import Blank, BlankKind


def packed(answers: Answers) -> dict[str, str]:
    """The blanks that have an answer, as texts that `unpacked` reads back."""
    return {key: _text(answer) for key, answer in answers.items() if answer is not None and answer != ""}


def unpacked(texts: Mapping[str, str], blanks: Sequence[Blank]) -> dict[str, Answer]:
    """Every blank with its answer. Only for what `packed` made: raises `ValueError` for anything else."""
    return {blank.key: _answer(blank, texts.get(blank.key)) for blank in blanks}


def _text(answer: str | Decimal | date) -> str:
    if isinstance(answer, str):
        return answer
    return plain(answer) if isinstance(answer, Decimal) else answer.isoformat()


def _answer(blank: Blank, text: str | None) -> Answer:
    if text is None:
        return None
    if blank.kind is BlankKind.NUMBER:
        return Decimal(text)
    return date.fromisoformat(text) if blank.kind is BlankKind.DATE else text

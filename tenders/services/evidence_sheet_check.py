"""What is wrong with a filled-in register of evidence, before anything of it is saved."""

from collections.abc import Iterator, Mapping
from datetime import date

from procurement.language import Text
from procurement.returned_sheets import Answer, Answers, Form, Problem
from tenders.assessment.motivation import words_of
from tenders.scoring.files.fields import unwritable
from tenders.services.verification import LEAST_WORDS
from tenders.workbooks import evidence as sheet

ONE_LINE = (sheet.NUMBER, sheet.BODY)

_ORDER = Text(
    nl="‘Geldig tot en met’ ligt vóór ‘geldig vanaf’. Controleer beide data.",
    en="‘Valid until’ lies before ‘valid from’. Check both dates.",
)
_LINES = Text(
    nl="Hier past één regel. Haal de regeleinden weg.", en="One line fits here. Take out the line breaks."
)
_PART = Text(
    nl="Van een controle horen uitkomst, hoe, dag en wat u zag bij elkaar. Vul ze alle vier in.",
    en="Outcome, how, day and what you saw belong together in a check. Fill in all four.",
)
_STAYS = Text(
    nl="Een controle die is vastgelegd, gaat niet meer weg. Zet de vier cellen terug.",
    en="A check that was recorded never goes away. Put the four cells back.",
)
_FUTURE = Text(
    nl="De dag van de controle ligt in de toekomst. Vul de dag in waarop u keek.",
    en="The day of the check lies in the future. Fill in the day on which you looked.",
)
_FEW = Text(
    nl="Schrijf in minstens drie woorden op wat u zag: welk stuk of register, en wat het zegt.",
    en="Write down in three words at least what you saw: which document or register, and what it says.",
)


def problems_of(form: Form, answers: Answers, stored: Answers, *, today: date) -> list[Problem]:
    """All that is wrong with what was filled in, with its cell; what did not change is left alone."""
    rows: dict[str, dict[str, Answer]] = {}
    for key, answer in answers.items():
        number, _, name = key.partition("/")
        rows.setdefault(number, {})[name] = answer
    found = [
        (f"{number}/{name}", text)
        for number, row in rows.items()
        if any(row[name] != stored.get(f"{number}/{name}") for name in row)
        for name, text in _wrong(row, {name: stored.get(f"{number}/{name}") for name in row}, today)
    ]
    return [Problem(form.by_key[key].place, text) for key, text in found]


def _wrong(
    row: Mapping[str, Answer], before: Mapping[str, Answer], today: date
) -> Iterator[tuple[str, Text]]:
    for name, answer in row.items():
        if isinstance(answer, str):
            wrong = unwritable(answer)
            if name in ONE_LINE and "\n" in answer:
                wrong = _LINES
            if wrong is not None:
                yield name, wrong
    starts, ends = row.get(sheet.FROM), row.get(sheet.UNTIL)
    if isinstance(starts, date) and isinstance(ends, date) and ends < starts:
        yield sheet.UNTIL, _ORDER
    if any(row[name] != before[name] for name in sheet.CHECKED):
        yield from _wrong_check(row, today, had_one=before[sheet.OUTCOME] is not None)


def _wrong_check(row: Mapping[str, Answer], today: date, *, had_one: bool) -> Iterator[tuple[str, Text]]:
    missing = [name for name in sheet.CHECKED if not row[name]]
    if missing:
        yield missing[0], _STAYS if had_one and len(missing) == len(sheet.CHECKED) else _PART
        return
    on = row[sheet.ON]
    if isinstance(on, date) and on > today:
        yield sheet.ON, _FUTURE
    if len(words_of(str(row[sheet.REMARK]))) < LEAST_WORDS:
        yield sheet.REMARK, _FEW

"""When a motivation is of use to the bidder who reads it; a bare score explains nothing.

The reasons of an award decision cannot in principle be supplemented afterwards (`BASIS`), so what a
motivation lacks is said while the assessor still writes.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from procurement.language import Text

BASIS = "hr-2012-bw9233"
LEAST_CHARACTERS = 40
LEAST_WORDS = 7
LEAST_OWN_WORDS = 4  # words that are not those of the level
LEAST_REAL_WORDS = 5  # different ones

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_REAL_WORD = re.compile(r"(?=.*[aeiouyà-ÿ])(?!.*(.)\1\1).{3,}")  # a vowel, and no letter three times on end
_LETTER_OF_BID = re.compile(r"\b(?i:inschrijver|inschrijving|bidder|bid)\s+[A-Z]{1,2}\b")

MISSING = Text(
    nl="De motivering ontbreekt. Schrijf op wat u in de inschrijving las en waarom dat dit niveau geeft.",
    en="The reasons are missing. Write what you read in the bid and why that gives this level.",
)
TOO_SHORT = Text(
    nl="De motivering is te kort: {characters} en {words}. Gebruik er minstens {least} en {least_words}.",
    en="The reasons are too short: {characters} and {words}. Use at least {least} and {least_words}.",
)
NO_WORDS = Text(
    nl="De motivering is alleen een cijfer. Leg in woorden uit waarom.",
    en="The reasons are a mere figure. Explain in words why.",
)
REPEATS_LEVEL = Text(
    nl="De motivering herhaalt alleen het niveau. Noem wat deze inschrijver aanbiedt.",
    en="The reasons only repeat the level. Name what this bidder offers.",
)
SAME_AS_OTHER = Text(
    nl="Bij een andere inschrijver staat dezelfde tekst. Schrijf op wat bij deze anders is.",
    en="Another bidder has the same text. Write what is different about this one.",
)


NO_REAL_WORDS = Text(
    nl="De motivering heeft te weinig verschillende woorden. Schrijf in gewone zinnen op wat u las.",
    en="The reasons have too few different words. Write in plain sentences what you read.",
)
OWN_LETTER = Text(
    nl="De letter van een inschrijver is bij iedere beoordelaar anders. Schrijf ‘deze inschrijver’.",
    en="The letter of a bidder differs between assessors. Write ‘this bidder’.",
)


@dataclass(frozen=True, slots=True)
class LevelText:
    """A level as it is published: its name and what an assessor must see for it."""

    title: str
    description: str


def words_of(text: str) -> list[str]:
    """Words without figures and signs, in small letters."""
    return [word.casefold() for word in _WORD.findall(text)]


def shortcomings(
    text: str, *, levels: Sequence[LevelText] = (), others: Sequence[str] = ()
) -> tuple[Text, ...]:
    """What this motivation lacks; empty when it is enough.

    `levels`: the scale of the criterion. `others`: what the same assessor wrote about the other bids.
    """
    text = text.strip()
    words = words_of(text)
    if not text:
        return (MISSING,)
    if not words:
        return (NO_WORDS,)
    found = [
        _too_short(text, words),
        _no_real_words(words),
        _repeats_level(words, levels),
        _same(words, others),
    ]
    return tuple(fault for fault in found if fault is not None)


def _too_short(text: str, words: Sequence[str]) -> Text | None:
    if len(text) >= LEAST_CHARACTERS and len(words) >= LEAST_WORDS:
        return None
    return TOO_SHORT.format(
        characters=_counted(len(text), Text(nl="teken", en="character"), Text(nl="tekens", en="characters")),
        words=_counted(len(words), Text(nl="woord", en="word"), Text(nl="woorden", en="words")),
        least=str(LEAST_CHARACTERS),
        least_words=str(LEAST_WORDS),
    )


def _counted(count: int, one: Text, more: Text) -> Text:
    unit = one if count == 1 else more
    return Text(nl=f"{count} {unit.nl}", en=f"{count} {unit.en}")


def names_a_letter(text: str) -> tuple[Text, ...]:
    """For what an assessor writes alone: the letters are that assessor's own and mislead everybody else."""
    return (OWN_LETTER,) if _LETTER_OF_BID.search(text) else ()


def _no_real_words(words: Sequence[str]) -> Text | None:
    real = {word for word in words if _REAL_WORD.fullmatch(word)}
    return NO_REAL_WORDS if len(words) >= LEAST_WORDS and len(real) < LEAST_REAL_WORDS else None


def _repeats_level(words: Sequence[str], levels: Sequence[LevelText]) -> Text | None:
    of_levels = {word for level in levels for word in words_of(f"{level.title} {level.description}")}
    own = set(words) - of_levels
    return REPEATS_LEVEL if len(own) < LEAST_OWN_WORDS else None


def _same(words: Sequence[str], others: Sequence[str]) -> Text | None:
    return SAME_AS_OTHER if any(words_of(other) == words for other in others) else None

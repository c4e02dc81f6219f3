"""Words that a person might type and that a workbook must leave as they are."""

import random

WORDS = (
    "Prijs",
    "Beheer en nazorg",
    "=1+1",
    "+31 20 123",
    "-5",
    "@SUM(A1)",
    "007",
    "1e5",
    "1-2",
    "WAAR",
    "'s Morgens",
    'Zogeheten "groene" stroom',
    "R&D <nieuw> & meer",
    "Één twee ß œ €",
    "電力 ☀",
    "_x0041_ blijft",
    "a*",
    "a?",
    "~a",
    "Goed",
    "goed",
    "Een heel lange naam " + "die doorloopt en doorloopt " * 6,
    "#N/B",
    "{1;2}",
)


def word(chance: random.Random) -> str:
    return chance.choice(WORDS)


def named(chance: random.Random, code: str) -> str:
    """Now and then the same title for several things."""
    return word(chance) if chance.random() < 0.5 else f"{word(chance)} {code}"

"""One contract of 400 clauses with all that a lawyer expects, as a tree.

Contents, a content control with code, version and digest for each clause, references between clauses, blanks
to type, choose and pick, footnotes, definitions, and tables in an annex on wide pages.
"""

import random
from datetime import UTC, datetime

from procurement.documents.compose import (
    annex,
    choice_field,
    column,
    content,
    date_field,
    definition,
    field,
    footnote,
    point,
    provision,
    ref,
    row,
    table,
    title,
)
from procurement.documents.model import (
    Block,
    Clause,
    Definitions,
    Document,
    Inline,
    PageBreak,
    SectionBreak,
    Table,
    TableOfContents,
)
from procurement.documents.properties import Properties
from procurement.documents.writers.docx import docx_bytes

PROPERTIES = Properties(
    author="Bench",
    created=datetime(2026, 11, 21, tzinfo=UTC),
    tender="T-1",
    contract="C-1",
    version="1",
    digest="ab" * 32,
)
CLAUSES, TABLES, ROWS, COLUMNS = 400, 3, 50, 6
_BLANKS = (
    field("price", "bedrag"),
    date_field("day", "datum"),
    choice_field("proof", "bewijs", "EPD", "PCF"),
)
_VOWELS, _CONSONANTS = "aeiou", "bdfgklmnprstvz"


def tree(clauses: int = CLAUSES) -> Document:
    words = _vocabulary(random.Random(7))
    blocks: tuple[Block, ...] = (
        title("Overeenkomst"),
        TableOfContents("Inhoud", 1),
        PageBreak(),
        *(_clause(number, words, clauses) for number in range(clauses)),
        Definitions(tuple(definition(word, _text(random.Random(3), words, 12)) for word in words[:20])),
        SectionBreak(landscape=True),
        annex("Tabellen", anchor="annex"),
        *(_table(number, words) for number in range(TABLES)),
    )
    return Document(title="Overeenkomst", language="nl", properties=PROPERTIES, blocks=blocks)


def ours(document: Document) -> bytes:
    return docx_bytes(document)


def _vocabulary(draw: random.Random) -> list[str]:
    return [
        "".join(draw.choice(_CONSONANTS) + draw.choice(_VOWELS) for _ in range(draw.randint(1, 4)))
        for _ in range(110)
    ]


def _clause(number: int, words: list[str], clauses: int) -> Clause:
    """Each refers to another; every fourth has a blank, every fifth a footnote."""
    draw = random.Random(number)
    more: list[Inline] = [ref(f"clause-{(number * 7 + 1) % clauses}")]
    if number % 4 == 0:
        more.append(_BLANKS[number // 4 % 3])
    if number % 5 == 0:
        more.append(footnote(_text(draw, words, 8)))
    points = [point(_text(draw, words, 10)), point(_text(draw, words, 6))]
    return Clause(
        code=f"clause-{number}",
        version="1",
        digest=f"{draw.getrandbits(256):064x}",
        title=content(_text(draw, words, 4)),
        anchor=f"clause-{number}",
        body=(provision(_text(draw, words, 40)), provision(_text(draw, words, 20), *more, points=points)),
    )


def _table(number: int, words: list[str]) -> Table:
    draw = random.Random(-number)
    rows = [row(*(_text(draw, words, 2) for _ in range(COLUMNS))) for _ in range(ROWS)]
    return table([column(_text(draw, words, 1)) for _ in range(COLUMNS)], rows, alt="tabel")


def _text(draw: random.Random, words: list[str], count: int) -> str:
    return " ".join(draw.choices(words, k=count))


def empty() -> bytes:
    """The house shell, in which the rivals write."""
    return docx_bytes(Document(title="Overeenkomst", language="nl", properties=PROPERTIES, blocks=()))

"""Any two documents of our kinds of block, and long ones within their time."""

from datetime import UTC, datetime
from time import process_time

from hypothesis import given, settings
from hypothesis import strategies as st

from procurement.documents.compose import (
    bold,
    column,
    content,
    field,
    heading,
    paragraph,
    point,
    provision,
    row,
    steps,
    table,
)
from procurement.documents.model import Clause, Document
from procurement.documents.redline import redline
from procurement.documents.writers.docx import docx_bytes
from tests.procurement.documents.examples import PROPERTIES
from tests.procurement.documents.redline.oracle import accepted, canonical, part, rejected

AT = datetime(2026, 11, 22, 8, 30, tzinfo=UTC)
MOST_SECONDS = 10  # of processor time

WORDS = st.lists(st.sampled_from(["de", "boete", "is", "€ 5,50", "jaar", "\t", "\n", "  "]), max_size=6).map(
    " ".join
)
RUNS = st.lists(st.one_of(WORDS, WORDS.map(bold), st.just(field("x", "bedrag"))), min_size=1, max_size=3)
POINTS = st.lists(RUNS.map(lambda parts: point(*parts)), max_size=3)
TABLES = st.lists(st.tuples(WORDS, WORDS), max_size=3).map(
    lambda rows: table([column("a"), column("b")], [row(*cells) for cells in rows], caption="t")
)
IN_CLAUSES = st.one_of(
    st.builds(lambda parts, points: provision(*parts, points=points), RUNS, POINTS),
    RUNS.map(lambda parts: paragraph(*parts)),
    TABLES,
    st.lists(WORDS, min_size=1, max_size=3).map(lambda items: steps(*items)),
)
CLAUSES = st.builds(
    lambda code, title, body: Clause(
        code=code, version="1", title=content(title), body=tuple(body), anchor=code
    ),
    st.sampled_from("abcde"),
    WORDS,
    st.lists(IN_CLAUSES, max_size=4),
)
BLOCKS = st.one_of(
    CLAUSES,
    RUNS.map(lambda parts: paragraph(*parts)),
    WORDS.map(lambda words: heading(1, words)),
    TABLES,
)


def _document(blocks) -> Document:
    once = {block.code if isinstance(block, Clause) else number: block for number, block in enumerate(blocks)}
    last = paragraph("Aldus overeengekomen.")
    return Document(title="t", language="nl", properties=PROPERTIES, blocks=(*once.values(), last))


DOCUMENTS = st.lists(BLOCKS, max_size=6).map(_document)


@settings(max_examples=150, deadline=None)
@given(DOCUMENTS, DOCUMENTS)
def test_any_document_against_any_other(old: Document, new: Document) -> None:
    marked = redline(old, new, author="Jurist", at=AT)

    assert canonical(accepted(marked)) == canonical(part(docx_bytes(new)))
    assert canonical(rejected(marked)) == canonical(part(docx_bytes(old)))


def test_four_times_as_many_clauses_take_four_times_as_long() -> None:
    """Quadratic would be sixteen; the margin is for a busy machine."""
    _seconds(50)

    assert _seconds(400) < 9 * _seconds(100)


def test_a_paragraph_of_one_word_again_and_again_is_bounded() -> None:
    """`difflib` alone takes minutes for this."""
    old, new = (
        _document([paragraph("a " * size, *end)]) for size, end in ((20_000, ()), (20_001, ("b a a",)))
    )

    before = process_time()
    redline(old, new, author="Jurist", at=AT)

    assert process_time() - before < MOST_SECONDS


def _seconds(clauses: int) -> float:
    old, new = _long(clauses, lambda number: number), _long(clauses, lambda number: number * 7)
    before = process_time()
    redline(old, new, author="Jurist", at=AT)
    return process_time() - before


def _long(size, order) -> Document:
    """Clauses of about 80 words, in which one word comes from `order`."""
    text = (
        "de opdrachtnemer rapporteert ieder jaar over het verbruik van de apparaten en van het netwerk " * 3
    )
    clauses = [
        Clause(
            code=f"c{number}", version="1", title=content(f"Artikel over {number}"), anchor=f"c{number}",
            body=(provision(text, f"Nummer {order(number)}."), provision(f"{text} En {number}.")),
        )
        for number in range(size)
    ]  # fmt: skip
    return _document(clauses)

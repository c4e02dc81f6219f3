"""One contract of 400 clauses and three tables, as a tree and as its rivals write it."""

import random
from datetime import UTC, datetime
from io import BytesIO

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm
from docxtpl import DocxTemplate

from procurement.documents.compose import column, content, point, provision, row, table
from procurement.documents.model import Clause, Document, plain
from procurement.documents.properties import Properties
from procurement.documents.writers.docx import docx_bytes

PROPERTIES = Properties(author="Bench", created=datetime(2026, 11, 21, tzinfo=UTC), tender="T-1", version="1")
CLAUSES, TABLES, ROWS, COLUMNS = 400, 3, 50, 6
_VOWELS, _CONSONANTS = "aeiou", "bdfgklmnprstvz"


def tree(clauses: int = CLAUSES) -> Document:
    words = _vocabulary(random.Random(7))
    articles = tuple(_clause(number, words) for number in range(clauses))
    tables = tuple(_table(number, words) for number in range(TABLES))
    return Document(title="Overeenkomst", language="nl", properties=PROPERTIES, blocks=(*articles, *tables))


def ours(document: Document) -> bytes:
    return docx_bytes(document)


def python_docx(document: Document, shell: bytes) -> bytes:
    """Written well: the house shell, style ids without look-up, the cells of a table taken once."""
    word = docx.Document(BytesIO(shell))
    for block in document.blocks:
        if isinstance(block, Clause):
            _clause_through_api(word, block)
        else:
            _table_through_api(word, block)
    stream = BytesIO()
    word.save(stream)
    return stream.getvalue()


def docxtpl(context: dict[str, object], template: bytes) -> bytes:
    stream = BytesIO()
    word = DocxTemplate(BytesIO(template))
    word.render(context, autoescape=True)
    word.save(stream)
    return stream.getvalue()


def docxtpl_context(document: Document) -> dict[str, object]:
    """The tree as the plain lists and dicts a template loops over; not part of the time."""
    clauses = [block for block in document.blocks if isinstance(block, Clause)]
    tables = [block for block in document.blocks if not isinstance(block, Clause)]
    return {
        "clauses": [
            {
                "title": plain(clause.title),
                "body": [
                    {"text": plain(part.content), "points": [plain(p.content) for p in part.points]}
                    for part in clause.body
                ],
            }
            for clause in clauses
        ],
        "tables": [
            {
                "head": [plain(column.title) for column in block.columns],
                "rows": [[plain(cell) for cell in row.cells] for row in block.rows],
            }
            for block in tables
        ],
    }


def docxtpl_template(shell: bytes) -> bytes:
    """The house shell with loops over clauses, their paragraphs and points, and over tables."""
    word = docx.Document(BytesIO(shell))
    for style, text in (
        (None, "{%p for clause in clauses %}"),
        ("Artikel", "{{ clause.title }}"),
        (None, "{%p for part in clause.body %}"),
        ("Artikellid", "{{ part.text }}"),
        (None, "{%p for point in part.points %}"),
        ("Artikelonderdeel", "{{ point }}"),
        (None, "{%p endfor %}"),
        (None, "{%p endfor %}"),
        (None, "{%p endfor %}"),
        (None, "{%p for table in tables %}"),
    ):
        word.add_paragraph(text, style=style)
    grid = word.add_table(4, COLUMNS, style="Tenderwijzer tabel")
    grid.rows[1].cells[0].text = "{%tr for row in table.rows %}"
    grid.rows[3].cells[0].text = "{%tr endfor %}"
    for index in range(COLUMNS):
        grid.rows[0].cells[index].text = f"{{{{ table.head[{index}] }}}}"
        grid.rows[2].cells[index].text = f"{{{{ row[{index}] }}}}"
    word.add_paragraph("{%p endfor %}")
    stream = BytesIO()
    word.save(stream)
    return stream.getvalue()


def _vocabulary(draw: random.Random) -> "list[str]":
    return [
        "".join(draw.choice(_CONSONANTS) + draw.choice(_VOWELS) for _ in range(draw.randint(1, 4)))
        for _ in range(110)
    ]


def _clause(number: int, words: list[str]) -> Clause:
    draw = random.Random(number)
    return Clause(
        code=f"clause-{number}",
        version="1",
        title=content(_text(draw, words, 4)),
        anchor=f"clause-{number}",
        body=(
            provision(_text(draw, words, 40)),
            provision(
                _text(draw, words, 20), points=[point(_text(draw, words, 10)), point(_text(draw, words, 6))]
            ),
        ),
    )


def _table(number: int, words: list[str]):
    draw = random.Random(-number)
    rows = [row(*(_text(draw, words, 2) for _ in range(COLUMNS))) for _ in range(ROWS)]
    return table([column(_text(draw, words, 1)) for _ in range(COLUMNS)], rows, alt="tabel")


def _text(draw: random.Random, words: list[str], count: int) -> str:
    return " ".join(draw.choices(words, k=count))


def _clause_through_api(word, clause: Clause) -> None:
    word.add_paragraph(plain(clause.title))._p.style = "Article"
    for part in clause.body:
        word.add_paragraph(plain(part.content))._p.style = "Provision"
        for each in part.points:
            word.add_paragraph(plain(each.content))._p.style = "Point"


def _table_through_api(word, block) -> None:
    grid = word.add_table(len(block.rows) + 1, len(block.columns))
    grid._tbl.tblPr.get_or_add_tblStyle().val = "HouseTable"
    cells = grid._cells
    texts = [plain(column.title) for column in block.columns]
    texts += [plain(cell) for row in block.rows for cell in row.cells]
    for cell, text in zip(cells, texts, strict=True):
        cell.width = Cm(2.6)
        paragraph = cell.paragraphs[0]
        paragraph._p.style = "TableText"
        paragraph.add_run(text)
    for line in grid.rows:
        line._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    header = OxmlElement("w:tblHeader")
    header.set(qn("w:val"), "true")
    grid.rows[0]._tr.trPr.append(header)

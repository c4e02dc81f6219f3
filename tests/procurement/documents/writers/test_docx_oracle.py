"""Our writer against python-docx on the same tree: the same canonical document, whatever the text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from procurement.documents.compose import (
    bullets,
    column,
    content,
    field,
    heading,
    paragraph,
    point,
    provision,
    row,
    table,
)
from procurement.documents.model import Clause, Run, TableOfContents
from tests.procurement.documents.docx_oracle import oracle_body, written_body
from tests.procurement.documents.examples import BLOCKS, document

NASTY = (
    "A & B <BV>",
    "</w:t></w:r>",
    "]]>",
    "&amp;&#65;",
    "\"quoted\" and 'single'",
    '=HYPERLINK("http://x","y")',
    "\x00\x0b\x1f\x7f\x85",
    "\ud800 alone",
    "\u202egnp.exe",
    "\ufffe\uffff",
    "👩‍👩‍👧 e\u0301",
    " lead\r\nnext\rlast\t\ttab \n",
    "",
)
TEXTS = st.sampled_from(NASTY) | st.text(st.characters(exclude_categories=()), max_size=30)
"""Any text Python can hold, lone surrogates too."""


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_written_body_is_the_one_python_docx_makes(language):
    tree = document(*BLOCKS, language=language)

    assert written_body(tree) == oracle_body(tree)


@settings(max_examples=60, deadline=None)
@given(TEXTS, TEXTS, TEXTS, st.booleans(), st.booleans())
def test_no_text_whatever_changes_the_structure(one, two, three, bold, italic):
    tree = document(
        TableOfContents("Inhoud"),
        heading(1, one),
        paragraph(one, Run(two, bold=bold, italic=italic), field("name", three)),
        bullets(two, three),
        table([column(one), column(two)], [row(three, one)], caption=f"x{two}", alt=f"y{three}"),
        Clause(
            code="c",
            version="1",
            title=content(three),
            body=(provision(one, points=[point(two)]), paragraph(three)),
        ),
    )

    assert written_body(tree) == oracle_body(tree)

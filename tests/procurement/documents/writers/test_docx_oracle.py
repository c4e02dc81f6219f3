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
from tests.procurement.documents.writers.nasty_texts import TEXTS


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

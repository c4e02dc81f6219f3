"""A tree that no format could show well cannot be built."""

from datetime import datetime

import pytest

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
from procurement.documents.errors import DocumentError
from procurement.documents.model import LineBreak, ListItem, Paragraph, ParagraphStyle, Run, plain
from procurement.documents.properties import Properties
from tests.procurement.documents.examples import PROPERTIES


def test_text_stands_for_a_run():
    assert paragraph("een", Run("twee", bold=True)) == Paragraph(
        (Run("een"), Run("twee", bold=True)), ParagraphStyle.BODY
    )


def test_a_row_with_another_number_of_cells_is_refused():
    with pytest.raises(DocumentError, match="table 'Scores', row 2: 1 cells, 2 columns"):
        table([column("a"), column("b")], [row("1", "2"), row("1")], caption="Scores")


def test_a_table_that_cannot_be_described_is_refused():
    with pytest.raises(DocumentError, match="caption or an alternative text"):
        table([column("a")], [row("1")])


def test_a_table_without_columns_is_refused():
    with pytest.raises(DocumentError, match="no columns"):
        table([], [], caption="leeg")


@pytest.mark.parametrize("level", [0, 5])
def test_a_heading_has_level_1_to_4(level):
    with pytest.raises(DocumentError, match=f"level {level}; allowed are 1 to 4"):
        heading(level, "kop")


def test_a_list_item_is_at_most_three_deep():
    with pytest.raises(DocumentError, match="level 3"):
        ListItem(content("te diep"), 3)


def test_points_are_at_most_two_deep():
    deep = point("a", points=[point("te diep", points=[point("1")])])

    with pytest.raises(DocumentError, match="point 'te diep': no third level"):
        provision("lid", points=[deep])


def test_plain_keeps_the_words():
    assert plain(content("Boete: ", field("b", "bedrag"), LineBreak(), "euro")) == "Boete: [bedrag] euro"


def test_bullets_take_text_and_content():
    listing = bullets("een", content("twee"))

    assert [plain(item.content) for item in listing.items] == ["een", "twee"]


def test_a_document_names_its_author():
    with pytest.raises(DocumentError, match="author"):
        Properties(author=" ", created=PROPERTIES.created)


def test_the_moment_of_making_has_a_time_zone():
    with pytest.raises(DocumentError, match="time zone"):
        Properties(author="Inkoop", created=datetime(2026, 1, 1))  # noqa: DTZ001

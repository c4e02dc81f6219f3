"""The report for the board as a document and a workbook: its figures in words, in both languages."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest

from procurement.citations import cite
from procurement.documents.writers.docx import docx_bytes
from procurement.documents.writers.odt import odt_bytes
from procurement.documents.writers.xlsx import xlsx_bytes
from procurement.language import Language, Text
from tenders.catalogue.model import Theme
from tenders.reports.board.document import board_document
from tenders.reports.board.figures import Board, Drafts, Period, PublishedLot, RuleCount
from tenders.reports.board.words import DEFINITIONS
from tenders.reports.board.workbook import board_workbook
from tenders.reports.register import Entry
from tests.tenders.reports.making import headings, tables, texts

D = Decimal


def lot(tender: int, code: str, weight: str, least: str = "25", *themes: Theme) -> PublishedLot:
    return PublishedLot(
        tender=tender,
        reference=f"2026-{tender:03}",
        title="Laptops & <docks>",
        lot=code,
        published_on=date(2026, 3, 2),
        weight=D(weight),
        least=D(least),
        themes=dict.fromkeys(themes, D(5)),
    )


ENTRY = Entry(
    tender="2026-003",
    tender_title="Laptops",
    rule="L56",
    title=Text(nl="Eigen minimum", en="Own minimum"),
    basis=(cite("house-weight-policy"),),
    place=Text(nl="Perceel 1 › Criteria", en="Lot 1 › Criteria"),
    quote="10% < 25%",
    reason="Alleen vervanging van kapotte toestellen.",
    given_by="De jurist",
    given_on=date(2026, 2, 27),
    state="stands",
    ended_on=None,
)
EMPTY = Board(
    authority="Voorbeeldgemeente",
    period=Period(date(2026, 1, 1), date(2026, 6, 30)),
    made_at=datetime(2026, 7, 1, 9, 30, tzinfo=UTC),
    least=D(25),
    decided="",
    lots=(),
    deviations=(),
    drafts=Drafts(checked=0, unreadable=0, rules=()),
)
FULL = replace(
    EMPTY,
    least=D("27.5"),
    decided="Het college, 20 januari 2026, Besluit 4",
    lots=(
        lot(1, "1", "25.5", "25", Theme.CLIMATE),
        lot(1, "2", "30", "25", Theme.CLIMATE, Theme.VALUE),
        lot(2, "1", "25", "25", Theme.WATER),
        lot(3, "1", "10.25"),
    ),
    deviations=(ENTRY,),
    drafts=Drafts(
        checked=4,
        unreadable=1,
        rules=(
            RuleCount(
                code="L04", title=Text(nl="Verband", en="Link"), drafts=2, blocking=3, motivate=0, advice=1
            ),
        ),
    ),
)


def test_the_figures() -> None:
    assert FULL.average == D("22.6875")
    assert (FULL.lowest, FULL.meeting, FULL.tenders) == (D("10.25"), 2, (1, 2, 3))
    assert f"{FULL.share_meeting:.4f}" == "66.6667"
    assert list(FULL.per_theme()) == [(Theme.CLIMATE, 1), (Theme.WATER, 1)]


def test_a_lot_that_weighs_exactly_the_minimum_meets_it() -> None:
    weights = ("24.9999", "25", "25.0001")

    assert [lot(1, "1", weight).meets for weight in weights] == [False, True, True]


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        (
            "nl",
            [
                "Gepubliceerde aanbestedingen: 3. Percelen daarin: 4.",
                "Duurzaamheid weegt gemiddeld 22,7% van een perceel. Het laagst is 10,25%.",
                "Aanbestedingen die aan het eigen minimum voldoen: 2 van 3, dat is 66,7%.",
                "Redenen van een jurist uit deze periode, niet vervangen of teruggenomen: 1.",
            ],
        ),
        (
            "en",
            [
                "Tenders published: 3. Lots in them: 4.",
                "Sustainability weighs 22.7% of a lot on average. The lowest is 10.25%.",
                "Tenders that meet the own minimum: 2 of 3, which is 66.7%.",
                "Reasons of a lawyer from this period, not replaced or taken back: 1.",
            ],
        ),
    ],
)
def test_the_figures_in_sentences(language: Language, sentences: list[str]) -> None:
    said = texts(board_document(FULL, language))

    assert [each for each in said if each in sentences] == sentences


def test_every_figure_can_be_counted_again() -> None:
    """The lots with their weight and minimum stand in the report, and so does how was counted."""
    document = board_document(FULL, "nl")

    lots, said = tables(document)[1], texts(document)

    cells = [[part.text for cell in row.cells for part in cell] for row in lots.rows]  # type: ignore[union-attr]
    assert cells[0] == ["2026-001 Laptops & <docks>", "1", "2 maart 2026", "25,5", "25", "ja"]
    assert [row[3:] for row in cells] == [
        ["25,5", "25", "ja"],
        ["30", "25", "ja"],
        ["25", "25", "ja"],
        ["10,25", "25", "nee"],
    ]
    assert [each.nl for each in DEFINITIONS if each.nl not in said] == []
    assert any("Zonder eigen besluit is dat 25%." in each for each in said)


def test_it_says_that_the_minimum_is_policy_and_whose() -> None:
    decided, proposed = (texts(board_document(each, "nl")) for each in (FULL, EMPTY))

    assert "27,5%: Het college, 20 januari 2026, Besluit 4" in decided
    assert "25%: voorstel van Tenderwijzer, want er is geen eigen minimum vastgelegd" in proposed
    assert any("beleid van de organisatie en geen wet" in each for each in decided)


def test_a_period_in_which_nothing_happened_says_so() -> None:
    document = board_document(EMPTY, "nl")

    said = texts(document)
    assert "In deze periode is geen aanbesteding gepubliceerd." in said
    assert "Uit deze periode is er geen reden van een jurist." in said
    assert "Wat is gepubliceerd" not in headings(document)


@pytest.mark.parametrize("board", [EMPTY, FULL], ids=["empty", "full"])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_it_is_written_in_every_format_and_twice_the_same(board: Board, language: Language) -> None:
    document = board_document(board, language)

    for write in (docx_bytes, odt_bytes):
        assert write(document) == write(document)
    assert xlsx_bytes(board_workbook(board, language)) == xlsx_bytes(board_workbook(board, language))


def test_the_workbook_holds_the_lots_the_deviations_and_the_findings() -> None:
    workbook = openpyxl.load_workbook(BytesIO(xlsx_bytes(board_workbook(FULL, "nl"))))

    rows = {sheet.title: [list(row) for row in sheet.iter_rows(values_only=True)] for sheet in workbook}
    assert list(rows) == ["Percelen", "Afwijkingen", "Bevindingen", "Telling"]
    assert rows["Percelen"][4][4:] == [10.25, 25, "nee"]
    assert rows["Afwijkingen"][1][7] == "Alleen vervanging van kapotte toestellen."
    assert rows["Bevindingen"][1] == ["L04", "Verband", 2, 3, 0, 1]
    assert [row[0] for row in rows["Telling"][1:]] == [each.nl for each in DEFINITIONS]

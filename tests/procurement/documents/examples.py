"""Trees that several tests write: a small contract with every kind of block, and a scoring sheet."""

from datetime import UTC, date, datetime
from decimal import Decimal

from procurement.documents.compose import (
    annex,
    bold,
    bullets,
    choice_field,
    column,
    content,
    date_field,
    definition,
    field,
    footnote,
    formula,
    heading,
    italic,
    note,
    numbers,
    paragraph,
    point,
    provision,
    ref,
    row,
    steps,
    subtitle,
    table,
    title,
    warning,
)
from procurement.documents.formulas import on_sheet
from procurement.documents.model import (
    Block,
    Clause,
    Definitions,
    Document,
    LineBreak,
    Listing,
    ListItem,
    PageBreak,
    Paragraph,
    ParagraphStyle,
    Run,
    SectionBreak,
    TableOfContents,
)
from procurement.documents.properties import Properties
from procurement.documents.workbook import (
    Between,
    Cell,
    Column,
    Highlight,
    HighlightLook,
    Link,
    Name,
    OneOf,
    Sheet,
    Style,
    Workbook,
)

PROPERTIES = Properties(
    author="Inkoop",
    created=datetime(2026, 11, 21, 9, 30, tzinfo=UTC),
    subject="Laptops",
    tender="T-2026-014",
    version="1.2",
    digest="ab" * 32,
)

SCORES = table(
    [column("Criterium", 4), numbers("Weging"), numbers("Score")],
    [row("CO₂-voetafdruk", "10%", "8,25"), row("Totaal", "10%", "8,25", emphasis=True)],
    caption="Duurzaamheid",
    anchor="scores",
)

CLAUSE = Clause(
    code="co2-report",
    version="2",
    digest="cd" * 32,
    title=content("CO₂-rapportage"),
    anchor="co2",
    body=(
        provision("De opdrachtnemer rapporteert ieder jaar.", anchor="co2.yearly"),
        provision(
            "Het rapport, zie ",
            ref("co2.yearly"),
            ", noemt:",
            points=[
                point("het verbruik;", anchor="co2.use"),
                point(
                    "de uitstoot van:", points=[point("productie;"), point("transport.", anchor="co2.move")]
                ),
            ],
        ),
        provision(
            "De boete is ", field("penalty", "bedrag"), ", ", bold("niet meer"), " dan ", italic("5%"), "."
        ),
        paragraph("Gewone tekst bij dit artikel."),
        note("Zie ook ", ref("co2.move"), "."),
    ),
)

BLOCKS: tuple[Block, ...] = (
    title("Conceptovereenkomst"),
    subtitle("Perceel 1"),
    paragraph("De partijen komen overeen.", style=ParagraphStyle.LEAD),
    TableOfContents("Inhoud", 2),
    PageBreak(),
    heading(1, "Criteria", anchor="criteria"),
    heading(2, "Weging"),
    paragraph("Zie ", ref("scores"), ", hoofdstuk ", ref("criteria"), " en ", ref("plain"), "."),
    Paragraph(content("Een alinea met een naam"), anchor="plain"),
    paragraph(" begin\ttab\nregel", LineBreak(), Run("vet en schuin", bold=True, italic=True), " eind "),
    SCORES,
    table([column("a"), column("b")], [row("1", content("twee", bold("drie")))], alt="zonder bijschrift"),
    formula("score = 10 × laagste / prijs"),
    note("Afronding op twee decimalen."),
    warning("Nog drie velden."),
    bullets("eerste", "tweede"),
    steps("stap een", "stap twee"),
    Listing((ListItem(content("a")), ListItem(content("dieper"), 1)), ordered=True),
    heading(1, "Zonder nummer", numbered=False),
    heading(4, "Klein kopje"),
    CLAUSE,
    Clause(
        code="slot", version="1", title=content("Slot"), outline=2, body=(provision("Zie ", ref("co2"), "."),)
    ),
    Definitions(
        (
            definition("Levering", "het overdragen van de ", bold("apparatuur"), ".", anchor="delivery"),
            definition(
                "PUE", "power usage effectiveness", footnote("EN 50600-4-2, zie ", ref("annex.a1"), ".")
            ),
        )
    ),
    PageBreak(),
    annex("Toezeggingen", anchor="annex.a"),
    annex("Waarden", level=2, anchor="annex.a1"),
    annex("Per jaar", level=3, anchor="annex.a11"),
    paragraph(
        Run("as stated", language="en"), " in ", ref("annex.a"), ", ", ref("annex.a11"), ": ", ref("delivery")
    ),
    paragraph(choice_field("proof", "soort bewijs", "EPD", "ISO 14067 & <meer>"), date_field("until", "tot")),
    SectionBreak(landscape=True),
    annex("Breed overzicht", anchor="annex.b"),
    paragraph("Met een bron.", footnote("Bron: ", Run("report", language="en"), ".")),
    table([column(str(n)) for n in range(7)], [row(*"abcdefg")], caption="Breed"),
    SectionBreak(),
    paragraph("Einde.", style=ParagraphStyle.SMALL),
)


def document(*blocks: Block, language: str = "nl") -> Document:
    return Document(
        title="Overeenkomst",
        language="en" if language == "en" else "nl",
        properties=PROPERTIES,
        blocks=blocks,
    )


def _score_rows() -> list[list[Cell | str | Decimal | int | date | bool | None]]:
    return [
        [Cell("Scores perceel 1", style=Style.TITLE)],
        [
            Cell(text, style=Style.HEADING)
            for text in ("Inschrijver", "Weging", "Cijfer", "Punten", "Datum", "Ja")
        ],
        ["=1+1", Decimal("12.5"), Decimal("7.25"), _points(3, "0.91"), date(2026, 11, 21), True],
        ["A & B <BV>", Decimal("12.5"), 8, _points(4, "1.00"), None, False],
        [
            Cell("Totaal", style=Style.TOTAL_TEXT),
            None,
            None,
            Cell(Decimal("1.91"), "SUM(D3:D4)", Style.TOTAL_2),
        ],
        [Cell("Hoogste"), None, None, Cell("A & B <BV>", "INDEX(A3:A4,MATCH(MAX(D3:D4),D3:D4,0))")],
    ]


def scores_sheet() -> Sheet:
    return Sheet(
        title="Lot 1 & 'rest' x",
        rows=_score_rows(),
        columns=(
            Column(30),
            Column(12, Style.PERCENT_POINTS),
            Column(12, Style.INPUT_NUMBER),
            Column(12, Style.NUMBER_2),
            Column(12, Style.DATE),
            Column(6, Style.CENTRED),
        ),
        frozen="B3",
        title_rows=(1, 2),
        title_columns=("A", "A"),
        autofilter="A2:F4",
        landscape=True,
        protected=True,
        validations=(
            Between(
                area="C3:C4", lowest=Decimal("0"), highest=Decimal("10"), message='Een "cijfer" van 0 tot 10'
            ),
            OneOf(area="F3:F4", choices=("ja", "nee")),
        ),
        highlights=(Highlight("A3:F4", "$C3<8", HighlightLook.ATTENTION),),
        links=(Link("A6", "Lijst!A1", "naar de lijst"),),
    )


def _points(row_number: int, value: str) -> Cell:
    return Cell(Decimal(value), f"ROUND(B{row_number}*C{row_number}/100,2)")


def workbook(*sheets: Sheet) -> Workbook:
    return Workbook(
        title="Scores",
        language="nl",
        properties=PROPERTIES,
        sheets=sheets
        or (scores_sheet(), Sheet(title="Lijst", rows=[["a"]]), Sheet(title="Ids", rows=[], hidden=True)),
        names=() if sheets else (Name("weging", on_sheet("Lot 1 & 'rest' x", "$B$3:$B$4")),),
    )

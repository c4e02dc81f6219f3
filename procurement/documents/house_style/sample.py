"""A document with every kind of block: what a house style is tried on, and shown in where it is chosen."""

from collections.abc import Callable
from datetime import UTC, datetime

from procurement.documents import compose, model
from procurement.documents.properties import Properties
from procurement.language import Language, Text

_Words = Callable[[str, str], str]
"""The Dutch or the English text."""

_PROPERTIES = Properties(
    author="Tenderwijzer",
    created=datetime(2026, 1, 1, tzinfo=UTC),
    tender="T-1",
    version="1",
    digest="0" * 64,
)


def sample(language: Language = "nl") -> model.Document:
    def t(nl: str, en: str) -> str:
        return Text(nl=nl, en=en).to(language)

    table = compose.table(
        [compose.column(t("Onderdeel", "Item"), 2), compose.numbers(t("Waarde", "Value"))],
        [
            compose.row(t("Stroom", "Electricity"), "120"),
            compose.row(t("Totaal", "Total"), "120", emphasis=True),
        ],
        caption=t("Waarden", "Values"),
        anchor="values",
    )
    return model.Document(
        title=t("Voorbeeld van de huisstijl", "Sample of the house style"),
        language=language,
        properties=_PROPERTIES,
        blocks=(*_front(t), table, _clause(t), *_annex(t, table)),
    )


def _front(t: _Words) -> tuple[model.Block, ...]:
    return (
        compose.title(t("Voorbeeld", "Sample")),
        compose.subtitle(t("Ondertitel", "Subtitle")),
        model.TableOfContents(t("Inhoud", "Contents"), levels=3),
        model.PageBreak(),
        compose.heading(1, t("Kop van niveau 1", "Heading of level 1"), anchor="first"),
        compose.heading(2, t("Kop van niveau 2", "Heading of level 2")),
        compose.heading(3, t("Kop van niveau 3", "Heading of level 3")),
        compose.heading(4, t("Kop van niveau 4", "Heading of level 4")),
        compose.paragraph(
            t("Een alinea met een bron.", "A paragraph with a source."), compose.footnote("ISO 14067")
        ),
        *(
            compose.paragraph(
                t("Een alinea in de stijl ", "A paragraph in the style ") + each.value, style=each
            )
            for each in model.ParagraphStyle
        ),
        compose.note(t("Een toelichting.", "A note.")),
        compose.warning(t("Een waarschuwing.", "A warning.")),
        compose.bullets(t("een punt", "a bullet")),
        compose.steps(t("een stap", "a step")),
        model.Definitions((compose.definition("PUE", t("een begrip.", "a term.")),)),
    )


def _clause(t: _Words) -> model.Clause:
    return model.Clause(
        code="sample",
        version="1",
        title=compose.content(t("Een artikel", "An article")),
        anchor="article",
        body=(
            compose.provision(
                t("Een lid, zie ", "A provision, see "),
                compose.ref("annex"),
                points=[compose.point(t("een onderdeel;", "a point;"), points=[compose.point("i")])],
            ),
            compose.provision(compose.field("open", t("nog in te vullen", "to fill in"))),
            compose.paragraph(t("Tekst bij het artikel.", "Text of the article.")),
        ),
    )


def _annex(t: _Words, table: model.Table) -> tuple[model.Block, ...]:
    return (
        model.SectionBreak(landscape=True),
        compose.annex(t("Een liggende bijlage", "An annex on wide pages"), anchor="annex"),
        compose.annex(t("Onderdeel", "Part"), level=2),
        compose.annex(t("Onderdeel", "Part"), level=3),
        compose.table(table.columns, table.rows, alt=t("Waarden", "Values")),
    )

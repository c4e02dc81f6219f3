"""The house look in OpenDocument; the styles are in styles.xml. Widths are in millimetres."""

from itertools import product
from pathlib import Path
from string import Template

from procurement.documents.house import COLOURS, FALLBACK, FONT

TEXT_WIDTH, WIDE_TEXT_WIDTH = 160, 247  # A4 with margins of 25 mm

_SOURCE = Path(__file__).with_name("styles.xml")
_ALIGNED = (("Centre", "center"), ("Right", "end"))
_CELLS = ("TableText", "TableHeading", "TableTotal")
_INSET = (("Information", "13mm"), ("Warning", "13mm"), ("Definition", "12.5mm"))


def styles_xml(namespaces: str, locale: str, annex: str, header: str, footer: str) -> str:
    """The styles part; `annex` is the word before A, `header` and `footer` the XML that every page has."""
    language, _, country = locale.partition("-")
    return Template(_SOURCE.read_text(encoding="utf-8")).substitute(
        COLOURS,
        NAMESPACES=namespaces,
        FONT=FONT,
        FALLBACK=FALLBACK,
        LANGUAGE=language,
        COUNTRY=country,
        TEXT_WIDTH=f"{TEXT_WIDTH}mm",
        WIDE_TEXT_WIDTH=f"{WIDE_TEXT_WIDTH}mm",
        VARIANTS=_variants(),
        ANNEX=annex,
        HEADER=header,
        FOOTER=footer,
    )


def _variants() -> str:
    """Cells to the right and in the middle, headings without a number, notes within an article."""
    aligned = "".join(
        _variant(f"{cell}{suffix}", cell, f'fo:text-align="{align}"')
        for cell, (suffix, align) in product(_CELLS, _ALIGNED)
    )
    bare = "".join(
        _variant(f"Heading{level}Bare", f"Heading{level}", 'fo:margin-left="0mm" fo:text-indent="0mm"')
        for level in (1, 2, 3)
    )
    inset = "".join(_variant(f"{name}InClause", name, f'fo:margin-left="{left}"') for name, left in _INSET)
    return aligned + bare + inset


def _variant(name: str, parent: str, properties: str) -> str:
    return (
        f'<style:style style:name="{name}" style:family="paragraph" style:parent-style-name="{parent}">'
        f"<style:paragraph-properties {properties}/></style:style>"
    )

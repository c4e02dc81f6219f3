"""Which fonts the style sheet asks for; a file that does not carry them looks different without them."""

from lxml import etree

from procurement.documents.house_style.names import w
from procurement.language import Text

_KINDS = ("ascii", "hAnsi")
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def fonts_of(styles: etree._Element, theme: etree._Element | None) -> tuple[str, ...]:
    """In order of their first use; those of the theme first."""
    found: dict[str, None] = {}
    if theme is not None:
        for kind in ("minorFont", "majorFont"):
            for latin in theme.iterfind(f".//{_DRAWING}{kind}/{_DRAWING}latin"):
                found.setdefault(latin.get("typeface", ""))
    for node in styles.iter(w("rFonts")):
        for kind in _KINDS:
            found.setdefault(node.get(w(kind), ""))
    return tuple(name for name in found if name)


def font_remark(fonts: tuple[str, ...]) -> tuple[Text, ...]:
    if not fonts:
        return ()
    names = ", ".join(fonts[:8])
    return (
        Text(
            nl=f"Deze lettertypen staan niet in het document: {names}. Op een computer zonder deze letters "
            "ziet de tekst er anders uit.",
            en=f"These fonts are not in the document: {names}. On a computer without these fonts the text "
            "looks different.",
        ),
    )

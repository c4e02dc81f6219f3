"""Our shell with what a house style brings: style sheet, theme, paper, headers and footers, pictures."""

import re
from dataclasses import replace

from procurement.documents.house_style.value import LANGUAGE, PICTURES, HouseStyle, Page
from procurement.documents.package import XML
from procurement.documents.text import attribute
from procurement.documents.writers.docx.frame import OUR_FOOTER, OUR_HEADER, Shell
from procurement.documents.writers.docx.styles import W

_TYPES = "[Content_Types].xml"
_SIZE = re.compile(r"<w:pgSz[^>]*/>")
_MARGINS = re.compile(r"<w:pgMar[^>]*/>")


def in_house_style(ours: Shell, style: HouseStyle, locale: str) -> Shell:
    page = style.page
    parts = ours.parts | {
        "word/styles.xml": f"{XML}{style.styles.replace(LANGUAGE, locale)}".encode(),
        "word/fontTable.xml": _fonts(style.fonts),
        _TYPES: _types(ours.parts[_TYPES], style),
    }
    if style.theme:
        parts["word/theme/theme1.xml"] = style.theme
    for kind, margin in (("header", style.header), ("footer", style.footer)):
        if margin and margin.relationships:
            parts |= {f"word/_rels/{kind}{number}.xml.rels": margin.relationships for number in (1, 2)}
    return replace(
        ours,
        parts=parts | dict(style.media),
        upright=_section(ours.upright, page, wide=False),
        wide=_section(ours.wide, page, wide=True),
        text_width=page.text_width,
        wide_text_width=page.wide_text_width,
        header=style.header or OUR_HEADER,
        footer=style.footer or OUR_FOOTER,
        heading_levels=style.levels,
    )


def _section(ours: str, page: Page, *, wide: bool) -> str:
    width, height = (page.height, page.width) if wide else (page.width, page.height)
    turned = ' w:orient="landscape"' if wide else ""
    size = f'<w:pgSz w:w="{width}" w:h="{height}"{turned}/>'
    margins = (
        f'<w:pgMar w:top="{page.top}" w:right="{page.right}" w:bottom="{page.bottom}" w:left="{page.left}"'
        f' w:header="{page.header}" w:footer="{page.footer}" w:gutter="0"/>'
    )
    return _MARGINS.sub(margins, _SIZE.sub(size, ours))


def _types(ours: bytes, style: HouseStyle) -> bytes:
    """With the kinds of picture that ours does not know yet."""
    text = ours.decode()
    endings = {name.rpartition(".")[2].lower() for name, _ in style.media}
    new = "".join(
        f'<Default Extension="{ending}" ContentType="{PICTURES[ending]}"/>'
        for ending in sorted(endings)
        if f'Extension="{ending}"' not in text
    )
    start, mark, rest = text.partition("<Default ")
    return f"{start}{new}{mark}{rest}".encode()


def _fonts(names: tuple[str, ...]) -> bytes:
    fonts = "".join(f'<w:font w:name="{attribute(name)}"/>' for name in names)
    return f'{XML}<w:fonts xmlns:w="{W}">{fonts}</w:fonts>'.encode()

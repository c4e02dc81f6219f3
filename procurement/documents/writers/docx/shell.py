"""Everything of a Word file that does not depend on its text, made by python-docx on first use and kept."""

from functools import cache, lru_cache
from io import BytesIO
from zipfile import ZipFile

from procurement.documents.house import FALLBACK, FONT
from procurement.documents.house_style.value import HouseStyle
from procurement.documents.package import LOCALE, XML, extended_properties
from procurement.documents.writers.docx.footnotes import SEPARATORS
from procurement.documents.writers.docx.frame import (
    LONG_SIDE,
    MARGIN,
    SHORT_SIDE,
    TEXT_WIDTH,
    WIDE_TEXT_WIDTH,
    Shell,
)
from procurement.documents.writers.docx.housed import in_house_style
from procurement.documents.writers.docx.styles import W, styles_xml
from procurement.language import Language

_DROPPED = ("/stylesWithEffects", "/customXml", "/webSettings", "/thumbnail")
_OFFICE = "application/vnd.openxmlformats-officedocument"
_FOOTNOTES_TYPE = f"{_OFFICE}.wordprocessingml.footnotes+xml"
_FOOTNOTES_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
_CUSTOM_TYPE = f"{_OFFICE}.custom-properties+xml"
_CUSTOM_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"


@lru_cache(maxsize=32)
def shell(language: Language, style: HouseStyle | None = None) -> Shell:
    """Of our own house, or with all that a house style brings."""
    ours = _our_shell(language)
    return in_house_style(ours, style, LOCALE[language]) if style else ours


@cache
def _our_shell(language: Language) -> Shell:
    with ZipFile(BytesIO(_packed())) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    opening, _, rest = parts["word/document.xml"].decode().partition("<w:body>")
    upright, wide = (piece.partition("</w:sectPr>")[0] for piece in rest.split("<w:sectPr")[1:])
    own = {
        "word/styles.xml": styles_xml(language, TEXT_WIDTH, WIDE_TEXT_WIDTH),
        "word/settings.xml": _settings_xml(language),
        "word/fontTable.xml": _fonts_xml(),
    }
    parts |= {name: f"{XML}{body}".encode() for name, body in own.items()}
    parts["docProps/app.xml"] = extended_properties()
    return Shell(
        parts=parts,
        opening=f"{opening}<w:body>",
        closing="</w:body></w:document>",
        upright=f"<w:sectPr{upright}</w:sectPr>",
        wide=f"<w:sectPr{wide}</w:sectPr>",
    )


def _packed() -> bytes:
    """An empty document with one upright and one landscape A4 section, each with its header and footer."""
    import docx  # here, because importing it costs a tenth of a second
    from docx.enum.section import WD_ORIENT
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part
    from docx.shared import Twips

    document = docx.Document()
    package = document.part.package
    for rels in (document.part.rels, package.rels):
        for key in [key for key, link in rels.items() if link.reltype.endswith(_DROPPED)]:
            del rels[key]
    package.relate_to(Part(PackURI("/docProps/custom.xml"), _CUSTOM_TYPE, b"", package), _CUSTOM_LINK)
    footnotes = Part(PackURI("/word/footnotes.xml"), _FOOTNOTES_TYPE, b"", package)
    document.part.relate_to(footnotes, _FOOTNOTES_LINK)
    sides = ((SHORT_SIDE, LONG_SIDE), (LONG_SIDE, SHORT_SIDE))
    document.add_section()
    for section, (width, height) in zip(document.sections, sides, strict=True):
        section.page_width, section.page_height = Twips(width), Twips(height)
        section.orientation = WD_ORIENT.LANDSCAPE if width > height else WD_ORIENT.PORTRAIT
        section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Twips(
            MARGIN
        )
        section.header.is_linked_to_previous = section.footer.is_linked_to_previous = False
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def _settings_xml(language: Language) -> str:
    office = "http://schemas.microsoft.com/office/word"
    decimal, separator = (",", ";") if language == "nl" else (".", ",")
    modern = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="{office}" w:val="{value}"/>'
        for name, value in (
            ("compatibilityMode", 15),
            ("overrideTableStyleFontSizeAndJustification", 1),
            ("enableOpenTypeFeatures", 1),
            ("doNotFlipMirrorIndents", 1),
            ("differentiateMultirowTableHeaders", 1),
        )
    )
    separators = "".join(f'<w:footnote w:id="{number}"/>' for number in SEPARATORS.values())
    return (
        f'<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/>'
        f'<w:characterSpacingControl w:val="doNotCompress"/>'
        f"<w:footnotePr>{separators}</w:footnotePr><w:compat>{modern}</w:compat>"
        f'<w:themeFontLang w:val="{LOCALE[language]}"/>'
        f'<w:decimalSymbol w:val="{decimal}"/><w:listSeparator w:val="{separator}"/></w:settings>'
    )


def _fonts_xml() -> str:
    return (
        f'<w:fonts xmlns:w="{W}"><w:font w:name="{FONT}"><w:altName w:val="{FALLBACK}"/>'
        '<w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>'
    )

"""From the bytes of a .docx or .dotx to a house style, or to all the reasons why not.

The guard for incoming files looks at the file first, in a process of its own, with tighter limits than usual:
a house style is small. What it lets through has no macros, no document types, no outside sources.
"""

from hashlib import sha256

from lxml import etree

from procurement.documents.house_style.fonts import font_remark, fonts_of
from procurement.documents.house_style.levels import heading_levels
from procurement.documents.house_style.margins import Margins
from procurement.documents.house_style.names import W, w
from procurement.documents.house_style.opened import Opened
from procurement.documents.house_style.page import read_page
from procurement.documents.house_style.style_sheet import merged
from procurement.documents.house_style.trial import problems_on_trial
from procurement.documents.house_style.value import LANGUAGE, HouseStyle, Page, Problem, UnusableHouseStyle
from procurement.documents.writers.docx.styles import styles_xml
from procurement.incoming import Limits, Refused, refuse_unsafe
from procurement.incoming.limits import MEGABYTE
from procurement.language import Text

LIMITS = Limits(
    file_bytes=5 * MEGABYTE,
    entries=300,
    entry_bytes=5 * MEGABYTE,
    total_bytes=15 * MEGABYTE,
    xml_elements=100_000,
)
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_ENDINGS = (".docx", ".dotx")


def read_house_style(content: bytes, name: str = "huisstijl.docx") -> HouseStyle:
    """The file was sent under the file name `name`. Raises `UnusableHouseStyle` with all that is wrong."""
    if not name.lower().endswith(_ENDINGS):
        raise UnusableHouseStyle(
            (_problem(name, "Kies een bestand .docx of .dotx.", "Choose a .docx or .dotx file."),)
        )
    try:
        refuse_unsafe(content, name, LIMITS)
    except Refused as refused:
        problem = Problem(refused.refusal.place or name, refused.refusal.text)
        raise UnusableHouseStyle((problem,)) from None
    try:
        style = _read(Opened.of(content), sha256(content).hexdigest())
    except (etree.XMLSyntaxError, KeyError, StopIteration):
        broken = _problem(
            name, "Word-onderdelen ontbreken of zijn beschadigd.", "Parts are missing or damaged."
        )
        raise UnusableHouseStyle((broken,)) from None
    problems = problems_on_trial(style)
    if problems:
        raise UnusableHouseStyle(problems)
    return style


def _read(opened: Opened, digest: str) -> HouseStyle:
    sections = list(opened.tree(opened.main).iter(w("sectPr")))
    section = sections[-1] if sections else None
    page, problems = read_page(section)
    sheet_name = opened.target("styles")
    if not sheet_name:
        missing = _problem(opened.main, "Het bestand heeft geen stijlen.", "The file has no styles.")
        raise UnusableHouseStyle((*problems, missing))
    theirs = opened.tree(sheet_name)
    if theirs.tag != w("styles"):
        odd = ("Bewaar het bestand als gewoon Word-document.", "Save the file as an ordinary Word document.")
        raise UnusableHouseStyle((*problems, _problem(sheet_name, *odd)))
    if page is None or section is None:
        raise UnusableHouseStyle(problems)
    return _taken_over(opened, digest, page, section, theirs)


def _taken_over(
    opened: Opened, digest: str, page: Page, section: etree._Element, theirs: etree._Element
) -> HouseStyle:
    theme_name, numbering_name = opened.target("theme"), opened.target("numbering")
    theme = opened.tree(theme_name) if theme_name else None
    levels = heading_levels(theirs, opened.tree(numbering_name) if numbering_name else None)
    sheet = merged(theirs, _our_styles(theirs, page))
    margins = Margins(opened, sheet.renamed)
    header, footer = margins.read(section, "header"), margins.read(section, "footer")
    problems = (*margins.problems, *_odd_theme(theme_name, theme))
    if problems:
        raise UnusableHouseStyle(problems)
    fonts = fonts_of(sheet.root, theme)
    return HouseStyle(
        digest=digest,
        styles=_with_language_open(sheet.root),
        theme=opened.parts[theme_name] if theme_name and not opened.relationships(theme_name) else b"",
        page=page,
        header=header,
        footer=footer,
        levels=levels,
        fonts=fonts,
        media=tuple(margins.media.items()),
        stand_ins=sheet.stand_ins,
        remarks=(*font_remark(fonts), *margins.remarks),
    )


def _odd_theme(name: str, theme: etree._Element | None) -> tuple[Problem, ...]:
    if theme is None or (
        theme.tag == f"{_DRAWING}theme" and theme.find(f"{_DRAWING}themeElements") is not None
    ):
        return ()
    odd = ("Het thema is beschadigd. Kies in Word een ander thema.", "The theme is damaged. Choose another.")
    return (_problem(name, *odd),)


def _our_styles(theirs: etree._Element, page: Page) -> etree._Element:
    """Ours, in the colour that the file gives its first heading."""
    accent = next((found for style in theirs.iter(w("style")) if (found := _heading_colour(style))), "")
    text = styles_xml("nl", page.text_width, page.wide_text_width, accent)
    return etree.fromstring(text.encode())


def _heading_colour(style: etree._Element) -> str:
    name, colour = style.find(w("name")), style.find(f"{w('rPr')}/{w('color')}")
    if name is None or colour is None or name.get(w("val"), "").lower() != "heading 1":
        return ""
    value = colour.get(w("val"), "")
    return value if len(value) == 6 and all(each in "0123456789abcdefABCDEF" for each in value) else ""


def _with_language_open(root: etree._Element) -> str:
    """The default language becomes that of each document; a style with a language of its own loses it."""
    for node in list(root.iter(w("lang"))):
        node.getparent().remove(node)
    defaults = root.find(w("docDefaults"))
    if defaults is None:
        defaults = etree.Element(w("docDefaults"))
        root.insert(0, defaults)
    run = defaults.find(w("rPrDefault"))
    if run is None:
        run = etree.Element(w("rPrDefault"))
        defaults.insert(0, run)
    look = run.find(w("rPr"))
    if look is None:
        look = etree.SubElement(run, w("rPr"))
    language = etree.Element(w("lang"))
    language.set(w("val"), LANGUAGE)
    own = [place for place, child in enumerate(look, start=1) if str(child.tag).startswith(f"{{{W}}}")]
    look.insert(max(own, default=0), language)  # additions of later versions of Word come behind it
    return str(etree.tostring(root, encoding="unicode"))


def _problem(place: str, nl: str, en: str) -> Problem:
    return Problem(place, Text(nl=nl, en=en))

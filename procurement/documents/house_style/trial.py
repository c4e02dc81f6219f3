"""Before anyone uses a house style: the sample is written in it, and every part of the file is looked at."""

from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from procurement.documents.errors import DocumentError
from procurement.documents.house_style.looks import SHEET, odd_sheet, unreadable, wrong_measures
from procurement.documents.house_style.names import w
from procurement.documents.house_style.sample import sample
from procurement.documents.house_style.value import HouseStyle, Problem
from procurement.documents.writers.docx import docx_bytes
from procurement.incoming import Refused, refuse_unsafe
from procurement.language import Text

_STYLED = ("pStyle", "rStyle", "tblStyle")


def problems_on_trial(style: HouseStyle) -> tuple[Problem, ...]:
    try:
        written = docx_bytes(sample(), style)
        refuse_unsafe(written, "voorbeeld.docx")
    except DocumentError as error:
        return (Problem("voorbeeld.docx", Text(nl=str(error), en=str(error))),)
    except Refused as refused:
        return (Problem(refused.refusal.place, refused.refusal.text),)
    with ZipFile(BytesIO(written)) as package:
        parts = {name: package.read(name) for name in package.namelist() if name.endswith(".xml")}
    sheet, asked = etree.fromstring(parts[SHEET]), _asked(parts)
    return (
        *odd_sheet(sheet),
        *wrong_measures({name: parts[name] for name in parts if name.startswith("word/")}),
        *_unknown_styles(sheet, asked),
        *_endless_styles(sheet),
        *unreadable(sheet, {style for _, style in asked}),
    )


def _asked(parts: dict[str, bytes]) -> set[tuple[str, str]]:
    """Every part with every style that it asks for."""
    return {
        (name, node.get(w("val"), ""))
        for name, part in parts.items()
        if name.startswith("word/") and name != SHEET
        for node in etree.fromstring(part).iter(*(w(tag) for tag in _STYLED))
    }


def _unknown_styles(sheet: etree._Element, asked: set[tuple[str, str]]) -> tuple[Problem, ...]:
    """A header can ask for a style that the file itself does not have."""
    known = {style.get(w("styleId")) for style in sheet.iter(w("style"))}
    return tuple(
        Problem(
            name,
            Text(
                nl=f"Hier staat een stijl die het bestand niet heeft: {style}. Kies een andere stijl.",
                en=f"A style is used here that the file does not have: {style}. Choose another style.",
            ),
        )
        for name, style in sorted(asked)
        if style not in known
    )


def _endless_styles(sheet: etree._Element) -> tuple[Problem, ...]:
    """A style that is based on itself, at once or by way of others."""
    based = {
        style.get(w("styleId"), ""): parent.get(w("val"), "")
        for style in sheet.iter(w("style"))
        if (parent := style.find(w("basedOn"))) is not None
    }
    return tuple(
        Problem(
            SHEET,
            Text(
                nl=f"De stijl {name} is op zichzelf gebaseerd. Kies in Word een andere basis.",
                en=f"The style {name} is based on itself. Choose another base in Word.",
            ),
        )
        for name in sorted(based)
        if _comes_back(name, based)
    )


def _comes_back(name: str, based: dict[str, str]) -> bool:
    at = based.get(name, "")
    for _ in based:
        if at == name:
            return True
        at = based.get(at, "")
    return False

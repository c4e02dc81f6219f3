"""What is wrong with the looks of a written sample: measures that are none, and text that nobody can read."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping

from lxml import etree

from procurement.documents.house_style.names import w
from procurement.documents.house_style.value import Problem
from procurement.language import Text

SHEET = "word/styles.xml"
_OFF = ("0", "false", "off")
_PAPER = "FFFFFF"
_READABLE = range(8, 201)  # half points: 4 to 100 points
_MEASURE = re.compile(r"[+-]?[0-9]{1,5}(\.[0-9]{1,4})?(mm|cm|in|pt|pc|pi)?")
_LARGEST = 31_680  # twentieths of a point: 22 inches, the largest measure of Word
_MEASURES: Mapping[str, tuple[str, ...]] = {
    "sz": ("val",),
    "szCs": ("val",),
    "kern": ("val",),
    "position": ("val",),
    "spacing": ("val", "before", "after", "line"),
    "ind": ("left", "right", "start", "end", "hanging", "firstLine"),
    "tab": ("pos",),
    "tblInd": ("w",),
    "start": ("val",),
    "outlineLvl": ("val",),
}
_IN_SHEET = {w(name) for name in ("docDefaults", "latentStyles", "style")}


def wrong_measures(parts: Mapping[str, bytes]) -> Iterator[Problem]:
    """Each measure once, with the style or the part in which it stands."""
    seen: dict[Problem, None] = {}
    for name, part in sorted(parts.items()):
        for node in etree.fromstring(part).iter(*(w(tag) for tag in _MEASURES)):
            for key in _MEASURES[etree.QName(node).localname]:
                value = node.get(w(key))
                if value is not None and not _is_measure(value):
                    seen.setdefault(_wrong_measure(name, node, value))
    yield from seen


def _is_measure(value: str) -> bool:
    return bool(_MEASURE.fullmatch(value)) and (not value.isdigit() or int(value) <= _LARGEST)


def _wrong_measure(part: str, node: etree._Element, value: str) -> Problem:
    style = next((each.get(w("styleId"), "") for each in node.iterancestors(w("style"))), "")
    nl, en = (f" bij de stijl {style}", f" of the style {style}") if style else ("", "")
    shown = value[:20]
    return Problem(
        part,
        Text(
            nl=f"De maat ‘{shown}’{nl} is geen getal of veel te groot. Kies een gewone maat.",
            en=f"The measure ‘{shown}’{en} is not a number or far too large. Choose an ordinary measure.",
        ),
    )


def odd_sheet(sheet: etree._Element) -> Iterator[Problem]:
    """Styles with one name, and what does not belong in a style sheet."""
    counted = Counter(style.get(w("styleId"), "") for style in sheet.iter(w("style")))
    for name, number in counted.items():
        if number > 1:
            yield Problem(
                SHEET,
                Text(
                    nl=f"De stijl {name} staat er {number} keer in. Open het bestand in Word en bewaar het "
                    "opnieuw.",
                    en=f"The style {name} is there {number} times. Open the file in Word and save it again.",
                ),
            )
    for child in sheet:
        if child.tag not in _IN_SHEET:
            yield Problem(
                SHEET,
                Text(
                    nl=f"Tussen de stijlen staat iets dat daar niet hoort ({etree.QName(child).localname}). "
                    "Open het bestand in Word en bewaar het opnieuw.",
                    en="Among the styles is something that does not belong there "
                    f"({etree.QName(child).localname}). Open the file in Word and save it again.",
                ),
            )


def unreadable(sheet: etree._Element, used: Collection[str]) -> Iterator[Problem]:
    """The styles of our text, and what they are based on, that hide their words."""
    styles = {style.get(w("styleId"), ""): style for style in sheet.iter(w("style"))}
    default = sheet.find(f"{w('docDefaults')}/{w('rPrDefault')}")
    if default is not None and _hides(default):
        yield _hidden("Standaardopmaak", "default looks")
    for name in sorted(_with_bases(used, styles)):
        if _hides(styles[name]):
            yield _hidden(name, name)


def _with_bases(used: Collection[str], styles: Mapping[str, etree._Element]) -> set[str]:
    found: set[str] = set()
    waiting = [*used, "Normal"]
    while waiting:
        name = waiting.pop()
        if name in styles and name not in found:
            found.add(name)
            base = styles[name].find(w("basedOn"))
            waiting.append("" if base is None else base.get(w("val"), ""))
    return found


def _hides(style: etree._Element) -> bool:
    """White text counts only where the style itself gives no other ground to stand on."""
    look = style.find(w("rPr"))
    if look is None:
        return False
    hidden = (look.find(w(name)) for name in ("vanish", "webHidden", "strike", "dstrike"))
    if any(each is not None and each.get(w("val"), "1") not in _OFF for each in hidden):
        return True
    colour, size = look.find(w("color")), look.find(w("sz"))
    is_white = colour is not None and colour.get(w("val"), "").upper() == _PAPER
    if is_white and next(style.iter(w("shd")), None) is None:
        return True
    value = "" if size is None else size.get(w("val"), "")
    return _is_measure(value) and value.isdigit() and int(value) not in _READABLE


def _hidden(nl: str, en: str) -> Problem:
    return Problem(
        SHEET,
        Text(
            nl=f"Tekst in de stijl {nl} is niet te lezen: hij is verborgen, doorgehaald, wit, of kleiner dan "
            "4 of groter dan 100 punten. Verander de stijl in Word.",
            en=f"Text in the style {en} cannot be read: it is hidden, struck through, white, or smaller than "
            "4 or larger than 100 points. Change the style in Word.",
        ),
    )

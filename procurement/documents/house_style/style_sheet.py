"""The style sheet of a file under our own style ids; ours stand in for what it lacks."""

from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from procurement.documents.house_style.names import w
from procurement.documents.house_style.value import StandIn

_DEFAULTS = {"Normal", "DefaultParagraphFont", "TableNormal", "NoList"}
_TABS_ARE_OURS = {"Header", "Footer", "HeaderWide", "FooterWide", "TOC1", "TOC2", "TOC3"}
_BEFORE_NUMBERS = {
    w(name) for name in ("keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
}
_BEFORE_TABS = _BEFORE_NUMBERS | {w(name) for name in ("numPr", "suppressLineNumbers", "pBdr", "shd")}
_BEFORE_TEXT_LOOK = {
    w(name)
    for name in (
        "name", "aliases", "basedOn", "next", "link", "autoRedefine", "hidden", "uiPriority", "semiHidden",
        "unhideWhenUsed", "qFormat", "locked", "personal", "personalCompose", "personalReply", "rsid",
    )
}  # fmt: skip
_LINKS = ("basedOn", "next", "link")
_QUIET = _DEFAULTS | {"Gap", "HeaderWide", "FooterWide", "KeepTogether", "TableTotal", "OpenField"}
"""Styles nobody expects in a house style: that ours stand in need not be told."""


@dataclass(frozen=True, slots=True)
class StyleSheet:
    """`renamed`: ids of the file, to the ids they have now."""

    root: etree._Element
    renamed: dict[str, str]
    stand_ins: tuple[StandIn, ...]


def merged(theirs: etree._Element, ours: etree._Element) -> StyleSheet:
    """`theirs` changed in place: each style of ours is theirs under our id, or ours."""
    for numbers in list(theirs.iter(w("numPr"))):  # of numberings that stay behind
        numbers.getparent().remove(numbers)
    found = {style.get(w("styleId"), ""): _match(style, theirs) for style in ours.iter(w("style"))}
    renamed = _rename(theirs, found)
    stand_ins = []
    for style in ours.iter(w("style")):
        own_id = style.get(w("styleId"), "")
        own = found[own_id]
        if own is None:
            theirs.append(deepcopy(style))
            if own_id not in _QUIET:
                stand_ins.append(StandIn(name_of(style)))
        else:
            _take_what_is_ours(own, style)
    return StyleSheet(theirs, renamed, tuple(stand_ins))


def name_of(style: etree._Element) -> str:
    name = style.find(w("name"))
    return "" if name is None else name.get(w("val"), "")


def _match(style: etree._Element, theirs: etree._Element) -> etree._Element | None:
    """By being the default of its kind, else by the name: ids differ between languages of Word."""
    own_id, kind = style.get(w("styleId"), ""), style.get(w("type"))
    rivals = [each for each in theirs.iter(w("style")) if each.get(w("type")) == kind]
    if own_id in _DEFAULTS:
        return next((each for each in rivals if each.get(w("default")) in ("1", "true", "on")), None)
    for each in rivals:
        if name_of(each).lower() == name_of(style).lower():
            return each
    return None


def _rename(theirs: etree._Element, found: dict[str, etree._Element | None]) -> dict[str, str]:
    """Give the styles that were found our ids, and another one to a style that has such an id by chance."""
    renamed = {style.get(w("styleId"), ""): own_id for own_id, style in found.items() if style is not None}
    for style in theirs.iter(w("style")):
        old = style.get(w("styleId"), "")
        if old not in renamed and old in found:
            renamed[old] = f"Other{old}"
        style.set(w("styleId"), renamed.get(old, old))
        for link in style.iter(*(w(name) for name in _LINKS)):
            link.set(w("val"), renamed.get(link.get(w("val"), ""), link.get(w("val"), "")))
    return renamed


def _take_what_is_ours(own: etree._Element, ours: etree._Element) -> None:
    """Numbering, place in the outline and right-hand tabs belong to the text, not to its look."""
    target = own.find(w("pPr"))
    source = ours.find(w("pPr"))
    if target is None and source is not None:
        target = etree.Element(w("pPr"))
        own.insert(_after(own, _BEFORE_TEXT_LOOK), target)
    if target is None or ours.get(w("type")) != "paragraph":
        return
    _replace(target, source, "numPr", _BEFORE_NUMBERS)
    if target.find(w("numPr")) is None:
        _take_no_part(target)
    if ours.get(w("styleId")) in _TABS_ARE_OURS:
        _replace(target, source, "tabs", _BEFORE_TABS)
    outline = None if source is None else source.find(w("outlineLvl"))
    if outline is not None:
        _replace(target, source, "outlineLvl", {child.tag for child in target} - _AFTER_OUTLINE)


def _take_no_part(target: etree._Element) -> None:
    """No number and no place in the contents, though the style may be based on a heading."""
    none = etree.Element(w("numPr"))
    etree.SubElement(none, w("numId")).set(w("val"), "0")
    target.insert(_after(target, _BEFORE_NUMBERS), none)
    if target.find(w("outlineLvl")) is None:
        text = etree.Element(w("outlineLvl"))
        text.set(w("val"), _BODY_TEXT)
        target.insert(_after(target, {child.tag for child in target} - _AFTER_OUTLINE), text)


_BODY_TEXT = "9"
_AFTER_OUTLINE = {w(name) for name in ("divId", "cnfStyle", "rPr", "sectPr", "pPrChange")}


def _replace(target: etree._Element, source: etree._Element | None, name: str, before: set[str]) -> None:
    for old in target.findall(w(name)):
        target.remove(old)
    new = None if source is None else source.find(w(name))
    if new is not None:
        target.insert(_after(target, before), deepcopy(new))


def _after(parent: etree._Element, before: set[str]) -> int:
    """The place behind the last child that must come first."""
    places = [place for place, child in enumerate(parent, start=1) if child.tag in before]
    return max(places, default=0)

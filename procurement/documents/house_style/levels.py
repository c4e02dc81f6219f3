"""The look of the numbers of headings, where the file counts them as we do: 1, 1.1, 1.1.1."""

from copy import deepcopy

from lxml import etree

from procurement.documents.house_style.names import W, w

_LEVELS = 3
_TAKEN = ("start", "numFmt", "suff", "lvlText", "lvlJc", "pPr", "rPr")


def heading_levels(styles: etree._Element, numbering: etree._Element | None) -> str:
    """The XML of three levels under our style ids; "" where the file does not number its headings so."""
    abstract = None if numbering is None else _abstract(styles, numbering)
    if abstract is None:
        return ""
    by_number = {each.get(w("ilvl")): each for each in abstract.findall(w("lvl"))}
    levels = [by_number.get(str(index)) for index in range(_LEVELS)]
    if any(level is None or not _counts_alike(level, index) for index, level in enumerate(levels)):
        return ""
    return "".join(_level(level, index) for index, level in enumerate(levels) if level is not None)


def _abstract(styles: etree._Element, numbering: etree._Element) -> etree._Element | None:
    """What the style of the first heading points to."""
    heading = next((each for each in styles.iter(w("style")) if _is_first_heading(each)), None)
    numbers = None if heading is None else heading.find(f"{w('pPr')}/{w('numPr')}/{w('numId')}")
    if numbers is None:
        return None
    for num in numbering.findall(w("num")):
        pointed = num.find(w("abstractNumId"))
        if num.get(w("numId")) == numbers.get(w("val")) and pointed is not None:
            wanted = pointed.get(w("val"))
            every = numbering.findall(w("abstractNum"))
            return next((each for each in every if each.get(w("abstractNumId")) == wanted), None)
    return None


def _is_first_heading(style: etree._Element) -> bool:
    name = style.find(w("name"))
    return name is not None and name.get(w("val"), "").lower() == "heading 1"


def _counts_alike(level: etree._Element, index: int) -> bool:
    """Decimal, with all the levels above it and nothing but points between and behind."""
    form, text = level.find(w("numFmt")), level.find(w("lvlText"))
    if text is None or (form is not None and form.get(w("val")) != "decimal"):
        return False
    expected = ".".join(f"%{number}" for number in range(1, index + 2))
    return str(text.get(w("val"), "")).removesuffix(".") == expected


def _level(level: etree._Element, index: int) -> str:
    own = etree.Element(w("lvl"), {w("ilvl"): str(index)}, nsmap={"w": W})
    for name in _TAKEN:
        found = level.find(w(name))
        if found is not None:
            own.append(_bare(deepcopy(found)))
        if name == "numFmt":
            etree.SubElement(own, w("pStyle"), {w("val"): f"Heading{index + 1}"})
    return str(etree.tostring(own, encoding="unicode")).replace(f' xmlns:w="{W}"', "")


def _bare(node: etree._Element) -> etree._Element:
    """Without the additions of later versions of Word, which ask for names that we do not declare."""
    for each in list(node.iter()):
        for key in [key for key in each.attrib if not key.startswith(f"{{{W}}}")]:
            del each.attrib[key]
        if each is not node and not str(each.tag).startswith(f"{{{W}}}"):
            each.getparent().remove(each)
    etree.cleanup_namespaces(node)
    return node

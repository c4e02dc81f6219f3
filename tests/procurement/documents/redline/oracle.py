"""What a person gets who accepts or rejects every change, by the rules of Word and of no code of ours.

A paragraph whose mark is taken out runs on into the next one, which keeps its own looks.
"""

from copy import deepcopy
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_IN, _OUT = ("ins", "moveTo"), ("del", "moveFrom")
_MARGINS = (f"{W}headerReference", f"{W}footerReference")
_RANGES = ("moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd")


def part(content: bytes, name: str = "word/document.xml"):
    with ZipFile(BytesIO(content)) as package:
        return etree.fromstring(package.read(name))


def accepted(content: bytes):
    return _settled(part(content), gone=_OUT, kept=_IN, old_looks=False)


def rejected(content: bytes):
    return _settled(part(content), gone=_IN, kept=_OUT, old_looks=True)


def _settled(document, *, gone, kept, old_looks):
    _take_out_rows(document, gone)
    for name in gone:
        for element in list(document.iter(W + name)):
            if element.getparent().tag not in (f"{W}rPr", f"{W}trPr"):
                element.getparent().remove(element)
    for name in kept:
        for element in list(document.iter(W + name)):
            parent = element.getparent()
            for child in element:
                element.addprevious(child)
            parent.remove(element)
    for text in list(document.iter(f"{W}delText", f"{W}delInstrText")):
        text.tag = text.tag.replace("delText", "t").replace("delI", "i")
    _join_paragraphs(document, gone)
    _settle_looks(document, old_looks=old_looks)
    for tag in _RANGES:
        for element in list(document.iter(W + tag)):
            element.getparent().remove(element)
    return document


def _take_out_rows(document, gone):
    for row in list(document.iter(f"{W}tr")):
        properties = row.find(f"{W}trPr")
        marks = [] if properties is None else [each for each in properties if each.tag[len(W) :] in gone]
        if marks:
            table = row.getparent()
            table.remove(row)
            if table.find(f"{W}tr") is None:
                table.getparent().remove(table)
    for properties in document.iter(f"{W}trPr"):
        for each in list(properties):
            if each.tag[len(W) :] in (*_IN, *_OUT):
                properties.remove(each)


def _join_paragraphs(document, gone):
    for paragraph in list(document.iter(f"{W}p")):
        looks = paragraph.find(f"{W}pPr/{W}rPr")
        marks = [] if looks is None else [each for each in looks if each.tag[len(W) :] in (*_IN, *_OUT)]
        names = {each.tag[len(W) :] for each in marks}
        for each in marks:
            looks.remove(each)
        if looks is not None and len(looks) == 0:
            looks.getparent().remove(looks)
        if names & set(gone):
            _run_on(paragraph)


def _run_on(paragraph):
    left = [each for each in paragraph if each.tag != f"{W}pPr" and "bookmark" not in each.tag]
    following = paragraph.getnext()
    if left:
        assert following is not None, "text without a paragraph to run on into"
        assert following.tag == f"{W}p"
        at = 1 if following.find(f"{W}pPr") is not None else 0
        for number, each in enumerate(left):
            following.insert(at + number, each)
    paragraph.getparent().remove(paragraph)


def _settle_looks(document, *, old_looks):
    for name in ("pPrChange", "tblPrChange"):
        for change in list(document.iter(W + name)):
            properties = change.getparent()
            section = properties.find(f"{W}sectPr")
            if old_looks:
                was = deepcopy(change[0])
                properties[:] = [*was, *([] if section is None else [section])]
            else:
                properties.remove(change)
    for change in list(document.iter(f"{W}sectPrChange")):
        section = change.getparent()
        section.remove(change)
        if old_looks:
            margins = [each for each in section if each.tag in _MARGINS]
            section[:] = [*margins, *change[0]]


def canonical(document) -> str:
    """What a reader of the document sees, in one form: without names, numbers and results of fields.

    Without headers and footers too: Word does not track which of them stand on a page.
    """
    body = deepcopy(document).find(f"{W}body")
    for each in list(body.iter(*_MARGINS)):
        each.getparent().remove(each)
    for section in body.iter(f"{W}sectPr"):
        section.attrib.clear()  # numbers of the sessions in which it was edited
    _without_contents(body)
    for tag in ("bookmarkStart", "bookmarkEnd"):
        for element in list(body.iter(W + tag)):
            element.getparent().remove(element)
    _without_controls(body)
    return "\n".join(_lines(body))


def controls(document) -> list[str]:
    """The tags of all content controls, which Word does not track."""
    return [each.get(f"{W}val") for each in document.iter(f"{W}tag")]


def _without_controls(body):
    for control in list(body.iter(f"{W}sdt")):
        for child in control.find(f"{W}sdtContent"):
            control.addprevious(child)
        control.getparent().remove(control)


def _without_contents(body):
    depth = 0
    for paragraph in list(body):
        said = " ".join(each.text or "" for each in paragraph.iter(f"{W}instrText"))
        begins = paragraph.tag == f"{W}p" and "TOC " in said
        if begins or depth:
            kinds = [each.get(f"{W}fldCharType") for each in paragraph.iter(f"{W}fldChar")]
            depth += kinds.count("begin") - kinds.count("end")
            body.remove(paragraph)


def _lines(element, indent=""):
    for child in element:
        name = child.tag[len(W) :]
        if name == "p":
            yield f"{indent}p {_looks(child.find(f'{W}pPr'))}"
            yield from _pieces(child, indent + "  ")
        elif name in ("tbl", "tr", "tc"):
            yield f"{indent}{name}"
            yield from _lines(child, indent + "  ")
        else:
            yield f"{indent}{_xml(child)}"


def _looks(properties):
    if properties is None or len(properties) == 0:
        return ""
    kept = deepcopy(properties)
    for number in kept.iter(f"{W}numId"):
        if int(number.get(f"{W}val")) >= 10:
            number.set(f"{W}val", "list")
    return _xml(kept)


def _pieces(paragraph, indent):
    """Text of one look as one line, whatever the runs; fields by their instruction."""
    instruction, depth = "", 0
    flat = []
    for child in paragraph:
        if child.tag == f"{W}fldSimple":
            flat.append(("field", "", _field(child.get(f"{W}instr"))))
        elif child.tag == f"{W}r":
            for piece in child:
                kind = piece.get(f"{W}fldCharType")
                depth += (kind == "begin") - (kind == "end")
                if piece.tag == f"{W}instrText":
                    instruction += piece.text or ""
                elif kind == "end":
                    flat.append(("field", "", _field(instruction)))
                    instruction = ""
                elif depth or piece.tag in (f"{W}rPr", f"{W}fldChar"):
                    pass
                elif piece.tag == f"{W}t":
                    flat.append(("text", _xml(child.find(f"{W}rPr")), piece.text or ""))
                else:
                    flat.append(("part", _xml(child.find(f"{W}rPr")), _xml(piece)))
        elif child.tag != f"{W}pPr":
            flat.append(("element", "", _xml(child)))
    joined = []
    for kind, look, words in flat:
        if kind == "text" and joined and joined[-1][:2] == ("text", look):
            joined[-1] = ("text", look, joined[-1][2] + words)
        elif words or kind != "text":
            joined.append((kind, look, words))
    return [f"{indent}{kind} {look} {words!r}" for kind, look, words in joined]


def _field(instruction):
    """The bookmark a field leads to has another name in each file; what it leads to is tested apart."""
    return " ".join(word for word in instruction.split() if not word.startswith(("r_", "_Toc")))


def _xml(element):
    if element is None:
        return ""
    return (
        etree.tostring(element, method="c14n", with_tail=False).decode().replace(f' xmlns:w="{W[1:-1]}"', "")
    )

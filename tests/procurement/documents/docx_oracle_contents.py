"""The table of contents through python-docx."""

from docx.oxml.ns import qn

from procurement.documents.model import TableOfContents
from tests.procurement.documents.docx_oracle_xml import clean, element


def add_contents(oracle, contents: TableOfContents) -> None:
    oracle.paragraph("TOC Heading").add_run(contents.title)
    shown = [entry for entry in oracle.outline.entries if entry.level <= contents.levels]
    paragraph = None
    for index, entry in enumerate(shown):
        paragraph = oracle.paragraph(f"toc {entry.level}")
        if index == 0:
            _begin(oracle, paragraph, f' TOC \\o "1-{contents.levels}" \\h \\z \\u ', paragraph._p)
        name = oracle.names.get(entry.anchor, entry.anchor)
        link = element("w:hyperlink", paragraph._p, anchor=name)
        lead, rest = paragraph.add_run(clean(entry.lead))._r, paragraph.add_run(clean(f"{entry.text}\t"))._r
        rest[:0] = list(lead)
        paragraph._p.remove(lead)
        link.append(rest)
        element("w:fldSimple", link, instr=f" PAGEREF {name} \\h ", dirty="true")
    if paragraph is None:
        paragraph = oracle.paragraph()
        _begin(oracle, paragraph, f' TOC \\o "1-{contents.levels}" \\h \\z \\u ', paragraph._p)
    _mark(oracle, paragraph, paragraph._p, "end")


def _begin(oracle, paragraph, instruction, parent) -> None:
    _mark(oracle, paragraph, parent, "begin", dirty="true")
    run = paragraph.add_run()
    _instruction(run._r, instruction)
    parent.append(run._r)
    _mark(oracle, paragraph, parent, "separate")


def _mark(oracle, paragraph, parent, kind, **more) -> None:
    run = paragraph.add_run()
    element("w:fldChar", run._r, fldCharType=kind, **more)
    parent.append(run._r)


def _instruction(run, instruction) -> None:
    text = element("w:instrText", run)
    text.text = instruction
    text.set(qn("xml:space"), "preserve")

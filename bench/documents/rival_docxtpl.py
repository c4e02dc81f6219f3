"""The same contract through docxtpl: the house shell with loops, and the values as plain lists and dicts.

The template is the XML of our own writer with placeholders in it, so that both make the same document.
docxtpl knows no footnotes: those it leaves out.
"""

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from docxtpl import DocxTemplate

from procurement.documents.compose import (
    annex,
    column,
    content,
    paragraph,
    point,
    provision,
    ref,
    row,
    table,
    title,
)
from procurement.documents.model import (
    Clause,
    Definitions,
    Document,
    Field,
    PageBreak,
    Reference,
    SectionBreak,
    Table,
    TableOfContents,
    plain,
)
from procurement.documents.numbering import outline
from procurement.documents.writers.docx import docx_bytes


def write(context: dict[str, object], template: bytes) -> bytes:
    stream = BytesIO()
    word = DocxTemplate(BytesIO(template))
    word.render(context, autoescape=True)
    word.save(stream)
    return stream.getvalue()


def context_of(document: Document) -> dict[str, object]:
    """Not part of the time."""
    targets = outline(document).targets
    return {
        "clauses": [_clause(block, targets) for block in document.blocks if isinstance(block, Clause)],
        "definitions": [
            {"term": each.term, "text": plain(each.meaning)}
            for block in document.blocks
            if isinstance(block, Definitions)
            for each in block.items
        ],
        "tables": [_table(block) for block in document.blocks if isinstance(block, Table)],
    }


def _clause(clause: Clause, targets) -> dict[str, object]:
    first, second = clause.body
    inlines = second.content[1:]
    other = next(each.anchor for each in inlines if isinstance(each, Reference))
    blank = next((each for each in inlines if isinstance(each, Field)), None)
    return {
        "tag": f"clause:{clause.code}@{clause.version}#{clause.digest[:12]}",
        "mark": f"r_{clause.anchor.replace('-', '_')}",
        "number": targets[clause.anchor].label,
        "title": plain(clause.title),
        "first": plain(first.content),
        "second": plain(second.content[:1]),
        "other": f"r_{other.replace('-', '_')}",
        "other_number": targets[other].label,
        "blank": {"name": blank.name, "label": blank.label, "kind": blank.kind.value} if blank else None,
        "points": [plain(each.content) for each in second.points],
    }


def _table(table: Table) -> dict[str, object]:
    return {
        "head": [plain(each.title) for each in table.columns],
        "rows": [[plain(cell) for cell in each.cells] for each in table.rows],
    }


def template(document: Document) -> bytes:
    """The house shell with the loops, made once."""
    packed = docx_bytes(_placeholders(document))
    stream = BytesIO()
    with ZipFile(BytesIO(packed)) as old, ZipFile(stream, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, _with_loops(part.decode()) if name == "word/document.xml" else part)
    return stream.getvalue()


def _placeholders(document: Document) -> Document:
    clause = Clause(
        code="CODE",
        version="1",
        title=content("{{ clause.title }}"),
        anchor="ONE",
        body=(
            provision("{{ clause.first }}"),
            provision("{{ clause.second }}", ref("ONE"), "BLANK"),
            *(paragraph("{%p for each in clause.points %}"),),
            provision("POINTS", points=[point("{{ each }}")]),
            paragraph("{%p endfor %}"),
        ),
    )
    grid = table(
        [column(f"{{{{ table.head[{index}] }}}}") for index in range(6)],
        [
            row("{%tr for row in table.rows %}", *[""] * 5),
            row(*(f"{{{{ row[{index}] }}}}" for index in range(6))),
            row("{%tr endfor %}", *[""] * 5),
        ],
        alt="tabel",
    )
    blocks = (
        title(document.title),
        TableOfContents("Inhoud", 1),
        PageBreak(),
        paragraph("{%p for clause in clauses %}"),
        clause,
        paragraph("{%p endfor %}"),
        paragraph("{%p for each in definitions %}"),
        paragraph("{{ each.term }}: {{ each.text }}"),
        paragraph("{%p endfor %}"),
        SectionBreak(landscape=True),
        annex("Tabellen"),
        paragraph("{%p for table in tables %}"),
        grid,
        paragraph("{%p endfor %}"),
    )
    return Document(title=document.title, language="nl", properties=document.properties, blocks=blocks)


_BLANK = (
    '{% if clause.blank %}<w:sdt><w:sdtPr><w:alias w:val="{{ clause.blank.label }}"/>'
    '<w:tag w:val="field:{{ clause.blank.name }}"/><w:showingPlcHdr/>'
    '{% if clause.blank.kind == "date" %}<w:date><w:dateFormat w:val="d MMMM yyyy"/><w:lid w:val="nl-NL"/>'
    '<w:storeMappedDataAs w:val="dateTime"/><w:calendar w:val="gregorian"/></w:date>'
    '{% elif clause.blank.kind == "choice" %}<w:dropDownList><w:listItem w:displayText="EPD" w:value="EPD"/>'
    '<w:listItem w:displayText="PCF" w:value="PCF"/></w:dropDownList>{% endif %}</w:sdtPr><w:sdtContent>'
    '<w:r><w:rPr><w:rStyle w:val="OpenField"/></w:rPr><w:t>[{{ clause.blank.label }}]</w:t></w:r>'
    "</w:sdtContent></w:sdt>{% endif %}"
)


def _with_loops(xml: str) -> str:
    """The places that are not text: controls, bookmarks, references, blanks, and lines of the contents."""
    points = re.search(r"<w:p>(?:(?!</w:p>).)*POINTS.*?</w:p>", xml)
    assert points
    xml = xml.replace(points[0], "")
    xml = re.sub(r"<w:r><w:t[^>]*>BLANK</w:t></w:r>", lambda _: _BLANK, xml)
    xml = xml.replace('w:val="clause:CODE@1"', 'w:val="{{ clause.tag }}"')
    line = re.search(r"<w:p><w:pPr><w:pStyle w:val=\"TOC1\"/></w:pPr>.*?r_ONE.*?</w:p>", xml)
    assert line
    start, hyperlink = line[0].split("<w:hyperlink", 1)
    own = f"<w:hyperlink{hyperlink}".replace("r_ONE", "{{ clause.mark }}")
    own = own.replace(">1</w:t>", ">{{ clause.number }}</w:t>")
    opening = re.search(r'(<w:r><w:fldChar w:fldCharType="begin".*)', start)
    first = f'<w:p><w:pPr><w:pStyle w:val="TOC1"/></w:pPr>{opening[1] if opening else ""}</w:p>'
    loop = "<w:p><w:r><w:t>{{%p {} %}}</w:t></w:r></w:p>"
    plain_line = '<w:p><w:pPr><w:pStyle w:val="TOC1"/></w:pPr>' + own
    entries = loop.format("for clause in clauses") + plain_line + loop.format("endfor")
    xml = xml.replace(line[0], first + entries)
    xml = xml.replace("REF r_ONE", "REF {{ clause.other }}").replace(
        'w:name="r_ONE"', 'w:name="{{ clause.mark }}"'
    )
    reference = re.search(r'(<w:fldSimple w:instr=" REF .*?<w:t[^>]*>)1(</w:t>)', xml)
    assert reference
    xml = xml.replace(reference[0], f"{reference[1]}{{{{ clause.other_number }}}}{reference[2]}")
    xml = re.sub(r'(<w:bookmark(?:Start|End) w:id=")(\d+)("(?: w:name="_Toc\d+")?/>)', r"\g<1>90\2\3", xml)
    return re.sub(
        r'(<w:bookmark(?:Start|End) w:id=")\d+("(?: w:name="\{\{ clause.mark \}\}")?/>)',
        r"\g<1>{{ loop.index }}\g<2>",
        xml,
        count=2,
    )

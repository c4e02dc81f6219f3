"""Tables through python-docx."""

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Twips

from procurement.documents.model import Align, Table
from tests.procurement.documents.docx_oracle_xml import clean, element

ALIGNED = {Align.LEFT: None, Align.CENTRE: WD_ALIGN_PARAGRAPH.CENTER, Align.RIGHT: WD_ALIGN_PARAGRAPH.RIGHT}


def add_table(oracle, tree: Table, *, gap: bool) -> None:
    if tree.caption:
        _caption(oracle, tree)
    width = 14002 if oracle.landscape else 9070
    table = oracle.word.add_table(len(tree.rows) + 1, len(tree.columns), style="Tenderwijzer tabel")
    if oracle.parent is not oracle.word.element.body:
        oracle.parent.append(table._tbl)
    _properties(table, tree, width)
    widths = _widths(tree, width)
    for grid, share in zip(table._tbl.tblGrid, widths, strict=True):
        grid.set(qn("w:w"), str(share))
    for index, row in enumerate(table.rows):
        height = row._tr.get_or_add_trPr()
        element("w:cantSplit", height)
        if index == 0:
            element("w:tblHeader", height)
        for cell, share, content, column in zip(
            row.cells, widths, _contents(tree, index), tree.columns, strict=True
        ):
            emphasis = index > 0 and tree.rows[index - 1].emphasis
            cell.width = Twips(share)
            if emphasis:
                element("w:shd", cell._tc.get_or_add_tcPr(), val="clear", color="auto", fill="EAF0F2")
            paragraph = cell.paragraphs[0]
            paragraph.style = "Tabelkop" if index == 0 else "Tabeltotaal" if emphasis else "Tabeltekst"
            if tree.keep_together and index < len(tree.rows):
                paragraph.paragraph_format.keep_with_next = True
            paragraph.alignment = ALIGNED[column.align]
            oracle.inlines(paragraph, content)
    if gap:
        oracle.paragraph("Tussenruimte")


def _properties(table, tree: Table, width: int) -> None:
    properties = table._tbl.tblPr
    for child in list(properties)[1:]:
        properties.remove(child)
    element("w:tblW", properties, w=width, type="dxa")
    element("w:tblLayout", properties, type="fixed")
    looks = {"firstRow": 1, "lastRow": 0, "firstColumn": 0, "lastColumn": 0, "noHBand": 1, "noVBand": 1}
    element("w:tblLook", properties, val="0020", **looks)
    for tag, text in (
        ("w:tblCaption", tree.caption or tree.alt),
        ("w:tblDescription", tree.alt or tree.caption),
    ):
        element(tag, properties, val=clean(text).replace("\n", " ").replace("\t", " "))


def _caption(oracle, tree: Table) -> None:
    oracle.tables += 1
    paragraph = oracle.paragraph("Caption")
    if tree.anchor:
        start = element("w:bookmarkStart", paragraph._p, id=oracle.bookmarks, name=oracle.names[tree.anchor])
    paragraph.add_run("Tabel " if oracle.tree.language == "nl" else "Table ")
    oracle.simple_field(paragraph, " SEQ Table \\* ARABIC ", str(oracle.tables))
    if tree.anchor:
        element("w:bookmarkEnd", paragraph._p, id=start.get(qn("w:id")))
        oracle.bookmarks += 1
    paragraph.add_run(f"  {clean(tree.caption)}")


def _contents(tree: Table, index: int):
    return tree.rows[index - 1].cells if index else tuple(column.title for column in tree.columns)


def _widths(tree: Table, width: int) -> list[int]:
    shares = [column.width for column in tree.columns]
    widths = [width * share // sum(shares) for share in shares[:-1]]
    return [*widths, width - sum(widths)]

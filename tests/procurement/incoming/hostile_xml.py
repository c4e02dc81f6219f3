"""XML that is made to break a parser."""

from procurement.incoming import Code
from tests.procurement.incoming.hostile_documents import STRANGE, part
from tests.procurement.incoming.hostile_zips import Case
from tests.procurement.incoming.packages import docx, ods, odt

LAUGHS = '<!DOCTYPE a [<!ENTITY a "ha">{}]>'.format(
    "".join(
        f'<!ENTITY {name} "{f"&{before};" * 10}">'
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
)


def raw_sheet(text: str | bytes) -> bytes:
    return part("xl/worksheets/sheet1.xml", text)


XML: dict[str, Case] = {
    "billion laughs": ("a.xlsx", lambda: raw_sheet(f"{LAUGHS}<worksheet>&i;</worksheet>"), Code.DOCTYPE),
    "laughs in word": ("a.docx", lambda: docx(changes={"word/x.xml": f"{LAUGHS}<a>&i;</a>"}), Code.DOCTYPE),
    "laughs in ods": ("a.ods", lambda: ods("", {"styles.xml": f"{LAUGHS}<a>&i;</a>"}), Code.DOCTYPE),
    "laughs in relationships": (
        "a.xlsx",
        lambda: part("xl/_rels/x.rels", f"{LAUGHS}<a>&i;</a>"),
        Code.DOCTYPE,
    ),
    "quadratic": (
        "a.xlsx",
        lambda: raw_sheet(f'<!DOCTYPE a [<!ENTITY a "{"x" * 50_000}">]><a>{"&a;" * 50_000}</a>'),
        Code.DOCTYPE,
    ),
    "outside entity": (
        "a.docx",
        lambda: docx(
            changes={"word/x.xml": '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'}
        ),
        Code.DOCTYPE,
    ),
    "parameter entity": (
        "a.xlsx",
        lambda: raw_sheet(f'<!DOCTYPE a [<!ENTITY % b SYSTEM "{STRANGE}"> %b;]><a/>'),
        Code.DOCTYPE,
    ),
    "bare doctype": ("a.odt", lambda: odt("", {"styles.xml": "<!DOCTYPE a><a/>"}), Code.DOCTYPE),
    "doctype in UTF-16": ("a.xlsx", lambda: raw_sheet("<!DOCTYPE a><a/>".encode("utf-16")), Code.DOCTYPE),
    "doctype in a picture": ("a.xlsx", lambda: part("xl/media/x.png", "<!DOCTYPE a><a/>"), Code.DOCTYPE),
    "undefined entity": ("a.xlsx", lambda: raw_sheet("<a>&b;</a>"), Code.BROKEN_XML),
    "UTF-7": ("a.xlsx", lambda: raw_sheet('<?xml version="1.0" encoding="UTF-7"?><a/>'), Code.ENCODING),
    "zip as encoding": (
        "a.xlsx",
        lambda: raw_sheet('<?xml version="1.0" encoding="zlib"?><a/>'),
        Code.ENCODING,
    ),
    "EBCDIC": ("a.xlsx", lambda: raw_sheet('<?xml version="1.0"?><a/>'.encode("cp500")), Code.BROKEN_XML),
    "not closed": ("a.xlsx", lambda: raw_sheet("<worksheet>"), Code.BROKEN_XML),
    "two roots": ("a.xlsx", lambda: raw_sheet("<a/><b/>"), Code.BROKEN_XML),
    "NUL in XML": ("a.xlsx", lambda: raw_sheet("<a>\0</a>"), Code.BROKEN_XML),
    "attribute twice": ("a.xlsx", lambda: raw_sheet('<a b="1" b="2"/>'), Code.BROKEN_XML),
    "half a character": ("a.xlsx", lambda: raw_sheet(b"<a>\xe2\x82</a>"), Code.BROKEN_XML),
    "no text at all": ("a.xlsx", lambda: raw_sheet(b"\xff\xfe\x00"), Code.BROKEN_XML),
    "deep": ("a.docx", lambda: docx("<w:sdt>" * 100_000 + "</w:sdt>" * 100_000), Code.XML_TOO_DEEP),
    "many elements": ("a.docx", lambda: docx("<w:p/><w:r/>" * 600_000), Code.XML_TOO_LARGE),
    "long tag": ("a.xlsx", lambda: raw_sheet(f'<a b="{"0123456789" * 1_500_000}"/>'), Code.XML_TOO_LARGE),
    "long comment": (
        "a.xlsx",
        lambda: raw_sheet(f"<a><!--{'0123456789' * 1_500_000}--></a>"),
        Code.XML_TOO_LARGE,
    ),
    "many attributes": (
        "a.xlsx",
        lambda: raw_sheet("<a " + " ".join(f'b{number}=""' for number in range(120_000)) + "/>"),
        Code.XML_TOO_LARGE,
    ),
    "style sheet": (
        "a.xlsx",
        lambda: raw_sheet(f'<?xml-stylesheet href="{STRANGE}"?><a/>'),
        Code.OUTSIDE_SOURCE,
    ),
}

NAMESPACES: dict[str, Case] = {
    "long namespace": (
        "a.xlsx",
        lambda: raw_sheet(f'<a xmlns:x="{"0123456789" * 40_000}">{"<x:z/>" * 200_000}</a>'),
        Code.XML_TOO_LARGE,
    ),
    "long namespace of all": (
        "a.xlsx",
        lambda: raw_sheet(f'<a xmlns="{"0123456789" * 10_000}">{"<b/>" * 20_000}</a>'),
        Code.XML_TOO_LARGE,
    ),
    "many namespaces": (
        "a.xlsx",
        lambda: raw_sheet(
            "<a>"
            + "".join(f'<a xmlns:p{at}="u" xmlns:q{at}="v" xmlns:r{at}="w"/>' for at in range(250_000))
            + "</a>"
        ),
        Code.XML_TOO_LARGE,
    ),
}

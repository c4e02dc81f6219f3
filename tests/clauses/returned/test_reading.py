"""Files that are no contract of ours, or may do harm: a clear sentence in both languages, nothing else."""

import subprocess
import sys
from io import BytesIO
from zipfile import ZipFile

import pytest

from clauses.returned import Unusable, read_returned
from procurement.incoming import STANDARD, Limits
from tests.clauses.returned.contract import W, edited, form, issued, run, xml
from tests.procurement.incoming.packages import docx, xlsx


def refused(content: bytes, name: str, limits: Limits = STANDARD) -> tuple[str, str]:
    with pytest.raises(Unusable) as caught:
        read_returned(content, name, limits)
    return caught.value.message.nl, caught.value.message.en


OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

CASES = {
    "an empty file": (b"", "contract.docx", "leeg", "empty"),
    "no ending": (b"x", "contract", "Word-bestand", "Word file"),
    "another text": (docx(), "contract.docx", "geen contract uit dit programma", "not a contract from this"),
    "a workbook": (xlsx(""), "contract.xlsx", "Word-bestand", "Word file"),
    "a PDF": (b"%PDF-1.7 x", "contract.pdf", "Vraag om het Word-bestand", "Ask for the Word file"),
    "OpenDocument": (b"PK", "A.ODT", "kies ‘Opslaan als’ en dan Word", "choose ‘Save as’ and then Word"),
    "a scan": (b"x", "scan.jpeg", "foto of scan", "photo or scan"),
    "anything else": (b"PK", "contract.zip", "Dit soort bestand", "This kind of file"),
    "a PDF under another name": (b"%PDF-1.7 x", "contract.docx", "hoort niet bij de naam", "does not belong"),
    "an old Word file": (OLD + b"x" * 600, "contract.docx", "voor 2007", "before 2007"),
    "a .doc": (OLD, "contract.doc", "Word-document (.docx)", "Word Document (.docx)"),
    "a password": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        "contract.docx", "wachtwoord", "password",
    ),
    "with macros": (issued(), "contract.docm", "macro", "macros"),
    "cut off": (issued()[:-400], "contract.docx", "beschadigd", "damaged"),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_a_file_that_cannot_be_compared(name: str) -> None:
    content, file_name, dutch, english = CASES[name]

    nl, en = refused(content, file_name)

    assert dutch in nl
    assert english in en


def test_a_contract_with_a_part_that_loads_from_outside_is_refused() -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"

    def link(root) -> None:
        root.append(
            root.makeelement(
                root[0].tag,
                {
                    "Id": "rId98",
                    "Type": kind,
                    "Target": "https://example.org/x.dotm",
                    "TargetMode": "External",
                },
            )
        )

    nl, _en = refused(edited(link, part="word/_rels/document.xml.rels"), "contract.docx")

    assert "van buiten" in nl


def test_a_contract_with_macros_inside_is_refused() -> None:
    nl, _en = refused(edited(None, added={"word/vbaProject.bin": b"x"}), "contract.docx")

    assert "macro" in nl


def test_too_many_paragraphs_are_refused() -> None:
    nl, _en = refused(issued(), "contract.docx", Limits(paragraphs=20))

    assert "20" in nl


def test_too_much_text_is_refused() -> None:
    assert "5 000" in refused(issued(), "contract.docx", Limits(characters=5_000))[0]


def test_too_many_changes_are_refused() -> None:
    def change(root) -> None:
        for number, place in enumerate(list(root.iter(f"{W}p"))):
            place.append(xml(f'<w:ins w:id="{number}" w:author="a{number}">{run("x")}</w:ins>'))

    assert "3" in refused(edited(change), "contract.docx", Limits(changes=3))[0]


def test_our_own_file_is_read_apart_with_its_identity() -> None:
    found = read_returned(issued(), "contract.docx")

    assert (found.contract, found.version, found.digest) == ("C-7", "1", "ab" * 32)
    assert {claim.code for claim in found.claims.values()} == {each.code for each in form().clauses}


def test_a_file_that_unpacks_to_very_much_costs_little() -> None:
    """Three million paragraphs in a small file: refused within the walls, by its size."""
    with ZipFile(BytesIO(issued())) as package:
        text = package.read("word/document.xml").decode()
    bomb = text.replace("</w:body>", "<w:p/>" * 3_000_000 + "</w:body>")
    code = (
        "import sys, resource\n"
        "from clauses.returned import read_returned, Unusable\n"
        "try:\n    read_returned(sys.stdin.buffer.read(), 'contract.docx')\n"
        "except Unusable as refused:\n    print(refused.message.nl)\n"
        "used = resource.getrusage(resource.RUSAGE_CHILDREN)\n"
        "print(used.ru_utime + used.ru_stime < 6, used.ru_maxrss < 300_000)\n"
    )

    content = edited(None, added={"word/document.xml": bomb.encode()})
    done = subprocess.run([sys.executable, "-c", code], input=content, capture_output=True, check=True)

    message, bounded = done.stdout.decode().splitlines()
    assert "uitgepakt" in message or "onderdelen" in message or "keer zo groot" in message
    assert bounded == "True True"

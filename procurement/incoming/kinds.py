"""The kinds of file that are taken in, known by their name and by their content: both must agree."""

from collections.abc import Collection
from enum import StrEnum

from procurement.incoming.codes import Code
from procurement.incoming.refusals import Refused


class Kind(StrEnum):
    XLSX = "xlsx"
    DOCX = "docx"
    DOTX = "dotx"
    ODS = "ods"
    ODT = "odt"
    CSV = "csv"


TABLES = (Kind.XLSX, Kind.ODS, Kind.CSV)
WORKBOOKS = (Kind.XLSX, Kind.ODS)
OPEN_DOCUMENT = {
    "application/vnd.oasis.opendocument.spreadsheet": Kind.ODS,
    "application/vnd.oasis.opendocument.text": Kind.ODT,
}
_OFFICE = "application/vnd.openxmlformats-officedocument."
OFFICE_OPEN = {
    f"{_OFFICE}spreadsheetml.sheet.main+xml": Kind.XLSX,
    f"{_OFFICE}wordprocessingml.document.main+xml": Kind.DOCX,
    f"{_OFFICE}wordprocessingml.template.main+xml": Kind.DOTX,
}

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # Office before 2007, and Office with a password
ZIP = b"PK\x03\x04"
_END_OF_ZIP = b"PK\x05\x06"
_OTHER_PROGRAMS = (
    COMPOUND,
    ZIP,
    _END_OF_ZIP,
    b"MZ",
    b"\x7fELF",
    b"%PDF",
    b"{\\rtf",
    b"\x1f\x8b",
    b"Rar!",
    b"7z\xbc\xaf",
)
_PASSWORD = "EncryptedPackage".encode("utf-16-le")  # how a compound file names what it encrypted


def kind_of(name: str) -> Kind:
    """By the ending of the file name. Raises `Refused`."""
    ending = name.rpartition(".")[2].lower()
    if ending in ("xlsm", "xltm", "xlam", "docm", "dotm"):
        raise Refused(Code.MACROS, name)
    if ending not in {kind.value for kind in Kind}:
        raise Refused(Code.UNKNOWN_TYPE, name, ", ".join(f".{kind}" for kind in Kind))
    return Kind(ending)


def refuse_other_table(name: str, kinds: Collection[Kind]) -> None:
    """A table of a kind that is not among these. Raises `Refused`; other files are left to the guard."""
    if name.rpartition(".")[2].lower() in set(TABLES) - set(kinds):
        raise Refused(Code.UNKNOWN_TYPE, name)


def naming(refused: Refused, kinds: Collection[Kind]) -> Refused:
    """The same, where it says what may be chosen instead: these kinds alone."""
    refusal = refused.refusal
    if refusal.code not in (Code.UNKNOWN_TYPE, Code.NOT_A_TABLE):
        return refused
    return Refused(refusal.code, refusal.place, ", ".join(f".{kind}" for kind in kinds))


def refuse_other_container(content: bytes, kind: Kind) -> None:
    """What the first bytes say must not speak against `kind`. Raises `Refused`."""
    if content.startswith(COMPOUND):
        raise Refused(Code.ENCRYPTED if _PASSWORD in content else Code.OLD_FORMAT)
    if kind is not Kind.CSV and not content.startswith(ZIP) and _END_OF_ZIP in content:
        raise Refused(Code.HIDDEN_DATA)
    is_foreign = is_other_file(content) if kind is Kind.CSV else not content.startswith(ZIP)
    if is_foreign:
        raise Refused(Code.WRONG_TYPE, most=f".{kind}")


def is_other_file(start: bytes) -> bool:
    """A document, program or archive of another kind, by its first bytes."""
    return start.startswith(_OTHER_PROGRAMS)

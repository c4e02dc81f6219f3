"""Files that are kept and handed out again, never read: known by their bytes, and guarded where they can be.

Office files and CSV go through the guard. A PDF or a picture is not parsed at all: its first and last bytes
are looked at, so that the name does not say something else than the bytes.
"""

from procurement.incoming.codes import Code
from procurement.incoming.kinds import Kind, kind_of
from procurement.incoming.limits import STANDARD, Limits, megabytes
from procurement.incoming.reading import refuse_unsafe
from procurement.incoming.refusals import Refused

PDF, PNG, JPG = "pdf", "png", "jpg"
_GUARDED = (Kind.DOCX, Kind.XLSX, Kind.ODT, Kind.ODS, Kind.CSV)
KEPT = (PDF, PNG, JPG, *(kind.value for kind in _GUARDED))
_STARTS = {PDF: b"%PDF-", PNG: b"\x89PNG\r\n\x1a\n", JPG: b"\xff\xd8\xff"}
_ENDS = {PDF: b"%%EOF", PNG: b"IEND\xaeB`\x82", JPG: b"\xff\xd9"}
_END_OF_ZIP = b"PK\x05\x06"
_TAIL = 1024  # bytes: programs write a line end or a signature after the last mark
_LONGEST_ZIP_TAIL = 22 + 65_535  # bytes: the end of a ZIP with the longest remark


def refuse_unfit(content: bytes, name: str, limits: Limits = STANDARD) -> str:
    """The ending that belongs to these bytes, one of `KEPT`. Raises `Refused`."""
    if not content:
        raise Refused(Code.EMPTY)
    if len(content) > limits.file_bytes:
        raise Refused(Code.FILE_TOO_LARGE, most=megabytes(limits.file_bytes))
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    ending = JPG if ending == "jpeg" else ending
    if ending in _STARTS:
        _refuse_other(content, ending)
        return ending
    return _guarded(content, name, limits)


def _refuse_other(content: bytes, ending: str) -> None:
    if not content.startswith(_STARTS[ending]) or _ENDS[ending] not in content[-_TAIL:]:
        raise Refused(Code.WRONG_TYPE, most=f".{ending}")
    if _END_OF_ZIP in content[-_LONGEST_ZIP_TAIL:]:
        raise Refused(Code.HIDDEN_DATA)


def _guarded(content: bytes, name: str, limits: Limits) -> str:
    kind = kind_of(name) if "." in name else None
    if kind not in _GUARDED:
        raise Refused(Code.UNKNOWN_TYPE, name, ", ".join(f".{each}" for each in KEPT))
    refuse_unsafe(content, name, limits)
    return kind.value

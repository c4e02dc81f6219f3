"""Parts of a file by their name and their first bytes: macros, programs and files inside a file."""

from procurement.incoming.codes import Code
from procurement.incoming.kinds import is_other_file
from procurement.incoming.refusals import Refused

_FOLDERS = {
    "basic": Code.MACROS,
    "scripts": Code.MACROS,
    "dialogs": Code.MACROS,
    "macrosheets": Code.MACROS,
    "dialogsheets": Code.MACROS,
    "customui": Code.MACROS,
    "activex": Code.ACTIVE_CONTROL,
    "webextensions": Code.ACTIVE_CONTROL,
    "embeddings": Code.EMBEDDED_FILE,
    "externallinks": Code.DATA_CONNECTION,
    "querytables": Code.DATA_CONNECTION,
}
_NAMES = {
    "vbaproject.bin": Code.MACROS,
    "vbadata.xml": Code.MACROS,
    "connections.xml": Code.DATA_CONNECTION,
    "xmlmaps.xml": Code.DATA_CONNECTION,
}
XML_ENDINGS = (".xml", ".rels", ".vml", ".rdf", ".svg")
_PICTURES = (
    ".png",
    ".jpg",
    ".jpeg",
    ".jfif",
    ".gif",
    ".bmp",
    ".tif",
    ".tiff",
    ".emf",
    ".wmf",
    ".ico",
    ".webp",
)
_FONTS = (".ttf", ".otf", ".odttf", ".fntdata")
_OTHER_NAMES = ("mimetype", "layout-cache")


def refuse_active_part(name: str) -> None:
    """By its name. Raises `Refused` for what starts or fetches something, or is a file of its own."""
    *folders, last = name.lower().split("/")
    for folder in folders:
        if folder in _FOLDERS:
            raise Refused(_FOLDERS[folder], name)
    if last in _NAMES:
        raise Refused(_NAMES[last], name)
    is_printer = last.startswith("printersettings") and last.endswith(".bin")
    if not (
        last == "" or last.endswith((*XML_ENDINGS, *_PICTURES, *_FONTS)) or last in _OTHER_NAMES or is_printer
    ):
        raise Refused(Code.EMBEDDED_FILE, name)


def refuse_other_file(name: str, start: bytes) -> None:
    """By its first bytes, whatever it is called."""
    if is_other_file(start):
        raise Refused(Code.EMBEDDED_FILE, name)


def is_xml(name: str, start: bytes) -> bool:
    """By its name or by its first bytes, so that a part is not skipped under another name."""
    bare = start.lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n")
    return name.lower().endswith(XML_ENDINGS) or bare.startswith(b"<")

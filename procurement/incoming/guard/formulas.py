"""Formulas and fields that fetch or start something when a file is opened. None is ever calculated here."""

import re

from procurement.incoming.guard.links import is_safe_link

_TEXTS = re.compile(r'"(?:[^"]|"")*"')
_QUOTED = re.compile(r"'(?:[^']|'')*'")
_FETCHING = re.compile(
    r"(?<![A-Z0-9_.])(?:_XLFN\.)?(?:WEBSERVICE|RTD|CALL|REGISTER(?:\.ID)?|EXEC|DDE|IMAGE|SQL\.REQUEST)\s*\(",
    re.I,
)
_OTHER_WORKBOOK = re.compile(r"\[[^\[\]]*\]\w+!")  # [Book.xlsx]Sheet1!A1
_OTHER_FILE = re.compile(r"'(?:file|https?|ftp):", re.I)
LONGEST_FORMULA = 8_192  # characters, as in Excel
LONGEST_OPEN_FORMULA = 3 * LONGEST_FORMULA  # the same formula in OpenDocument: A1 is [.A1] there

_LINK_FIELD = re.compile(r'\s*HYPERLINK\s+"?([^"\s]*)', re.I)
_LAWFUL_FIELDS = re.compile(
    r"\s*(?:$|=|(?:"
    r"PAGE|NUMPAGES|SECTION|SECTIONPAGES|TOC|TC|REF|PAGEREF|NOTEREF|SEQ|STYLEREF|"
    r"HYPERLINK|DATE|TIME|CREATEDATE|SAVEDATE|PRINTDATE|EDITTIME|AUTHOR|LASTSAVEDBY|"
    r"TITLE|SUBJECT|KEYWORDS|COMMENTS|FILENAME|DOCPROPERTY|NUMWORDS|NUMCHARS|REVNUM|"
    r"USERNAME|USERINITIALS|FILLIN|FORMTEXT|FORMCHECKBOX|FORMDROPDOWN|SYMBOL|IF|MERGEFIELD|XE|"
    r"INDEX|TA|TOA|LISTNUM|AUTONUM|AUTONUMLGL|AUTONUMOUT|CITATION|BIBLIOGRAPHY|ADVANCE|"
    r"EQ|PRIVATE|DOCVARIABLE|BARCODE"
    r")(?!\S))",
    re.I,
)


def fetches_in_excel(formula: str) -> bool:
    """Also the bare pipe with which Excel talks to another program: `cmd|'/c calc'!A0`."""
    if len(formula) > LONGEST_FORMULA:
        return True
    return "|" in _QUOTED.sub("", _TEXTS.sub("", formula)) or fetches_in_calc(formula)


def fetches_in_calc(formula: str) -> bool:
    """The pipe is only the end of a row of a matrix here. A formula that is too long is not looked at."""
    if len(formula) > LONGEST_OPEN_FORMULA:
        return True
    bare = _TEXTS.sub("", formula)
    names_workbook = any("[" in quoted for quoted in _QUOTED.findall(bare)) or _OTHER_WORKBOOK.search(bare)
    return bool(names_workbook or _FETCHING.search(bare) or _OTHER_FILE.search(bare))


def is_lawful_field(instruction: str) -> bool:
    """A Word field by its first word; `=` calculates within the document. Nothing else is let through."""
    link = _LINK_FIELD.match(instruction)
    return bool(_LAWFUL_FIELDS.match(instruction)) and (link is None or is_safe_link(link[1]))

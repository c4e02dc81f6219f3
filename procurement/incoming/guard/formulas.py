"""Formulas and fields that fetch or start something when a file is opened. None is ever calculated here."""

import re

from procurement.incoming.guard.links import is_safe_link

_WORDS = ["call", "dde", "exec", "image", "register", "register.id", "rtd", "sql.request", "webservice"]
_FETCHING = {
    word: re.compile(
        re.escape(word) + rf"(?:(?<![a-z0-9_.]{re.escape(word)})|(?<=_xlfn\.{re.escape(word)}))\s*\("
    )
    for word in _WORDS
}
"""One pattern a word, which begins with the word itself: a search then skips at once to where it stands."""
_OTHER_WORKBOOK = re.compile(r"\[[^\[\]]*\]\w+!")  # [Book.xlsx]Sheet1!A1
_OTHER_FILE = ("'file:", "'http:", "'https:", "'ftp:")
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
    if "|" in formula and "|" in _parted(_parted(formula, '"')[0], "'")[0]:
        return True
    return fetches_in_calc(formula)


def fetches_in_calc(formula: str) -> bool:
    """The pipe is only the end of a row of a matrix here. A formula that is too long is not looked at."""
    if len(formula) > LONGEST_OPEN_FORMULA:
        return True
    bare = _parted(formula, '"')[0].casefold()
    return (
        "[" in _parted(bare, "'")[1]
        or ("!" in bare and _OTHER_WORKBOOK.search(bare) is not None)
        or any(word in bare and pattern.search(bare) for word, pattern in _FETCHING.items())
        or any(start in bare for start in _OTHER_FILE)
    )


def _parted(text: str, sign: str) -> tuple[str, str]:
    """What stands outside and what stands between pairs of this quotation mark; a doubled one within a pair
    ends it and begins the next. From one that is never closed on, everything is outside."""
    pieces = text.split(sign)
    unclosed = sign + pieces.pop() if len(pieces) % 2 == 0 else ""
    return "".join(pieces[::2]) + unclosed, "".join(pieces[1::2])


def is_lawful_field(instruction: str) -> bool:
    """A Word field by its first word; `=` calculates within the document. Nothing else is let through."""
    link = _LINK_FIELD.match(instruction)
    return bool(_LAWFUL_FIELDS.match(instruction)) and (link is None or is_safe_link(link[1]))

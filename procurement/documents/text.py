"""The one rule for text that people typed, on its way into an XML part.

- `\\r\\n` and `\\r` become `\\n`;
- characters that XML 1.0 cannot carry (control characters except tab and newline, lone surrogates,
  U+FFFE and U+FFFF), the C1 controls and the bidirectional controls are left out: they show nothing,
  and the last can make a text read differently from what it says;
- `&`, `<` and `>` (and `"` in attributes) are escaped.

Nothing else changes: no Unicode normalisation, no trimming.
"""

import re

from procurement.direction_controls import DIRECTION_CONTROLS

_LEFT_OUT = f"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f{DIRECTION_CONTROLS}\ud800-\udfff\ufffe\uffff"
_UNWANTED = re.compile(f"[{_LEFT_OUT}]")
_SPECIAL = re.compile(f"[&<>\r{_LEFT_OUT}]")
_WORDS = bytes(sorted({*range(0x20, 0x7F)} - {*b"&<>"}))
_MORE_THAN_WORDS = re.compile(f"[&<>\r\n\t{_LEFT_OUT}]")


def cleaned(text: str) -> str:
    """The text without the characters a document cannot or must not carry."""
    return _UNWANTED.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def escaped(text: str) -> str:
    """The text as content of an XML element; tabs and newlines stay as they are."""
    if _SPECIAL.search(text) is None:
        return text
    return cleaned(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def only_words(text: str) -> bool:
    """Whether the text can stand in any format as it is: nothing to escape, no tab and no newline.

    Asked in the quickest way there is: in ASCII nothing is left of it without the characters that may stand,
    and elsewhere what is left out is not printable either.
    """
    if text.isascii():
        return not text.encode().translate(None, _WORDS)
    if text.isprintable():
        return "&" not in text and "<" not in text and ">" not in text
    return _MORE_THAN_WORDS.search(text) is None


def attribute(text: str) -> str:
    """The text as value of a double-quoted XML attribute, on one line."""
    if only_words(text) and '"' not in text:
        return text
    return escaped(text).replace('"', "&quot;").replace("\n", " ").replace("\t", " ")

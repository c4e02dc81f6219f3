"""Changes by chance to a workbook that went out: in its bytes, in its entries, in the XML of its parts."""

import re
import zipfile
from collections.abc import Callable
from io import BytesIO
from random import Random

from tests.procurement.incoming.packages import zipped

Mutation = Callable[[bytes, Random], bytes]

_TAG = re.compile(rb"<[^<>]+>")
_TEXT = re.compile(rb"(?<=>)[^<>]+(?=</(?:v|t|f)>)")
_ATTRIBUTE = re.compile(rb'[a-zA-Z]+="[^"]*"')
_ODD = (
    b"",
    b"NaN",
    b"1e400",
    b"-0",
    b"1_000",
    b"=1+1",
    b"&#8238;x",
    b"999999",
    b"#REF!",
    b"x" * 40_000,
    b"A1",
)
_TAGS = (
    b"<f>1+1</f>",
    b"<v>7</v>",
    b"<v/>",
    b"<c><v>1</v></c>",
    b"<row/>",
    b"<is><t>x</t></is>",
    b"<rPh/>",
    b"<!---->",
)
_SIGNS = (b'r="A1"', b'r="XFD1048576"', b't="e"', b't="b"', b't="str"', b't="s"', b's="999999"', b'r=""')


def bytes_changed(whole: bytes, chance: Random) -> bytes:
    """A few bytes in other values, taken out or put in."""
    content = bytearray(whole)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(content))
        how = chance.randrange(3)
        if how == 0:
            content[at] = chance.randrange(256)
        elif how == 1:
            del content[at : at + chance.randint(1, 40)]
        else:
            content[at:at] = chance.randbytes(chance.randint(1, 40))
    return bytes(content)


def entries_changed(whole: bytes, chance: Random) -> bytes:
    """An entry that is gone, cut, doubled, or has the content of another."""
    parts = parts_of(whole)
    name, other = chance.choice(list(parts)), chance.choice(list(parts))
    how = chance.randrange(4)
    if how == 0:
        del parts[name]
    elif how == 1:
        parts[name] = parts[name][: chance.randrange(len(parts[name]) + 1)]
    elif how == 2:
        parts[name], parts[other] = parts[other], parts[name]
    else:
        parts[f"xl/{chance.randrange(99)}.xml"] = parts[name]
    return zipped(parts)


def markup_changed(whole: bytes, chance: Random) -> bytes:
    """Values, tags and attributes of a sheet in other values; what results is mostly still XML."""
    parts = parts_of(whole)
    sheets = [name for name in parts if name.startswith("xl/worksheets/") or name == "xl/sharedStrings.xml"]
    name = chance.choice(sheets)
    for _ in range(chance.randint(1, 3)):
        pattern, odd = chance.choice(((_TEXT, _ODD), (_TEXT, _ODD), (_TAG, _TAGS), (_ATTRIBUTE, _SIGNS)))
        parts[name] = _one_replaced(parts[name], pattern, odd, chance)
    return zipped(parts)


def _one_replaced(text: bytes, pattern: re.Pattern[bytes], odd: tuple[bytes, ...], chance: Random) -> bytes:
    found = list(pattern.finditer(text))
    if not found:
        return text
    at, source = chance.choice(found), chance.choice(found)
    new = source[0] if chance.randrange(2) else chance.choice(odd)
    if pattern is _TAG and chance.randrange(2):
        new = at[0] + new
    return text[: at.start()] + new + text[at.end() :]


def parts_of(whole: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(whole)) as package:
        return {name: package.read(name) for name in package.namelist()}


MUTATIONS: dict[str, Mutation] = {
    "bytes": bytes_changed,
    "entries": entries_changed,
    "markup": markup_changed,
}

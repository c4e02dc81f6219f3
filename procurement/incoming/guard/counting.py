"""Counting the elements of a part without parsing it, which takes a twentieth of the time."""

from collections.abc import Iterable

SHORTEST = 4  # bytes of an element: <a/>


def has_more(blocks: Iterable[bytes], most: int) -> bool:
    """More than `most` elements for certain. Where there are two bytes to a character, or where `<` may begin
    something else than an element or its end, it is not certain.
    """
    count, before = 0, b""
    for number, block in enumerate(blocks):
        xml = before + block
        before = b"<" if xml.endswith(b"<") else b""
        xml = xml.removesuffix(b"<")
        if b"\0" in xml or b"<!" in xml or b"<?" in xml[0 if number else 5 :]:
            return False
        count += xml.count(b"<") - xml.count(b"</") - xml.count(b"<?")
        if count > most:
            return True
    return False

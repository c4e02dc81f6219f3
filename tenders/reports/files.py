"""The names of the files of a tender, as the documents themselves refer to them."""

import re

_UNSAFE = re.compile(r"[^A-Za-z0-9]+")


def file_name(reference: str, name: str) -> str:
    """The safe start of the reference, a hyphen, and which document it is."""
    return f"{safe(reference)}-{name}"


def safe(reference: str) -> str:
    """Letters, digits and hyphens alone: nothing typed can become a path. May be empty."""
    return _UNSAFE.sub("-", reference).strip("-")[:60]


def snapshot_name(lot: str) -> str:
    """`lot` is the code of the lot, which is its number."""
    return f"momentopname-perceel-{lot}.json"


def consensus_name(lot: str, *, with_names: bool = False) -> str:
    """The record of the consensus meeting of one lot."""
    return f"verslag-overleg-perceel-{lot}{'-met-namen' if with_names else ''}.docx"

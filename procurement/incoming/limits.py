"""How large, how deep and how far a file that somebody sends may be, and what reading it may cost."""

from dataclasses import dataclass

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Real figures, counted while unpacking; what a file says about itself is never believed.

    Sizes in bytes, times in seconds. `ratio` counts from `ratio_from` unpacked bytes on: short texts and
    lines of zeros in a picture compress that well by themselves.
    """

    file_bytes: int = 10 * MEGABYTE
    entries: int = 2_000
    entry_bytes: int = 20 * MEGABYTE
    total_bytes: int = 50 * MEGABYTE
    ratio: int = 200
    ratio_from: int = MEGABYTE

    xml_depth: int = 200
    xml_elements: int = 350_000  # 100,000 cells with a text each, and what stands around them

    sheets: int = 100
    rows: int = 20_000
    columns: int = 500
    cells: int = 100_000
    fields: int = 500_000  # in CSV, where the empty ones have to be read as well
    cell_characters: int = 32_767  # as many as Excel keeps
    characters: int = 5_000_000
    paragraphs: int = 20_000
    changes: int = 5_000  # tracked in a text, and comments on it

    memory_bytes: int = 256 * MEGABYTE
    cpu_seconds: int = 5
    wall_seconds: int = 30


STANDARD = Limits()


def megabytes(size: int) -> str:
    """For showing: "10 MB"; sizes below one are shown in kB."""
    return f"{size // MEGABYTE} MB" if size >= MEGABYTE else f"{size // 1024} kB"

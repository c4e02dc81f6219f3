"""A table that is wider than the screen can be scrolled with the keyboard, and says what it is."""

import re
from pathlib import Path

FRAME = re.compile(r'<div class="table-frame"[^%>]*(?:{%.*?%}[^%>]*)*>')


def test_every_frame_around_a_table_can_have_the_focus_and_has_a_name() -> None:
    folder = Path(__file__).parents[2] / "templates"
    pages = {path: path.read_text("utf-8") for path in folder.rglob("*.html")}

    frames = [(path.name, frame) for path, text in pages.items() for frame in FRAME.findall(text)]

    assert len(frames) > 50
    unreached = [found for found in frames if 'tabindex="0"' not in found[1]]
    assert (unreached, [found for found in frames if "aria-label" not in found[1]]) == ([], [])

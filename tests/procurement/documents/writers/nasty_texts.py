"""Texts that break careless writers."""

from hypothesis import strategies as st

NASTY = (
    "A & B <BV>",
    "</w:t></w:r>",
    "]]>",
    "&amp;&#65;",
    "\"quoted\" and 'single'",
    '=HYPERLINK("http://x","y")',
    "\x00\x0b\x1f\x7f\x85",
    "\ud800 alone",
    "\u202egnp.exe",
    "\ufffe\uffff",
    "👩‍👩‍👧 e\u0301",
    " lead\r\nnext\rlast\t\ttab \n",
    "",
)
TEXTS = st.sampled_from(NASTY) | st.text(st.characters(exclude_categories=()), max_size=30)
"""Any text Python can hold, lone surrogates too."""

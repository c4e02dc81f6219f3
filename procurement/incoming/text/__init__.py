"""The text of a Word file as its reader sees it, with what was changed by whom."""

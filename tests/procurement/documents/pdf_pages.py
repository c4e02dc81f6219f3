"""How many pages a PDF has."""

import re
from pathlib import Path


def pages(pdf: Path) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf.read_bytes()))

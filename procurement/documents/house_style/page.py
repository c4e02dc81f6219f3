"""Paper and margins, from the last section of the file."""

import re

from lxml import etree

from procurement.documents.house_style.names import w
from procurement.documents.house_style.value import Page, Problem
from procurement.language import Text

_LEAST_TEXT = 4536  # twentieths of a point: 8 cm
_SIDES = ("top", "right", "bottom", "left", "header", "footer")
_USUAL = {"header": 708, "footer": 708}
_NUMBER = re.compile(r"-?[0-9]{1,6}(\.[0-9]{1,6})?")  # what Word and LibreOffice write
_PAPER = (5000, 24000)  # twentieths of a point: from about 9 cm to 42 cm


def read_page(section: etree._Element | None) -> tuple[Page | None, tuple[Problem, ...]]:
    paper = None if section is None else section.find(w("pgSz"))
    margins = None if section is None else section.find(w("pgMar"))
    if paper is None or margins is None:
        return None, (_problem("De pagina-instelling ontbreekt.", "The page set-up is missing."),)
    try:
        short, long = sorted((_length(paper, "w"), _length(paper, "h")))
        sides = {side: abs(_length(margins, side, _USUAL.get(side))) for side in _SIDES}
        sides["left"] += _length(margins, "gutter", 0)
    except ValueError:
        wrong = ("Een maat van de pagina is geen getal.", "A measure of the page is not a number.")
        return None, (_problem(*wrong),)
    if not all(_PAPER[0] <= side <= _PAPER[1] for side in (short, long)):
        return None, (_problem("Het papier heeft een vreemde maat.", "The paper has an odd size."),)
    page = Page(width=short, height=long, **sides)
    too_high = page.height - page.top - page.bottom < _LEAST_TEXT
    if page.text_width < _LEAST_TEXT or too_high or page.width - page.top - page.bottom < _LEAST_TEXT // 2:
        return None, (
            _problem(
                "De marges laten te weinig ruimte voor tekst. Maak ze smaller.",
                "The margins leave too little room for text. Make them smaller.",
            ),
        )
    return page, ()


def _length(node: etree._Element, name: str, usual: int | None = None) -> int:
    """Raises `ValueError` for what is no number and is not left out."""
    found = node.get(w(name))
    if found is None and usual is not None:
        return usual
    if not _NUMBER.fullmatch(found or ""):
        raise ValueError(found)
    return int(float(found or ""))


def _problem(nl: str, en: str) -> Problem:
    return Problem("word/document.xml", Text(nl=nl, en=en))

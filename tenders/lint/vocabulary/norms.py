"""How a norm is written: "ISO 14067", "NEN-EN-ISO/IEC 17025:2018", "IEC 62623", "iso-norm 14001"."""

import re
from functools import lru_cache

from tenders.lint.vocabulary.buyer import about_the_buyer
from tenders.lint.vocabulary.equivalence import accepts_equivalents
from tenders.lint.vocabulary.negation import first_demanded
from tenders.lint.wordings import plain_lines

_BODY = (
    r"(?:(?i:ISO|IEC|NEN|NPR|NTA|ETSI|IEEE|ASTM|CENELEC|OHSAS|CISPR|ECMA|ANSI|MIL-STD|FIPS|NIST SP|NIST)|"
    r"EN|DIN|CEN|BS|VDE|PAS|TIA|SA)"
)
_WORD = r"(?i:[- ]?(?:norm|standaard|standard|normering))?"

NORM = re.compile(
    rf"(?<![\w-]){_BODY}(?:[-/ ]{_BODY}){{0,5}}+{_WORD}[-\s]?(?:TS|TR|PAS|SP)?[-\s]?"
    r"\d{2,6}(?: \d{3}(?!\d))?(?:[-.]\d+)*(?:[+/]\d{2,5})*(?::\d{4}(?:[+/]A?\d+)*)?"
    r"|(?<!\w)ITU-T [A-Z]\.\d+"
)
_SENSITIVITY = re.compile(
    r"gevoeligheid|iso-waarde|sensitivity|sluitertijd", re.IGNORECASE
)  # of film: ISO 6400
_ASKS = re.compile(
    r"\b(?:inschrijver|leverancier|aanbieder|gegadigde|bidder|supplier|contractor|dien(?:t|en)|"
    r"moet(?:en)?|eis\w*|ge[ei]+st|vereist|verlang\w*|vraagt|vragen|must|shall|requires?)\b",
    re.IGNORECASE,
)
_NORMS_IN_GENERAL = re.compile(
    r"\b(?:norm(?:en)?|standaard(?:en)?|\w{0,12}methoden?|\w{0,12}methodes|normering|verwijzing\w*|"
    r"standards?|methods?)\b|"
    r"\b(?:daarmee|daaraan|hiermee|hieraan) ",
    re.IGNORECASE,
)
_CAPITALS_ONLY = re.compile(r"^[^a-z]*$")
_DUTCH_AND = re.compile(r"^EN \d")


def demanded_norm(line: str) -> re.Match[str] | None:
    """The first norm that is asked; in a line of capitals "EN 300" is the word "en" and a number."""
    capitals = bool(_CAPITALS_ONLY.match(line))
    if _SENSITIVITY.search(line) or (about_the_buyer(line.lower()) and not _ASKS.search(line)):
        return None
    return first_demanded(NORM, line, lambda found: not (capitals and _DUTCH_AND.match(found[0])))


@lru_cache(maxsize=64)
def accepts_other_norms(text: str) -> bool:
    """A sentence of the passage that names no norm accepts equivalent ones in general.

    "Gelijkwaardige normen worden ook aanvaard" does; "of gelijkwaardig" behind another norm does not.
    """
    return any(
        accepts_equivalents(line) and _NORMS_IN_GENERAL.search(line) and not NORM.search(line)
        for line in plain_lines(text)
    )

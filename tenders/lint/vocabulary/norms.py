"""How a norm is written: "ISO 14067", "NEN-EN-ISO/IEC 17025:2018", "IEC 62623", "iso-norm 14001"."""

import re

from tenders.lint.vocabulary.negation import first_demanded

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
_SENSITIVITY = re.compile(r"gevoeligheid|iso-waarde|sensitivity", re.IGNORECASE)  # of film: ISO 6400
_CAPITALS_ONLY = re.compile(r"^[^a-z]*$")
_DUTCH_AND = re.compile(r"^EN \d")


def demanded_norm(line: str) -> re.Match[str] | None:
    """The first norm that is asked; in a line of capitals "EN 300" is the word "en" and a number."""
    capitals = bool(_CAPITALS_ONLY.match(line))
    if _SENSITIVITY.search(line):
        return None
    return first_demanded(NORM, line, lambda found: not (capitals and _DUTCH_AND.match(found[0])))

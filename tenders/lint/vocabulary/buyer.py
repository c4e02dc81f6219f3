"""Words for the buyer itself: its own offices, policy and reports are no demand on a firm."""

import re

from tenders.lint.vocabulary.patterns import any_of

_BUYER = any_of(
    r"opdrachtgevers?",
    r"aanbestedende dienst",
    r"gemeente",
    r"provincie",
    r"waterschap",
    r"ministerie",
    r"school",
    r"ons",
    r"onze",
    r"wij",
    r"contracting authority",
    r"buyer",
    r"our",
    r"we",
)
_FOLLOWS = re.compile(
    rf"(?:\W{{0,2}}(?:van|voor|binnen|bij|of))?(?:\W{{0,2}}(?:de|het|een|the))?\W{{0,2}}{_BUYER}\b"
)
_PRECEDES = re.compile(r"\b(?:onze|ons|our) $")
_DOES = re.compile(
    rf"\b{_BUYER} (?:\w+ ){{0,2}}(?:heeft|hebben|beschikt|beschikken|telt|gebruikt|werkt|hanteert|volgt|"
    rf"draait|is|zijn|has|have|is|uses)\b"
)


def of_the_buyer(match: re.Match[str]) -> bool:
    """What was found belongs to the buyer: "de bedrijfsvoering van de gemeente", "onze kantoren"."""
    line = match.string
    return bool(_FOLLOWS.match(line, match.end()) or _PRECEDES.search(line[: match.start()]))


def about_the_buyer(line: str) -> bool:
    """The buyer is the one that has or is something: "de gemeente heeft een kantoor in het centrum"."""
    return bool(_DOES.search(line))

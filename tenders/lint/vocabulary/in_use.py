"""What the buyer has in use already, which a text tells and does not ask."""

import re

_IN_PLACE = re.compile(
    r"(?:\b(?:bestaande|huidige|reeds aanwezige|aanwezige|current|existing) (?:\(?[\w-]+ ){0,4}\(?|"
    r"\b(?:gemeente|opdrachtgever|aanbestedende dienst|provincie|waterschap|wij|school|universiteit|"
    r"authority) "
    r"(?:(?:op dit moment|thans|momenteel|nu|al|reeds|currently|already|zelf|ook|daarnaast|deels) )*"
    r"(?:stelt|verstrekt|werkt|werken|gebruikt|gebruiken|beschikt|beschikken|heeft|hebben|draait|maakt "
    r"gebruik|uses|has|"
    r"is|zijn) "
    r"(?:[\w.,-]+ ){0,9}|"
    r"\b(?:gebruikt|werkt|heeft|draait|beschikt|hanteert) (?:de |het |onze |thans |nu )*(?:gemeente|"
    r"opdrachtgever|"
    r"aanbestedende dienst|provincie|waterschap|school|universiteit) (?:[\w.,-]+ ){0,6})$",
    re.IGNORECASE,
)
_JOINS = re.compile(
    r"\b(?:koppel\w*|integre\w*|geintegreerd|uitwissel\w*|aansluit\w*|migre\w*|migratie|overzetten|import\w*|"
    r"overgezet|samenwerk\w*|connects?|integrates?)\b",
    re.IGNORECASE,
)
_IN_USE = re.compile(
    r"\b(?:in gebruik|van de (?:gemeente|opdrachtgever|provincie|school)|van opdrachtgever|bestaande|huidige|"
    r"aanwezige|current|existing)\b",
    re.IGNORECASE,
)
_REACH = 120  # characters looked back for it
_THE_SAME = re.compile(
    r"\b(?:identiek|hetzelfde|dezelfde|gelijk aan|uitbreid\w*|alleen|uitsluitend|dient|dienen|"
    r"moet|moeten|must|"
    r"shall|only)\b",
    re.IGNORECASE,
)


def in_use_already(line: str, found: re.Match[str]) -> bool:
    """What the buyer has already is told, not asked: "de huidige Oracle-database van de gemeente"."""
    if _JOINS.search(line) and _IN_USE.search(line) and not _THE_SAME.search(line):
        return True
    return bool(
        _IN_PLACE.search(line[max(0, found.start() - _REACH) : found.start()])
    ) and not _THE_SAME.search(line)

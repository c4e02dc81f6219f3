"""What makes a green word measurable: a number with its unit, and the boundary or standard that goes with "
"it."""

import re

from tenders.lint.vocabulary.norms import NORM
from tenders.lint.vocabulary.patterns import words

_UNIT = (
    r"(?:%|procent|percent|massaprocent|gewichtsprocent|wt%|kg|kilogram|g|gram|ton|kiloton|kwh|wh|mwh|w|"
    r"watt|kw|"
    r"jaar|jaren|years?|maanden|uur|uren|cycli|laadcycli|cycles|dagen|liter|l|m3|db|db\(a\)|pue|punten|"
    r"euro|stuks|"
    r"mg|ppm|nits|lumen|g co2\w*|kg co2\w*|ton co2\w*)"
)
METRIC = re.compile(
    rf"\d+(?:[.,]\d+)* ?{_UNIT}(?!\w)|(?<!\w)(?:kg|g|gram|ton|kilogram) co2(?:-?eq?u?i?v?\w*)?(?!\w)|"
    r"(?<!\w)kwh (?:per|/) ?\w+|(?<!\w)(?:pue|wue) (?:van )?(?:hooguit |maximaal |ten hoogste )?\d|"
    r"energie(?:label|klasse|-efficientieklasse)(?: van)?(?: ten minste| minimaal)?(?: klasse)? [a-g]\b|"
    r"(?:score|index) (?:van )?(?:ten minste |minimaal |minstens )?\d",
    re.IGNORECASE,
)
_STANDARD = words(
    r"ghg[- ]protocol",
    r"lca",
    r"levenscyclusanalyse",
    r"life[- ]cycle assessment",
    r"pas ?20(?:50|60)",
    r"product environmental footprint",
    r"pef",
    r"epd",
    r"garanties? van oorsprong",
    r"gvo'?s?",
    r"guarantees? of origin",
    r"eu ecolabel",
    r"tco certified",
    r"epeat",
    r"blauer engel",
    r"energielabel [a-g]",
    r"stroometiket\w*",
)
_BOUNDARY = words(
    r"cradle[- ]to[- ](?:gate|grave)",
    r"van (?:grondstof|wieg|winning) tot \w+",
    r"scope [123]\w*",
    r"per (?:laptop|apparaat|product|stuk|jaar|levering|beeldscherm|server|kilometer|ton-?kilometer|"
    r"gebruiker|uur|"
    r"telefoon|werkplek|toestel|eenheid|rack|device|year|unit|zending|bestelling|maand|transactie)",
    r"(?:productie|transport|vervoer|gebruik|levering|gebruiksfase|productiefase|afvalfase|levenscyclus|"
    r"levensduur|"
    r"massa|gewicht|behuizing|kunststof(?:fen)?|materiaal|materialen|onderdelen|plastic|verpakking|stroom)",
)
_SCORE = re.compile(  # what an answer earns measures nothing of what is bought
    r"\(\d+ ?%\)|\b\d+ ?% van de (?:te behalen )?(?:punten|score)|\bscore van (?:een )?\d+|"
    r"\bcijfer (?:van een )?\d+|\b\d+ (?:van de \d+ )?(?:punten|pnt)"
)


def is_measured(line: str, claim: re.Match[str]) -> bool:
    """The line has a metric outside the claim's own percentage, with a boundary or a standard."""
    rest = _without(line, claim)
    metric = METRIC.search(rest)
    standard = NORM.search(line) or _STANDARD.search(line)
    return bool((metric and (standard or _BOUNDARY.search(rest))) or (standard and _BOUNDARY.search(rest)))


def has_metric(line: str, claim: re.Match[str]) -> bool:
    """For words such as "energiezuinig": a number with its unit, or a standard."""
    return bool(
        METRIC.search(_SCORE.sub(" ", _without(line, claim))) or NORM.search(line) or _STANDARD.search(line)
    )


def _without(line: str, claim: re.Match[str]) -> str:
    """Without the claim and the percentage before it: "100% klimaatneutraal" measures nothing."""
    before = re.sub(r"\d+ ?(?:%|procent)(?: \w+)? ?$", "", line[: claim.start()])
    return f"{before} {line[claim.end() :]}"

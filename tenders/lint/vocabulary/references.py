"""How a text asks for earlier contracts: the same ones, the whole contract, or from too long ago."""

import re
from decimal import Decimal

from tenders.lint.vocabulary.negation import first_demanded
from tenders.lint.vocabulary.patterns import gap, only_with, words

_ABOUT = words(
    r"\w*referenties?",
    r"referentie\w*",
    r"\w*opdracht(?:en)?",
    r"leveringen",
    r"levering",
    r"dienst(?:en|verlening)?",
    r"\w*project(?:en)?",
    r"werk(?:en)?",
    r"uitrol",
    r"ervaring",
    r"contracten",
    r"\w*overeenkomst(?:en)?",
    r"uitgevoerd",
    r"verricht",
    r"geleverd",
    r"contract",
    r"implementaties?",
    r"references?",
    r"contracts?",
    r"projects?",
    r"assignments?",
    r"deliver(?:y|ies)",
    r"experience",
)
_THINGS = (
    r"(?:\w*opdracht(?:en)?|levering(?:en)?|dienst(?:en|verlening)?|\w*project(?:en)?|werk(?:en)?|aard|"
    r"omvang|uitrol|"
    r"hoeveelheid|waarde|aantal(?:len)?|product(?:en)?|merk|type|apparatuur|laptops|beeldschermen|systeem|"
    r"software|"
    r"oplossing|contract(?:en)?|organisatie\w*|gemeente|omgeving|implementaties?|schaal|grootte|inwonertal|"
    r"doel|"
    r"referentie\w*|soort|contracts?|projects?|nature|size|scope|services?|goods|deliver(?:y|ies)|branche|"
    r"sector)"
)
SAME = words(
    r"identieke?",
    rf"(?:een)?zelfde {gap(2)}{_THINGS}",
    r"kopie van (?:de|deze) (?:opdracht|aanbesteding)",
    rf"(?:een op een|een-op-een|1-op-1|1 op 1) {gap(2)}(?:overeenkom\w+|gelijk|vergelijkbaar|overeenstem\w*)",
    rf"(?:precies|exact) (?:deze|dit) {gap(1)}{_THINGS}",
    rf"(?:precies |exact )?dezelfde {gap(2)}{_THINGS}",
    rf"(?:precies |exact )?hetzelfde {gap(2)}{_THINGS}",
    rf"(?:precies |exact |volledig )?gelijke {gap(2)}{_THINGS}",
    rf"(?:naar|qua|in) {gap(6, commas=True)}(?:exact |precies |volledig )?gelijk",
    rf"gelijk (?:is |zijn )?aan {gap(3)}{_THINGS}",
    rf"(?:precies|exact|volledig) {gap(1)}(?:overeenkom\w+|gelijk)",
    rf"(?:minstens|ten minste|tenminste|minimaal) even (?:groot|grote|omvangrijke?|veel|"
    rf"lang\w*) {gap(2)}(?:als)?",
    rf"(?:de )?(?:volledige|gehele|hele) {gap(1)}opdracht",
    rf"alle {gap(1)}(?:onderdelen|kerncompetenties) (?:van de opdracht )?{gap(3)}(?:in|binnen) (?:een|"
    rf"1) {gap(1)}\w+",
    rf"the same {gap(2)}{_THINGS}",
    r"identical",
)
_ALLOWED = re.compile(r" (?:\w+ )?(?:mag|mogen|kan|kunnen) ")  # "hetzelfde project mag voor beide"
_TIME_NOT_KIND = re.compile(
    r"dezelfde (?:periode|termijn|persoon|contactpersoon|referent|dag|wijze|manier)|hetzelfde jaar|"
    r"gelijke tred|"
    r"gelijke behandeling",
    re.IGNORECASE,
)
_WORDS = ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf")
_ENGLISH = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NUMBERS = {word: Decimal(number) for names in (_WORDS, _ENGLISH) for number, word in enumerate(names, 1)}
_BACK = re.compile(
    r"\b(?:afgelopen|laatste|voorafgaande|voorbije|vorige|past|last|preceding|ouder dan|niet ouder dan|"
    rf"sinds|binnen) {gap(2)}(?P<number>\d{{1,2}}|\w+) (?:\(\w+\) )?(?:volle |kalender|boek)?(?:jaar|jaren|"
    rf"years?)\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"\b(?P<number>\d{1,2}|\w+) (?:\(\w+\) )?(?:jaar|jaren|years?) "
    r"(?:voorafgaand\w*|voor (?:de|het) (?:datum|uiterste|sluiting|moment|indien)|terug|geleden|preceding|"
    r"before)\b",
    re.IGNORECASE,
)


@only_with(
    "identi",
    "op een",
    "op-een",
    "1-op-1",
    "1 op 1",
    "precies",
    "exact",
    "zelfde",
    "gelijk",
    "overeenkom",
    "even ",
    "opdracht",
    "alle",
    "the same",
    "kopie",
)
def same_contract(line: str) -> re.Match[str] | None:
    """Words that ask for an earlier contract like this one, instead of a comparable one."""
    if not _ABOUT.search(line) or _TIME_NOT_KIND.search(line):
        return None
    return first_demanded(SAME, line, lambda found: not _ALLOWED.match(line, found.end()))


def years_back(line: str) -> tuple[re.Match[str], Decimal] | None:
    """The years in which an earlier contract counts, where the sentence is about earlier contracts."""
    if not _ABOUT.search(line):
        return None
    for match in (*_BACK.finditer(line), *_BEFORE.finditer(line)):
        years = _years(match["number"])
        if years is not None:
            return match, years
    return None


def _years(words_or_figures: str) -> Decimal | None:
    if words_or_figures.isdecimal():
        return Decimal(words_or_figures)
    return _NUMBERS.get(words_or_figures.lower())

"""How a text asks for earlier contracts: the same ones, the whole contract, or from too long ago."""

import re
from datetime import date
from decimal import Decimal

from tenders.lint.vocabulary.negation import first_demanded
from tenders.lint.vocabulary.patterns import gap, words

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
    r"ge(?:implementeerd|migreerd|realiseerd|installeerd)",
    r"contract",
    r"implementaties?",
    r"references?",
    r"contracts?",
    r"projects?",
    r"assignments?",
    r"deliver(?:y|ies)",
    r"experience",
    r"referent(?:en)?",
    r"werkzaamheden",
    r"ervaren",
    r"kerncompetenties?",
    r"trajecten",
    r"traject",
    r"klanten",
    r"\w*migraties?",
)
_THINGS = (
    r"(?:\w*opdracht(?:en)?|levering(?:en)?|dienst(?:en|verlening)?|\w*project(?:en)?|werk(?:en)?|aard|"
    r"omvang|uitrol|"
    r"hoeveelheid|waarde|aantal(?:len)?|product(?:en)?|merk|type|apparatuur|laptops|beeldschermen|systeem|"
    r"software|"
    r"oplossing|contract(?:en)?|organisatie\w*|gemeente|omgeving|implementaties?|schaal|grootte|inwonertal|"
    r"doel|"
    r"referentie\w*|soort|werkzaamheden|applicaties?|branche|klant\w*|schaalgrootte|contracts?|projects?|"
    r"nature|size|scope|services?|goods|deliver(?:y|ies)|branche|"
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
    r"(?:volledig|geheel|exact|precies|een op een) overeen\w*",
    rf"(?:precies|exact) (?:deze|dit|die|de gevraagde) {gap(1)}\w+",
    rf"eerder {gap(1)}(?:precies |exact )?(?:deze|dit) {gap(1)}{_THINGS}",
    r"(?:dezelfde|hetzelfde|eenzelfde) (?!referentie|kerncompetent|persoon|periode|inschrijver|"
    r"onderneming|wijze|"
    r"manier|tijd|moment|eisen|eis|contactpersoon|lid|dag|jaar|mag|kan|bewijs|document|uea|procedure|"
    r"partij|derde|"
    r"voorwaard|termijn|opdrachtgever mag|recht|groep|concern|bestuur|is|zijn|als|aan)\w{3,}",
    r"(?:dezelfde|hetzelfde|gelijk) (?:is|zijn|als|aan)(?= |$)",
    r"(?:exacte|letterlijke|getrouwe) (?:kopie|afspiegeling|weergave)",
    rf"alle {gap(2)}(?:gevraagde|genoemde|onderhavige|beschreven|in {gap(3)}(?:genoemde|beschreven|"
    rf"vermelde)) "
    rf"{gap(2)}(?:werkzaamheden|onderdelen|diensten|producten|leveringen|kerncompetenties|"
    rf"functionaliteiten|modules|systemen|componenten|producten)",
    rf"alle {gap(1)}(?:onderdelen|kerncompetenties|werkzaamheden) {gap(4)}(?:een|1|dezelfde) "
    rf"{gap(1)}(?:referentie\w*|opdracht|project)",
    rf"(?:een|1) {gap(2)}(?:referentie\w*|opdracht|project) {gap(6)}alle {gap(2)}"
    r"(?:onderdelen|kerncompetenties|werkzaamheden|aspecten|percelen|elementen)",
    rf"(?:integraal|in zijn geheel|in haar geheel|volledige scope|gehele scope) {gap(2)}\w+",
    rf"(?:deze|onderhavige|dezelfde) {gap(1)}(?:opdracht|dienst\w*|levering|aanbesteding) {gap(3)}"
    r"(?:al eens|eerder|reeds)",
    rf"(?:op|in) (?:enig|een enkel|geen enkel|elk) {gap(1)}(?:punt|onderdeel|opzicht|aspect)\w* {gap(6)}"
    r"(?:verschil\w*|afwijk\w*|anders)",
    rf"(?:verschilt|afwijkt|verschillen|afwijken) {gap(4)}(?:onderhavige|deze|gevraagde) \w+",
    r"slechts (?:op onderdelen|gedeeltelijk|deels|ten dele)",
    r"(?:op|in) (?:alle|elk) (?:onderdelen|punten|opzichten|aspecten|onderdeel|punt|opzicht) "
    r"(?:overeen\w*|vergelijkbaar|gelijk\w*|hetzelfde)",
    rf"(?:1\d\d|[2-9]\d\d) ?(?:%|procent) van {gap(2)}(?:waarde|omvang|aantal\w*|hoeveelheid|geraamde \w+|"
    r"opdrachtwaarde|volume)",
    rf"(?:niet kleiner|niet lager|niet minder|groter|hoger) dan {gap(2)}(?:onderhavige|deze) "
    rf"{gap(1)}opdracht",
    rf"(?:exact|precies|volledig) {gap(1)}(?:vergelijkbaar|overeenkomstig)",
    rf"(?:evenveel|even (?:veel|grote?|omvangrijke?)) {gap(2)}\w+",
)
_ALLOWED = re.compile(r" (?:\w+ )?(?:mag|mogen|kan|kunnen) ")  # "hetzelfde project mag voor beide"
_TIME_NOT_KIND = re.compile(
    r"dezelfde (?:periode|termijn|persoon|contactpersoon|referent|dag|wijze|manier)|hetzelfde jaar|"
    r"gelijke tred|aantal (?:\w+ )?(?:referenties|kerncompetenties)|"
    r"gelijke behandeling",
    re.IGNORECASE,
)
_LIST = words(r"\w*referenties?", rf"(?:lijst|overzicht|opgave) {gap(3)}(?:leveringen|diensten|opdrachten)")
_WORDS = ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf")
_ENGLISH = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NUMBERS = {word: Decimal(number) for names in (_WORDS, _ENGLISH) for number, word in enumerate(names, 1)}
_UNIT = r"(?:volle |hele |kalender|boek)?(?P<unit>jaar|jaren|years?|maand|maanden|months?)"
_BACK = re.compile(
    r"\b(?:afgelopen|laatste|voorafgaande|voorbije|vorige|past|last|preceding|ouder dan|ouder zijn dan|"
    r"ouder is dan|older than|"
    rf"sinds|binnen) {gap(2)}(?P<number>\d{{1,3}}|\w+) (?:\(\w+\) )?{_UNIT}\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"\b(?P<number>\d{{1,3}}|\w+) (?:\(\w+\) )?{_UNIT} "
    r"(?:voorafgaand\w*|voor (?:de|het) (?:\w*datum|uiterste|sluiting\w*|moment|indien\w*|publicatie|"
    r"aanmelding|inschrijving)|terug|geleden|"
    r"oud|preceding|before|ago|old)\b",
    re.IGNORECASE,
)
_SINCE = re.compile(
    r"\b(?:sinds|vanaf|na|tussen|from|since|after|between|periode(?: van)?|jaren|dateert van|daterend "
    r"van) (?:(?:\d{1,2} )?[a-z]+ |"
    r"\d{1,2}[-/]\d{1,2}[-/])?(?P<year>20[012]\d|19\d\d)\b",
    re.IGNORECASE,
)
_DECADE = re.compile(r"\b(?:afgelopen|laatste|voorbije|past|last) (?:decennium|decade)\b", re.IGNORECASE)
_ANOTHER_TERM = words(
    r"veroordeel\w*",
    r"beroepsfout\w*",
    r"rechterlijke \w+",
    r"vonnis\w*",
    r"onherroepelijk\w*",
    r"updates?",
    r"ondersteuning",
    r"reserveonderdelen",
    r"accountant\w*",
    r"uitgesloten",
    r"uitsluiting\w*",
    r"failli\w*",
    r"strafba\w*",
    r"fraude",
    r"(?:belasting|premie)\w*",
    r"wanprestatie",
    r"\w*garantie\w*",
    r"\w*looptijd",
    r"bewaar\w*",
    r"(?:initiele|maximale) \w+",
    r"verleng\w*",
    r"omzet\w*",
    r"jaarrekening\w*",
)
_WORKS = words(r"(?:bij|voor) werken", r"werken (?:\([^)]{0,60}\) )?(?:mogen|geldt|zijn)")
MOST_FOR_WORKS = Decimal(5)  # years, art. 2.93 lid 1 onder a Aw
_COMPETITION = re.compile(r"mededinging|te weinig (?:inschrijvers|aanbieders)|competition", re.IGNORECASE)


def same_contract(line: str) -> re.Match[str] | None:
    """Words that ask for an earlier contract like this one, instead of a comparable one."""
    if not _ABOUT.search(line) or _TIME_NOT_KIND.search(line):
        return None
    return first_demanded(SAME, line, lambda found: not _ALLOWED.match(line, found.end()))


def names_a_list(line: str) -> bool:
    """A list of deliveries or a reference, as the proof of ability is (art. 2.93 lid 1 onder b Aw)."""
    return bool(_LIST.search(line.lower()))


def years_back(line: str, on: date) -> tuple[re.Match[str], Decimal] | None:
    """The years, counted back from `on`, in which an earlier contract counts.

    A text that says that the longer period serves competition has the reason that art. 2.93 lid 3 Aw asks.
    """
    if not _ABOUT.search(line) or _ANOTHER_TERM.search(line) or _COMPETITION.search(line):
        return None
    spans = [(match, _years(match)) for match in (*_BACK.finditer(line), *_BEFORE.finditer(line))]
    spans += [(match, Decimal(on.year - int(match["year"]))) for match in _SINCE.finditer(line)]
    spans += [(match, Decimal(10)) for match in _DECADE.finditer(line)]
    if _WORKS.search(line):  # five years for works, three for the rest, each in its own half of a sentence
        spans = [(match, years) for match, years in spans if years is None or years > MOST_FOR_WORKS]
    known = [(match, years) for match, years in spans if years is not None]
    return max(known, key=lambda span: span[1], default=None)


def _years(match: re.Match[str]) -> Decimal | None:
    number = match["number"].lower()
    count = Decimal(number) if number.isdecimal() else _NUMBERS.get(number)
    in_months = match["unit"].lower().startswith(("maand", "month"))
    return count / 12 if count and in_months else count

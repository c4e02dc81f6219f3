"""Clauses by which a contract may change: what makes them clear, and what leaves them open."""

import re

from tenders.lint.vocabulary.negation import is_negated
from tenders.lint.vocabulary.patterns import gap, only_with, words

_MONEY = r"(?:\w*prij[sz]\w*|\w*tarie(?:f|ven)|\w*vergoeding(?:en)?|\w*kosten|prices?|rates?|fees?)"
_MOVES = (
    r"(?:aan te passen|aanpass\w*|aangepast|past \w+ aan|herzien\w*|herziening|wijzig\w*|gewijzigd|verho\w*|"
    r"bijstel\w*|bijgesteld|bij te stellen|doorbereken\w*|doorbelast\w*|door te belasten|mee te laten "
    r"stijgen|doorberekend|door te berekenen|geindexeerd|"
    r"indexe\w*|aanscherp\w*|aangescherpt|aan te scherpen|"
    r"stijgen|meegroeien|adjust\w*|revis\w*|chang\w*|increas\w*|indexed)"
)
_TARGETS = r"(?:kpi(?:'?s)?|prestatie-?indicator(?:en)?|service ?levels?|sla(?:'?s)?|norm(?:en)?waarden)"
_TERM = (
    r"(?:omvang|hoeveelhe(?:id|den)|aantallen|volumes?|afname|dienstverlening|overeenkomst|"
    r"raamovereenkomst|contract|opdracht|"
    r"looptijd|termijn|agreement|framework)"
)
_CHANGE = words(
    rf"{_MONEY} {gap(8, commas=True)}{_MOVES}",
    rf"{_MOVES} {gap(5)}{_MONEY}",
    rf"{_TARGETS} {gap(8, commas=True)}{_MOVES}",
    rf"{_MOVES} {gap(4)}{_TARGETS}",
    rf"{_TERM} {gap(8, commas=True)}(?:verleng\w*|te verlengen|uitbreid\w*|uitgebreid|uit te breiden|"
    rf"extend\w*)",
    rf"(?:hoeveelhe(?:id|den)|aantallen|volumes?|afname) {gap(6)}(?:verhog\w*|verhoogd|verminder\w*|aan "
    rf"te passen|"
    rf"aanpassen|aangepast|wijzig\w*|gewijzigd)",
    rf"(?:verleng\w*|uitbreid\w*|uit te breiden|extend\w*) {gap(4)}{_TERM}",
    r"(?:prijs)?indexering\w*",
    r"geindexeerd",
    r"prijsherziening\w*",
    r"prijsaanpassing\w*",
    r"(?:verlengings|uitbreidings)?opties?",
    r"verlengingsmogelijkhe\w+",
    r"herzieningsclausules?",
    r"meerwerk",
    rf"(?:aanvullende|extra|andere|nieuwe|overige) {gap(3)}(?:diensten|producten|leveringen|"
    rf"werkzaamheden) {gap(5)}"
    r"(?:afnemen|toevoegen|toegevoegd|afgenomen|bestellen|opdragen|worden opgedragen|af te nemen|"
    r"toe te voegen)",
    r"options?(?= to)",
    rf"stilzwijgend\w* {gap(3)}(?:door\w*|voort\w*|verleng\w*|vernieuw\w*|loopt|gecontinueerd)",
    rf"(?:loopt|duurt|verlengd|voortgezet|gecontinueerd|vernieuwd) {gap(4)}stilzwijgend\w*",
    r"automatisch (?:verlengd|voortgezet|vernieuwd)",
    rf"eenzijdig {gap(3)}(?:te )?(?:wijzig\w*|aanpass\w*|aan te passen)",
)
_OPEN = words(
    r"nader (?:te bepalen|overeen te komen|te bepalen en|af te spreken|in te vullen|vast te stellen|bepaald|"
    r"overeengekomen|vastgesteld|worden \w+)",
    r"later (?:te bepalen|bepaald|afgesproken|vastgesteld|overeengekomen)",
    r"onbeperkt\w*",
    r"naar eigen (?:inzicht|goeddunken)",
    r"op (?:elk|ieder) (?:gewenst )?moment",
    r"te allen tijde",
    r"zonder (?:beperking|maximum|limiet|bovengrens)",
    r"(?:naar|in) redelijkheid (?:en billijkheid )?(?:te )?\w*",
    r"marktconform\w*",
    r"in (?:onderling |goed |gezamenlijk |nader )?overleg",
    r"naar behoefte",
    r"(?:van tijd tot tijd|from time to time)",
    r"een of meer (?:malen|keren|keer)",
    r"(?:zo vaak als|telkens wanneer|wanneer daartoe aanleiding|indien daartoe aanleiding) \w+",
    r"t\.?b\.?d\.?",
    r"to be (?:determined|agreed)",
    r"at any time",
)
_INDEX = words(
    r"cbs",
    r"cbs-\w+",
    r"\w*prijsindex\w*",
    r"\w*-?prijs-?indexcijfer\w*",
    r"indexcijfer\w*",
    r"cpi",
    r"cao-loon\w*",
    r"dpi",
    r"consumentenprijs\w*",
    r"consumer price index",
    r"eurostat",
)
_FIGURE = re.compile(
    r"\d+(?:[.,]\d+)? ?(?:%|procent|percent|euro|jaar|jaren|maand|maanden|keer|maal|stuks|laptops|weken|"
    r"years?|months?)"
    r"|€ ?\d|\b(?:een|twee|drie|vier|vijf|zes|twaalf|one|two|three|four|twice|once)\w* ?(?:keer|maal|jaar|"
    r"jaren|maand\w*|"
    r"procent|percent|times|periods? of|years?|months?|maal|malen)\b|\b(?:een|twee|drie)maal\b|"
    r"\b\d+ ?x\b|\beenmalig\w*\b",
    re.IGNORECASE,
)
_WHEN_CHANGING = words(
    r"voorwaarden? (?:staan|staat|zijn|voor)",
    r"als bedoeld in",
    rf"(?:zoals|volgens|overeenkomstig|conform) {gap(2)}(?:beschreven|genoemd|artikel|bijlage|"
    rf"herzieningsclausule)",
    r"artikel \d+\w*",
    r"bijlage \w+",
)
_GENERAL = words(
    rf"wijzigingen {gap(6)}(?:schriftelijk|alleen geldig|rechtsgeldig)",
    rf"(?:geeft|geven|noemt|vermeldt|levert) {gap(4)}(?:prijs|tarief|optie)\w*",
    rf"(?:prij[sz]en|prijs|tarieven) (?:is|zijn|blijven|blijft) {gap(3)}vast",
    r"(?:prices|rates) are fixed",
    r"optie (?:[a-h]|\d+)",
)


@only_with(
    "prij",
    "tarie",
    "vergoeding",
    "kosten",
    "price",
    "rate",
    "fee",
    "kpi",
    "indicator",
    "service",
    "sla",
    "norm",
    "overeenkomst",
    "contract",
    "opdracht",
    "looptijd",
    "omvang",
    "dienstverlening",
    "termijn",
    "agreement",
    "framework",
    "index",
    "optie",
    "option",
    "verleng",
    "herzien",
    "meerwerk",
    "diensten",
    "producten",
    "leveringen",
    "werkzaamheden",
)
def open_change(line: str) -> re.Match[str] | None:
    """A clause that lets the contract change without saying how far, in what and when."""
    change = _CHANGE.search(line)
    if not change or is_negated(line, change) or _GENERAL.search(line):
        return None
    if _RULED_OUT.search(line) or re.search(r"\bniet\b", change[0]):  # "de prijzen worden niet aangepast"
        return None
    vague = _OPEN.search(line)
    if vague:
        return vague
    if _INDEX.search(line) or _FIGURE.search(line) or _WHEN_CHANGING.search(line):
        return None
    return change


def says_nothing(text: str) -> re.Match[str] | None:
    """An answer such as "in overleg", that leaves scope, nature or conditions of a clause open."""
    return _OPEN.search(text) or _LOOSE.fullmatch(text.strip(" ."))


_RULED_OUT = re.compile(
    rf"\b(?:indexe\w*|verleng\w*|wijzig\w*|verhoging\w*|meerwerk|aanpassing\w*|herziening\w*|"
    rf"stilzwijgende \w+) "
    rf"{gap(6)}(?:uitgesloten|niet mogelijk|niet toegestaan|vindt niet plaats|niet voorzien)"
)
_LOOSE = re.compile(
    r"(?:in (?:goed )?overleg|naar behoefte|indien nodig|waar nodig|zo nodig|indien gewenst|n\.?v\.?t\.?|"
    r"divers\w*|"
    r"diverse \w+|op verzoek|als dat nodig is|nader|onbekend|alles|-+|\?+)",
    re.IGNORECASE,
)

"""Words about a firm as a whole, where the contract asks for words about what it delivers."""

import re

from tenders.lint.vocabulary.buyer import of_the_buyer
from tenders.lint.vocabulary.contract_link import NOT_FOR_THIS, beyond_this_contract, for_this_contract
from tenders.lint.vocabulary.estate import ESTATE, FIRM, GREENING
from tenders.lint.vocabulary.firm_wide import firm_wide
from tenders.lint.vocabulary.negation import first_demanded
from tenders.lint.vocabulary.patterns import any_of, gap, words
from tenders.lint.vocabulary.reports import of_the_buyers_reports
from tenders.lint.vocabulary.scored_firm import scored_firm

_POLICY = any_of(
    r"\w*beleid(?:s\w*)?",
    r"beleidsplan",
    r"visie",
    r"\w*strategie",
    r"missie",
    r"gedragscode",
    r"code of conduct",
    r"\w*doelstelling\w*",
    r"(?:klimaat|duurzaamheids|reductie|diversiteits|milieu)doel(?:en)?",
    r"ambities?",
    r"kernwaarden",
    r"\w*jaarverslag\w*",
    r"\w*verslag(?:legging|geving)",
    r"duurzaamheidsprogramma",
    r"klimaatplan",
    r"duurzaamheidsplan",
    r"mvo-\w+",
    r"mvo",
    r"\w*cultuur",
    r"polic(?:y|ies)",
    r"strategy",
    r"vision",
)
_HAS = (
    r"(?:heeft|hebben|hebt|hanteert|hanteren|voert|voeren|beschikt over|beschikken over|kent|publiceert|"
    r"publiceren|"
    r"stelt|has|have|applies|publishes|implementeert|onderschrijft|streeft)"
)
_RATINGS = words(
    r"ecovadis(?:-\w+)?",
    r"esg(?:-\w+)?",
    r"csrd(?:-\w+)?",
    r"cdp(?:-\w+)?",
    r"sustainalytics",
    r"msci",
    r"b[- ]?corp\w*",
    r"(?:un )?global compact",
    r"\w*-?convenant(?:en)? \w*(?:imvo|duurza\w*|verantwoord\w*)",
    r"imvo-?\w*",
    r"prestatieladder socialer? ondernemen",
    r"great place to work",
    r"race to zero",
    r"(?:re|ev)100",
    r"refinitiv",
    r"fair wear\w*",
    r"pso-?(?:ladder|trede|certifica\w+|\d\+?|keurmerk)",
    r"code sociale ondernemingen",
    r"charter diversiteit",
    r"science[- ]based targets?(?: initiative)?",
    r"sbti(?:-\w+)?",
    r"mvo[- ]prestatieladder",
    r"dow jones sustainability\w*",
    r"gri(?:-\w+)?",
    r"maatschappelijk verantwoord ondernemen",
    r"mvo-(?:beleid|verklaring|verslag|certificaat|keurmerk|score)",
)
_WHOLEFIRM = words(
    r"bedrijfsbeleid",
    r"ondernemingsbeleid",
    r"duurzaamheidsbeleid",
    r"milieubeleid",
    r"klimaatbeleid",
    r"mvo-beleid",
    r"diversiteitsbeleid",
    r"personeelsbeleid",
    r"inkoopbeleid van de \w+",
    r"bedrijfsvoering",
    r"(?:company|organi[sz]ation|firm)-wide",
    r"goede doelen",
    r"sponsoring",
    r"vrijwilligerswerk",
    r"woon-werk\w*",
    r"(?<!wij )als (?:bedrijf|onderneming|werkgever|concern)",
    r"(?:zijn|haar|uw|hun|eigen) (?:gedragscode|mvo-\w+|duurzaamheidsplan|klimaatplan|klimaatdoel\w*)",
    r"\w*jaarverslag(?:en)?",
    r"\w*benchmark",
    r"(?:sdg|mvo|csr|duurzaamheids)-?(?:ladder|index|monitor|scan)",
    r"code verantwoordelijk\w* \w+",
    rf"(?:duurzaamheid|mvo|diversiteit|inclusie|klimaat|milieu|integriteit|governance) {gap(6)}(?:in|binnen) "
    rf"{gap(1)}(?:uw|zijn|haar|hun|de|eigen) \w*(?:organisatie|onderneming|bedrijf)\w*",
    r"(?:milieu|klimaat|duurzaamheids|mvo|csr|diversiteits|mensenrechten|sdg)-?(?:beleids?\w+|verklaring|"
    r"statement|"
    r"code|visie|strategie|doelen|ambities|prestaties van de \w+)",
    r"duurzaamheids(?:jaar)?verslag(?:en)?",
    r"annual report",
    r"sustainability report",
    r"company policy",
    r"corporate (?:policy|social responsibility|sustainability)",
    r"(?:bedrijfs|organisatie|concern|onderneming)s?(?:breed|brede)",
    rf"(?:hele|gehele|totale|eigen|al zijn|al haar|al uw|al hun) {gap(1)}(?:vestigingen|kantoren|gebouwen|"
    rf"organisatie|onderneming|bedrijf|concern|bedrijfsvoering|"
    rf"wagenpark|kantoor"
    r"\w*|hoofdkantoor)",
    rf"(?:kantoor|hoofdkantoor|kantoorpand\w*|bedrijfspand\w*|wagenpark|leaseauto'?s|bedrijfsauto'?s|"
    rf"directie|raad van "
    rf"bestuur|zonnepanelen) {gap(5)}(?:van (?:de|uw|het|haar|zijn)(?! (?:stad|gemeente|provincie|wijk))|is|"
    rf"zijn|bestaat|rijdt|heeft)",
    rf"{FIRM} {gap(5)}{_HAS} {gap(7)}{_POLICY}",
    rf"{_HAS} {gap(2)}{FIRM} {gap(6)}{_POLICY}",
    rf"{_POLICY} {gap(2)}(?:van|of|binnen) {gap(3)}{FIRM}",
    rf"{FIRM} {gap(5)}(?:rapporteert|compenseert|doneert|sponsort|steunt) {gap(8)}(?:uitstoot|footprint|"
    rf"voetafdruk|"
    r"doel\w*|duurzaam\w*|emissie\w*|goede doelen|natuur\w*|verenigingen)",
    rf"(?:uitstoot|voetafdruk|footprint|co2-\w+|energieverbruik) van {gap(3)}{FIRM}(?= (?:als geheel|zelf|"
    rf"in|over|is|"
    r"daalt|per jaar|per medewerker|wordt)|[.,;]|$)",
    rf"{FIRM} {gap(2)}(?:is|zijn|staat|beschikt over) {gap(4)}gecertificeerd\w*",
    rf"{FIRM} {gap(2)}(?:beschikt over|heeft|is in het bezit van) {gap(3)}(?:certificaat|certificaten|"
    rf"certificering)"
    r"(?! iso)",
    rf"gecertificeerde? {FIRM}",
    rf"{FIRM} die {gap(2)}gecertificeerd (?:is|zijn)",
    rf"\w*(?:uitstoot|voetafdruk|footprint|energieverbruik|stroomverbruik|emissies) van "
    rf"(?:(?:de|het|uw|zijn|haar|een|hele|gehele|totale|eigen) ){{0,3}}{FIRM}",
    rf"(?:haar|zijn|uw|hun) (?:totale|hele|gehele|eigen) {gap(1)}\w*(?:uitstoot|voetafdruk|verbruik|"
    r"emissies)",
    rf"(?:houding|imago|reputatie) {gap(1)}van {gap(3)}{FIRM}",
    rf"{FIRM} {gap(5)}(?:bekend als|koploper|imago|reputatie|loopt voorop|lopen voorop)",
    rf"(?:sponsort|doneert|steunt) {gap(3)}{FIRM}",
    rf"{FIRM} is (?:\w+ )?(?:klimaatneutraal|duurzaam|groen|maatschappelijk betrokken|co2-neutraal)",
    rf"(?:medewerkers|werknemers|personeel) {gap(2)}van {gap(2)}{FIRM} {gap(6)}(?:ov-kaart|fiets\w*|"
    rf"vrijwillig\w*|"
    r"vrouw\w*|thuiswerk\w*)",
    rf"percentage (?:vrouwen|medewerkers) {gap(4)}(?:directie|top|management|onderneming|organisatie|"
    rf"bedrijf)",
)
_FIRM = words(FIRM, r"uw")
_WHAT_IS_BOUGHT = re.compile(
    rf"\b(?:geleverde|te leveren|aangeboden|in te zetten|gevraagde|delivered|offered) {gap(3)}\w+|"
    r"\bper (?:laptop|product|apparaat|levering|stuk|beeldscherm|server|eenheid)\b|"
    rf"\b(?:uitvoering van|binnen|voor|in|bij) (?:deze|dit|de) {gap(1)}(?:opdracht|overeenkomst|contract|"
    rf"levering\w*)\b",
    re.IGNORECASE,
)
_LEFT_OUT = re.compile(
    rf"\b(?:blij[fv]|word)\w* {gap(8)}buiten (?:beschouwing|aanmerking)\b|"
    rf"\b(?:mag|mogen|kan|kunnen) {gap(12)}(?:verwijzen|volstaan)\b|\bverwijz\w+ {gap(8)}toegestaan\b"
)


def about_the_firm(line: str) -> re.Match[str] | None:
    """Words about policy, ratings, reports or certificates of the firm, not tied to this contract."""
    if of_the_buyers_reports(line) or _LEFT_OUT.search(line):
        return None
    found = first_demanded(_RATINGS, line)
    if found:
        return found
    if not beyond_this_contract(line) and (for_this_contract(line) or _WHAT_IS_BOUGHT.search(line)):
        return None
    found = first_demanded(_WHOLEFIRM, line, _not_of_the_buyer)
    if found is None and GREENING.search(line):
        found = first_demanded(ESTATE, line, _not_of_the_buyer)
    return found or firm_wide(line) or (first_demanded(NOT_FOR_THIS, line) if _FIRM.search(line) else None)


def about_or_scored(line: str) -> re.Match[str] | None:
    """For award criteria: the same, and any other firm that is scored without a word about what is bought."""
    return about_the_firm(line) or (None if _LEFT_OUT.search(line) else scored_firm(line))


def _not_of_the_buyer(match: re.Match[str]) -> bool:
    return not of_the_buyer(match)

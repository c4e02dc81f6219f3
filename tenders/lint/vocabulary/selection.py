"""Topics of suitability - references, turnover, size, experience of the firm - in words."""

import re

from tenders.lint.vocabulary.certificates import OTHER_CERTIFICATES
from tenders.lint.vocabulary.firm_size import size_or_status
from tenders.lint.vocabulary.negation import first_demanded
from tenders.lint.vocabulary.patterns import any_of, gap, words
from tenders.lint.vocabulary.track_record import asked_twice, track_record

_FIRM = any_of(
    r"inschrijver\w*",
    r"leveranciers?",
    r"opdrachtnemers?",
    r"ondernem(?:ing|er)\w*",
    r"bedrijf",
    r"bedrijven",
    r"organisatie",
    r"dienstverleners?",
    r"aanbieders?",
    r"u",
    r"gegadigden?",
    r"bidders?",
    r"suppliers?",
    r"tenderers?",
    r"company",
)
_TOPICS = words(
    r"referentie(?:s|projecten|project|opdrachten|opdracht|lijst|verklaring(?:en)?|klanten|contracten|"
    r"eis(?:en)?|brief|"
    r"brieven)?",
    r"kerncompetenties?",
    r"references",
    r"reference (?:projects?|contracts?|customers?)",
    r"track[- ]record",
    rf"(?:eerdere?|eerder|vergelijkbare|soortgelijke|afgeronde|uitgevoerde) {gap(3)}(?:opdracht(?:en)?|"
    rf"projecten|project|"
    r"leveringen|implementaties|aanbestedingen|contracten)",
    rf"(?:previous|earlier|similar|past) {gap(2)}(?:contracts?|projects?|assignments?)",
    r"(?:jaar|netto|bedrijfs|totale )?-?omzet(?:cijfers?|eis|groei)?",
    r"(?:annual )?turnover",
    r"(?:annual )?revenue",
    r"solvabiliteit\w*",
    r"liquiditeit\w*",
    r"rentabiliteit",
    r"solvency",
    r"jaarrekening(?:en)?",
    r"financi(?:ele|eel) (?:gezond\w*|draagkracht\w*|stabiel\w*|stabiliteit|positie|sterk\w*)",
    r"financial (?:standing|strength|health|stability)",
    r"eigen vermogen",
    r"kredietwaardig\w*",
    r"creditworthiness",
    rf"aantal {gap(2)}(?:medewerkers|werknemers|fte|fte's|personeelsleden) {gap(3)}(?:in (?:vaste )?dienst|"
    rf"van|bij|binnen)",
    rf"(?:\d+|meer|genoeg|voldoende|aantal) {gap(2)}(?:medewerkers|werknemers|fte|"
    rf"employees) {gap(1)}in (?:vaste )?dienst",
    rf"omvang van {gap(3)}(?:onderneming|bedrijf|organisatie|personeelsbestand)",
    rf"{_FIRM} {gap(6)}(?:jaar|jaren|jarenlange|ruime|aantoonbare|veel|meer|langdurige|"
    rf"lange) {gap(3)}ervaring",
    rf"(?:jaren|jarenlange|ruime|aantoonbare|aantal jaren|aantal jaar|bedrijfs)[- ]?{gap(3)}ervaring {gap(3)}"
    rf"(?:van|als|bij) {gap(3)}{_FIRM}",
    rf"ervaring {gap(1)}(?:van|die) {gap(2)}{_FIRM}",
    rf"{_FIRM} {gap(2)}(?:heeft|hebben|beschikt over|beschikken over) {gap(3)}ervaring",
    rf"{_FIRM} {gap(3)}(?:bestaat|actief|marktleider|leverde|heeft {gap(4)}geleverd|bediende|"
    rf"bedient) {gap(6)}"
    r"(?:jaar|jaren|gemeenten|overheden|klanten|opdrachtgevers)",
    rf"(?:klant)?tevredenheid {gap(3)}(?:bij|van) {gap(2)}(?:andere|eerdere|bestaande|vorige|huidige) "
    r"(?:klanten|opdrachtgevers|gemeenten|afnemers)",
    rf"experience of {gap(2)}{_FIRM}",
    rf"{_FIRM} {gap(2)}(?:has|have) {gap(4)}years {gap(2)}experience",
    r"beroepsaansprakelijkheidsverzekering",
    r"bankgarantie",
    r"bankverklaring",
    r"(?:uittreksel|inschrijving) (?:van de |uit het |in het |bij de )?(?:kvk|kamer van koophandel|"
    r"handelsregister)",
    r"past performance",
    r"staat van dienst",
    rf"hoe (?:groter|ouder|bekender|kleiner) {gap(2)}{_FIRM}",
    rf"(?:grootte|leeftijd|bekendheid|winst|winstgevendheid) {gap(4)}van {gap(2)}{_FIRM}",
    rf"{_FIRM} {gap(1)}met {gap(2)}(?:ervaring|jaren ervaring)",
    rf"(?:jaren|jaar) (?:die|dat) {gap(1)}(?:bedrijf|onderneming|organisatie|inschrijver|leverancier)",
    r"oprichtingsjaar",
    r"bestaansjaren",
    rf"(?:gemeenten|klanten|opdrachtgevers|overheden) {gap(2)}{_FIRM} {gap(2)}(?:bedient|heeft)",
    rf"{_FIRM} {gap(2)}(?:al )?(?:langer )?bestaat",
    rf"certifica(?:at|ten|ties|tes) {gap(1)}(?:van|of) {gap(2)}{_FIRM}",
)
_STAFF = words(
    r"(?:project|team|service|account|delivery|implementatie)?-?(?:leiders?|manager|managers)",
    r"consultants?",
    r"adviseurs?",
    r"architecten",
    r"architect",
    r"engineers?",
    r"specialisten",
    r"specialist",
    r"teams?",
    r"teamleden",
    r"team members?",
    r"cv'?s?",
    r"curriculum vitae",
    r"sleutelfunctionaris\w*",
    r"key staff",
    r"(?:in te zetten|voorgestelde|aangeboden|ingezette) \w+",
    r"monteurs?",
    r"trainers?",
    r"ontwikkelaars?",
    r"developers?",
    r"functionaris\w*",
    r"\w*beheerders?",
    r"\w*testers?",
    r"scrum-?masters?",
    r"product owners?",
    r"medewerkers? (?:die|op|aan|voor|bij) \w+",
    r"(?:welke|voorgestelde|beoogde|uw) (?:medewerkers|mensen|personen)",
    r"leidinggevende",
    r"personen",
    r"personeel",
)
_ANOTHER_SENSE = re.compile(
    r"(?:ter|als|met) referentie\b|referentie (?:naar|aan)\b|voor zover|gebruikerservaring|"
    r"ervaringen? van (?:de )?"
    r"(?:eind)?gebruikers?|omzet(?:ting|ten)\b|\bomzet (?:de|het|een|data|gegevens|deze|in)\b|"
    rf"korting\w* {gap(5)}omzet\b|\bomzet {gap(3)}(?:die|welke) {gap(4)}(?:opdrachtgever|gemeente|wij)\b|"
    r"referentie(?:waarde|model|jaar|situatie|prijs)",
    re.IGNORECASE,
)


def selection_topic(line: str) -> re.Match[str] | None:
    """A topic of suitability among the award criteria; the staff that does the work is another matter."""
    known = asked_twice(line) or size_or_status(line)
    if known or _ANOTHER_SENSE.search(line):
        return known
    found = first_demanded(_TOPICS, line) or track_record(line)
    if found and not _STAFF.search(line):
        return found
    return None if found else first_demanded(OTHER_CERTIFICATES, line)

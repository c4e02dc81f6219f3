"""What a firm did before, for whom and for how long, in whatever order a sentence puts it."""

import re

from tenders.lint.vocabulary.estate import FIRM
from tenders.lint.vocabulary.negation import first_demanded
from tenders.lint.vocabulary.patterns import any_of, gap, words

_NAMES_A_FIRM = words(
    FIRM, r"uw", r"wie", r"partijen", r"partner", r"marktpartij\w*", r"gegadigden?", r"your", r"tenderer's"
)
_CUSTOMERS = any_of(
    r"\w*gemeenten?",
    r"provincies?",
    r"waterschap(?:pen)?",
    r"\w*overhe(?:id|den)\w*",
    r"ministeries?",
    r"rijks\w+",
    r"\w*klant(?:en)?",
    r"opdrachtgevers",
    r"\w*afnemers",
    r"\w*organisaties",
    r"\w*instellingen",
    r"ziekenhui(?:s|zen)",
    r"schol(?:en|engemeenschap\w*)",
    r"universiteit(?:en)?",
    r"customers",
    r"clients",
    r"authorities",
    r"municipalit(?:y|ies)",
)
_DONE = any_of(
    r"\w*ge(?:leverd|implementeerd|realiseerd|werkt|migreerd|bouwd|rond|daan|draaid|installeerd|worven)",
    r"(?:uit|in|be|ver)ge(?:voerd|rold|richt|zet)",
    r"aangesloten",
    r"afgerond",
    r"opgeleverd",
    r"verricht",
    r"bediend",
    r"begeleid",
    r"ontwikkeld",
    r"verzorgd",
    r"voltooid",
    r"overgezet",
    r"ingevoerd",
    r"(?:completed|delivered|implemented|performed|carried out|served)",
)
_BEFORE_NOW = any_of(
    r"al",
    r"reeds",
    r"eerder\w*",
    r"voorheen",
    r"(?:in het|uit het) verleden",
    r"(?:afgelopen|laatste|voorbije|vorige) (?:\w+ )?(?:jaar|jaren|maanden)",
    r"(?:meer|minstens|minimaal|ten minste|tenminste) (?:dan )?\w+",
    r"\w+ of meer",
    r"\w+ (?:maal|keer)",
    r"\w+(?:maal|keer)",
    r"hoeveel",
    r"elders",
    r"previously",
    r"past",
    r"already",
)
_DONE_BEFORE = words(rf"{_BEFORE_NOW} {gap(12)}{_DONE}", rf"{_DONE} {gap(5)}{_BEFORE_NOW}")
_CUSTOMER = words(_CUSTOMERS)
_AGE = words(
    r"(?:langer|langst|lang|jaar|jaren|jarenlang|sinds \d{4}) "
    rf"{gap(7)}(?:markt|actief|bestaat|bestaan|opereert|opereren|werkzaam|branche|vak)",
    rf"(?:actief|bestaat|bestaan|opereert|werkzaam|markt|opgericht) {gap(7)}(?:langer|jaar|jaren|sinds|lang)",
    r"marktaandeel",
    r"marktleider\w*",
    r"(?:market share|years in business)",
)
_ALWAYS = words(
    r"ervaring",
    r"(?:prior |previous |relevant |proven |ample )?experience",
    r"klant(?:en)?(?:cases?|bestand|lijst|verhalen|beoordelingen|portfolio|reviews)",
    r"\w*tevredenheidsverklaring(?:en)?",
    r"(?:klant)?tevredenheid\w* "
    rf"{gap(3)}(?:over|onder|bij|van) {gap(4)}(?:\w*klanten|opdrachtgevers|\w*klantenbestand|afnemers)",
    r"aanbevelingsbrie(?:f|ven)",
    r"trackrecord",
    r"achter de rug",
    r"verzekerd(?:e)? (?:bedrag|som)",
    r"dekking van (?:de|uw|zijn) \w*verzekering",
    rf"tevreden {gap(1)}(?:klanten|opdrachtgevers|afnemers|referenten)",
    rf"(?:lijst|overzicht|opgave) {gap(4)}(?:leveringen|diensten|opdrachten|projecten|klanten|contracten) "
    rf"{gap(4)}"
    r"(?:laatste|afgelopen|voorbije|voorgaande)",
    r"(?:brede|ruime|diepgaande|gedegen|aantoonbare) kennis van (?:de|het) (?:markt|gemeentelijk\w*|"
    r"sector|branche|domein)",
    r"aansprakelijk gesteld",
    r"(?:opgelegde|ontvangen) (?:boetes|claims|sancties)",
    r"in portefeuille",
    r"op (?:zijn|haar|uw) naam",
    rf"(?:afgeronde|uitgevoerde|gerealiseerde|succesvolle|opgeleverde|voltooide|eerdere) {gap(1)}\w+ {gap(2)}"
    rf"(?:door|van) {gap(1)}{FIRM}",
    rf"(?:voormalige|vroegere|eerdere|bestaande|huidige|andere) (?:opdrachtgevers|klanten|afnemers) "
    rf"{gap(2)}van",
    rf"(?:jarenlange|lange|rijke|ruime|bewezen|aantoonbare) {gap(1)}(?:historie|verleden|geschiedenis|"
    rf"reputatie|staat)",
    r"nieuwkomers?",
    r"startups?",
    rf"medewerkers? {gap(1)}in (?:vaste )?dienst",
    rf"{_CUSTOMERS} {gap(2)}(?:waarvoor|voor wie|waarmee|die) {gap(6)}(?:werkzaam|werkt|werken|gewerkt|"
    rf"bedient|levert|klant)",
    r"portfolio van (?:uitgevoerde|eerdere|gerealiseerde|afgeronde) \w+",
    r"(?:comparable|similar|previous|earlier|past) (?:contracts?|projects?|assignments?|deliveries)",
    r"krediet(?:bureau|rating|score|rapport|waardigheid)\w*",
    r"jaarcijfers",
    r"balanstotaal",
    r"eigen kapitaal",
    r"current ratio",
    r"personeels(?:omvang|sterkte)",
    r"bedrijfs(?:omvang|grootte|resultaat)",
    rf"(?:hoeveel|aantal) {gap(2)}(?:fte|fte's|medewerkers|werknemers|vestigingen) {gap(3)}(?:heeft|"
    rf"hebben|telt|"
    r"in dienst)",
    r"vergelijkbare (?:trajecten|klussen|omgevingen|implementaties|werkzaamheden|opdrachten)",
    r"(?:soortgelijke|eerdere) (?:trajecten|klussen|implementaties|werkzaamheden|klanten|opdrachtgevers)",
)
_NO_TRACK_RECORD = re.compile(
    r"gebruikers?\b|\b(?:user|burger|medewerker|klant|digitale|leer|beleef)-?ervaring|gebruikservaring|"
    r"\buser experience|\b(?:ervaring|lessen) (?:met|uit|van) (?:deze|dit|de eerste|het eerste|eerdere "
    r"releases)|"
    r"\bervaring op ?(?:te )?doe|\bervaring van (?:de )?(?:burger|bezoeker|inwoner|klant|beller)|"
    r"\bbestaande (?:omgeving|systemen)|\b(?:burger|inwoner|bezoeker|beller)s?\b"
)
_TWICE = re.compile(
    r"(?:geschiktheidseis|bekwaamheid|selectie(?:fase|eis|criteri)|uitgevraagd bij de selectie|"
    r"suitability|selection (?:stage|criteri)).*\b(?:ook|tevens|nogmaals|opnieuw|eveneens|wederom|dubbel|"
    r"punten|score|again|points)\b|"
    r"\b(?:ook|tevens|nogmaals|opnieuw|eveneens|wederom|dubbel|again)\b.*(?:geschiktheidseis|"
    r"bekwaamheid|selectiecriteri)"
)


def asked_twice(line: str) -> re.Match[str] | None:
    """What was a suitability requirement counts once more among the award criteria."""
    found = _TWICE.search(line)
    return None if found is None or _NOT_AGAIN.search(line) else found


_NOT_AGAIN = re.compile(r"\b(?:niet|geen|zonder|not|no)\b")


def track_record(line: str) -> re.Match[str] | None:
    """Earlier work, customers or years of the firm; the caller leaves out the people who do the work."""
    if _NO_TRACK_RECORD.search(line):
        return None
    found = first_demanded(_ALWAYS, line)
    if found or not _NAMES_A_FIRM.search(line):
        return found
    age = first_demanded(_AGE, line)
    if age:
        return age
    done = first_demanded(_DONE_BEFORE, line)
    return done if done and (_CUSTOMER.search(line) or _EARLIER.search(done[0])) else None


_EARLIER = words(
    r"al", r"reeds", r"eerder\w*", r"verleden", r"\w+ ?(?:maal|keer)", r"jaar", r"jaren", r"elders"
)

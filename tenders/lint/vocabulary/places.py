"""Words about where a firm sits and where a thing comes from."""

import re

from tenders.lint.vocabulary.buyer import about_the_buyer
from tenders.lint.vocabulary.negation import first_demanded
from tenders.lint.vocabulary.patterns import any_of, gap, only_with, words

_FIRMS = any_of(
    r"(?:reparateur|installateur|monteur|maker|recycler|verwerker|supplier|manufacturer|firm)s?",
    r"leveranciers?",
    r"onderneming(?:en)?",
    r"ondernemers?",
    r"ondernemerschap",
    r"bedrij(?:f|ven|fsleven)",
    r"mkb(?:-\w+)?",
    r"midden- en kleinbedrijf",
    r"producent(?:en)?",
    r"fabrikant(?:en)?",
    r"product(?:en)?",
    r"productie",
    r"partij(?:en)?",
    r"partners?",
    r"onderaannemers?",
    r"inschrijvers?",
    r"gegadigden?",
    r"bidders?",
    r"tenderers?",
    r"distributiecentrum",
    r"aanbieders?",
    r"dienstverleners?",
    r"economie",
    r"werkgelegenheid",
    r"arbeidsmarkt",
    r"arbeidskrachten",
    r"inkoop",
    r"inkopen",
    r"sourcing",
    r"toelevering",
    r"toeleveranciers?",
    r"vestiging(?:en)?",
    r"aanwezigheid",
    r"verankering",
    r"binding",
    r"betrokkenheid",
    r"herkomst",
    r"reparatiewerkplaats\w*",
    r"reparatiepartners?",
    r"reparatiebedrij\w+",
    r"servicepartners?",
    r"refurbisher\w*",
    r"fabrikage",
    r"makelij",
    r"fabricaat",
    r"fabrikaat",
    r"bodem",
    r"winkel\w*",
    r"werkplaats(?:en)?",
    r"assemblage",
    r"compan(?:y|ies)",
    r"products?",
    r"production",
    r"businesses",
    r"employment",
    r"merken",
    r"merk",
    r"organisaties?",
    r"inwoners",
    r"kantoor",
    r"servicepunt(?:en)?",
    r"magazijn",
    r"depot",
)
_MADE = (
    r"(?:geproduceerde?|gemaakte?|vervaardigde?|geassembleerde?|gefabriceerde?|ingekochte?|gevestigde?|"
    r"geworteld|"
    r"afkomstige?|herkomstig|actief|verankerd|produceren|inkopen|in te kopen|vervaardigen|maken|"
    r"gerepareerd|repareren|"
    r"gerefurbisht|made|produced|manufactured|assembled|sourced|based|established|located)"
)
_COUNTRY = (
    r"(?:nederland|belgie|duitsland|frankrijk|china|rusland|taiwan|holland|europa|azie|polen|tsjechie|"
    r"(?:de )?(?:benelux|eu|e\.u\.|eer|europese unie|europese economische ruimte|verenigde staten|vs|regio|"
    r"streek|"
    r"gemeente|provincie|omgeving|buurt|stad)|the (?:netherlands|eu|european union|region)|europe|germany|"
    r"asia)"
)
_NATIONAL = r"(?:nederlandse?|belgische?|duitse?|europe(?:se|es)|hollandse?|chinese?|dutch|european|german)"
_SITES = (
    r"(?:helpdesk|servicedesk|klantenservice|callcenter|\w*fabriek|productielocatie|\w*werkplaats|magazijn|"
    r"distributiecentrum|\w+centrum|hoofdkantoor|supportafdeling|factory|workshop|warehouse)"
)
_REGIONAL = (
    r"(?:lokaal|lokale|regionaal|regionale|"
    r"plaatselijke?|streekgebonden|nabijgelegen|local|regional|binnenlandse?)"
)
LOCAL = words(
    rf"{_REGIONAL} {gap(2)}{_FIRMS}",
    rf"{_REGIONAL} (?:of|en|and|or) {gap(2)}{_FIRMS}",
    rf"(?:lokaal|regionaal|plaatselijk|locally|regionally) {gap(2)}{_MADE}",
    rf"{_MADE} {gap(2)}(?:lokaal|regionaal|plaatselijk|locally|regionally)",
    r"(?:zo|bij voorkeur|liefst|zoveel mogelijk|zo veel mogelijk|waar mogelijk|preferably) (?:lokaal|"
    r"regionaal|dichtbij|"
    r"dicht bij|local|locally)",
    r"(?:lokaal|regionaal) (?:waar mogelijk|karakter|belang|aanbod|voordeel)",
    r"streekproduct\w*",
    rf"{_FIRMS} {gap(3)}(?:uit|in) (?:de|onze|eigen) (?:regio|streek|buurt|omgeving|gemeente|provincie)",
    rf"(?:uit|in) (?:de|onze|eigen) (?:regio|streek|buurt|omgeving) {gap(3)}{_MADE}",
    rf"(?:dicht bij|dichtbij|vlakbij|in de nabijheid van|nabij|in de buurt van) {gap(4)}(?:gemeente\w*|"
    rf"opdrachtgever|"
    r"stadhuis|locatie|stad|stadskantoor|provinciehuis)",
    r"local(?:ly)? sourc\w+",
    r"korte keten\w*",
)
ORIGIN = words(
    rf"{_NATIONAL} {gap(1)}(?:of {_NATIONAL} )?{_FIRMS}",
    rf"{_MADE} {gap(1)}(?:zijn |is |worden |wordt )?(?:uit|in|binnen|buiten|van|op|within|"
    rf"from) {gap(1)}{_COUNTRY}",
    rf"(?:uit|in|binnen|within|in) {_COUNTRY} {gap(3)}{_MADE}",
    rf"(?:komen|komt|herkomst|oorsprong|origin|comes?) {gap(3)}(?:uit|in|binnen|buiten|"
    rf"from) {gap(1)}{_COUNTRY}",
    rf"(?:{_FIRMS}|laptops?|apparatuur|hardware|goederen|apparaten|beeldschermen|servers?|"
    rf"onderdelen) {gap(2)}(?:uit|van "
    rf"buiten|buiten) {gap(1)}{_COUNTRY}",
    r"made in \w+",
    r"land van (?:herkomst|oorsprong|vestiging|productie)",
    r"country of origin",
    rf"(?:vestiging(?:splaats)?|(?<!op )kantoor|servicepunt|magazijn|werkplaats|hoofdkantoor|"
    rf"statutaire zetel|zetel|filiaal|"
    rf"steunpunt|depot|office|branch) {gap(4)}(?:in|binnen|te|nabij) {gap(1)}{_COUNTRY}",
    rf"{_SITES} {gap(3)}(?:zit|zitten|staat|staan|ligt|liggen|bevind\w*|is|zijn|is gelegen) {gap(2)}"
    rf"(?:in|binnen|te|buiten) {gap(3)}{_COUNTRY}",
    rf"gevestigd {gap(2)}(?:in|binnen|te|nabij) {gap(2)}\w+",
    rf"(?:in|binnen|te) {gap(3)}gevestigd",
    rf"established {gap(1)}in {gap(2)}\w+",
    rf"woonachtig {gap(1)}(?:in|te) \w+",
    rf"(?:in|binnen|uit) {gap(1)}eigen (?:regio|streek|gemeente|provincie|land|omgeving|stad)",
    rf"(?:heeft|hebben|hebt|beschik\w*|has|houdt) {gap(9)}(?:vestiging|kantoor|servicepunt|magazijn|"
    rf"werkplaats|filiaal"
    rf"|steunpunt|depot|office|branch) {gap(2)}(?:in|binnen|te|nabij|within) {gap(2)}\w+",
    rf"(?:in|binnen|te) {gap(2)}\w+ gevestigd(?:e)? {gap(2)}{_FIRMS}",
)
_ABOUT_DATA = words(
    r"(?:persoons|klant|log|back-?up)?gegevens",
    r"data(?:centers?|centra|opslag|centre|centres|verwerking)?",
    r"hosting\w*",
    r"gehost",
    r"opgeslagen",
    r"opslag",
    r"avg",
    r"gdpr",
    r"back-?ups?",
    r"verwerkersovereenkomst",
    r"servers? staan",
    r"cloud\w*",
    r"clouddienst\w*",
    r"stored",
    r"hosted",
)
_ALL_STATES = re.compile(
    r"\blocaties? (?:is|zijn) gevestigd|"
    r"andere lidstaten|andere lidstaat|other member states|ongeacht (?:de|het|waar|hun)|"
    r"waar (?:dan )?ook gevestigd|land (?:waar|waarin) (?:de|hij|zij)|ondernemers? uit alle|handelsregister|"
    r"volgens (?:de|het) (?:wetgeving|recht)|lidstaat van vestiging",
    re.IGNORECASE,
)


@only_with(
    "nederland",
    "belg",
    "duits",
    "frankrijk",
    "china",
    "chine",
    "rusland",
    "taiwan",
    "holland",
    "europ",
    "azie",
    "asia",
    "polen",
    "tsjech",
    "benelux",
    "eu",
    "eer",
    "e.u.",
    "verenigde",
    "vs",
    "regio",
    "streek",
    "gemeente",
    "provincie",
    "omgeving",
    "buurt",
    "stad",
    "made in",
    "land van",
    "country",
    "gevestigd",
    "established",
    "woonachtig",
    "eigen",
    "vestiging",
    "kantoor",
    "servicepunt",
    "magazijn",
    "werkplaats",
    "filiaal",
    "steunpunt",
    "depot",
    "office",
    "branch",
    "dutch",
    "german",
    "within",
)
def place_asked(line: str) -> re.Match[str] | None:
    """Where a firm sits or a thing comes from; where data are stored is another matter."""
    if _ABOUT_DATA.search(line) or _ALL_STATES.search(line):
        return None
    if about_the_buyer(line):
        return _outside_demand(line)
    return _outside_demand(line) or first_demanded(ORIGIN, line)


@only_with(
    "loka",
    "loca",
    "regio",
    "plaatselijk",
    "streek",
    "nabij",
    "dicht",
    "vlakbij",
    "buurt",
    "omgeving",
    "gemeente",
    "provincie",
    "binnenland",
    "korte keten",
)
def local_words(line: str) -> re.Match[str] | None:
    return None if _ABOUT_DATA.search(line) else first_demanded(LOCAL, line)


def _outside_demand(line: str) -> re.Match[str] | None:
    """ "Niet afkomstig uit China" is a demand on origin, though it says "niet"."""
    return _NOT_FROM.search(line)


_NOT_FROM = words(
    rf"(?:niet|geen) {gap(3)}(?:uit|in|afkomstig uit|geproduceerd in|gemaakt in) {gap(1)}(?:china|rusland|"
    rf"azie|taiwan)",
    rf"(?:buiten|not from|outside) {gap(1)}(?:china|azie|rusland|de eu|asia) {gap(2)}{_MADE}",
)

"""Words about where a firm sits, where a thing comes from, and how far that is."""

import re

from tenders.lint.vocabulary.negation import first_demanded
from tenders.lint.vocabulary.patterns import any_of, gap, only_with, words

_FIRMS = any_of(
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
    r"reparateurs?",
    r"reparatiewerkplaats\w*",
    r"reparatiepartners?",
    r"reparatiebedrij\w+",
    r"servicepartners?",
    r"refurbisher\w*",
    r"installateurs?",
    r"monteurs?",
    r"fabrikage",
    r"makelij",
    r"fabricaat",
    r"fabrikaat",
    r"bodem",
    r"makers?",
    r"winkel\w*",
    r"werkplaats(?:en)?",
    r"assemblage",
    r"recyclers?",
    r"verwerkers?",
    r"suppliers?",
    r"compan(?:y|ies)",
    r"manufacturers?",
    r"firms?",
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
    rf"(?:vestiging(?:splaats)?|kantoor|servicepunt|magazijn|werkplaats|hoofdkantoor|statutaire zetel|"
    rf"zetel|filiaal|"
    rf"steunpunt|depot|office|branch) {gap(4)}(?:in|binnen|te|nabij) {gap(1)}{_COUNTRY}",
    rf"gevestigd {gap(2)}(?:in|binnen|te|nabij) {gap(2)}\w+",
    rf"(?:in|binnen|te) {gap(2)}\w+ gevestigd(?:e)? {gap(2)}{_FIRMS}",
)
_KM = r"(?:\d+|tien|twintig|dertig|veertig|vijftig|honderd) ?(?:km|kilometers?|kilometres?)"
DISTANCE = words(
    rf"(?:straal|radius) van {gap(3)}{_KM}",
    rf"(?:binnen|hooguit|maximaal|ten hoogste|op|minder dan|niet meer dan|niet verder dan|verder dan|"
    rf"within) {gap(2)}{_KM} "
    rf"{gap(4)}(?:van|afstand|vanaf|rondom|tot|gelegen|of|from)",
    rf"(?:binnen|within) {gap(2)}{_KM}",
    rf"{_KM} {gap(1)}(?:van|afstand|vanaf|verwijderd|from) {gap(4)}(?:opdrachtgever|gemeente\w*|stadhuis|"
    rf"locatie|stad|"
    r"school|scholen|kantoor)",
    rf"(?<!op )(?:reis|rij)?afstand {gap(3)}(?:tot|van|tussen|naar|is) {gap(5)}(?:opdrachtgever|"
    rf"gemeente\w*|stadhuis|"
    r"locaties?|vestiging\w*|magazijn|leverancier|inschrijver|kantoor|fabriek|depot|servicepunt|hooguit|"
    r"maximaal)",
    rf"(?:kortste|korte|kleinste|kleine|geringe) {gap(1)}(?:reis|rij)?afstand",
    rf"afstand {gap(6)}(?:punten|gewaardeerd|beoordeeld|score)",
    r"reistijd",
    r"rijtijd",
    r"(?:\d+|dertig|zestig|vijftien) (?:minuten|min|uur) (?:rijden|rijafstand|reisafstand|reizen)",
    rf"distance (?:to|from|between) {gap(5)}\w+",
    r"nabijheid",
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
_MEASURED = words(
    r"co2\S*",
    r"uitstoot",
    r"transportuitstoot",
    r"emissies?",
    r"ton-?kilometers?",
    r"tonkm",
    r"emissions?",
)
_ALL_STATES = re.compile(
    r"andere lidstaten|andere lidstaat|other member states|ongeacht (?:de|het|waar|hun)|"
    r"waar (?:dan )?ook gevestigd|land (?:waar|waarin) (?:de|hij|zij)|ondernemers? uit alle|handelsregister|"
    r"volgens (?:de|het) (?:wetgeving|recht)|lidstaat van vestiging",
    re.IGNORECASE,
)


@only_with("km", "kilomet", "afstand", "tijd", "minuten", "uur", "min ", "distance", "nabijheid")
def distance_asked(line: str) -> re.Match[str] | None:
    """A distance between the firm and the buyer. Emissions of transport may be measured over a distance."""
    return None if _MEASURED.search(line) else first_demanded(DISTANCE, line)


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
    "dutch",
    "german",
    "within",
)
def place_asked(line: str) -> re.Match[str] | None:
    """Where a firm sits or a thing comes from; where data are stored is another matter."""
    if _ABOUT_DATA.search(line) or _ALL_STATES.search(line):
        return None
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

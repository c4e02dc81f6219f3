"""Words about where a firm sits and where a thing comes from."""

import re

from tenders.lint.vocabulary.buyer import about_the_buyer
from tenders.lint.vocabulary.negation import first_demanded
from tenders.lint.vocabulary.patterns import gap, words
from tenders.lint.vocabulary.place_names import (
    ACTIVITIES,
    COUNTRY,
    FAR_COUNTRIES,
    FIRMS,
    MADE,
    NATIONAL,
    REGIONAL,
    SELLERS,
    SITES,
    STAFF,
)

LOCAL = words(
    rf"{REGIONAL} {gap(2)}{FIRMS}",
    rf"{REGIONAL} (?:of|en|and|or) {gap(2)}{FIRMS}",
    rf"(?:lokaal|regionaal|plaatselijk|locally|regionally) {gap(2)}{MADE}",
    rf"{MADE} {gap(2)}(?:lokaal|regionaal|plaatselijk|locally|regionally)",
    r"(?:zo|bij voorkeur|liefst|zoveel mogelijk|zo veel mogelijk|waar mogelijk|preferably) (?:lokaal|"
    r"regionaal|dichtbij|"
    r"dicht bij|local|locally)",
    r"(?:lokaal|regionaal) (?:waar mogelijk|karakter|belang|aanbod|voordeel)",
    r"streekproduct\w*",
    rf"(?:banen|werkgelegenheid|arbeidsplaatsen|werkzoekenden|bijstandsgerechtigden|leerlingen|stagiairs|"
    rf"inwoners|"
    rf"jongeren|werklozen) {gap(3)}(?:in|uit|voor|binnen) {gap(1)}(?:regio|streek|provincie|gemeente|stad|"
    rf"omgeving)",
    rf"{FIRMS} {gap(3)}(?:uit|in) (?:de|onze|eigen) (?:regio|streek|buurt|omgeving|gemeente|provincie)",
    rf"(?:uit|in) (?:de|onze|eigen) (?:regio|streek|buurt|omgeving) {gap(3)}{MADE}",
    rf"(?:dicht bij|dichtbij|vlakbij|in de nabijheid van|nabij|in de buurt van) {gap(4)}(?:gemeente\w*|"
    rf"opdrachtgever|"
    r"stadhuis|locatie|stad|stadskantoor|provinciehuis)",
    r"local(?:ly)? sourc\w+",
    r"korte keten\w*",
    r"(?:lokaal|regionaal|plaatselijk) (?:zeer |goed )?(?:bekend|geworteld|verankerd|ingevoerd)",
    rf"(?:thuis|bekend|geworteld|verankerd|ingevoerd) {gap(1)}in (?:de|deze|onze) (?:regio|streek|provincie|"
    r"gemeente|stad)",
    r"(?:de|deze|onze) (?:regio|streek|provincie|gemeente|stad) (?:goed )?kennen",
)
ORIGIN = words(
    rf"{NATIONAL} {gap(1)}(?:of {NATIONAL} )?{FIRMS}",
    rf"{MADE} {gap(1)}(?:zijn |is |worden |wordt )?(?:uit|in|binnen|buiten|van|op|within|"
    rf"from) {gap(1)}{COUNTRY}",
    rf"(?:uit|in|binnen|within|in) {COUNTRY} {gap(3)}{MADE}",
    rf"(?:komen|komt|herkomst|oorsprong|origin|comes?) {gap(3)}(?:uit|in|binnen|buiten|"
    rf"from) {gap(1)}{COUNTRY}",
    rf"(?:{FIRMS}|laptops?|apparatuur|hardware|goederen|apparaten|beeldschermen|servers?|"
    rf"onderdelen) {gap(2)}(?:uit|van "
    rf"buiten|buiten) {gap(1)}{COUNTRY}",
    r"made in \w+",
    r"land van (?:herkomst|oorsprong|vestiging|productie)",
    r"country of origin",
    rf"(?:vestiging(?:splaats)?|(?<!op )kantoor|servicepunt|magazijn|werkplaats|hoofdkantoor|"
    rf"statutaire zetel|zetel|filiaal|"
    rf"steunpunt|depot|office|branch) {gap(4)}(?:in|binnen|te|nabij) {gap(1)}{COUNTRY}",
    rf"{SITES} {gap(3)}(?:zit|zitten|staat|staan|ligt|liggen|bevind\w*|is|zijn|is gelegen|opereert|werkt|"
    rf"wordt|"
    rf"dient|moet|must|shall) {gap(4)}(?:in|binnen|te|buiten|op|vanuit|within) {gap(3)}{COUNTRY}",
    rf"{ACTIVITIES} {gap(6)}(?:in|binnen|op|vanuit|within) {gap(1)}{COUNTRY} {gap(2)}(?:plaats\w*|verricht|"
    rf"uitgevoerd|gedaan|geschied\w*|performed|done)",
    rf"{ACTIVITIES} {gap(4)}(?:plaatsvind\w+|vindt plaats|vinden plaats|gebeurt|geschiedt|takes place) "
    rf"{gap(2)}(?:in|binnen|op|vanuit|within) {gap(1)}{COUNTRY}",
    rf"(?:kantoor|vestiging|werkplaats|magazijn|fabriek) {gap(10, commas=True)}(?:ligt|staat|gelegen|"
    rf"bevindt zich) "
    rf"(?:in|binnen|op|te) {gap(1)}{COUNTRY}",
    rf"{SELLERS} {gap(3)}(?:uit|afkomstig uit|van buiten|buiten) {gap(1)}{COUNTRY}",
    rf"{STAFF} {gap(4)}(?:uit|afkomstig uit) {gap(1)}{COUNTRY}",
    rf"gevestigd {gap(2)}(?:in|binnen|te|nabij) {gap(2)}\w+",
    rf"(?:gehuisvest|gestationeerd|standplaats|kantoorhoudend) {gap(1)}(?:in|binnen|te|op|heeft in) "
    rf"{gap(1)}{COUNTRY}",
    rf"(?:in|binnen|te|op) {gap(1)}{COUNTRY} (?:gehuisvest|gestationeerd|kantoorhoudend)",
    rf"(?:in|binnen|te) {gap(3)}gevestigd",
    rf"gehuisvest {gap(4)}(?:in|binnen) (?:de|onze|deze) (?:gemeente|stad|regio|provincie)",
    rf"(?<!opdrachtgever )(?<!gemeente )(?:open(?:t|en)|vestig(?:t|en)|betrekt|betrekken) {gap(12)}"
    rf"(?:kantoor|vestiging|servicepunt|steunpunt|"
    rf"filiaal|magazijn|werkplaats) {gap(1)}(?:in|binnen|te|nabij) {gap(2)}\w+",
    rf"established {gap(1)}in {gap(2)}\w+",
    rf"{STAFF} {gap(4)}(?:woonachtig|wonend|wonen|woont|live) {gap(2)}(?:in|te|op|binnen) \w+",
    rf"{STAFF} {gap(2)}(?:in|te|binnen) {gap(4)}(?:wonen|woont|woonachtig)",
    rf"{SELLERS} {gap(4)}(?:binnen|buiten) {gap(1)}(?:gemeente|provincie|stads|lands|regio)grenzen",
    rf"(?:in|binnen|uit) {gap(1)}eigen (?:regio|streek|gemeente|provincie|land|omgeving|stad)",
    rf"(?:heeft|hebben|hebt|beschik\w*|has|houdt) {gap(9)}(?:vestiging|kantoor|servicepunt|magazijn|"
    rf"werkplaats|filiaal"
    rf"|steunpunt|depot|office|branch) {gap(2)}(?:in|binnen|te|nabij|within) {gap(2)}\w+",
    rf"(?:in|binnen|te) {gap(2)}\w+ gevestigd(?:e)? {gap(2)}{FIRMS}",
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
    r"alle lidstaten|\bgpa\b|\bwelkom\b|andere lidstaten|andere lidstaat|other member states|ongeacht "
    r"(?:de|het|waar|hun)|"
    r"waar (?:dan )?ook gevestigd|land (?:waar|waarin) (?:de|hij|zij)|ondernemers? uit alle|handelsregister|"
    r"volgens (?:de|het) (?:wetgeving|recht)|lidstaat van vestiging",
    re.IGNORECASE,
)


def place_asked(line: str) -> re.Match[str] | None:
    """Where a firm sits or a thing comes from; where data are stored is another matter."""
    if _ABOUT_DATA.search(line) or _ALL_STATES.search(line):
        return None
    if about_the_buyer(line):
        return _outside_demand(line)
    return _outside_demand(line) or first_demanded(ORIGIN, line, lambda found: not _for_the_record(found))


def _for_the_record(match: re.Match[str]) -> bool:
    """A bidder may be asked to name its country, as on any form; the buyer has a warehouse as well."""
    if _ANYBODYS_SITE.match(match[0]) and not _A_FIRM.search(match.string):
        return True
    return bool(_LAND.match(match[0]) and _NAMES.search(match.string) and not _COUNTS.search(match.string))


_ANYBODYS_SITE = re.compile(r"(?:kantoor|magazijn|werkplaats|depot|office)(?! van ?waaruit)\b")
_A_FIRM = words(
    *(
        r"inschrijvers?",
        r"\w*leveranciers?",
        r"opdrachtnemers?",
        r"bedrij(?:f|ven)",
        r"ondernem\w+",
        r"u",
        r"uw",
    ),
    *(
        r"gegadigden?",
        r"suppliers?",
        r"tenderers?",
        r"bidders?",
        r"contractor",
        r"partijen",
        r"\w*aanbieders?",
        r"is vereist",
    ),
)
_LAND = re.compile(r"land van (?:vestiging|herkomst|oorsprong|productie)|country of establishment")
_NAMES = re.compile(r"\b(?:noem|vermeld|geef|geeft|vul|vult|opgave|invul)\w*")
_COUNTS = re.compile(r"punt|score|uitgesloten|voorkeur|geweigerd")


def local_words(line: str) -> re.Match[str] | None:
    other = _ABOUT_DATA.search(line) or _A_FUNCTION.search(line)
    return None if other else first_demanded(LOCAL, line)


_A_FUNCTION = words(
    rf"(?:geleverd|afgeleverd|bezorgd|geplaatst|geinstalleerd|uitgereikt) {gap(1)}(?:op|bij|aan) {gap(4)}"
    r"(?:vestiging(?:en)?|locaties?|scholen|kantoren)",
    rf"(?:applicatie|software|systeem|oplossing|module|platform|portaal) {gap(4)}(?:ondersteunt|registreert|"
    r"beheert|toont|kan|kent)",
)


def _outside_demand(line: str) -> re.Match[str] | None:
    """ "Niet afkomstig uit China" is a demand on origin, though it says "niet"."""
    return None if _NO_MATTER.search(line) else _NOT_FROM.search(line)


_NO_MATTER = re.compile(r"\b(?:hoeft|hoeven|niet van belang|maakt niet uit|geen rol|does not matter)\b")
_NOT_FROM = words(
    rf"(?:niet|geen|not) {gap(4)}(?:uit|in|van|from) {gap(2)}(?:{FAR_COUNTRIES}|{NATIONAL} landen|"
    rf"landen {gap(3)}buiten)",
    rf"geen {NATIONAL} (?:merk\w*|fabrika\w*|leveranciers?|apparatuur|hardware|componenten|makelij|"
    rf"producten)",
    rf"(?:buiten|not from|outside) {gap(1)}(?:china|azie|rusland|de eu|asia) {gap(2)}{MADE}",
)

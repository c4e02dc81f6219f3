"""Who and what has a place - firms, workshops, staff - and how countries and regions are named."""

from tenders.lint.vocabulary.patterns import any_of

FIRMS = any_of(
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
MADE = (
    r"(?:geproduceerde?|gemaakte?|vervaardigde?|geassembleerde?|gefabriceerde?|ingekochte?|gevestigde?|"
    r"geworteld|"
    r"afkomstige?|herkomstig|actief|verankerd|produceren|inkopen|in te kopen|vervaardigen|maken|"
    r"gerepareerd|repareren|"
    r"gerefurbisht|made|produced|manufactured|assembled|sourced|based|established|located)"
)
REGION_NAMES = (
    "groningen",
    "friesland",
    "drenthe",
    "overijssel",
    "twente",
    "flevoland",
    "gelderland",
    "utrecht",
    "holland",
    "randstad",
    "zeeland",
    "brabant",
    "limburg",
    "vlaanderen",
)
_REGIONS = rf"(?:noord-|zuid-)?(?:{'|'.join(REGION_NAMES)})"
COUNTRY = (
    rf"(?:{_REGIONS}|nederland|belgie|duitsland|frankrijk|china|rusland|taiwan|holland|europa|azie|polen|"
    r"tsjechie|"
    r"(?:de )?(?:benelux|eu|e\.u\.|eer|europese unie|europese economische ruimte|verenigde staten|vs|regio|"
    r"streek|"
    r"gemeente|provincie|omgeving|buurt|stad)|the (?:netherlands|eu|european union|region)|europe|germany|"
    r"asia)"
)
NATIONAL = r"(?:nederlandse?|belgische?|duitse?|europe(?:se|es)|hollandse?|chinese?|dutch|european|german)"
SITES = (
    r"(?:helpdesk|servicedesk|klantenservice|callcenter|\w*fabriek|productielocatie|\w*werkplaats|magazijn|"
    r"(?:distributie|reparatie|service|support|productie|assemblage)centrum|hoofdkantoor|supportafdeling|"
    r"factory|workshop|warehouse)"
)
STAFF = (
    r"(?:medewerkers|ontwikkelaars|monteurs|consultants|personeel|adviseurs|programmeurs|trainers|developers)"
)
SELLERS = (
    r"(?:reparateur|leverancier|inschrijver|onderneming|bedrij(?:f|ven)|partij|onderaannemer|"
    r"werkplaats|kantoor|"
    r"vestiging|servicepunt|dienstverlener|installateur)(?:en|s)?"
)
REGIONAL = (
    r"(?:lokaal|lokale|regionaal|regionale|"
    r"plaatselijke?|streekgebonden|nabijgelegen|local|regional|binnenlandse?)"
)

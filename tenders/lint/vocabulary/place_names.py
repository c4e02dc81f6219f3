"""Who and what has a place - firms, workshops, staff - and how countries and regions are named."""

from tenders.lint.vocabulary.gazetteer import CITIES, COUNTRIES, REGION_NAMES
from tenders.lint.vocabulary.patterns import any_of

FIRMS = any_of(
    r"(?:reparateur|installateur|monteur|maker|recycler|verwerker|supplier|manufacturer|firm)s?",
    r"leveranciers?",
    r"onderneming(?:en)?",
    r"ondernemers?",
    r"ondernemerschap",
    r"bedrij(?:f|ven|fsleven)",
    r"mkb(?:-\w+|'?ers)?",
    r"zzp'?ers",
    r"vakmensen",
    r"installatiebedrij\w+",
    r"opdrachtnemers?",
    r"combinat(?:ie|ies)",
    r"(?:langdurig )?werklozen",
    r"stagiairs",
    r"leerlingen",
    r"(?:service)?monteurs",
    r"fabrikaten",
    r"componenten",
    r"hardware",
    r"apparatuur",
    r"landen",
    r"suppliers",
    r"manufacturers",
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
    r"gerepareerd|repareren|woonachtig|wonend|wonen|gelegen|ontwikkeld|ontworpen|afkomst|headquartered|"
    r"situated|"
    r"samengesteld|gebouwd|"
    r"gerefurbisht|made|produced|manufactured|assembled|sourced|based|established|located)"
)
ACTIVITIES = (
    r"(?:\w*ontwikkeling|\w*productie|\w*assemblage|\w*fabricage|\w*reparaties?|refurbish\w*|\w*support|"
    r"\w*ondersteuning|\w*helpdesk|\w*servicedesk|\w*dienstverlening|\w*beheer|development|manufacturing|"
    r"assembly)"
)
FAR_COUNTRIES = (
    r"(?:china|rusland|azie|taiwan|india|israel|turkije|iran|vietnam|amerika|de vs|asia|russia|belarus)"
)
_REGIONS = rf"(?:noord-|zuid-|oost-|west-)?(?:{'|'.join((*REGION_NAMES, *CITIES))})"
COUNTRY = (
    rf"(?:{_REGIONS}|(?:{'|'.join(COUNTRIES)})|"
    r"(?:de )?(?:benelux|eu|e\.u\.|eer|europese unie|europese economische ruimte|verenigde staten|vs|vk|"
    r"verenigd koninkrijk|(?:eigen |directe )?(?:regio|streek|gemeente|provincie|omgeving|buurt|stad|"
    r"nabijheid)|"
    r"\w+regio(?: \w+)?|lage landen|eu-lidstat\w+|lidstaten)|"
    r"een (?:land (?:van|binnen|in|buiten) (?:de )?(?:eu|eer|europese unie|europa|benelux)|eu-land|"
    r"europees land|lidstaat|ander land)|"
    r"(?:nederlands|europees|duits|belgisch|eigen)e? (?:grondgebied|bodem|territorium|gebied|markt)|"
    r"the (?:netherlands|eu|european union|european economic area|eea|region|province|municipality|usa?))"
)
NATIONAL = (
    r"(?:nederlandse?|belgische?|duitse?|europe(?:se|es)|hollandse?|chinese?|aziatische?|amerikaanse?|"
    r"russische?|"
    r"israelische?|indiase?|turkse?|vlaamse?|friese?|brabantse?|limburgse?|zeeuwse?|twentse?|groningse?|"
    r"drentse?|"
    r"gelderse?|utrechtse?|dutch|european|german|chinese|asian|american)"
)
SITES = (
    r"(?:helpdesk|servicedesk|klantenservice|callcenter|contactcenter|supportteam|serviceorganisatie|service|"
    r"ondersteuning|\w*depot|reparatie|\w*fabriek|\w*locatie van (?:de )?\w+|productielocatie|"
    r"\w*werkplaats|magazijn|"
    r"(?:distributie|reparatie|service|support|productie|assemblage)centrum|hoofdkantoor|supportafdeling|"
    r"factory|workshop|warehouse)"
)
STAFF = (
    r"(?:\w*medewerkers?|ontwikkelaars|\w*monteurs?|\w*technic(?:us|i)|helpdeskers|stagiairs|"
    r"leerlingen|consultants|personeel|adviseurs|programmeurs|trainers|developers)"
)
SELLERS = (
    r"(?:reparateur|leverancier|inschrijver|opdrachtnemer|onderneming|bedrij(?:f|ven)|partij|onderaannemer|"
    r"werkplaats|kantoor|"
    r"vestiging|servicepunt|dienstverlener|installateur)(?:en|s)?"
)
REGIONAL = (
    r"(?:lokaal|lokale|regionaal|regionale|"
    r"plaatselijke?|streekgebonden|nabijgelegen|local|regional|binnenlandse?)"
)

"""What a firm has, is or does as a whole, whatever it delivers: its fleet, people, gifts and clubs."""

import re

from tenders.lint.vocabulary.estate import FIRM
from tenders.lint.vocabulary.negation import first_demanded
from tenders.lint.vocabulary.patterns import any_of, gap, words

_PEOPLE = any_of(
    r"\w*medewerkers",
    r"werknemers",
    r"\w*personeel\w*",
    r"employees",
    r"staff",
    r"workforce",
    r"collega's",
)
_WHOLE = r"(?:totale|hele|gehele|volledige|vaste|eigen|al zijn|al haar|al uw|alle|entire|total)"
_TOP = any_of(
    r"directie\w*",
    r"raad van (?:bestuur|commissarissen)",
    r"bestuur",
    r"management\w*",
    r"leidinggevenden?",
    r"topfuncties",
    r"board",
)
_DIVERSE = any_of(
    r"vrouw\w*", r"divers\w*", r"inclusi\w*", r"mannen", r"women", r"loonkloof", r"beloningsverschil\w*"
)
_ALWAYS = words(
    r"personeelsbestand",
    rf"{_WHOLE} {gap(1)}{_PEOPLE}(?! van (?:de |het |onze )?(?:gemeente|provincie|opdrachtgever|waterschap))",
    r"(?:goede|maatschappelijke|charitatieve|liefdadige) doelen",
    r"donaties?",
    r"liefdadigheid\w*",
    r"charit(?:y|ies|able)",
    r"lidmaatschap(?:pen)?",
    r"(?:goed|duurzaam|sociaal|inclusief) werkgeverschap",
    r"(?:bedrijfs|lease|dienst|pool)-?(?:auto'?s|wagens)",
    r"woon-?werk\w*",
    r"(?:esg|duurzaamheids|mvo|csr|sustainability)[- ]?(?:rating|ranking|beoordeling|keurmerk)s?",
    rf"{_DIVERSE} {gap(6)}{_TOP}",
    rf"{_TOP} {gap(6)}{_DIVERSE}",
    r"ziekteverzuim\w*",
    r"maatschappelijk(?:e)? (?:betrokken\w*|betrokkenheid|initiatieven|projecten)",
    r"wajongers?",
    r"(?:percentage|aandeel|aantal) (?:\w+e )?(?:vrouwen|vrouwelijke \w+|mannen|nationaliteiten)",
    rf"(?:compense\w*|compensatie van) {gap(5)}(?:vluchten|vliegreizen|reizen|zakenreizen)",
    r"(?:vrijwilligers|sponsor)\w*",
)
_OF_THE_FIRM = words(
    r"\w*wagenpark",
    r"\w*voertuigenpark",
    r"fleet",
    r"(?:jaar|netto|bedrijfs)?winst(?:deel|percentage)?",
    r"(?<!eerste )(?<!tweede )(?<!derde )(?<!vierde )(?<!vijfde )lid (?:is |bent |zijn )?van",
    r"(?:eigen|zijn|haar|uw) (?:inkoop|inkoopbeleid|inkoopproces\w*)",
    r"(?<!prijzen van )(?:eigen|zijn|haar|uw) (?:toeleveranciers|leveranciers)",
    r"al (?:zijn|haar|uw) \w+",
    r"leden van (?:een|het|de)",
    r"aangesloten",
    r"ondertekenaar",
    rf"ondertekend {gap(1)}(?:\w*convenant|charter|manifest|akkoord|green deal|intentieverklaring|pledge)",
    r"\w*convenant(?:en)?",
    r"charter",
    r"awards?",
    r"onderscheiding(?:en)?",
    r"(?:toegekende|gewonnen|behaalde) (?:prijzen|prijs|titels?)",
    r"green deal",
    r"(?:co2|klimaat|duurzaamheids|milieu|csr|mvo|esg)-?(?:ambities?|prestaties?|score|resultaten|award|"
    r"prijs)",
    r"(?:duurzaam|maatschappelijk betrokken|maatschappelijk|verantwoord|sociaal) ondernem\w*",
    r"social enterprise",
    r"sociale onderneming",
    r"kantine",
    r"zonnepanelen",
    rf"(?:uitstoot|emissies?|voetafdruk|footprint) {gap(3)}(?:concern|groep|onderneming|organisatie)",
    rf"(?:scope (?:1|2|3)|scope-?[123])\S* {gap(1)}(?:en|and|uitstoot|emissies?|emissions?)",
    r"(?:zijn|haar|hun|uw|eigen) (?:totale |jaarlijkse )?(?:\w+-)?(?:uitstoot|voetafdruk|footprint|"
    r"energieverbruik|"
    r"emissies)",
    r"arbeidsvoorwaarden",
    r"fietsvergoeding",
    r"(?:corporate|company) (?:social|policy|policies|culture|values|sustainability|fleet|emissions)",
)
_NAMES_A_FIRM = re.compile(
    rf"(?<!\w)(?:{FIRM}|kandida(?:at|ten)|gegadigden?|uw|your|its own|als werkgever|inschrijvende partij|"
    rf"marktpartij\w*)(?!\w)"
)


def firm_wide(line: str) -> re.Match[str] | None:
    """Something about the firm as a whole; the caller sees to it that it is not about this contract."""
    found = first_demanded(_ALWAYS, line)
    if found or not _NAMES_A_FIRM.search(line):
        return found
    return first_demanded(_OF_THE_FIRM, line)

"""Test reports and certificates that are asked for the product, and the bodies that give them."""

import re

from tenders.lint.vocabulary.certificates import MANAGEMENT, OTHER_CERTIFICATES
from tenders.lint.vocabulary.labels import LABEL
from tenders.lint.vocabulary.negation import first_demanded, is_example
from tenders.lint.vocabulary.patterns import any_of, gap, words

_BODY = any_of(
    r"t(?:ü|u|ue)v(?:[- ](?:rheinland|s(?:ü|u|ue)d|nord|nederland|it|austria|hessen|saarland))?",
    r"dekra(?: certification| nederland)?",
    r"kiwa(?: nederland)?",
    r"kema(?: labs)?",
    r"sgs",
    r"intertek",
    r"tno",
    r"ul(?: solutions)?",
    r"bureau veritas",
    r"vde",
    r"nemko",
    r"certios",
    r"telefication",
    r"dnv(?: gl)?",
    r"lloyd'?s?(?: register)?",
    r"lrqa",
    r"csa",
    r"bsi(?: group)?",
    r"demko",
    r"semko",
    r"fimko",
    r"eurofins",
    r"applus",
    r"cetecom",
    r"nmi",
    r"tuvit",
    r"secura",
    r"brightsight",
    r"riscure",
    r"keurmerkinstituut",
    r"vin(?:ç|c)otte",
    r"cebec",
    r"imq",
    r"etl",
    r"fm approvals",
    r"efectis",
    r"peutz",
    r"fraunhofer\w*",
    r"agentschap telecom",
    r"rdi",
    r"dare",
    r"phoenix testlab",
    r"ocimf",
    r"stiftung warentest",
    r"certiked",
)
_INSTITUTE = (
    r"(?:instantie|instelling|\w*laboratorium|\w*lab|keuringsinstituut|"
    r"instituut|keuringsinstantie|testinstituut|conformiteitsbeoordelings\w+|certificeringsinstantie|"
    r"certificerende|keuringsdienst|certificatie-?instelling|\w*meetbureau|notified body|"
    r"body|laborator(?:y|ies)|institute|(?:onafhankelijke?|geaccrediteerde|erkende|externe|derde) "
    r"(?:\w+ )?(?:partij|organisatie|deskundige)|testhuis|\w*bureau|auditor|specialist)"
)
_PAPER = (
    r"(?:\w*certifica(?:at|ten)|\w*attest|keurings?bewijs|keurings?rapport|certificate|\w*rapport(?:age|"
    r"en)?|verklaring|"
    r"report|\w*verslag|goedkeuring|keuring|typegoedkeuring)"
)
_TESTED = (
    r"(?:getest|gekeurd|gecertificeerde?|gemeten|beproefd|goedgekeurd|gekeurde|geteste|onderzocht|"
    r"gevalideerd|"
    r"vastgesteld|bepaald|geverifieerd|tested|certified|approved|verified)"
)
_BY = r"(?:van|door|bij|afgegeven door|verstrekt door|from|by|issued by)"
_PLAIN_REPORTS = (
    (
        r"(?:test|keurings?|beproevings|laboratorium|typekeurings|typegoedkeurings|goedkeurings|inspectie|"
        r"metings)-?(?:rapport|rapporten|rapportage|verslag|verslagen|certificaat|certificaten|bewijs|"
        r"bewijzen|verklaring|attest|document)"
    ),
    r"(?:test|inspection) (?:reports?|certificates?)",
    (
        r"(?:product|conformiteits|type|veiligheids|kwaliteits|cb-?test|keurmerk|keur|brandveiligheids)-?"
        r"certifica(?:at|ten)(?! van de inschrijver)"
    ),
    r"certifica(?:at|ten) van (?:conformiteit|overeenstemming)",
    r"certificates? of conformity",
    r"iecee[- ]?(?:cb)?[- ]?\w*",
    r"cb-(?:test)?(?:certificaat|rapport)",
    r"typegoedkeuring",
    (
        rf"certificaat {gap(2)}(?:waaruit blijkt|dat aantoont|waarmee) {gap(6)}(?:laptop|product|apparaat|"
        rf"apparatuur|toestel|beeldscherm|server|voeding|accu|batterij)\w*"
    ),
)
_OF_AN_INSTITUTE = (
    rf"{_PAPER} {gap(3)}{_BY} {gap(5, commas=True)}{_INSTITUTE}",
    rf"{_TESTED} {gap(4)}(?:door|bij|by|in) {gap(4)}{_INSTITUTE}",
    rf"(?:door|bij|by) {gap(3)}{_INSTITUTE} {gap(2)}{_TESTED}",
    (
        rf"(?:door|van|by) {gap(3)}{_INSTITUTE}(?: \([^)]{{0,60}}\))? {gap(2)}(?:afgegeven|opgestelde?|"
        rf"uitgegeven|"
        rf"verstrekte?|opgemaakte?) {gap(2)}{_PAPER}"
    ),
    (
        rf"(?:\w*meting|\w*metingen|\w*test|keuring|proef) {gap(4)}(?:uitgevoerd|verricht|gedaan|performed) "
        rf"{gap(1)}(?:door|bij|by) {gap(4)}{_INSTITUTE}"
    ),
)
_OF_A_BODY = (
    rf"{_PAPER} {gap(6, commas=True)}{_BY} {gap(2)}{_BODY}",
    rf"{_TESTED} {gap(4)}(?:door|bij|by) {gap(3)}{_BODY}",
    (
        rf"(?:door|van|by) {gap(2)}{_BODY} {gap(3)}(?:\w*gekeurd\w*|getest\w*|gecertificeerd\w*|beproefd\w*|"
        rf"(?:afgegeven|opgestelde?|uitgegeven|verstrekte?|opgemaakte?) {gap(2)}{_PAPER}|afgegeven|verstrekt)"
    ),
    rf"(?:\w*keuring|\w*test|\w*meting) (?:door|van|bij) {_BODY}",
    (
        rf"{_BODY}[- ](?:certifica\w+|gecertificeerd\w*|gekeurd\w*|rapport|\w*keuring|testrapport|\w*keur|"
        r"goedkeuring|approved|tested|listed|marking|markering|logo|keurmerk)"
    ),
    r"kema-?keur\w*",
    rf"afkomstig van {_BODY}",
    rf"(?:door|van|bij) {gap(1)}\w+-(?:gecertificeerde?|erkende?|geaccrediteerde?) {_INSTITUTE}",
    rf"{_INSTITUTE} met {gap(1)}\w+-(?:keurmerk|certificaat|erkenning)",
)
_NAMED = words(*_OF_A_BODY)
_OTHERS = words(*_OF_AN_INSTITUTE, *_PLAIN_REPORTS)
_OR = re.compile(r"(?<=\S )(?:of|or) (?:een |het |a |the )?$")  # one of several ways to prove something
NAMED_BODY = re.compile(rf"(?<!\w){_BODY}(?!\w)", re.IGNORECASE)
_MADE_LATER = words(
    r"(?:na|bij) (?:elke|iedere|elk|ieder|afloop|oplevering|de oplevering|installatie|afronding)\w*",
    r"per (?:kwartaal|release|maand|sprint|oplevering|jaar|incident)",
    r"releases?",
    rf"(?:stelt|maakt|schrijft) {gap(12, commas=True)}(?:op|vast)",
    r"(?:opstellen|opgesteld|vastleggen|vastgelegd) in",
    r"maandelijks\w*",
    r"jaarlijks\w*",
    r"testplan",
    r"bevindingen",
    r"after each",
)
_CERTIFICATES = (r"\w*certifica(?:at|ten)", r"\w*attest(?:en)?", r"certificates?", r"\w*keuringsbewijs")
_ANY_CERTIFICATE = words(*_CERTIFICATES)
REPORT = words(*_OF_A_BODY, *_OF_AN_INSTITUTE, *_PLAIN_REPORTS, *_CERTIFICATES)
_ANOTHER_CERTIFICATE = re.compile(
    r"\b(?:tls|ssl|pki\w*|https|website|handtekening\w*|oorsprong|gvo|verbinding\w*|opleiding\w*|training\w*|"
    r"cursus\w*|persone\w*|projectleider|medewerkers?|monteurs?|deelnemers?|e-?herkenning|"
    r"co2-?prestatieladder|"
    r"root|server-?certifica\w+|inschrijver is|onderneming|organisatie|deelname|instructie|workshop|"
    r"koppeling\w*|beveilig\w*|uitgever|certificaatautoriteit|digitale?|geschiktheid\w*|of origin)\b|"
    r"versleutel|vernietig|wissing|gewist|destruction|erasure",
)
_OUR_OWN = words(
    r"(?:gebruikers)?acceptatietest\w*",
    r"penetratietest\w*",
    r"pentest\w*",
    r"hersteltest\w*",
    r"uitwijktest\w*",
    r"functionele test\w*",
    r"(?:vernietiging|datavernietiging|datawissing|wissen|wissing|wiping|erasure|destruction)\w*",
)
_BUYER = any_of(
    r"inkoper",
    r"beoordelaars?",
    r"beoordelingscommissie",
    r"opdrachtgever",
    r"gemeente",
    r"contractmanager",
    r"aanbestedende dienst",
    r"commissie",
    r"wij",
    r"buyer",
    r"authority",
)
_BUYER_TESTS = re.compile(
    rf"(?<!\w){_BUYER} (?:test|laat|meet|onderzoekt|keurt|voert) |"
    rf"(?<!\w)(?:test|laat|meet|keurt) {gap(1)}{_BUYER}(?!\w)|"
    rf"op (?:haar|zijn|eigen|onze) kosten|kosten {gap(5)}(?:voor rekening van) {gap(1)}{_BUYER}(?!\w)",
    re.IGNORECASE,
)
_ALIKE = words(
    r"(?:op|met) gelijke (?:voet|wijze)", rf"(?:andere )?lidstaten {gap(4)}gelijk {gap(2)}behandeld"
)
_BY_OTHERS = words(_INSTITUTE)
_LOOKS = re.compile(
    rf"(?<!\w){_BUYER} {gap(4)}(?:controle\w+|vergelijk\w*|toetst|leest|beoordeelt|bekijkt|gebruikt|legt|"
    rf"check\w*|"
    r"compares?|verif\w+)"
    r"|(?<!\w)(?:vergelijken|controleren|nagaan|inzien|compare|read) (?:[\w-]+ ){0,6}(?:met|in|with|the|"
    r"het|de) ",
    re.IGNORECASE,
)


def demanded_report(line: str) -> re.Match[str] | None:
    """A test report or certificate for the product that the bidder must hand in."""
    if _BUYER_TESTS.search(line) or _ALIKE.search(line):
        return None
    named = first_demanded(_NAMED, line, _stands_alone)
    if named or _OUR_OWN.search(line) or _LOOKS.search(line):
        return named
    found = first_demanded(_OTHERS, line, _stands_alone)
    if found is None or (_MADE_LATER.search(line) and not _BY_OTHERS.search(line)):
        return None
    return None if MANAGEMENT.search(line) and "rapport" not in found[0] else found


def certificate_as_proof(line: str) -> re.Match[str] | None:
    """Any certificate in a text about proof; those of a firm, a person or a website are something else."""
    if _ANOTHER_CERTIFICATE.search(line) or MANAGEMENT.search(line) or OTHER_CERTIFICATES.search(line):
        return None
    if any(other.search(line) for other in (LABEL, _OUR_OWN, _LOOKS, _BUYER_TESTS, _ALIKE)):
        return None
    return first_demanded(_ANY_CERTIFICATE, line, _stands_alone)


def _stands_alone(match: re.Match[str]) -> bool:
    """No example, and not the last of several ways to prove something."""
    line = match.string
    return not (is_example(line, match) or _OR.search(line[: match.start()]))


def report_or_certificate(line: str) -> re.Match[str] | None:
    """For a text about proof, where the product need not be named."""
    return demanded_report(line) or certificate_as_proof(line)

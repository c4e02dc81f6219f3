"""Test reports and certificates that are asked for the product, and the bodies that give them."""

import re

from tenders.lint.vocabulary.certificates import MANAGEMENT
from tenders.lint.vocabulary.negation import is_example, is_negated
from tenders.lint.vocabulary.patterns import any_of, gap, only_with, words

_BODY = (
    r"(?:t(?:ü|u|ue)v(?:[- ]\w+)?|dekra|kiwa|kema|sgs|intertek|tno|ul solutions|ul|bureau veritas|vde|"
    r"nemko|certios|"
    r"dnv(?: gl)?|lloyd's?(?: register)?|csa|bsi|demko)"
)
_INSTITUTE = (
    r"(?:instantie|instelling|\w*laboratorium|lab|testlab(?:oratorium)?|meetlaboratorium|keuringsinstituut|"
    r"instituut|"
    r"keuringsinstantie|testinstituut|conformiteitsbeoordelings\w+|certificeringsinstantie|certificerende|"
    r"body|"
    r"laboratory|institute|partij|organisatie|testhuis|bureau)"
)
_PAPER = (
    r"(?:certifica(?:at|ten)|keuringsbewijs|keurings?rapport|certificate|\w*rapport|verklaring|report|"
    r"\w*verslag)"
)
REPORT = words(
    r"(?:test|keurings|beproevings|laboratorium|typekeurings)-?(?:rapport|rapporten|rapportage|"
    r"verslag|verslagen|"
    r"certificaat|certificaten|bewijs|verklaring)",
    r"test reports?",
    r"test certificates?",
    r"(?:product|conformiteits|type|typekeurings|veiligheids|kwaliteits)-?certifica(?:at|"
    r"ten)(?! van de inschrijver)",
    r"certifica(?:at|ten) van (?:conformiteit|overeenstemming)",
    r"certificate of conformity",
    r"iecee[- ]?(?:cb)?[- ]?\w*",
    r"cb-(?:certificaat|rapport)",
    rf"{_PAPER} {gap(3)}(?:van|door|afgegeven door|from|by|issued by) {gap(5, commas=True)}{_INSTITUTE}",
    rf"{_PAPER} {gap(3)}(?:van|door|afgegeven door|from|by|issued by) {gap(2)}{_BODY}",
    rf"(?:getest|gekeurd|gecertificeerd|gemeten|beproefd|goedgekeurd|tested|certified) {gap(2)}(?:door|bij|"
    rf"by) {gap(4)}"
    rf"(?:{_INSTITUTE}|{_BODY})",
    rf"(?:door|van) {gap(3)}(?:{_INSTITUTE}|{_BODY}) {gap(2)}(?:afgegeven|opgestelde?|uitgegeven|"
    rf"verstrekte?|opgemaakte?) {gap(2)}{_PAPER}",
    rf"(?:keuring|typekeuring|test|meting) (?:door|van|bij) {_BODY}",
    rf"{_BODY}[- ](?:certifica\w+|gecertificeerd\w*|gekeurd\w*|rapport|keuring|testrapport)",
    rf"certificaat {gap(2)}(?:waaruit blijkt|dat aantoont|waarmee) {gap(6)}(?:laptop|product|apparaat|"
    rf"apparatuur|"
    r"toestel|beeldscherm|server|voeding|accu|batterij)\w*",
)
_OR = re.compile(r"(?<=\S )(?:of|or) (?:een |het |a |the )?$")  # one of several ways to prove something
NAMED_BODY = re.compile(rf"(?<!\w){_BODY}(?!\w)", re.IGNORECASE)
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
_LOOKS = re.compile(
    rf"(?<!\w){_BUYER} {gap(4)}(?:controle\w+|vergelijk\w*|toetst|leest|beoordeelt|bekijkt|gebruikt|legt|"
    rf"check\w*|"
    r"compares?|verif\w+)",
    re.IGNORECASE,
)


@only_with(
    "rapport",
    "verslag",
    "report",
    "certific",
    "bewijs",
    "getest",
    "gekeurd",
    "gemeten",
    "beproefd",
    "goedgekeurd",
    "tested",
    "iecee",
    "keuring",
    "verklaring",
)
def demanded_report(line: str) -> re.Match[str] | None:
    """A test report or certificate for the product that the bidder must hand in."""
    if _OUR_OWN.search(line) or _LOOKS.search(line):
        return None
    found = REPORT.search(line)
    if (
        found is None
        or is_negated(line, found)
        or is_example(line, found)
        or _OR.search(line[: found.start()])
    ):
        return None
    return None if MANAGEMENT.search(line) and "rapport" not in found[0].lower() else found

"""Certificates of a firm: for environmental or quality management, and others."""

import re

from tenders.lint.vocabulary.negation import first_demanded
from tenders.lint.vocabulary.patterns import gap, only_with, words

_NUMBERED = r"(?:iso|nen|nen-en|nen-iso|nen-en-iso|en-iso|en iso)[- ]?(?:norm |certificering |certificaat )?"
_SYSTEM = (
    r"(?:milieu|kwaliteits?|energie|environmental|quality|energy)[- ]?(?:management|zorg|borgings?|beheer)\w*"
)
_CERTIFIED = r"(?:gecertificeerd\w*|certifica\w+|certifice\w+|certified|erkend\w*|geaccrediteerd\w*)"

MANAGEMENT = words(
    rf"{_NUMBERED}(?:14001|14002|9001|50001|14005|9002|14004)(?::\d{{4}})?",
    r"emas(?:-\w+)?",
    r"ohsas 18001",
    r"bs 7750",
    rf"{_CERTIFIED} {gap(4)}{_SYSTEM}(?: ?-?systeem| system)?",
    rf"{_SYSTEM}(?: system)? {gap(4)}{_CERTIFIED}",
    r"milieu-?certifica(?:at|ten|te|tes|ering)",
    r"kwaliteits-?certifica(?:at|ten|ering)",
)
SYSTEM = words(rf"{_SYSTEM}(?: system)?", r"milieuzorg", r"kwaliteitszorg")
_FOR_THIS = words(
    rf"(?:voor|van|over|bij|tijdens|gedurende|in het kader van|ter uitvoering van|binnen) {gap(4)}(?:deze|"
    rf"dit|"
    rf"de) {gap(2)}"
    r"(?:opdracht|uitvoering|overeenkomst|contract|levering(?:en)?|dienst|dienstverlening|werkzaamheden|"
    r"looptijd)",
    rf"(?:in performing|for|under) {gap(2)}(?:this|the) {gap(1)}(?:contract|agreement|delivery)",
)


_NAMED = (
    "14001",
    "14002",
    "14004",
    "14005",
    "9001",
    "9002",
    "50001",
    "emas",
    "18001",
    "7750",
    "management",
    "zorg",
    "borging",
    "beheer",
    "milieucert",
    "milieu-cert",
    "kwaliteitscert",
    "kwaliteits-cert",
)  # each certificate or system has one of these in it


@only_with(*_NAMED)
def management_certificate(line: str) -> re.Match[str] | None:
    """A certificate for environmental, energy or quality management that is asked."""
    return first_demanded(MANAGEMENT, line)


@only_with(*_NAMED)
def management_system(line: str) -> re.Match[str] | None:
    """The same, or the system without a certificate."""
    return first_demanded(MANAGEMENT, line) or first_demanded(SYSTEM, line)


def for_this_contract(line: str) -> bool:
    return bool(_FOR_THIS.search(line))


OTHER_CERTIFICATES = words(
    rf"{_NUMBERED}(?:9001|27001|27701|20000|22301|45001|26000|27017|27018|37001|13485)(?:-\d+)?(?::\d{{4}})?",
    r"iso/iec[- ](?:27001|20000|27701)(?:-\d)?(?::\d{4})?",
    r"certifica(?:at|ten|ering) voor kwaliteits\w+",
    r"nen[- ]?7510(?:-\d)?",
    r"soc[- ]?(?:1|2|3)(?: type (?:i|ii|1|2))?",
    r"isae[- ]?(?:3402|3000)",
    r"vca\*{0,2}",
    r"sa ?8000",
    r"(?:microsoft|google|aws|cisco|hp|dell|vmware|gold|silver|platinum|"
    r"certified)[- ](?:\w+[- ])?partner(?:status)?",
    r"partnerstatus",
    r"(?:gold|silver|platinum)[- ]partner",
    r"erkend leerbedrijf",
    r"pso(?:-\w+)?",
)

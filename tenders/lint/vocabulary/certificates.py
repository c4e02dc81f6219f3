"""Certificates of a firm: for environmental or quality management, and others."""

import re

from tenders.lint.vocabulary.negation import first_demanded
from tenders.lint.vocabulary.patterns import gap, only_with, words

_NUMBERED = r"(?:iso|nen|nen-en|nen-iso|nen-en-iso|en-iso|en iso)[- ]?(?:norm |certificering |certificaat )?"
_SYSTEM = (
    r"(?:milieu|kwaliteits?|energie|environmental|quality|energy)[- ]?(?:management|zorg|borgings?|beheer)\w*"
)
_CERTIFIED = r"(?:gecertificeerd\w*|certifica\w+|certifice\w+|certified|erkend\w*|geaccrediteerd\w*)"

_OF_MANAGEMENT = (
    rf"{_NUMBERED}(?:14001|14002|9001|50001|14005|9002|14004)(?::\d{{4}})?",
    r"emas(?:-\w+)?",
    r"ohsas 18001",
    r"bs 7750",
    rf"{_CERTIFIED} {gap(4)}{_SYSTEM}(?: ?-?systeem| system)?",
    rf"{_SYSTEM}(?: system)? {gap(4)}{_CERTIFIED}",
    r"milieu-?certifica(?:at|ten|te|tes|ering)",
    r"kwaliteits-?certifica(?:at|ten|ering)",
)
_BY_NORM = (
    r"(?:trede|niveau) \d {gap}co2-?prestatieladder".replace("{gap}", gap(4)),
    r"co2-?prestatieladder\w*",
    rf"{_NUMBERED}(?:27001|27701|20000|22301|27017|27018)(?:-\d+)?(?::\d{{4}})?[- ]?{_CERTIFIED}",
    rf"{_CERTIFIED} {gap(4)}(?:iso(?:/iec)?|nen\S*)[- ](?:27001|27701|20000|22301|7510)(?:-\d)?(?::\d{{4}})?",
)
MANAGEMENT = words(*_OF_MANAGEMENT)
CERTIFICATE = words(*_OF_MANAGEMENT, *_BY_NORM)
SYSTEM = words(rf"{_SYSTEM}(?: system)?", r"milieuzorg", r"kwaliteitszorg")


_OF_A_THING = re.compile(
    rf" (?:van|in|op|door) {gap(3)}(?:server\w*|\w*apparaat|apparatuur|toestel\w*|laptop\w*|\w*scherm\w*|"
    rf"ups\w*|"
    r"accu\w*|batterij\w*|platform|applicatie|systeem|oplossing|software|module|gegevens|data\w*|product\w*|"
    r"printers?|werkplek\w*|rack\w*|switch\w*|devices?)\b"
)
_A_FUNCTION = re.compile(
    rf"\b(?:functies?|functionaliteit\w*|module|instelling\w*|software|tool|dashboard|ondersteunt|opties?) "
    rf"{gap(3)}(?:voor|van|om|met)? ?$"
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
    return first_demanded(MANAGEMENT, line) or first_demanded(SYSTEM, line, _of_a_firm)


def _of_a_firm(match: re.Match[str]) -> bool:
    """ "Energiemanagement van de server" is something that a product does."""
    line = match.string
    return not (_OF_A_THING.match(line, match.end()) or _A_FUNCTION.search(line[: match.start()]))


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


def certificate_of_the_firm(line: str) -> re.Match[str] | None:
    """For suitability: one for management, or for security and the like by a numbered norm."""
    return first_demanded(CERTIFICATE, line)

"""Words about how far a firm sits from the buyer."""

import re

from tenders.lint.vocabulary.negation import first_demanded
from tenders.lint.vocabulary.patterns import gap, only_with, words

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
    rf"(?:korter|kortste|kleiner|kleinste|geringer|minder) {gap(2)}(?:aanrijtijd|aanrijdtijd|aanrijroute|"
    rf"reisduur)",
    rf"(?:aanrijtijd|aanrijdtijd|reisduur) {gap(3)}(?:van|vanaf|vanuit) {gap(3)}(?:\w*vestiging|kantoor|"
    rf"standplaats|"
    r"magazijn|locatie van \w+)",
    rf"hemelsbreed {gap(6)}{_KM}",
    r"\d+ (?:auto|reis|rij)-?minuten",
    r"(?:auto|reis|rij)minuten",
    r"rijtijd",
    r"(?:\d+|dertig|zestig|vijftien) (?:minuten|min|uur) (?:rijden|rijafstand|reisafstand|reizen)",
    rf"distance (?:to|from|between) {gap(5)}\w+",
    r"nabijheid",
    rf"dichter(?:bij)? {gap(5)}(?:bij|ligt|gevestigd|zit)",
    r"(?:uur|minuten|kwartier|halfuur) (?:rijden|reizen|reisafstand|rijafstand)",
    rf"(?<!op )afstand {gap(12)}{_KM}",
)
_SIGNAL = words(
    r"\w*app",
    r"routeplanner",
    r"plattegrond",
    r"kaart",
    r"signaal",
    r"zender",
    r"bereik",
    r"ontvangst",
    r"\w*verbinding(?:en)?",
    r"glasvezel\w*",
    r"kabel(?:s|lengte)?",
    r"draadlo\w+",
    r"radio\w*",
    r"signal",
    r"cables?",
)
_NO_DEMAND = re.compile(
    r"\breiskosten\b|\buurtarie|\bdeclar|in rekening|\bvergoed|"
    r"\btussen (?:de |het )?(?:twee|beide|verschillende|locaties|gebouwen|rekencentra|vestigingen van)\b"
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


@only_with(
    "km",
    "kilomet",
    "afstand",
    "dichter",
    "kwartier",
    "halfuur",
    "tijd",
    "minuten",
    "uur",
    "min ",
    "distance",
    "nabijheid",
)
def distance_asked(line: str) -> re.Match[str] | None:
    """A distance between the firm and the buyer; a signal has one as well, and so has transport."""
    if _MEASURED.search(line) or _SIGNAL.search(line) or _NO_DEMAND.search(line):
        return None
    return first_demanded(DISTANCE, line)

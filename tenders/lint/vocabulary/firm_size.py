"""How big, known and well connected a firm is: its people on the payroll, its branches, its status."""

import re

from tenders.lint.vocabulary.estate import FIRM
from tenders.lint.vocabulary.negation import first_demanded
from tenders.lint.vocabulary.patterns import gap, words

_ON_THE_PAYROLL = (
    r"(?:in (?:vaste |eigen )?dienst|in (?:vast |eigen )?dienstverband|in loondienst|op de loonlijst)"
)
_HOW_MANY = r"(?:meer|minder|minstens|minimaal|aantal|hoeveel|ieder\w*|elk\w*|per|meeste|grootste|\d+)"
_SIZE = words(
    rf"{_HOW_MANY} {gap(10)}{_ON_THE_PAYROLL}",
    rf"{_ON_THE_PAYROLL} {gap(6)}{_HOW_MANY}",
    rf"(?:hoe meer|meeste|aantal|hoeveel) {gap(2)}(?:vestigingen|kantoren|filialen|medewerkers) {gap(2)}"
    rf"{FIRM} (?:heeft|telt|bezit)",
    rf"(?:\d+|of meer|meer dan|minstens|aantal) {gap(2)}(?:vaste|eigen) "
    r"(?:krachten|medewerkers|mensen)(?! van (?:de |het |onze )?"
    r"(?:gemeente|provincie|opdrachtgever|waterschap))",
    rf"(?:jaar|jaren) (?:dat|die|waarin) {gap(2)}{FIRM}",
    r"personele (?:capaciteit|omvang|sterkte)",
)
_PROFILE = words(
    r"bedrijfs(?:profiel|presentatie|historie|geschiedenis)",
    r"company (?:profile|presentation)",
    r"omzet(?:ontwikkeling|verloop|groei)",
    r"klant(?:en)?(?:portefeuille|kring)",
    r"naamsbekendheid",
    rf"(?:reputatie|faam|imago|goede naam|bekendheid|betrouwbaarheid) van {gap(1)}{FIRM}",
    r"betalings(?:gedrag|moraal)",
    r"(?:balans|vermogens|liquiditeits)positie",
    r"referentie-?(?:bezoek|gesprek|check)\w*",
    rf"(?:bestaande|huidige|andere|lopende) (?:klant(?:en)?|opdrachtgevers?|contracten|afnemers?) "
    rf"van {gap(1)}{FIRM}",
    rf"(?:eerder|reeds|eerdere|recent) {gap(1)}(?:afgeronde|uitgevoerde|gerealiseerde|voltooide|opgeleverde) "
    rf"{gap(1)}(?:trajecten|projecten|opdrachten|klussen|implementaties)",
    rf"(?:elk|ieder|elke|iedere|aantal|hoeveel|per) {gap(2)}\w*(?:contract|contracten|opdracht|opdrachten|"
    rf"project|projecten) (?:dat|die) {gap(1)}{FIRM} {gap(4)}(?:heeft|uitvoert|uitvoerde)",
    r"winst- en verliesrekening(?:en)?",
    r"(?:solide|solvabele|kapitaalkrachtige) (?:onderneming|partij|partner|leverancier|indruk)",
    r"bekendheid met (?:de |het )?(?:\w+ )?(?:markt|sector|branche|overheid|doelgroep)",
    r"(?:reeds |eerder )(?:gevoerde|vervulde) opdrachten",
)
_STATUS = words(
    r"\w*(?:dealer|reseller|distributeur|-partner)schap(?:pen)?",
    r"(?:\w+-?)?partner(?:status|niveau|level)",
    r"(?:gold|silver|platinum|premium|elite|gouden|hoogste)[- ]partner\w*",
    r"partner(?:ship)? (?:status|level)",
    r"(?:erkend|gecertificeerd|officieel) (?:dealer|reseller|partner)(?:schap)?",
)
_FOR_THIS = re.compile(
    r"\b(?:op|voor|gedurende|tijdens|bij|binnen|aan) "
    r"(?:deze|dit|de|de onderhavige) (?:opdracht|contract|overeenkomst|"
    r"project)\b|\b(?:in te zetten|ingezet|inzet)\b"
)


def size_or_status(line: str) -> re.Match[str] | None:
    """What a firm is before it starts; those whom it puts on the contract are another matter."""
    if _FOR_THIS.search(line):
        return None
    return first_demanded(_SIZE, line) or first_demanded(_PROFILE, line) or first_demanded(_STATUS, line)

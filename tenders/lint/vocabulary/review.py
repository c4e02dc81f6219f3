"""Clauses by which a contract may change: what makes them clear, and what leaves them open."""

import re

from tenders.lint.vocabulary.clear_terms import FIGURE, INDEX, OPEN
from tenders.lint.vocabulary.negation import first_demanded
from tenders.lint.vocabulary.patterns import gap, only_with, words

_MONEY = (
    r"(?:\w*prij[sz]\w*|\w*tarie(?:f|ven)|\w*vergoeding(?:en)?|\w*kosten(?:stijging\w*|verhoging\w*)?|prices?|"
    r"rates?|fees?)"
)
_MOVES = (
    r"(?:aan te passen|aanpass\w*|aangepast|past \w+ aan|herzien\w*|herziening|wijzig\w*|gewijzigd|verho\w*|"
    r"bijstel\w*|bijgesteld|bij te stellen|doorbereken\w*|doorbelast\w*|door te belasten|mee te laten "
    r"stijgen|doorberekend|door te berekenen|geindexeerd|"
    r"indexe\w*|aanscherp\w*|aangescherpt|aan te scherpen|"
    r"stijgen|meegroeien|verzwa\w+|"
    r"verbre\w+|opgerekt|op te rekken|herij\w+|te verzwaren|opnieuw (?:worden |te )?(?:vast\w*|bepa\w*|"
    r"overeen\w*)|adjust\w*|revis\w*|chang\w*|increas\w*|indexed)"
)
_TARGETS = (
    r"(?:kpi(?:'?s)?|prestatie-?indicator(?:en)?|service[- ]?(?:levels?|niveaus?|vensters?)|sla(?:'?s)?|"
    r"norm(?:en)?waarden|servicenorm(?:en)?)"
)
_PENALTIES = r"(?:(?:malus|bonus|boete)(?:-?\w+)?|(?:reactie|herstel|oplos|respons)-?tijd(?:en)?)"
_TERM = (
    r"(?:omvang|scope|contractduur|hoeveelhe(?:id|den)|aantallen|volumes?|afname|dienstverlening|overeenkomst|"
    r"raamovereenkomst|contract|opdracht|"
    r"looptijd|termijn|agreement|framework)"
)
_MORE = (
    r"verhoog\w*|verho\w*|vermeerder\w*|uitgebreid|uit te breiden|uitbreid\w*|op(?:ge|- en af)?scha\w+|"
    r"op te schalen"
)
_HIGHER = rf"(?:hogere|gestegen|stijgende|verhoogde) {gap(2)}{_MONEY}"
_CHANGE = words(
    rf"{_MONEY},? {gap(8, commas=True)}{_MOVES}",
    rf"{_MOVES} {gap(5)}{_MONEY}",
    rf"{_TARGETS},? {gap(8, commas=True)}{_MOVES}",
    rf"{_MOVES} {gap(4)}{_TARGETS}",
    rf"{_TERM} {gap(10, commas=True)}(?:opgerekt|verbre\w+|"
    rf"verleng\w*|te verlengen|uitbreid\w*|uitgebreid|uit te breiden|"
    rf"aangevuld|aan te vullen|extend\w*)",
    rf"(?:hoeveelhe(?:id|den)|aantallen|volumes?|afname) {gap(6)}(?:verhog\w*|verhoogd|verminder\w*|aan "
    rf"te passen|"
    rf"aanpassen|aangepast|wijzig\w*|gewijzigd)",
    rf"(?:verleng\w*|uitbreid\w*|uit te breiden|extend\w*) {gap(4)}{_TERM}",
    r"(?:prijs)?indexering\w*",
    r"geindexeerd",
    r"prijsherziening\w*",
    r"prijsaanpassing\w*",
    r"(?:verlengings|uitbreidings)?opties?",
    r"verlengingsmogelijkhe\w+",
    r"herzieningsclausules?",
    r"meerwerk",
    r"meer- (?:en|of|en/of) minderwerk",
    r"(?:dan|alsdan|op dat moment) geldende (?:tarieven|prijzen|prijslijst|voorwaarden)",
    rf"{_MONEY} {gap(3)}(?:volgt|volgen) {gap(4)}(?:\w*prijslijst|marktprij\w+|tariefkaart)",
    rf"(?:aanvullende|extra|andere|nieuwe|overige) {gap(3)}(?:diensten|producten|leveringen|"
    rf"werkzaamheden) {gap(5)}"
    r"(?:afnemen|toevoegen|toegevoegd|afgenomen|bestellen|opdragen|worden opgedragen|af te nemen|"
    r"toe te voegen)",
    r"options?(?= to)",
    rf"stilzwijgend\w* {gap(3)}(?:door\w*|voort\w*|verleng\w*|vernieuw\w*|loopt|gecontinueerd)",
    rf"(?:loopt|duurt|verlengd|voortgezet|gecontinueerd|vernieuwd) {gap(4)}stilzwijgend\w*",
    r"automatisch (?:verlengd|voortgezet|vernieuwd)",
    rf"aantal {gap(12)}(?:{_MORE})",
    rf"(?:blijft|loopt) {gap(6)}(?:door|doorlopen|van kracht|voortduren) {gap(2)}"
    r"(?:tot(?! (?:en met )?\d)|totdat|zolang)",
    rf"(?:{_HIGHER}|\w*stijging\w*|(?:valuta|wissel)koers\w*),? {gap(9, commas=True)}(?:in rekening|"
    rf"verwerk\w*|doorber\w*|door te bere\w*|verrekend|te verrekenen)",
    rf"(?:overleg|onderhandel\w*) {gap(3)}over {gap(3)}{_MONEY}",
    rf"eenzijdig {gap(3)}(?:te )?(?:wijzig\w*|aanpass\w*|aan te passen)",
)
_WHEN_CHANGING = words(
    r"voorwaarden? (?:staan|staat|zijn|voor)",
    r"als bedoeld in",
    rf"(?:zoals|volgens|overeenkomstig|conform) {gap(2)}(?:beschreven|genoemd|artikel|bijlage|"
    rf"herzieningsclausule)",
    r"artikel \d+\w*",
    r"bijlage \w+",
)
_GENERAL = words(
    rf"wijzigingen {gap(6)}(?:schriftelijk|alleen geldig|rechtsgeldig)",
    rf"(?:geeft|geven|noemt|vermeldt|levert) {gap(4)}(?:prijs|tarief|optie)\w*",
    rf"(?:prij[sz]en|prijs|tarieven) (?:is|zijn|blijven|blijft) {gap(3)}vast",
    r"(?:prices|rates) are fixed",
    r"optie (?:[a-h]|\d+)",
)


@only_with(
    "prij",
    "tarie",
    "vergoeding",
    "kosten",
    "price",
    "rate",
    "fee",
    "kpi",
    "indicator",
    "service",
    "sla",
    "norm",
    "overeenkomst",
    "contract",
    "opdracht",
    "looptijd",
    "omvang",
    "dienstverlening",
    "termijn",
    "agreement",
    "framework",
    "index",
    "optie",
    "option",
    "verleng",
    "herzien",
    "meerwerk",
    "diensten",
    "producten",
    "leveringen",
    "werkzaamheden",
    "minderwerk",
    "aantal",
    "daarna",
    "nadien",
    "koers",
    "stijging",
    "malus",
    "boete",
    "tijd",
)
def open_change(line: str) -> re.Match[str] | None:
    """A clause that lets the contract change without saying how far, in what and when."""
    if _GENERAL.search(line) and not _AFTERWARDS.search(line):
        return None
    change = first_demanded(_CHANGE, line) or _left_for_later(line)
    if not change:
        return None
    if _RULED_OUT.search(line) or re.search(r"\bniet\b", change[0]):  # "de prijzen worden niet aangepast"
        return None
    vague = OPEN.search(line)
    if vague:
        return vague
    if INDEX.search(line) or FIGURE.search(line) or _WHEN_CHANGING.search(line):
        return None
    return change


def open_price(line: str) -> re.Match[str] | None:
    """The same among the requirements, where much may change that is no contract: only price and options."""
    of_the_contract = _PRICED.search(line) and _PARTY.search(line)
    return open_change(line) if of_the_contract and OPEN.search(line) else None


def _left_for_later(line: str) -> re.Match[str] | None:
    """An option, a newcomer or a pronoun for the price: a change only where the sentence says more."""
    later = first_demanded(_THEY, line)
    if later and (_MOVING.search(line) or _AFTERWARDS.match(line)):
        return later
    harder = first_demanded(_HARDER, line)
    if harder and _MAY.search(line):
        return harder
    joins = _JOINS.search(
        line
    )  # "zonder nadere voorwaarden toetreden" denies the conditions, not the joining
    if joins and not _NAMED.search(line) and not _NOT.search(line):
        return joins
    return first_demanded(_OPTIONAL, line) if OPEN.search(line) else None


def says_nothing(text: str) -> re.Match[str] | None:
    """An answer such as "in overleg", that leaves scope, nature or conditions of a clause open."""
    return OPEN.search(text) or _LOOSE.fullmatch(text.strip(" ."))


_RULED_OUT = re.compile(
    rf"\b(?:indexe\w*|verleng\w*|wijzig\w*|verhoging\w*|meerwerk|aanpassing\w*|herziening\w*|"
    rf"stilzwijgende \w+|toetreding\w*|aansluiting\w*|opschaling\w*) "
    rf"{gap(6)}(?:uitgesloten|niet (?:is )?mogelijk|niet toegestaan|vindt niet plaats|niet voorzien)"
)
_AFTERWARDS = words(r"daarna", r"nadien", r"vervolgens", r"vanaf het \w+", r"na dit jaar", r"thereafter")
_THEY = words(rf"(?:kunnen|mogen|kan|mag) (?:zij|deze|die|ze) {gap(8, commas=True)}{_MOVES}")
_MOVING = words(_MONEY, _TARGETS, _TERM)
_JOINS = words(
    r"van (?:dit|deze|het|de) (?:contract|\w*overeenkomst) gebruik ?(?:te )?maken",
    rf"(?:tot|bij) (?:deze|dit|de|het) (?:\w*overeenkomst|contract) {gap(4)}(?:toe\w*tred\w*|aan\w*sluit\w*|"
    r"toe te treden|aan te sluiten)",
    rf"(?:toe\w*tred\w*|toe te treden|aan\w*sluit\w*) {gap(2)}(?:tot|bij) {gap(1)}(?:\w*overeenkomst|"
    r"contract)",
)
_HARDER = words(rf"{_PENALTIES},? {gap(8, commas=True)}{_MOVES}")
_MAY = words(r"kan", r"kunnen", r"mag", r"mogen", r"gerechtigd", r"bevoegd", r"behoudt", r"recht")
_NOT = words(r"niet", r"geen", r"not", r"no")
_NAMED = words(r"(?:genoemde|vermelde|opgesomde|bij naam)", r"bijlage", r"te noemen")
_PARTY = words(
    r"opdrachtgever",
    r"opdrachtnemer",
    r"leverancier",
    r"inschrijver",
    r"partijen",
    r"(?:af te nemen|afname|overeen te komen)",
)
_PRICED = words(_MONEY, r"optioneel", r"optionele", r"meerwerk", r"looptijd", r"overeenkomst", r"contract")
_OPTIONAL = words(r"optioneel", r"optionele")
_LOOSE = re.compile(
    r"(?:in (?:goed )?overleg|naar behoefte|indien nodig|waar nodig|zo nodig|indien gewenst|n\.?v\.?t\.?|"
    r"divers\w*|"
    r"diverse \w+|op verzoek|als dat nodig is|nader|onbekend|alles|-+|\?+)",
    re.IGNORECASE,
)
